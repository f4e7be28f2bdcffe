"""Names of provinces and districts as people spell them: how alike to a name or alias of ours, and when it is too little."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from geo.publishers.codes import code_table
from geo.publishers.months import letters
from geo.record.load import Dataset
from geo.record.records import District, Province

#: From here a name is taken; from the second on it is doubtful and shown; what is less is not known.
SURE, DOUBTFUL = 90, 75
#: Two areas whose scores lie this close can't be told apart.
NEAR = 4
#: Longer names are compared by their beginning; so many areas of one name are told.
MAX_LETTERS, MAX_ALIKE = 80, 8
#: Spellings that are usual and stand in no record of ours.
MORE = {
    "AF-WAR": ("میدان وردک", "میدان وردگ"), "AF-URU": ("اروزگان", "روزگان"), "AF-KNR": ("کنرها",), "AF-SAR": ("سر پل",),
    "AF-PIA": ("پکتیه",), "AF-DAY": ("دای کندی",), "AF-KDZ": ("کندوز", "قندز"), "AF-NIM": ("نیمروژ",),
}  # fmt: skip
_WORDS = re.compile(r"\b(province|wilayat|velayat|district|uluswali|of|the)\b|ولایت|ولسوالی|ولسوالۍ|استان")


@dataclass(frozen=True)
class Match:
    """The area that a name means best: its id, its own name, how alike (0 to 100); sure or doubtful."""

    area_id: str
    name: str
    score: int
    sure: bool
    alike: tuple[str, ...] = ()  # the ids of all areas that it can mean, when it is not sure


class Gazetteer:
    """The spellings of provinces and districts of a record."""

    def __init__(self, dataset: Dataset) -> None:
        self.provinces = {p["admin1"]: _spellings(p, p["admin1"]) for p in dataset.records("provinces")}
        self.districts = {d["admin2_id"]: _spellings(d, d["admin2_id"]) for d in dataset.records("districts")}
        self.province_of = {d["admin2_id"]: d["admin1"] for d in dataset.records("districts")}
        self._names = {d["admin2_id"]: d["name_en"] for d in dataset.records("districts")}
        self._names |= {p["admin1"]: p["name_en"] for p in dataset.records("provinces")}
        #: Codes (our ids, OCHA's) -> id; they are only taken when they are the same.
        self.codes = {area.upper(): area for area in self._names}
        self.codes |= {row["pcode"]: row["area"] for row in code_table("pcodes") if row["area"] in self._names}
        self.province = cache(self._province)
        self.district = cache(self._district)
        self._spellings = cache(self._spellings_of)

    def name_of(self, area: str) -> str:
        """A province's own name; a district's with that of its province."""
        province = self.province_of.get(area)
        return f"{self._names[area]}, {self._names[province]}" if province else self._names[area]

    def _province(self, name: str) -> Match | None:
        return self._code(name, self.provinces) or self._best(name, "provinces", None)

    def _district(self, name: str, admin1: str | None) -> Match | None:
        """The district of that name; in the province when that is known, else in the country."""
        match = self._code(name, self.districts)
        if match and admin1 in (None, self.province_of[match.area_id]):
            return match
        return self._best(name, "districts", admin1)

    def _code(self, name: str, areas: dict[str, tuple[str, ...]]) -> Match | None:
        area = self.codes.get(name.strip().upper(), "")
        return Match(area, self._names[area], 100, sure=True) if area in areas else None

    def _spellings_of(self, level: str, admin1: str | None) -> tuple[list[str], list[str]]:
        """Every spelling of the areas of a level, and beside it whose it is."""
        areas = self.provinces if level == "provinces" else self.districts
        pairs = [
            (spelling, area)
            for area, spellings in areas.items()
            if admin1 is None or self.province_of[area] == admin1
            for spelling in spellings
        ]
        return [spelling for spelling, _ in pairs], [area for _, area in pairs]

    def _best(self, name: str, level: str, admin1: str | None) -> Match | None:
        wanted = bare(name)[:MAX_LETTERS]
        if not wanted:
            return None
        spellings, areas = self._spellings(level, admin1)
        scores: dict[str, int] = {}
        cutoff = DOUBTFUL - 0.5
        for _, score, at in process.extract(wanted, spellings, scorer=fuzz.ratio, score_cutoff=cutoff, limit=None):
            scores[areas[at]] = max(scores.get(areas[at], 0), round(score))
        ordered = sorted(((score, area) for area, score in scores.items() if score >= DOUBTFUL), reverse=True)
        if not ordered:
            return None
        score, area = ordered[0]
        alike = tuple(other for least, other in ordered if score - least < NEAR)
        return Match(area, self._names[area], score, score >= SURE and len(alike) == 1, alike[:MAX_ALIKE])


def bare(name: str) -> str:
    """A name as it is compared: letters as typed, those of all keyboards in one form, without 'province', 'district' and spaces."""
    return "".join(_WORDS.sub(" ", letters(name)).split())


@cache
def _of_ocha() -> dict[str, tuple[str, str]]:
    """Area -> its name in English and Dari as OCHA has it."""
    return {row["area"]: (row["name_en"], row["name_fa"]) for row in code_table("pcodes") if row["area"]}


def _spellings(area: Province | District, area_id: str) -> tuple[str, ...]:
    names = [area["name_en"], area["name_fa"], area["name_ps"], *(area["aliases"] or []), *MORE.get(area_id, ())]
    names += _of_ocha().get(area_id, ())
    return tuple(dict.fromkeys(bare(name) for name in names if name))
