"""Names of provinces and districts as people spell them: how alike to a name or alias of ours, and when it is too little."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from geo.record.load import Dataset
from geo.record.normalise import normalise
from geo.record.records import District, Province

#: From here a name is taken; from the second on it is doubtful and shown; what is less is not known.
SURE, DOUBTFUL = 90, 75
#: Two areas whose scores lie this close can't be told apart.
NEAR = 4
_WORDS = re.compile(r"\b(province|wilayat|velayat|district|uluswali|of|the)\b|ولایت|ولسوالی|ولسوالۍ|استان")


@dataclass(frozen=True)
class Match:
    """The area that a name means best: its id, its own name, how alike (0 to 100); sure or doubtful."""

    area_id: str
    name: str
    score: int
    sure: bool


class Gazetteer:
    """The spellings of provinces and districts of a record."""

    def __init__(self, dataset: Dataset) -> None:
        self.provinces = {p["admin1"]: _spellings(p) for p in dataset.records("provinces")}
        self.districts = {d["admin2_id"]: _spellings(d) for d in dataset.records("districts")}
        self.province_of = {d["admin2_id"]: d["admin1"] for d in dataset.records("districts")}
        self._pcodes = {d["admin2_id"]: d["pcode"] for d in dataset.records("districts")}
        self._pcodes |= {p["admin1"]: p["pcode"] for p in dataset.records("provinces")}
        self._names = {d["admin2_id"]: d["name_en"] for d in dataset.records("districts")}
        self._names |= {p["admin1"]: p["name_en"] for p in dataset.records("provinces")}
        #: Codes (our ids, OCHA's) -> id; they are only taken when they are the same.
        self.codes = {code.upper(): area for area in self._names for code in (area, self._pcodes.get(area)) if code}
        self.province = cache(self._province)
        self.district = cache(self._district)

    def _province(self, name: str) -> Match | None:
        return self._code(name, self.provinces) or self._best(name, self.provinces)

    def _district(self, name: str, admin1: str | None) -> Match | None:
        """The district of that name; in the province when that is known, else in the country."""
        areas = {
            area: spellings
            for area, spellings in self.districts.items()
            if admin1 is None or self.province_of[area] == admin1
        }
        return self._code(name, areas) or self._best(name, areas)

    def _code(self, name: str, areas: dict[str, tuple[str, ...]]) -> Match | None:
        area = self.codes.get(name.strip().upper(), "")
        return Match(area, self._names[area], 100, sure=True) if area in areas else None

    def _best(self, name: str, areas: dict[str, tuple[str, ...]]) -> Match | None:
        wanted = bare(name)
        if not wanted:
            return None
        scores = sorted(((_score(wanted, spellings), area) for area, spellings in areas.items()), reverse=True)
        if not scores or scores[0][0] < DOUBTFUL:
            return None
        score, area = scores[0]
        alone = len(scores) == 1 or score - scores[1][0] >= NEAR
        return Match(area, self._names[area], score, score >= SURE and alone)


def bare(name: str) -> str:
    """A name as it is compared: letters as typed, without 'province', 'district' and spaces."""
    return "".join(_WORDS.sub(" ", normalise(name)).split())


def _spellings(area: Province | District) -> tuple[str, ...]:
    names = [area["name_en"], area["name_fa"], area["name_ps"], *(area["aliases"] or [])]
    return tuple(dict.fromkeys(bare(name) for name in names if name))


def _score(wanted: str, spellings: tuple[str, ...]) -> int:
    best = process.extractOne(wanted, spellings, scorer=fuzz.ratio)
    return round(best[1]) if best else 0
