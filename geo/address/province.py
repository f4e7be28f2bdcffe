"""What the page of provinces asks for beyond the view: its span of days, and provinces to set beside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from geo.address.key_values import MAX_BESIDE
from geo.address.keys import InvalidParam, read_key
from geo.record.load import Dataset


@dataclass(frozen=True)
class ProvinceQuery:
    """The span of days of all figures, up to three other provinces, and whose events count: a branch of the tree of actors."""

    start: str
    end: str
    beside: tuple[str, ...] = ()
    branch: str = ""


def whole_record(dataset: Dataset) -> ProvinceQuery:
    """What a reader sees who asked for nothing."""
    return ProvinceQuery(dataset.first_day, dataset.last_day)


def province_query(query: Mapping[str, str], dataset: Dataset) -> tuple[ProvinceQuery, list[InvalidParam]]:
    """The `from`, `to`, `with` and `branch` of an address; what it can't mean falls back to the default and is told."""
    default = whole_record(dataset)
    invalid: list[InvalidParam] = []
    start = read_key(query, "from", default.start, dataset, invalid, "provinces")
    end = read_key(query, "to", default.end, dataset, invalid, "provinces")
    if start > end:
        invalid.append(InvalidParam("to", end, default.end))
        end = default.end
    known = [code for code in query.get("with", "").split(",") if code in dataset.by_id("provinces")]
    usable = ",".join(list(dict.fromkeys(known))[:MAX_BESIDE])
    beside = read_key(query, "with", usable, dataset, invalid, "provinces")
    branch = read_key(query, "branch", "", dataset, invalid, "provinces")
    return ProvinceQuery(start, end, tuple(beside.split(",")) if beside else (), branch), invalid


def to_query(requested: ProvinceQuery, dataset: Dataset) -> dict[str, str]:
    """The shortest part of an address that says this again."""
    default = whole_record(dataset)
    parts = {
        "from": requested.start if requested.start != default.start else "",
        "to": requested.end if requested.end != default.end else "",
        "with": ",".join(requested.beside),
        "branch": requested.branch,
    }
    return {key: value for key, value in parts.items() if value}
