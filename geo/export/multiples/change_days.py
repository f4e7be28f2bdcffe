"""The days on which districts of an area changed, what changed on each, and those that have room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from geo.control.direction import Direction, direction
from geo.control.intervals import who_holds
from geo.control.timeline import Change, Timeline
from geo.export.drawing.extents import EXTENTS, box_of
from geo.record.load import Dataset
from geo.record.schema import COUNTRY
from geo.wording.change import few_words

#: How many small maps stand side by side at most.
MOST = 12


@dataclass(frozen=True)
class ChangeDay:
    """A day on which districts of an area changed, and which way each did, by district."""

    day: str
    ways: tuple[tuple[str, Direction], ...]
    #: What changed, in eight words at most.
    words: str


@dataclass(frozen=True)
class ChangeDays:
    """The days of change in order; those that are shown, and how many are left out."""

    every: tuple[ChangeDay, ...]
    shown: tuple[ChangeDay, ...]

    @property
    def left_out(self) -> int:
        """How many days of change are not shown."""
        return len(self.every) - len(self.shown)

    @property
    def districts(self) -> int:
        """How many districts changed at least once."""
        return len({area_id for one in self.every for area_id, _ in one.ways})


def change_days(
    timeline: Timeline, extent: str, start: str, end: str, perspective: str, most: int = MOST
) -> ChangeDays:
    """The days from `start` to `end` on which districts in an extent (`AF`, `panjshir`, provinces, a box) changed.

    Where there are more than `most`, those are shown on which most districts changed; the last day is always among them.

    Raises
    ------
    ValueError
        When the extent names no area, or the span ends before it begins.
    """
    if end < start:
        raise ValueError(f"--to {end} is before --from {start}")
    changes = timeline.changes(start, end, perspective, districts_in(timeline.dataset, extent))
    found = [_day(timeline.dataset, day, list(group)) for day, group in groupby(changes, key=lambda one: one.day)]
    return ChangeDays(tuple(found), tuple(_most_telling(found, most)))


def districts_in(dataset: Dataset, extent: str) -> list[str]:
    """The districts of the named provinces; of another extent those whose name stands in its box."""
    districts = dataset.by_id("districts")
    if extent == COUNTRY:
        return list(districts)
    if extent not in EXTENTS and set(extent.split(",")) <= set(dataset.by_id("provinces")):
        return [d for d, record in districts.items() if record["admin1"] in extent.split(",")]
    west, south, east, north = box_of(dataset, extent)
    return [
        d
        for d, record in districts.items()
        if west <= record["label_lon"] <= east and south <= record["label_lat"] <= north
    ]


def _day(dataset: Dataset, day: str, changes: Sequence[Change]) -> ChangeDay:
    ways = tuple((c.area_id, direction(who_holds(c.before), who_holds(c.after), c.runs_out)) for c in changes)
    return ChangeDay(day, ways, few_words(dataset, ways))


def _most_telling(days: Sequence[ChangeDay], most: int) -> list[ChangeDay]:
    if len(days) <= most:
        return list(days)
    by_weight = sorted(days[:-1], key=lambda one: (-len(one.ways), one.day))[: most - 1]
    return sorted([*by_weight, days[-1]], key=lambda one: one.day)
