"""What reading a file gives: its table, the accepted events, the rows set aside with their reason, or a refusal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from geo.ingest.event import Event

#: Why a row is set aside: its code, what is said of it. `docs/import.md` lists the same.
REASONS: dict[str, str] = {
    "broken_row": "the row can't be read as CSV (often a quotation mark that is not closed)",
    "cells": "the row has another number of cells than the heading",
    "geometry": "its geometry is not a point",
    "date_missing": "no date",
    "date_format": "the date is not in a form that is read; write YYYY-MM-DD",
    "date_none": "there is no such day",
    "date_range": "the date lies before 1970 or after 2049",
    "date_order": "the end lies before the beginning",
    "day_order": "day and month can't be told apart; say which comes first (--day-order dmy or mdy)",
    "solar_hijri": "looks like a Solar Hijri year; say so (--calendar solar-hijri) and it is converted",
    "not_solar_hijri": "is no Solar Hijri year (1300 to 1450), and the file was said to use that calendar",
    "number": "is not a number",
    "coordinate_half": "only one of latitude and longitude is given",
    "coordinate_range": "latitude has to lie within -90 and 90, longitude within -180 and 180",
    "swapped": "latitude and longitude look swapped; say so (--swap-coordinates) and they are exchanged",
    "outside": "the point lies far outside Afghanistan",
    "country": "is another country than Afghanistan",
    "place_missing": "no point and no name of a province or district",
    "place_unknown": "no point, and no province or district has this name",
    "place_doubtful": "no point, and the name is only like one that we know; confirm it (--name)",
    "kind": "is no event that this map shows (talks, statements, aid)",
    "duplicate_id": "the id stood in an earlier row",
}
MOST_SHOWN = 80


class Refused(ValueError):
    """The file is refused as a whole, in one line that says why and what to do."""


class NeedsColumns(Refused):
    """The table is sound, but the columns for these fields have to be named first."""

    def __init__(self, fields: tuple[str, ...], columns: tuple[str, ...]) -> None:
        named = ", ".join(columns[:20]) + (" …" if len(columns) > 20 else "")
        wanted = " and ".join(fields)
        super().__init__(f"no column for {wanted} was found; name it with --map FIELD=COLUMN. The columns are: {named}")
        self.fields = fields
        self.columns = columns


@dataclass(frozen=True)
class Choices:
    """What the reader said about the file; everything empty means: as found."""

    layout: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)  # field -> column; "" means none
    calendar: str = ""  # gregorian, solar-hijri
    day_order: str = ""  # dmy, mdy
    swap: bool = False
    encoding: str = ""
    sheet: str = ""  # of a workbook, or layer of a GeoPackage
    names: Mapping[str, str] = field(default_factory=dict)  # name as in the file -> province or district id


@dataclass(frozen=True)
class RawRow:
    """One row as it stands in the file; `fault` is (reason, field, value) when it can't be used."""

    number: int
    cells: tuple[Any, ...]
    point: tuple[Any, Any] | None = None
    fault: tuple[str, str, str] | None = None


@dataclass(frozen=True)
class Table:
    """A file as columns and rows, whatever its form; `facts` say how it was read (encoding, sheet, …)."""

    form: str
    columns: tuple[str, ...]
    rows: tuple[RawRow, ...]
    facts: Mapping[str, Any]


class Aside(Exception):
    """This row is set aside."""

    def __init__(self, reason: str, field: str = "", value: object = "") -> None:
        super().__init__(reason)
        self.reason, self.field, self.value = reason, field, shown(value)


@dataclass(frozen=True)
class SetAside:
    """A row that was not accepted: where it stands and why."""

    row: int
    id: str
    field: str
    value: str
    reason: str


@dataclass
class Joined:
    """How events found their province and district."""

    by_point: int = 0
    by_name: int = 0
    none: int = 0
    by_province: dict[str, int] = field(default_factory=dict)
    doubtful: list[dict[str, Any]] = field(default_factory=list)  # name, level, proposed, score, count, rows
    disagree: list[dict[str, Any]] = field(default_factory=list)  # row, stated, joined


@dataclass
class Result:
    """What a file gave: read = accepted + set aside, always."""

    read: int
    accepted: list[Event]
    set_aside: list[SetAside]
    detected: dict[str, Any]
    joined: Joined

    def by_reason(self) -> dict[str, int]:
        """How many rows were set aside for each reason, most first."""
        return dict(Counter(row.reason for row in self.set_aside).most_common())

    def report(self) -> dict[str, Any]:
        """The report as plain data."""
        return {
            "read": self.read,
            "accepted": len(self.accepted),
            "set_aside": [asdict(row) for row in self.set_aside],
            "detected": self.detected,
            "joined": asdict(self.joined),
        }


def shown(value: object) -> str:
    """A value as it is told to the reader: one line, cut."""
    text = " ".join(str("" if value is None else value).split())
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1] + "…"
