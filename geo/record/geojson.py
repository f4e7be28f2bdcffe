"""The canonical text of the data files: one record a line, so that a line number names a record.

Three forms: a GeoJSON FeatureCollection, a JSON list of records, a CSV table. `read_*` is strict
(no NaN, no duplicate keys, no deep nesting) and keeps line numbers; `write_*` is canonical:
`write(read(text)) == text`.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.record.problems import DataError, Problem
from geo.record.schema import DataFile, Field
from geo.record.strict_json import parse_object

Record = dict[str, Any]
Geometry = dict[str, Any]

DECIMALS = 5
HEAD = '{"type":"FeatureCollection","features":['
LIST_KINDS = ("texts", "enums", "refs")
SEPARATOR = ";"


@dataclass(frozen=True)
class Row:
    """One record of a file: its line, its fields, and its geometry (GeoJSON, EPSG:4326) if any."""

    line: int
    record: Record
    geometry: Geometry | None = None


def read_rows(path: Path, form: DataFile) -> list[Row]:
    """The records of a data file with their line numbers, in file order.

    Raises
    ------
    DataError
        When the file can't be read, is not UTF-8, or a line is not in the canonical form.
    """
    return rows_of(read_bytes(path), path.name, form)


def read_bytes(path: Path) -> bytes:
    """The bytes of a data file.

    Raises
    ------
    DataError
        When it is missing or can't be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise DataError([Problem(path.name, 0, "", "", "missing", "the file is missing")]) from None
    except OSError as error:
        message = f"the file can't be read: {error.strerror or type(error).__name__}"
        raise DataError([Problem(path.name, 0, "", "", "unreadable", message)]) from None


def rows_of(content: bytes, name: str, form: DataFile) -> list[Row]:
    """The records in the bytes of a data file; as `read_rows`."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"byte {error.start} is not UTF-8; save the file as UTF-8"
        raise DataError([Problem(name, 0, "", "", "encoding", message)]) from None
    return {"geojson": read_features, "json": read_list, "csv": read_table}[form.form](text, name, form)


def read_features(text: str, name: str, form: DataFile) -> list[Row]:
    """The features of a FeatureCollection written one a line."""
    rows: list[Row] = []
    problems: list[Problem] = []
    for line, body in _body_lines(text, name, HEAD, "]}"):
        value = _parse(body, name, line, problems)
        if value is None:
            continue
        if set(value) != {"type", "id", "properties", "geometry"} or value["type"] != "Feature":
            keys = "a Feature with type, id, properties and geometry"
            problems.append(Problem(name, line, "", "", "feature", f"the line is not {keys}"))
        elif not isinstance(value["properties"], dict):
            problems.append(Problem(name, line, "", "properties", "feature", "is not an object"))
        elif value["id"] != value["properties"].get(form.id_field):
            message = f"the feature's id {value['id']!r} is not its {form.id_field}"
            problems.append(Problem(name, line, str(value["id"]), "id", "feature", message))
        else:
            rows.append(Row(line, value["properties"], value["geometry"]))
    if problems:
        raise DataError(problems)
    return rows


def read_list(text: str, name: str, _form: DataFile) -> list[Row]:
    """The records of a JSON list written one a line."""
    rows: list[Row] = []
    problems: list[Problem] = []
    for line, body in _body_lines(text, name, "[", "]"):
        value = _parse(body, name, line, problems)
        if value is not None:
            rows.append(Row(line, value))
    if problems:
        raise DataError(problems)
    return rows


def read_table(text: str, name: str, form: DataFile) -> list[Row]:
    """The rows of a CSV table; empty cells are null, lists are split at `;`."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    columns = [field.name for field in form.fields]
    rows, problems = [], []
    try:
        header = next(reader, [])
        if header != columns:
            message = f"the header is {','.join(header)}; it has to be {','.join(columns)}"
            raise DataError([Problem(name, 1, "", "", "header", message)])
        for cells in reader:
            if len(cells) != len(columns):
                message = f"has {len(cells)} cells, the header has {len(columns)}"
                problems.append(Problem(name, reader.line_num, cells[0] if cells else "", "", "cells", message))
                continue
            pairs = zip(form.fields, cells, strict=True)
            record = {field.name: _from_cell(field, cell) for field, cell in pairs}
            rows.append(Row(reader.line_num, record))
    except csv.Error as error:
        problems.append(Problem(name, reader.line_num, "", "", "csv", f"is not CSV: {error}"))
    if problems:
        raise DataError(problems)
    return rows


