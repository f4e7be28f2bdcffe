"""What reading a file gives: its table, the accepted events, the rows set aside with their reason, or a refusal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from geo.ingest.event import Event
from geo.ingest.plain import plain_line
from geo.wording.text import t

#: Why a row is set aside, and with which option of the command line it might be accepted. The words: `add.reason.*`.
REASONS: dict[str, str] = {
    "broken_row": "",
    "cells": "",
    "geometry": "",
    "date_missing": "",
    "date_format": "",
    "date_none": "",
    "date_range": "",
    "date_order": "",
    "day_order": "--day-order dmy or mdy",
    "solar_hijri": "--calendar solar-hijri",
    "not_solar_hijri": "",
    "serial_day": "--serial-days",
    "excel_day": "--excel-days exchanged or kept",
    "number": "",
    "coordinate_half": "",
    "coordinate_range": "",
    "projected": "--crs EPSG:N, such as EPSG:32642",
    "swapped": "--swap-coordinates",
    "outside": "",
    "country": "",
    "place_missing": "",
    "place_unknown": "",
    "place_doubtful": "--name NAME=ID",
    "kind": "",
    "duplicate_id": "",
    "older_version": "",
}
MAX_SHOWN, MAX_TAKEN = 80, 2000


class FileRejected(ValueError):
    """The file is refused as a whole; as text, one line that says why and what to do."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code, self.values = code, values

    def __str__(self) -> str:
        return t(f"refused.{self.code}", **self.values)


class NeedsColumns(FileRejected):
    """The table is sound, but the columns for these fields have to be named first."""

    def __init__(self, fields: tuple[str, ...], columns: tuple[str, ...]) -> None:
        named = ", ".join(columns[:20]) + (" …" if len(columns) > 20 else "")
        super().__init__("needs_columns", fields=", ".join(fields), columns=named)
        self.fields = fields


@dataclass(frozen=True)
class Choices:
    """What the reader said about the file; everything empty means: as found."""

    layout: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)  # field -> column; "" means none
    calendar: str = ""  # gregorian, solar-hijri
    day_order: str = ""  # dmy, mdy
    swap: bool = False
    serials: bool = False  # five figures are a day's number in a spreadsheet
    excel_days: str = ""  # exchanged, kept
    crs: str = ""  # EPSG:n, of coordinates that are no degrees
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
class ReadTable:
    """A file as columns and rows, whatever its form; `facts` say how it was read (encoding, sheet, …)."""

    form: str
    columns: tuple[str, ...]
    rows: tuple[RawRow, ...]
    facts: Mapping[str, Any]


class RowRejected(Exception):
    """This row is set aside."""

    def __init__(self, reason: str, field: str = "", value: object = "") -> None:
        super().__init__(reason)
        self.reason, self.field, self.value = reason, field, shown(value)


@dataclass(frozen=True)
class RejectedRow:
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
    disagreeing: int = 0
    disagree: list[dict[str, Any]] = field(default_factory=list)  # row, stated, joined: the first of them


@dataclass
class Result:
    """What a file gave: read = accepted + set aside, always."""

    read: int
    accepted: list[Event]
    set_aside: list[RejectedRow]
    detected: dict[str, Any]
    joined: Joined
    notes: list[dict[str, Any]] = field(default_factory=list)  # code, value, count, rows: see geo.ingest.notes

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
            "notes": self.notes,
        }


def shown(value: object) -> str:
    """A value as it is told to the reader: one line, cut."""
    text = plain_line(str("" if value is None else value)[:MAX_TAKEN])
    return text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 1] + "…"
