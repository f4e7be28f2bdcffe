"""The cells of one row by name: what has been read of them, and what is left for `extra`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from geo.ingest.numbers import NOTHING, Counts, coordinate, counts
from geo.ingest.plain import HIDING, plain_value
from geo.ingest.result import RowRejected
from geo.publishers.day_numbers import other_day_in_kabul
from geo.publishers.days import NOTHING_CHOSEN, DateFormat, Days, NoDay, days_of_cells, read_days, span
from geo.publishers.numbers import LAT, LON, pair, whole
from geo.publishers.table import UNREADABLE, where_of

#: The precision of a place where the file does not tell it: near it.
NEAR = 2
#: What GTD writes for 'not known'.
_UNKNOWN = (-9, -99)


class Cells:
    """A row. Every question marks its column as read; `extra` gives the others."""

    def __init__(self, positions: dict[str, int], columns: tuple[str, ...], values: tuple[Any, ...]) -> None:
        self._positions, self._columns, self._values = positions, columns, values
        self.read: set[int] = set()
        self.notes: list[tuple[str, str]] = []  # code of a note, value

    def raw(self, name: str) -> Any:
        """The cell as it stands; None when it is empty or there is no such column."""
        position = self._positions.get(name)
        if position is None:
            return None
        self.read.add(position)
        value = self._values[position]
        return None if isinstance(value, str) and not value.strip() else value

    def text(self, name: str) -> str | None:
        """The cell as text on one line, without signs that turn or hide what follows."""
        value = self.raw(name)
        if value is None:
            return None
        if isinstance(value, list | dict):
            self.give_back(name)
            return None
        text = value if isinstance(value, str) else str(value)
        if text.isprintable() and "  " not in text:
            return text.strip() or None
        return " ".join(text.translate(HIDING).split()) or None

    def texts(self, name: str, sign: str = ";") -> list[str]:
        """The cell split at a sign."""
        value = self.raw(name)
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            return [part for part in (" ".join(part.translate(HIDING).split()) for part in value) if part]
        text = self.text(name)
        return [part.strip() for part in text.split(sign) if part.strip()] if text else []

    def code(self, name: str, allowed: Mapping[int, int], otherwise: int, unreadable: int) -> int:
        """What a code stands for: one value when the cell says nothing, a coarser one when it can't be read."""
        value = self.raw(name)
        if not _says(value):
            return otherwise
        number = whole(value)
        if number is not None and number in allowed:
            return allowed[number]
        self.give_back(name, "code_unreadable")
        return unreadable

    def where(self, name: str) -> int:
        """Our precision of a place, by a number or word; coarser when it can't be read."""
        value = self.raw(name)
        if not _says(value):
            return NEAR
        if (found := where_of(value)) is not None:
            return found
        self.give_back(name, "code_unreadable")
        return UNREADABLE

    def number(self, name: str) -> int | None:
        """A whole number; a cell that holds none is left for `extra`."""
        value = self.raw(name)
        found = whole(value)
        if found is None:
            self.give_back(name, "number_unreadable" if _says(value) and not _is_unknown(value) else "")
        return found

    def holds(self, name: str) -> bool:
        """Whether the cell holds anything; it is not marked as read."""
        value = self._values[self._positions[name]] if name in self._positions else None
        return value is not None and (not isinstance(value, str) or bool(value.strip()))

    def heading(self, name: str) -> str:
        """The heading under which a field stands in the file."""
        return self._columns[self._positions[name]] if name in self._positions else name

    def note(self, code: str, value: str) -> None:
        """Tell the reader something of this row."""
        self.notes.append((code, value))

    def degrees(self, name: str, axis: str) -> float | None:
        """A coordinate; sets the row aside when it is not a number."""
        return coordinate(self.raw(name), name, axis)

    def point(self, lat: str, lon: str) -> list[float] | None:
        """[lon, lat], or None when both are empty; sets the row aside when one is."""
        north, east = self.degrees(lat, LAT), self.degrees(lon, LON)
        if north is None and east is None:
            return None
        if north is None or east is None:
            raise RowRejected("coordinate_half", lat if north is None else lon)
        return [east, north]

    def pair(self, name: str) -> list[float] | None:
        """[lon, lat] of a cell that holds both; sets the row aside when they can't be read."""
        value = self.raw(name)
        if not _says(value):
            return None
        if (found := pair(value)) is None:
            raise RowRejected("number", name, value)
        return list(found)

    def days(self, name: str, date_format: DateFormat) -> Days:
        """A date; sets the row aside when it can't be read."""
        value = self.raw(name)
        try:
            found = read_days(value, date_format)
        except NoDay as no_day:
            raise RowRejected(no_day.reason, name, value) from None
        if isinstance(value, str) and (other := other_day_in_kabul(value)):
            self.note("zone_day", f"{value} → {other}")
        return found

    def days_of_cells(self, names: Sequence[str], date_format: DateFormat = NOTHING_CHOSEN) -> Days:
        """A date whose year, month and day stand in cells of their own; sets the row aside when it can't be read."""
        values = [self.raw(name) for name in names]
        try:
            return days_of_cells(values, date_format)
        except NoDay as no_day:
            stated = "-".join(str(part) for value in values if (part := whole(value)))
            raise RowRejected(no_day.reason, names[0], stated) from None

    def until(self, first: Days, name: str, date_format: DateFormat) -> Days:
        """From a date to the last day in a cell, where there is one; sets the row aside when that comes before."""
        return first if self.raw(name) is None else self.span(first, self.days(name, date_format), name)

    def span(self, first: Days, last: Days, name: str) -> Days:
        """From one date to another, that of the cell; sets the row aside when that comes before."""
        try:
            return span(first, last)
        except NoDay as no_day:
            raise RowRejected(no_day.reason, name, self.raw(name)) from None

    def counts(self, name: str) -> Counts:
        """Low, best, high; a cell that can't be understood is left for `extra`."""
        found = counts(self.raw(name))
        if found is None:
            self.give_back(name, "number_unreadable")
        return found or (None, None, None)

    def address(self, name: str) -> str | None:
        """An http(s) address; anything else is left for `extra`."""
        text = self.text(name) or ""
        if text.startswith(("http://", "https://")) and not any(char.isspace() for char in text):
            return text
        self.give_back(name, "address_unreadable" if text else "")
        return None

    def give_back(self, name: str, note: str = "") -> None:
        """Leave a cell that was not understood for `extra`; with a note, tell it."""
        self.read.discard(self._positions.get(name, -1))
        if note:
            self.notes.append((note, self.heading(name)))

    def known(self, name: str) -> bool:
        """Whether the cell says anything (not 'NA', '-' or the like)."""
        return _says(self._values[self._positions[name]] if name in self._positions else None)

    def extra(self) -> dict[str, Any]:
        """Every cell that holds something and was not read, by its heading."""
        return {
            self._columns[n]: plain_value(value)
            for n, value in enumerate(self._values)
            if n not in self.read and value is not None and value != ""
        }


def _is_unknown(value: object) -> bool:
    return str(value).strip().split(".")[0] in map(str, _UNKNOWN)


def _says(value: object) -> bool:
    return value is not None and str(value).strip().lower() not in NOTHING
