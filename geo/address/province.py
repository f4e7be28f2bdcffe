"""What the page of provinces asks for beyond the view: its span of days, and provinces to set beside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from geo.address.view import Refused, is_day_of
from geo.record.load import Dataset

MOST_BESIDE = 3


@dataclass(frozen=True)
class ProvinceQuery:
    """The span of days of all figures, and up to three other provinces."""

    start: str
    end: str
    beside: tuple[str, ...] = ()


def whole_record(dataset: Dataset) -> ProvinceQuery:
    """What a reader sees who asked for nothing."""
    return ProvinceQuery(dataset.first_day, dataset.last_day)


def province_query(query: Mapping[str, str], dataset: Dataset) -> tuple[ProvinceQuery, list[Refused]]:
    """The `from`, `to` and `with` of an address; what it can't mean falls back to the default and is told."""
    default, refused = whole_record(dataset), []
    days = {"from": default.start, "to": default.end}
    for key in days:
        value = query.get(key)
        if value is not None and is_day_of(dataset, value):
            days[key] = value
        elif value is not None:
            refused.append(Refused(key, value[:60], days[key]))
    if days["from"] > days["to"]:
        refused.append(Refused("to", days["to"], default.end))
        days["to"] = default.end
    asked = list(dict.fromkeys(part for part in query.get("with", "").split(",") if part))
    known = [code for code in asked if code in dataset.by_id("provinces")]
    if known != asked or len(known) > MOST_BESIDE:
        refused.append(Refused("with", query["with"][:60], ",".join(known[:MOST_BESIDE]) or "–"))
    return ProvinceQuery(days["from"], days["to"], tuple(known[:MOST_BESIDE])), refused


def to_query(asked: ProvinceQuery, dataset: Dataset) -> dict[str, str]:
    """The shortest part of an address that says this again."""
    default = whole_record(dataset)
    parts = {
        "from": asked.start if asked.start != default.start else "",
        "to": asked.end if asked.end != default.end else "",
        "with": ",".join(asked.beside),
    }
    return {key: value for key, value in parts.items() if value}
