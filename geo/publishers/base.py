"""What is known of a publisher: the documented columns, which of them tell it, and where place, day and type stand."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Publisher:
    """The columns of one source of data, as `geo.record.normalise.heading` has them.

    `telling` are those by which a whole file is recognised, `written_days` those that hold dates in words or figures.
    A day is one column, or year, month and day in three. `where` says what a code of `precision` means in our own
    precision of places (1 a point … 6 the country).
    """

    name: str
    title: str
    columns: tuple[str, ...]
    telling: tuple[str, ...]
    written_days: tuple[str, ...]
    lon: str
    lat: str
    day: tuple[str, ...]
    type: str
    precision: str
    where: Mapping[int, int]

    def recognised(self, headings: Collection[str]) -> bool:
        """Whether these headings are of this source: all that tell it, or all that place an event in its codes."""
        there = set(headings)
        return set(self.telling) <= there or {self.lon, self.lat, *self.day, self.type, self.precision} <= there

    def how_many(self, headings: Collection[str]) -> int:
        """How many of the documented columns are there."""
        return len(set(self.columns) & set(headings))
