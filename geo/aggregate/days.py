"""Days of a column: texts, dates and instants → whole numbers since 1970-01-01."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geo.aggregate.reasons import CODE, REASONS
from geo.aggregate.texts import by_value, text_of
from geo.publishers.days import (
    FIRST_YEAR,
    LAST_YEAR,
    NOTHING_CHOSEN,
    SOLAR_YEARS,
    TIME,
    DateFormat,
    NoDay,
    days_of_cells,
    read_days,
)

NO_DAY = -(2**31)
EPOCH = dt.date(1970, 1, 1).toordinal()
KABUL_US = 16_200_000_000  # UTC+4:30
DAY_US = 86_400_000_000
#: What stands between year, month and day that come from three columns.
BETWEEN = "|"
#: Why it is no day, in the words of `geo.publishers.days` → ours; for the others it is a bad day.
REASON_OF = {
    "date_missing": "no_day",
    "day_order": "day_order",
    "solar_hijri": "solar_hijri_day",
    "not_solar_hijri": "not_solar_hijri_day",
    "serial_day": "serial_day",
}


_STAMP = re.compile(rf"(\d{{4}}-\d{{2}}-\d{{2}}){TIME}", re.ASCII)


def _number(year: int, month: int, day: int) -> int:
    return dt.date(year, month, day).toordinal() - EPOCH


FIRST_DAY, LAST_DAY = _number(FIRST_YEAR, 1, 1), _number(LAST_YEAR, 12, 31)


def day_numbers(columns: Sequence[Any], date_format: DateFormat = NOTHING_CHOSEN) -> tuple[Any, Any]:
    """The day of each value, and the code of the reason where it is none.

    Parameters
    ----------
    columns : a pyarrow array of dates, times, texts or whole numbers (20210815); or three, of years, months and days.

    Returns
    -------
    int32 array of days since 1970-01-01, `NO_DAY` where bad, and int8 array of codes in `REASONS`.
    """
    kind = columns[0].type
    if len(columns) > 1:
        texts = (pc.fill_null(text_of(column), "") for column in columns)
        days = by_value(pc.binary_join_element_wise(*texts, BETWEEN), lambda text: _day_of_cells(text, date_format))
    elif pa.types.is_date(kind) or pa.types.is_timestamp(kind):
        days = _days_of_instants(columns[0])
    else:
        days = by_value(columns[0], lambda text: day_of(text, date_format))
    coded = np.where(days < FIRST_DAY, days - (FIRST_DAY - len(REASONS)), 0)
    return np.where(coded == 0, days, NO_DAY).astype(np.int32), coded.astype(np.int8)


def day_of(text: str, date_format: DateFormat = NOTHING_CHOSEN) -> int:
    """The first day of a text as a number since 1970-01-01; before `FIRST_DAY` the code of a reason."""
    stamp = _STAMP.fullmatch(text)  # times differ from row to row, their days do not
    return _day_of(stamp[1] if stamp else text, date_format)


@lru_cache(maxsize=100_000)
def _day_of(text: str, date_format: DateFormat) -> int:
    try:
        return dt.date.fromisoformat(read_days(text, date_format).start).toordinal() - EPOCH
    except NoDay as no_day:
        return _coded(REASON_OF.get(no_day.reason, "bad_day"))


@lru_cache(maxsize=100_000)
def _day_of_cells(text: str, date_format: DateFormat) -> int:
    try:
        return dt.date.fromisoformat(days_of_cells(text.split(BETWEEN, 2), date_format).start).toordinal() - EPOCH
    except NoDay as no_day:
        return _coded(REASON_OF.get(no_day.reason, "bad_day"))


def _days_of_instants(column: Any) -> Any:
    """Days of a date or time; a time that knows its zone is an instant, and the day is the one in Kabul."""
    zone = getattr(column.type, "tz", None)
    if pa.types.is_date32(column.type):
        numbers = column.cast(pa.int32()).cast(pa.int64())
    else:
        numbers = column.cast(pa.timestamp("us", tz=zone), safe=False).cast(pa.int64())
    days = pc.fill_null(numbers, 0).to_numpy(zero_copy_only=False).astype(np.int64)
    if not pa.types.is_date32(column.type):
        days = (days + (KABUL_US if zone else 0)) // DAY_US
    start, end = _number(SOLAR_YEARS[0], 1, 1), _number(SOLAR_YEARS[-1] + 1, 1, 1)
    is_hijri, is_far = (days >= start) & (days < end), (days < FIRST_DAY) | (days > LAST_DAY)
    days = np.select([is_hijri, is_far], [_coded("solar_hijri_day"), _coded("bad_day")], days)
    return np.where(column.is_null().to_numpy(zero_copy_only=False), _coded("no_day"), days)


def _coded(reason: str) -> int:
    """A reason in place of a day: a number before the first day."""
    return FIRST_DAY - len(REASONS) + CODE[reason]
