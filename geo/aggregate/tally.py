"""Counts per day, place, type and reason: of a batch, of a part, of everything; they add up in any order.

A count is kept under one whole number that holds the four (`pack`), so that counting is sorting.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from geo.aggregate.days import FIRST_DAY, NO_DAY
from geo.aggregate.grid import NOWHERE, Districts
from geo.aggregate.reasons import CODE, REASONS
from geo.aggregate.rows import NO_TYPE, Rows

FIRST_ROWS = 10  # of each reason, listed for the reader
MAX_TYPES = 1_000
PLACE_BITS, TYPE_BITS, REASON_BITS = 16, 16, 4
NO_PLACE = 2**PLACE_BITS - 1
MIN_PENDING = 2_000_000  # counts of batches that are gathered before they are added up


@dataclass
class Tally:
    """Counts of the rows seen so far."""

    rows: int = 0
    keys: Any = field(default_factory=lambda: np.zeros(0, dtype=np.int64))  # sorted, each once
    events: Any = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    type_names: list[str] = field(default_factory=list)
    reasons: dict[str, int] = field(default_factory=dict)
    first_rows: dict[str, list[tuple[str, int]]] = field(default_factory=dict)  # (file, row in it)
    swapped: int = 0  # points outside that would lie in a district with lon and lat exchanged
    _pending: list[tuple[Any, Any]] = field(default_factory=list, repr=False)

    def add(self, other: Tally, offset: int = 0) -> None:
        """Add the counts of rows that follow, `offset` rows further down in their file.

        Raises
        ------
        ValueError
            When there are more than `MAX_TYPES` types: the column is none of types.
        """
        self.rows += other.rows
        self.swapped += other.swapped
        for reason, many in other.reasons.items():
            self.reasons[reason] = self.reasons.get(reason, 0) + many
            first = self.first_rows.setdefault(reason, [])
            first += [(file, row + offset) for file, row in other.first_rows[reason]][: FIRST_ROWS - len(first)]
        other.settle()
        self._pending.append((self._renamed(other), other.events))
        if sum(len(keys) for keys, _ in self._pending) > max(MIN_PENDING, len(self.keys)):
            self.settle()

    def settle(self) -> None:
        """Add up what is pending."""
        if self._pending:
            keys = np.concatenate([self.keys, *(keys for keys, _ in self._pending)])
            events = np.concatenate([self.events, *(events for _, events in self._pending)])
            self._pending = []
            self.keys, self.events = _added_up(keys, events)

    def _renamed(self, other: Tally) -> Any:
        """The keys of another tally with our numbers of the types."""
        known = {name: number for number, name in enumerate(self.type_names)}
        for name in other.type_names:
            known.setdefault(name, len(known))
        if len(known) > MAX_TYPES:
            raise ValueError(f"more than {MAX_TYPES:,} different types; name another column with --type")
        self.type_names = list(known)
        ours = np.array([0, *(known[name] + 1 for name in other.type_names)], dtype=np.int64)
        mask = np.int64(2**TYPE_BITS - 1)
        types = (other.keys >> REASON_BITS) & mask
        return (other.keys & ~(mask << REASON_BITS)) | (ours[types] << REASON_BITS)


def tally_of(rows: Rows, found: Any, districts: Districts, file: str) -> Tally:
    """The counts of one batch.

    Parameters
    ----------
    rows : the rows, checked.
    found : int array, same order: position of the district of each point, `NOWHERE` where none.
    file : the name under which rows are listed for the reader.
    """
    reasons = rows.reasons.copy()
    outside = (found == NOWHERE) & np.isin(reasons, (0, CODE["province_only"]))
    reasons[outside] = CODE["outside"]
    swapped = districts.assign(rows.lat[outside], rows.lon[outside]) != NOWHERE
    places = np.where(reasons == 0, found.astype(np.int64), NO_PLACE)
    in_province = reasons == CODE["province_only"]
    places[in_province] = len(districts.ids) + districts.province_codes[found[in_province]]
    dated = rows.days != NO_DAY
    keys = pack(rows.days[dated], places[dated], rows.types[dated], reasons[dated])
    tally = Tally(len(reasons), *_added_up(keys, None), _checked(rows.type_names), swapped=int(swapped.sum()))
    for code in np.unique(reasons[reasons != 0]):
        which = rows.numbers[reasons == code]
        tally.reasons[REASONS[code]] = len(which)
        tally.first_rows[REASONS[code]] = [(file, int(row)) for row in np.sort(which)[:FIRST_ROWS]]
    return tally


def gathered(tallies: Iterable[Tally]) -> Tally:
    """The sum of tallies whose rows are numbered alike (of one part)."""
    total = Tally()
    for tally in tallies:
        total.add(tally)
    total.settle()
    return total


def pack(days: Any, places: Any, types: Any, reasons: Any) -> Any:
    """Four numbers as one; it sorts by day, then place, type, reason."""
    key = (days.astype(np.int64) - FIRST_DAY) << (PLACE_BITS + TYPE_BITS + REASON_BITS)
    key |= places.astype(np.int64) << (TYPE_BITS + REASON_BITS)
    key |= (types.astype(np.int64) - NO_TYPE) << REASON_BITS
    return key | reasons


def unpack(keys: Any) -> tuple[Any, Any, Any, Any]:
    """Days since 1970-01-01, places, types, reasons."""
    types = ((keys >> REASON_BITS) & (2**TYPE_BITS - 1)) + NO_TYPE
    places = (keys >> (TYPE_BITS + REASON_BITS)) & (2**PLACE_BITS - 1)
    days = (keys >> (PLACE_BITS + TYPE_BITS + REASON_BITS)) + FIRST_DAY
    return days, places, types, keys & (2**REASON_BITS - 1)


def _added_up(keys: Any, events: Any) -> tuple[Any, Any]:
    """Each key once, in order, with the sum of its events (one each, where none are given)."""
    if events is None:
        unique, many = np.unique(keys, return_counts=True)
        return unique, many.astype(np.int64)
    order = np.argsort(keys, kind="stable")
    keys, events = keys[order], events[order]
    starts = np.flatnonzero(np.concatenate([np.ones(min(1, len(keys)), dtype=bool), keys[1:] != keys[:-1]]))
    return keys[starts], np.add.reduceat(events, starts) if len(starts) else events


def _checked(names: list[str]) -> list[str]:
    if len(names) > MAX_TYPES:
        raise ValueError(f"more than {MAX_TYPES:,} different types; name another column with --type")
    return names