def write_features(rows: Iterable[Row], form: DataFile) -> str:
    """The canonical text of features: sorted by id, fields in schema order, ≤ 5 decimals."""
    lines = []
    for row in sorted(rows, key=lambda row: str(row.record[form.id_field])):
        feature = {
            "type": "Feature",
            "id": row.record[form.id_field],
            "properties": in_order(row.record, form.fields),
            "geometry": rounded(row.geometry),
        }
        lines.append(dumps(feature))
    return HEAD + "\n" + ",\n".join(lines) + ("\n" if lines else "") + "]}\n"


def write_list(rows: Iterable[Row], form: DataFile) -> str:
    """The canonical text of a list of records: sorted by id, fields in schema order."""
    ordered = sorted(rows, key=lambda row: str(row.record[form.id_field]))
    lines = [dumps(in_order(row.record, form.fields)) for row in ordered]
    return "[\n" + ",\n".join(lines) + ("\n" if lines else "") + "]\n"


def write_table(rows: Iterable[Row], form: DataFile) -> str:
    """The canonical CSV of records: sorted by id, columns in schema order, `\\n` line ends."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([field.name for field in form.fields])
    for row in sorted(rows, key=lambda row: str(row.record[form.id_field])):
        writer.writerow([_to_cell(row.record.get(field.name)) for field in form.fields])
    return out.getvalue()


def write_rows(rows: Iterable[Row], form: DataFile) -> str:
    """The canonical text of a data file in its own form."""
    return {"geojson": write_features, "json": write_list, "csv": write_table}[form.form](rows, form)


def dumps(value: object) -> str:
    """Compact JSON, UTF-8 unescaped, NaN refused."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def in_order(record: Mapping[str, Any], fields: Sequence[Field]) -> Record:
    """A record with its fields in schema order, nested records too; unknown fields come last."""
    known = {field.name: field for field in fields}
    ordered: Record = {}
    for name in [*known, *(key for key in record if key not in known)]:
        value = record.get(name)
        nested = known[name].objects if name in known else ()
        if nested and isinstance(value, list):
            value = [in_order(item, nested) if isinstance(item, Mapping) else item for item in value]
        ordered[name] = value
    return ordered


def rounded(geometry: Geometry | None) -> Geometry | None:
    """A GeoJSON geometry with at most 5 decimals."""
    if geometry is None:
        return None
    return {"type": geometry["type"], "coordinates": _rounded(geometry["coordinates"])}


def _rounded(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_rounded(item) for item in value]
    number = round(float(value), DECIMALS)
    return int(number) if number.is_integer() else number


def _body_lines(text: str, name: str, head: str, tail: str) -> list[tuple[int, str]]:
    """The lines between the first and the last, without their commas, with line numbers."""
    lines = text.split("\n")
    if len(lines) < 3 or lines[0] != head or lines[-2] != tail or lines[-1] != "":
        message = f"has to begin with a line {head} and end with a line {tail}"
        raise DataError([Problem(name, 1, "", "", "form", message)])
    body = lines[1:-2]
    for number, line in enumerate(body, start=2):
        if line.endswith(",") == (number == len(body) + 1):
            message = "one record a line, with a comma after each but the last"
            raise DataError([Problem(name, number, "", "", "form", message)])
    return [(number, line.removesuffix(",")) for number, line in enumerate(body, start=2)]


def _parse(body: str, name: str, line: int, problems: list[Problem]) -> Record | None:
    """One strict JSON object, or None with a problem noted."""
    try:
        return parse_object(body)
    except ValueError as error:
        problems.append(Problem(name, line, "", "", "json", f"is not valid JSON: {error}"))
        return None


def _from_cell(field: Field, cell: str) -> Any:
    if field.kind in LIST_KINDS:
        return cell.split(SEPARATOR) if cell else []
    if field.kind == "integer" and cell.isascii() and cell.isdigit():
        return int(cell)
    return cell or None


def _to_cell(value: Any) -> str:
    if isinstance(value, list):
        return SEPARATOR.join(value)
    return "" if value is None else str(value)
