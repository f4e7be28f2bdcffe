"""Counts per district and day that `python -m geo join` wrote (`map.json`), read from a file that a reader brings."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from geo.aggregate.folder import FORM
from geo.ingest.kinds import one_kind
from geo.ingest.limits import MAX_BYTES, MEGABYTE
from geo.ingest.result import FileRejected, shown
from geo.record.load import Dataset
from geo.record.schema import EVENT_TYPES
from geo.record.spans import days_between, is_day
from geo.record.strict_json import parse_object

KEYS = ("form", "first_day", "districts", "types", "days", "starts", "cells", "events")
#: How far into the file its form stands.
HEAD_BYTES = 200
MAX_EVENTS = 2**31
UNKNOWN_TYPE = -1


def is_counts(content: bytes) -> bool:
    """Whether a file says at its beginning that it holds counts of `python -m geo join`; its name plays no part."""
    return content.lstrip().startswith(b"{") and FORM.encode() in content[:HEAD_BYTES]


def read_counts(content: bytes, dataset: Dataset) -> dict[str, Any]:
    """The counts of the replay's days, as the browser engine reads them.

    Parameters
    ----------
    content : the bytes of a `map.json`, as `geo.aggregate.aggregates.aggregates_for_map` describes it.
    dataset : the record whose days and districts the numbers count.

    Returns
    -------
    A dict that JSON can hold, with four lists of equal length, by rising day: `day` (days since the
    replay's first day), `district`, `type` (position in `geo.record.schema.EVENT_TYPES`; -1 for a type that
    we don't know and for events without one) and `events`. `total` is the sum of `events`, `types`
    the names in the file that are not known here, and `leftOut` {"before": …, "after": …} how many
    events lie outside the replay's days.

    Raises
    ------
    FileRejected
        With the field that is wrong, its value and what is allowed.
    """
    found = _parsed(content)
    districts = {key: number for number, key in enumerate(dataset.by_id("districts"))}
    unknown = [name for name in found["districts"] if name not in districts]
    if unknown:
        raise FileRejected("counts_district", name=shown(unknown[0]))
    at = [districts[name] for name in found["districts"]]
    kinds = list(EVENT_TYPES)
    known = [one_kind(name)[0] for name in found["types"]]
    kind = [kinds.index(name) if name else UNKNOWN_TYPE for name in known]
    counts: dict[str, Any] = {"day": [], "district": [], "type": [], "events": []}
    left_out = {"before": 0, "after": 0}
    shift = days_between(dataset.first_day, found["first_day"]) if found["days"] else 0
    last = days_between(dataset.first_day, dataset.last_day)
    for number, (begin, end) in zip(found["days"], pairwise(found["starts"]), strict=True):
        day = number + shift
        if not 0 <= day <= last:
            left_out["before" if day < 0 else "after"] += sum(found["events"][begin:end])
            continue
        for cell, events in zip(found["cells"][begin:end], found["events"][begin:end], strict=True):
            counts["day"].append(day)
            counts["district"].append(at[cell // len(kind)])
            counts["type"].append(kind[cell % len(kind)])
            counts["events"].append(events)
    names = [str(name) for name, meant in zip(found["types"], known, strict=True) if name and not meant]
    return counts | {"total": sum(counts["events"]), "types": names, "leftOut": left_out}


def _parsed(content: bytes) -> dict[str, Any]:
    """The file's fields, each of the form that it must have."""
    if len(content) > MAX_BYTES:
        raise FileRejected("too_large", size=f"{len(content) / MEGABYTE:.0f}", most=MAX_BYTES // MEGABYTE)
    try:
        found = parse_object(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise FileRejected("json", why=shown(error)) from None
    if set(found) != set(KEYS):
        raise FileRejected("counts_fields", found=shown(", ".join(found)), known=", ".join(KEYS))
    if found["form"] != FORM:
        raise FileRejected("counts_form", value=shown(found["form"]), known=FORM)
    _check_names(found)
    _check_numbers(found)
    return found


def _check_names(found: dict[str, Any]) -> None:
    if found["days"] and not is_day(found["first_day"]):
        raise FileRejected("counts_first_day", value=shown(found["first_day"]))
    for field, allowed in (("districts", str), ("types", (str, type(None)))):
        names = found[field]
        if not isinstance(names, list) or not all(isinstance(name, allowed) for name in names):
            raise FileRejected("counts_names", field=field)
        if len(set(names)) < len(names):
            raise FileRejected("counts_twice", field=field)


def _check_numbers(found: dict[str, Any]) -> None:
    """Whole numbers, days rising, each day's counts where `starts` says, each place and type once a day."""
    for field in ("days", "starts", "cells", "events"):
        if not isinstance(found[field], list) or not all(type(value) is int for value in found[field]):
            raise FileRejected("counts_numbers", field=field)
    days, starts, cells, events = (found[field] for field in ("days", "starts", "cells", "events"))
    if days and (days[0] < 0 or not _rises(days)):
        raise FileRejected("counts_days")
    if len(starts) != len(days) + 1 or starts[0] != 0 or starts[-1] != len(cells) or not _rises(starts):
        raise FileRejected("counts_starts")
    if len(events) != len(cells):
        raise FileRejected("counts_events", events=len(events), cells=len(cells))
    most = len(found["districts"]) * len(found["types"])
    wrong = next((cell for cell in cells if not 0 <= cell < most), None)
    if wrong is not None:
        raise FileRejected("counts_cell", value=wrong, most=most - 1)
    wrong = next((count for count in events if not 1 <= count <= MAX_EVENTS), None)
    if wrong is not None:
        raise FileRejected("counts_event", value=wrong, most=MAX_EVENTS)
    if not all(_rises(cells[begin:end]) for begin, end in pairwise(starts)):
        raise FileRejected("counts_order")


def _rises(numbers: list[int]) -> bool:
    return all(one < other for one, other in pairwise(numbers))
