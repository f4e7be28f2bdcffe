"""The cells of one row by name: what has been read of them, and what is left for `extra`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from geo.ingest.numbers import NOTHING, Counts, coordinate, counts
from geo.ingest.plain import HIDING, plain_value
from geo.ingest.result import RowRejected
from geo.publishers.days import DateFormat, Days, NoDay, days_of_cells, read_days, span
from geo.publishers.numbers import whole

#: The precision of a place where the file does not tell it, or in a code that is not known: near it.
NEAR = 2


class Cells:
    """A row. Every question marks its column as read; `extra` gives the others."""

    def __init__(self, positions: dict[str, int], columns: tuple[str, ...], values: tuple[Any, ...]) -> None:
        self._positions, self._columns, self._values = positions, columns, values
        self._read: set[int] = set()

    def raw(self, name: str) -> Any:
        """The cell as it stands; None when it is empty or there is no such column."""
        position = self._positions.get(name)
        if position is None:
            return None
        self._read.add(position)
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

    def code(self, name: str, allowed: Mapping[int, int], otherwise: int) -> int:
        """What a code stands for; the careful value when it is none of the allowed."""
        number = self.number(name)
        if number is not None and number in allowed:
            return allowed[number]
        self.give_back(name)
        return otherwise

    def number(self, name: str) -> int | None:
        """A whole number; a cell that holds none is left for `extra`."""
        found = whole(self.raw(name))
        if found is None:
            self.give_back(name)
        return found

    def degrees(self, name: str) -> float | None:
        """A coordinate; sets the row aside when it is not a number."""
        return coordinate(self.raw(name), name)

    def point(self, lat: str, lon: str) -> list[float] | None:
        """[lon, lat], or None when both are empty; sets the row aside when one is."""
        north, east = self.degrees(lat), self.degrees(lon)
        if north is None and east is None:
            return None
        if north is None or east is None:
            raise RowRejected("coordinate_half", lat if north is None else lon)
        return [east, north]

    def days(self, name: str, date_format: DateFormat) -> Days:
        """A date; sets the row aside when it can't be read."""
        value = self.raw(name)
        try:
            return read_days(value, date_format)
        except NoDay as no_day:
            raise RowRejected(no_day.reason, name, value) from None

    def days_of_cells(self, names: Sequence[str]) -> Days:
        """A date whose year, month and day stand in cells of their own; sets the row aside when it can't be read."""
        values = [self.raw(name) for name in names]
        try:
            return days_of_cells(values)
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
            self.give_back(name)
        return found or (None, None, None)

    def address(self, name: str) -> str | None:
        """An http(s) address; anything else is left for `extra`."""
        text = self.text(name) or ""
        if text.startswith(("http://", "https://")) and not any(char.isspace() for char in text):
            return text
        self.give_back(name)
        return None

    def give_back(self, name: str) -> None:
        """Leave a cell that was not understood for `extra`."""
        self._read.discard(self._positions.get(name, -1))

    def known(self, name: str) -> bool:
        """Whether the cell says anything (not 'NA', '-' or the like)."""
        return (self.text(name) or "").lower() not in NOTHING

    def extra(self) -> dict[str, Any]:
        """Every cell that holds something and was not read, by its heading."""
        return {
            self._columns[n]: plain_value(value)
            for n, value in enumerate(self._values)
            if n not in self._read and value is not None and value != ""
        }
