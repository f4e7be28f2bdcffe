"""What every layout is: a name, its documented columns, how it is recognised, and what a row of it says."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from geo.ingest.cells import Cells
from geo.ingest.days import Reading
from geo.ingest.event import Event


@dataclass(frozen=True)
class Layout:
    """The columns of one source of data.

    `columns` are those of its codebook (looked up with `geo.record.normalise.heading`); a file is taken for
    it when all of `telling` are there. `dates` are the columns that hold written dates. `draft`
    makes of a row an event without province and district; `point` is as stated, unchecked.
    """

    name: str
    title: str
    columns: tuple[str, ...]
    telling: tuple[str, ...]
    dates: tuple[str, ...]
    draft: Callable[[Cells, Reading], Event]

    def recognised(self, columns: Collection[str]) -> bool:
        """Whether a table with these columns (as keys) is of this source."""
        return set(self.telling) <= set(columns)

    def how_many(self, columns: Collection[str]) -> int:
        """How many of the documented columns the table has."""
        return len(set(self.columns) & set(columns))
