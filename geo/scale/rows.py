"""Rows as a file has them → rows that can be counted, each bad one with the reason."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geo.scale.columns import COUNTRY, DISTRICT, PROVINCE, Columns
from geo.scale.parts import Batch

#: Why a row is in no district, by its code; the first that holds is the one.
REASONS = (
    "",
    "broken_row",  # too few or too many cells
    "no_day",
    "bad_day",  # none, or not of 1900 to 2099
    "solar_hijri_day",  # a year of 1300 to 1450
    "no_coordinate",
    "not_a_number",
    "not_finite",  # NaN or infinite
    "out_of_range",
    "bad_precision",  # not a value of the publisher's list
    "country_only",  # no finer place than the country is known
    "province_only",
    "outside",  # a good point outside every district
)
CODE = {name: code for code, name in enumerate(REASONS)}
WITHOUT_DAY = ("broken_row", "no_day", "bad_day", "solar_hijri_day")
BAD = (*WITHOUT_DAY, "no_coordinate", "not_a_number", "not_finite", "out_of_range", "bad_precision")
NO_DAY, NO_TYPE = -(2**31), -1
EPOCH = dt.date(1970, 1, 1).toordinal()
FIRST_DAY, LAST_DAY = (dt.date(*day).toordinal() - EPOCH for day in ((1900, 1, 1), (2099, 12, 31)))
SOLAR_HIJRI = (1300, 1450)
KABUL_US = 16_200_000_000  # UTC+4:30
DAY_US = 86_400_000_000
MONTHS = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "may": 5,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
LONG_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTHS |= {name: MONTHS[name[:3]] for name in LONG_MONTHS}
ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?|(\d{4})(\d{2})(\d{2})", re.ASCII)
WORDY_DAY = re.compile(r"(\d{1,2})[ -]([A-Za-z]+)[ -](\d{4})", re.ASCII)


@dataclass
class Rows:
    """Rows of one batch as columns of equal length."""

    numbers: Any  # int64: in the part, from 1
    days: Any  # int32: since 1970-01-01, NO_DAY where bad
    types: Any  # int32: position in `type_names`, NO_TYPE where none
    type_names: list[str]
    lon: Any  # float64, degrees; NaN where bad
    lat: Any
    reasons: Any  # int8: code in REASONS, 0 for a good row


def rows_of(batch: Batch, columns: Columns) -> Rows:
    """The rows of a batch, checked: day, then coordinates, then how fine the place is known."""
    values, many = batch.values, len(batch.values)
    reasons = np.zeros(many, dtype=np.int8)
    days, why = _days(_column(values, columns.date))
    _note(reasons, why)
    lon, lat = (_numbers(_column(values, name), reasons) for name in (columns.lon, columns.lat))
    _note(reasons, np.where((np.abs(lon) > 180) | (np.abs(lat) > 90), CODE["out_of_range"], 0))
    types: Any = np.full(many, NO_TYPE, dtype=np.int32)
    names: list[str] = []
    if columns.type is not None:
        types, names = _types(_column(values, columns.type))
    if columns.precision is not None:
        _note(reasons, _levels(_column(values, columns.precision), columns.levels))
    bad = np.isin(reasons, [CODE[name] for name in BAD])
    lon[bad], lat[bad] = np.nan, np.nan
    return _with_broken(Rows(batch.numbers, days, types, names, lon, lat, reasons), batch.broken)


def _column(values: Any, name: str) -> Any:
    column = values.column(name)
    return column.dictionary_decode() if pa.types.is_dictionary(column.type) else column


def _note(reasons: Any, why: Any) -> None:
    """Keep the first reason of each row."""
    first = (reasons == 0) & (why != 0)
    reasons[first] = why[first]


def _by_value(column: Any, meaning: Callable[[str], int]) -> Any:
    """What each text of a column means; every different text is asked once; null is the empty text."""
    encoded = pc.fill_null(_text(column), "").dictionary_encode()
    meant = np.array([meaning(text) for text in encoded.dictionary.to_pylist()], dtype=np.int64)
    codes = encoded.indices.to_numpy(zero_copy_only=False)
    return meant[codes] if len(meant) else np.zeros(0, dtype=np.int64)


def _text(column: Any) -> Any:
    return pc.utf8_trim_whitespace(column.cast(pa.string()))


# --- days ---------------------------------------------------------------------------------


def _days(column: Any) -> tuple[Any, Any]:
    """Day numbers, and the reason of each that is none."""
    kind = column.type
    if pa.types.is_date(kind) or pa.types.is_timestamp(kind):
        days = _days_of_instants(column)
    else:
        days = _by_value(column, day_of)
    coded = np.where(days <= FIRST_DAY - 1, days - (FIRST_DAY - len(REASONS)), 0)
    return np.where(coded == 0, days, NO_DAY).astype(np.int32), coded.astype(np.int8)


def _coded(reason: str) -> int:
    """A reason in place of a day: a number before the first day."""
    return FIRST_DAY - len(REASONS) + CODE[reason]


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


# --- coordinates --------------------------------------------------------------------------


def _numbers(column: Any, reasons: Any) -> Any:
    """A column as float64, NaN where it holds no number; says why."""
    kind = column.type
    if not (pa.types.is_floating(kind) or pa.types.is_integer(kind) or pa.types.is_decimal(kind)):
        text = pc.fill_null(_text(column), "")
        column = _cast(pc.if_else(pc.equal(text, ""), pa.scalar(None, pa.string()), text))
        _note(reasons, np.where(pc.equal(text, "").to_numpy(zero_copy_only=False), CODE["no_coordinate"], 0))
        _note(reasons, np.where(column.is_null().to_numpy(zero_copy_only=False), CODE["not_a_number"], 0))
    _note(reasons, np.where(column.is_null().to_numpy(zero_copy_only=False), CODE["no_coordinate"], 0))
    numbers = pc.fill_null(column.cast(pa.float64(), safe=False), np.nan).to_numpy(zero_copy_only=False)
    _note(reasons, np.where(np.isfinite(numbers), 0, CODE["not_finite"]))
    return np.array(numbers)


def _cast(text: Any) -> Any:
    """Text as float64, null where it is no number: halves that hold one that is none are halved again."""
    try:
        return text.cast(pa.float64())
    except pa.ArrowInvalid:
        if len(text) == 1:
            return pa.nulls(1, pa.float64())
        half = len(text) // 2
        return pa.concat_arrays([_cast(text[:half]), _cast(text[half:])])


# --- types and precision ------------------------------------------------------------------


def _types(column: Any) -> tuple[Any, list[str]]:
    """The type of each row as a position in the list of names."""
    encoded = pc.fill_null(_text(column), "").dictionary_encode()
    names = encoded.dictionary.to_pylist()
    codes = encoded.indices.to_numpy(zero_copy_only=False).astype(np.int32)
    if "" in names:
        codes[codes == names.index("")] = NO_TYPE
    return codes, names


def _levels(column: Any, levels: Any) -> Any:
    """The reason of each row whose place is known no finer than a province; nothing said is no reason."""
    meaning = {DISTRICT: 0, PROVINCE: CODE["province_only"], COUNTRY: CODE["country_only"]}

    def reason(text: str) -> int:
        value = text.removesuffix(".0")  # whole numbers in a column with gaps
        return meaning[levels[value]] if value in levels else (CODE["bad_precision"] if value else 0)

    return _by_value(column, reason)


def _with_broken(rows: Rows, broken: list[int]) -> Rows:
    """The rows, and after them those that could not be taken apart."""
    if not broken:
        return rows
    many = len(broken)
    return Rows(
        np.concatenate([rows.numbers, np.array(broken, dtype=np.int64)]),
        np.concatenate([rows.days, np.full(many, NO_DAY, dtype=np.int32)]),
        np.concatenate([rows.types, np.full(many, NO_TYPE, dtype=np.int32)]),
        rows.type_names,
        np.concatenate([rows.lon, np.full(many, np.nan)]),
        np.concatenate([rows.lat, np.full(many, np.nan)]),
        np.concatenate([rows.reasons, np.full(many, CODE["broken_row"], dtype=np.int8)]),
    )
