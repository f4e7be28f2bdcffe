"""Names of provinces and districts in English, Dari and Pashto, and their other spellings."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from geo.build.packages import ISO_NAMES, member
from geo.publishers.codes import code_table
from geo.record.normalise import ascii_letters, normalise, slug
from geo.record.spreadsheet import own_table
from geo.search.letters import sound_of, squashed

HERE = Path(__file__).parent
DISTRICT_DARI = "ولسوالی"
DISTRICT_PASHTO = "ولسوالۍ"
VOWEL_SIGNS = re.compile(r"[\u064b-\u0652\u0670]")
DARI_FORMS = str.maketrans("يك", "یک")


@dataclass(frozen=True)
class Names:
    """The names of one unit; Dari and Pashto are null when the source does not tell them."""

    en: str
    fa: str | None
    ps: str | None
    aliases: list[str]


def read_list(name: str) -> list[dict[str, str]]:
    """The rows of a hand-kept CSV beside this module."""
    return own_table(HERE / name)


def split(cell: str) -> list[str]:
    """The parts of a cell that holds a list, separated by `;`."""
    return [part.strip() for part in cell.split(";") if part.strip()]


def others(name: str, spellings: Iterable[str]) -> list[str]:
    """The spellings other than `name`, each once, sorted."""
    return sorted({spelling for spelling in spellings if spelling} - {name})


def province_names(cache_dir: Path) -> dict[str, tuple[str, Names]]:
    """P-code and names by ISO 3166-2 code; Dari and Pashto from the ISO package."""
    iso = json.loads(member(ISO_NAMES, cache_dir, "iso3166_2/iso3166-2.json"))["AF"]
    found = {}
    for row in read_list("province_names.csv"):
        entry = iso[row["admin1"]]
        local = _by_language(entry["localOtherName"])
        spellings = [entry["name"], *split(row["aliases"])]
        names = Names(
            row["name_en"],
            local["prs"].translate(DARI_FORMS),
            local["pus"],
            others(row["name_en"], spellings),
        )
        found[row["admin1"]] = (row["pcode"], names)
    return found


def district_id(row: dict[str, str]) -> str:
    """The id of a row of `districts_lookup.csv`: province code and slug of the boundary name."""
    return f"AF-{row['prov']}-{slug(row['name'])}"


def district_names(lookup: Iterable[dict[str, str]]) -> dict[str, Names]:
    """Names by district id, from the rows of `districts_lookup.csv` and `district_names.csv`.

    A district without a Dari name takes OCHA's (COD-AB V_02), where it is the same district and called so in English.
    """
    ocha = {row["area"]: row for row in code_table("pcodes")}
    curated = {row["admin2_id"]: row for row in read_list("district_names.csv")}
    by_hand = {admin2_id: split(row["aliases"]) for admin2_id, row in curated.items()}
    found = {}
    for row in lookup:
        admin2_id = district_id(row)
        extra = curated.pop(admin2_id, {"name_en": "", "aliases": ""})
        name = extra["name_en"] or tidy(row["name"])
        fa, ps, rest = local_names(row["local_names"])
        spellings = [
            row["name"],
            tidy(row["name"]),
            ascii_letters(row["geonames_name"].removesuffix(" District")),
            *rest,
        ]
        spellings += [row["geonames_name"], *split(extra["aliases"])]
        fa = fa or _dari_of(ocha.get(admin2_id), [name, *spellings])
        found[admin2_id] = Names(name, fa, ps, others(name, spellings))
    if curated:
        raise ValueError(f"district_names.csv: no such districts: {sorted(curated)}")
    return without_names_of_others(found, by_hand)


def without_names_of_others(districts: dict[str, Names], by_hand: dict[str, list[str]]) -> dict[str, Names]:
    """The districts without spellings that are another one's in the same province, which gazetteers mix up.

    Parameters
    ----------
    districts : names by district id, which begins with the province's.
    by_hand : spellings by district id that were looked at: they are that district's and nobody else's.
    """
    owners: dict[tuple[str, str], set[str]] = {}
    for admin2_id, names in districts.items():
        for form in (names.en, names.fa, names.ps, *by_hand.get(admin2_id, ())):
            if form:
                owners.setdefault((province_of(admin2_id), normalise(form)), set()).add(admin2_id)
    return {
        admin2_id: replace(
            names,
            aliases=[
                form
                for form in names.aliases
                if owners.get((province_of(admin2_id), normalise(form)), {admin2_id}) == {admin2_id}
            ],
        )
        for admin2_id, names in districts.items()
    }


def province_of(admin2_id: str) -> str:
    """The province in a district's id: 'AF-NAN' of 'AF-NAN-bihsud'."""
    return "-".join(admin2_id.split("-")[:2])


def _dari_of(row: Mapping[str, str] | None, spellings: Iterable[str]) -> str | None:
    """OCHA's Dari name of a district that has one of these names; None when OCHA calls it otherwise."""
    if not row or not any(_alike(row["name_en"], spelling) for spelling in spellings):
        return None
    return VOWEL_SIGNS.sub("", row["name_fa"]).translate(DARI_FORMS).strip() or None


def _alike(one: str, other: str) -> bool:
    """Whether two Latin spellings are one name: the same letters, or the same sound."""
    first, second = squashed(one), squashed(other)
    return first == second or (bool(sound_of(first)) and sound_of(first) == sound_of(second))


def local_names(cell: str) -> tuple[str | None, str | None, list[str]]:
    """Dari name, Pashto name and the rest of a `local_names` cell.

    The word for 'district' tells the language and is taken off; a form that mixes the two
    languages, or has no such word, goes to the rest.
    """
    dari, pashto, rest = [], [], []
    for form in (VOWEL_SIGNS.sub("", part).strip() for part in cell.split("|")):
        bare = form.replace(DISTRICT_PASHTO, "").replace(DISTRICT_DARI, "")
        bare = bare.strip().removeprefix("د ")
        if DISTRICT_PASHTO in form:
            pashto.append(bare)
        elif DISTRICT_DARI in form and not form.startswith("د "):
            dari.append(bare.translate(DARI_FORMS))
        elif bare:
            rest.append(bare)
    fa, ps = next(iter(dari), None), next(iter(pashto), None)
    return fa, ps, [name for name in [*dari, *pashto, *rest] if name not in (fa, ps)]


def tidy(text: str) -> str:
    """A boundary name with its stray spaces and capitals put right ('Qala-I- Naw')."""
    text = re.sub(r"\s*\(\s*", " (", text)
    text = re.sub(r"-\s+", "-", text)
    return text.replace(" Wa ", " wa ").replace("-I-", "-i-").strip()


def _by_language(cell: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in cell.split(", "):
        match = re.fullmatch(r"(.+) \((\w+)\)", part)
        if match:
            found.setdefault(match[2], match[1])
    return found
