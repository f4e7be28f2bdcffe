"""A row of a file of UCDP's as an event of the reference, or what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from geo.record.field_rules import field_faults
from geo.record.geojson import Record
from geo.record.problems import Fault
from geo.record.schema import LAT_RANGE, LON_RANGE
from geo.reference.actors import actor_of
from geo.reference.places import Districts
from geo.reference.schema import UCDP_EVENT

#: What of a row is read; a file may have more, in any order.
COLUMNS = (
    "id", "type_of_violence", "conflict_name", "conflict_new_id", "dyad_new_id", "side_a", "side_b",
    "number_of_sources", "source_article", "source_office", "source_date", "where_prec", "where_coordinates",
    "where_description", "adm_1", "adm_2", "latitude", "longitude", "country_id", "event_clarity", "code_status",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high",
    "low",
)  # fmt: skip
TEXTS = (
    "conflict_name", "side_a", "side_b", "where_coordinates", "where_description", "adm_1", "adm_2", "code_status",
)  # fmt: skip
COUNTS = (
    "type_of_violence", "conflict_new_id", "dyad_new_id", "where_prec", "event_clarity", "date_prec", "deaths_a",
    "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "number_of_sources",
)  # fmt: skip
DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[ T]00:00(?::00(?:\.0+)?)?)?", re.ASCII)
NOT_KNOWN = "-1"
IN_A_DISTRICT, IN_A_PROVINCE = 3, 4


def is_before(cells: Mapping[str, str], day: str) -> bool:
    """Whether a row ends before a day (ISO); one whose end can't be read does not."""
    found = DAY.fullmatch(cells["date_end"].strip())
    return bool(found and found[1] < day)


def event_of(cells: Mapping[str, str], release: str, districts: Districts) -> tuple[Record, list[Fault]]:
    """The event of a row, and its faults; with faults it is not to be used."""
    event: Record = {field.name: None for field in UCDP_EVENT}
    event |= {"ucdp_id": cells["id"].strip() or None, "release": release}
    event |= {name: _text(cells[name]) for name in TEXTS}
    event |= {name: _count(cells[name]) for name in COUNTS if cells[name] != NOT_KNOWN}
    event |= {name: _day(cells[name]) for name in ("date_start", "date_end")}
    event |= {name: _decimal(cells[name]) for name in ("latitude", "longitude")}
    event |= _first_source(cells)
    event |= {"actor_a": actor_of(event["side_a"] or ""), "actor_b": actor_of(event["side_b"] or "")}
    faults = faults_of(event)
    return (event if faults else event | _place(event, districts)), faults


def faults_of(event: Record, ids: Mapping[str, set[str]] | None = None) -> list[Fault]:
    """What is wrong with an event; what it refers to is looked at where `ids` are given."""
    fields = tuple(field for field in UCDP_EVENT if ids is not None or field.kind != "ref")
    shown = event if ids is not None else {field.name: event[field.name] for field in fields}
    faults = list(field_faults(shown, fields, ids or {}))
    if faults:
        return faults
    if event["date_end"] < event["date_start"]:
        faults.append(("date_end", "order", f"{event['date_end']} is before date_start {event['date_start']}"))
    for name, (low, high) in (("longitude", LON_RANGE), ("latitude", LAT_RANGE)):
        if not low <= event[name] <= high:
            faults.append((name, "range", f"{event[name]} lies outside the country's surroundings"))
    return faults


def _place(event: Record, districts: Districts) -> Record:
    """Our district and province at the point, as far as UCDP says that it is known."""
    if event["where_prec"] > IN_A_PROVINCE and not event["adm_1"]:
        return {}
    district = districts.district(event["longitude"], event["latitude"])
    fine = event["where_prec"] <= IN_A_DISTRICT
    return {"admin1": districts.province(district), "admin2_id": district if fine else None}


def _first_source(cells: Mapping[str, str]) -> Record:
    """The first article that UCDP lists: `"office,date,headline";"office,date,headline"`."""
    office, day = (cells[name].split(";")[0].strip() for name in ("source_office", "source_date"))
    article = cells["source_article"].strip().removeprefix('"').split('";"')[0].removesuffix('"')
    headline = article.strip().removeprefix(office).removeprefix(",").removeprefix(day).removeprefix(",")
    found = DAY.fullmatch(day)
    return {
        "source_office": _text(office),
        "source_date": found[1] if found else None,
        "source_headline": _text(headline.strip().split("\n")[0]),
    }


def _text(cell: str) -> str | None:
    """One line of plain text: line breaks, tabs and signs that are not seen become spaces."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in cell).split()) or None


def _count(cell: str) -> Any:
    """A whole number; any other text stays as it is, so that the rule of the field tells it."""
    bare = cell.strip()
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) < 10 else bare or None


def _decimal(cell: str) -> Any:
    bare = cell.strip()
    return float(bare) if re.fullmatch(r"-?\d{1,3}(\.\d{1,20})?", bare, re.ASCII) else bare or None


def _day(cell: str) -> str | None:
    found = DAY.fullmatch(cell.strip())
    return found[1] if found else cell.strip() or None
