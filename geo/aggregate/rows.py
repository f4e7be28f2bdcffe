"""Rows as a file has them → rows that can be counted, each bad one with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geo.aggregate.columns import COUNTRY, DISTRICT, LEVELS, PROVINCE, Columns
from geo.aggregate.days import NO_DAY, day_numbers
from geo.aggregate.part import Batch
from geo.aggregate.reasons import BAD, CODE
from geo.aggregate.texts import by_value, text_of
from geo.publishers.numbers import LAT, LON, degrees, pair, whole
from geo.publishers.table import UNREADABLE, where_of

NO_TYPE = -1
ONE_BY_ONE = 64  # texts of a column that are read one after the other where one of them is no number


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
    days, why = day_numbers([_column(values, name) for name in columns.date], columns.date_format)
    _note(reasons, why)
    if columns.lon == columns.lat:
        lon, lat = _pairs(_column(values, columns.lon), reasons)
    else:
        ends = ((columns.lon, LON), (columns.lat, LAT))
        lon, lat = (_numbers(_column(values, name), reasons, axis) for name, axis in ends)
    _note(reasons, np.where((np.abs(lon) > 180) | (np.abs(lat) > 90), CODE["out_of_range"], 0))
    types: Any = np.full(many, NO_TYPE, dtype=np.int32)
    names: list[str] = []
    if columns.type is not None:
        types, names = _types(_column(values, columns.type))
    if columns.precision is not None:
        _note(reasons, _levels(_column(values, columns.precision), columns))
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


# --- coordinates --------------------------------------------------------------------------


def _pairs(column: Any, reasons: Any) -> Any:
    """Longitudes and latitudes of a column that holds both; says why."""
    texts = pc.fill_null(text_of(column), "").to_pylist()
    found = [pair(text) for text in texts]
    why = [
        0 if both else CODE["not_a_number" if text else "no_coordinate"]
        for text, both in zip(texts, found, strict=True)
    ]
    _note(reasons, np.array(why, dtype=np.int8))
    return (np.array([both[n] if both else np.nan for both in found], dtype=np.float64) for n in (0, 1))


def _numbers(column: Any, reasons: Any, axis: str) -> Any:
    """A column as float64, NaN where it holds no number; says why."""
    kind = column.type
    if not (pa.types.is_floating(kind) or pa.types.is_integer(kind) or pa.types.is_decimal(kind)):
        text = pc.fill_null(text_of(column), "")
        column = _cast(pc.if_else(pc.equal(text, ""), pa.scalar(None, pa.string()), text), axis)
        _note(reasons, np.where(pc.equal(text, "").to_numpy(zero_copy_only=False), CODE["no_coordinate"], 0))
        _note(reasons, np.where(column.is_null().to_numpy(zero_copy_only=False), CODE["not_a_number"], 0))
    _note(reasons, np.where(column.is_null().to_numpy(zero_copy_only=False), CODE["no_coordinate"], 0))
    numbers = pc.fill_null(column.cast(pa.float64(), safe=False), np.nan).to_numpy(zero_copy_only=False)
    _note(reasons, np.where(np.isfinite(numbers), 0, CODE["not_finite"]))
    return np.array(numbers)


def _cast(text: Any, axis: str) -> Any:
    """Text as float64, null where it is no coordinate: halves that hold one that is no number are halved again."""
    try:
        return text.cast(pa.float64())
    except pa.ArrowInvalid:
        if len(text) <= ONE_BY_ONE:
            return pa.array([_degrees(one, axis) for one in text.to_pylist()], pa.float64())
        half = len(text) // 2
        return pa.concat_arrays([_cast(text[:half], axis), _cast(text[half:], axis)])


def _degrees(text: str | None, axis: str) -> float | None:
    """As the import reads it; what Arrow takes for a number besides (nan, inf) stays so, to be told apart."""
    if text is None:
        return None
    found = degrees(text, axis)
    return float(text) if found is None and text.lower().lstrip("+-") in ("nan", "inf", "infinity") else found


# --- types and precision ------------------------------------------------------------------


def _types(column: Any) -> tuple[Any, list[str]]:
    """The type of each row as a position in the list of names."""
    encoded = pc.fill_null(text_of(column), "").dictionary_encode()
    names = encoded.dictionary.to_pylist()
    codes = encoded.indices.to_numpy(zero_copy_only=False).astype(np.int32)
    if "" in names:
        codes[codes == names.index("")] = NO_TYPE
    return codes, names


def _levels(column: Any, columns: Columns) -> Any:
    """The reason of each row whose place is known no finer than a province; an empty cell is no reason."""
    meaning = {DISTRICT: 0, PROVINCE: CODE["province_only"], COUNTRY: CODE["country_only"]}

    def reason(text: str) -> int:
        if not columns.strict:
            known = LEVELS[where_of(text) or UNREADABLE] if text else DISTRICT
            return meaning[known]
        number = whole(text)
        level = columns.levels.get(number) if number is not None else None
        return meaning[level] if level else CODE["bad_precision"] if text else 0

    return by_value(column, reason)


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
