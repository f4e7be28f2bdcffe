"""Days of a column: texts, dates and instants → whole numbers since 1970-01-01."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geo.aggregate.reasons import CODE, REASONS
from geo.aggregate.texts import by_value

NO_DAY = -(2**31)
EPOCH = dt.date(1970, 1, 1).toordinal()
FIRST_DAY, LAST_DAY = (dt.date(*day).toordinal() - EPOCH for day in ((1900, 1, 1), (2099, 12, 31)))
SOLAR_HIJRI = (1300, 1450)
KABUL_US = 16_200_000_000  # UTC+4:30
DAY_US = 86_400_000_000
MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTHS = {name: at for at, whole in enumerate(MONTH_NAMES, start=1) for name in (whole, whole[:3])}
ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?|(\d{4})(\d{2})(\d{2})", re.ASCII)
WORDY_DAY = re.compile(r"(\d{1,2})[ -]([A-Za-z]+)[ -](\d{4})", re.ASCII)


def days_of(column: Any) -> tuple[Any, Any]:
    """The day of each value of a column, and the code of the reason where it is none.

    Parameters
    ----------
    column : pyarrow array of dates, times, texts or whole numbers (20210815).

    Returns
    -------
    int32 array of days since 1970-01-01, `NO_DAY` where bad, and int8 array of codes in `REASONS`.
    """
    kind = column.type
    if pa.types.is_date(kind) or pa.types.is_timestamp(kind):
        days = _days_of_instants(column)
    else:
        days = by_value(column, day_of)
    coded = np.where(days <= FIRST_DAY - 1, days - (FIRST_DAY - len(REASONS)), 0)
    return np.where(coded == 0, days, NO_DAY).astype(np.int32), coded.astype(np.int8)


@lru_cache(maxsize=100_000)
def day_of(text: str) -> int:
    """The day of a text as a number since 1970-01-01; before `FIRST_DAY` the code of a reason.

    `2021-08-15` (with a time of day or not: the day is the one written), `20210815`, `15 August 2021`.
    """
    if not text:
        return _coded("no_day")
    if found := ISO_DAY.fullmatch(text):
        year, month, day = (int(part) for part in found.groups() if part is not None)
    elif (found := WORDY_DAY.fullmatch(text)) and found[2].lower() in MONTHS:
        year, month, day = int(found[3]), MONTHS[found[2].lower()], int(found[1])
    else:
        return _coded("bad_day")
    if SOLAR_HIJRI[0] <= year <= SOLAR_HIJRI[1]:
        return _coded("solar_hijri_day")
    try:
        number = dt.date(year, month, day).toordinal() - EPOCH
    except ValueError:
        return _coded("bad_day")
    return number if FIRST_DAY <= number <= LAST_DAY else _coded("bad_day")


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
    start, end = (dt.date(year, 1, 1).toordinal() - EPOCH for year in (SOLAR_HIJRI[0], SOLAR_HIJRI[1] + 1))
    is_hijri, is_far = (days >= start) & (days < end), (days < FIRST_DAY) | (days > LAST_DAY)
    days = np.select([is_hijri, is_far], [_coded("solar_hijri_day"), _coded("bad_day")], days)
    return np.where(column.is_null().to_numpy(zero_copy_only=False), _coded("no_day"), days)


def _coded(reason: str) -> int:
    """A reason in place of a day: a number before the first day."""
    return FIRST_DAY - len(REASONS) + CODE[reason]
