"""Whether a column holds dates, day or month comes first in them, and whether a spreadsheet has exchanged them."""

from __future__ import annotations

from collections.abc import Iterable

from geo.publishers.day_numbers import of_seconds
from geo.publishers.days import CALENDARS, ISO_DAY, YEAR_LAST, DateFormat, NoDay, read_days
from geo.publishers.numbers import western

EXCHANGED, KEPT = "exchanged", "kept"
#: How cells are read of which a spreadsheet may have exchanged day and month.
EXCEL_DAYS = (EXCHANGED, KEPT)


def day_order_of(values: Iterable[object]) -> tuple[str, str]:
    """Which of day and month comes first in a column, and the value that shows it; ('', '') when none or both do."""
    telling: dict[str, str] = {}
    for value in values:
        found = YEAR_LAST.fullmatch(western(value).strip())
        first, second = (int(found[1]), int(found[3])) if found else (0, 0)
        if first > 12 >= second:
            telling.setdefault("dmy", str(value))
        elif second > 12 >= first:
            telling.setdefault("mdy", str(value))
    return next(iter(telling.items())) if len(telling) == 1 else ("", "")


def are_exchanged(values: Iterable[object]) -> bool:
    """Whether a spreadsheet read what it could of a column's days in the wrong order: no day of its own lies after the 12th.

    Typed day first where a month was expected, days up to the 12th became dates, and the others stayed text.
    """
    own = [text for value in values if isinstance(value, str) and (text := value.strip())[4:5] == "-"]
    return bool(own) and all(ISO_DAY.fullmatch(text) for text in own)


def may_be_day(value: object) -> bool:
    """Whether a value looks like a date in any calendar and order; a number that only counts does not."""
    if of_seconds(western(value).strip()):
        return False
    for kind in CALENDARS:
        try:
            read_days(value, DateFormat(kind, "dmy"))
        except NoDay as no_day:
            if no_day.reason not in ("solar_hijri", "date_none"):
                continue
        return True
    return False
