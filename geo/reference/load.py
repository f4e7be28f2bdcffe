"""From the files under `data/reference/` to one immutable, validated `Reference` with a version of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.record.field_rules import field_faults
from geo.record.geojson import Record, Row, read_bytes, rows_of
from geo.record.load import DATA_DIR, Dataset
from geo.record.problems import DataError, Fault, Problem
from geo.record.schema import DataFile
from geo.reference.releases import months_of
from geo.reference.review import public_matches
from geo.reference.schema import EVENTS, FOLDER, MATCHES, NONE, REFERENCE_FILES, RELEASES
from geo.reference.ucdp_rows import faults_of

Tables = Mapping[str, list[Row]]
Ids = Mapping[str, set[str]]


@dataclass(frozen=True)
class Reference:
    """UCDP's releases, rows and what of ours they match, at one version; no match names an event that is withheld or told coarsely."""

    version: str
    releases: tuple[Record, ...]
    events: tuple[Record, ...]
    matches: tuple[Record, ...]


def is_there(data_dir: Path = DATA_DIR) -> bool:
    """Whether a data folder has a reference at all."""
    return any((data_dir / FOLDER / form.path).exists() for form in REFERENCE_FILES.values())


def reference_beside(dataset: Dataset, data_dir: Path = DATA_DIR) -> Reference | None:
    """The reference of the folder that a record is from; None where there is none. Raises as `load_reference`."""
    return load_reference(dataset, data_dir) if is_there(data_dir) else None


def load_reference(dataset: Dataset, data_dir: Path = DATA_DIR) -> Reference:
    """The validated reference of a folder, beside the record of the same folder.

    Raises
    ------
    DataError
        With every problem of every file, when there is any.
    """
    tables, version = read_reference(data_dir)
    problems = reference_problems(tables, dataset)
    if problems:
        raise DataError(problems)
    releases, events, matches = (tuple(row.record for row in tables[name]) for name in REFERENCE_FILES)
    return Reference(version, releases, events, public_matches(matches, dataset))


def read_reference(data_dir: Path) -> tuple[dict[str, list[Row]], str]:
    """The rows of each file, with numbers as numbers, and the hash of all their bytes.

    Raises
    ------
    DataError
        When a file is missing or is not in its form.
    """
    digest = hashlib.sha256()
    tables = {}
    for name, form in REFERENCE_FILES.items():
        content = read_bytes(data_dir / FOLDER / form.path)
        digest.update(content)
        rows = rows_of(content, f"{FOLDER}/{form.path}", form)
        tables[name] = [Row(row.line, _with_numbers(row.record, form)) for row in rows]
    return tables, digest.hexdigest()[:12]


def reference_problems(tables: Tables, dataset: Dataset) -> list[Problem]:
    """Every problem of the reference, sorted by file and line; an empty list means it is sound."""
    ids: dict[str, set[str]] = {
        name: set(dataset.by_id(name)) for name in ("actors", "provinces", "districts", "events")
    }
    ids |= {form.name: _ids(form, tables) for form in (RELEASES, EVENTS)}
    problems: list[Problem] = []
    for name, form in REFERENCE_FILES.items():
        problems += _unsorted(form, tables[name])
        for row in tables[name]:
            record_id = str(row.record.get(form.id_field) or "")
            faults = [*_faults(form, row.record, ids)]
            problems += [Problem(f"data/{FOLDER}/{form.path}", row.line, record_id, *fault) for fault in faults]
    return sorted(problems or _across(tables))


def _faults(form: DataFile, record: Record, ids: Ids) -> Iterator[Fault]:
    if form is EVENTS:
        yield from faults_of(record, ids)
        return
    faults = list(field_faults(record, form.fields, ids))
    yield from faults
    if faults:
        return
    if form is RELEASES and (record["months_from"] is None) != (record["months_to"] is None):
        yield "months_from", "span", "months_from and months_to are both given or both null"
    elif form is RELEASES and (record["months_from"] or "") > (record["months_to"] or ""):
        yield "months_from", "span", f"{record['months_from']} is after months_to {record['months_to']}"
    elif form is MATCHES and (record["event_id"] is None) != (record["how"] == NONE):
        yield "event_id", "how", "is empty where how is none, and nowhere else"
    elif form is MATCHES and record["ucdp_id"] not in ids[EVENTS.name]:
        yield "ucdp_id", "ref", f"{record['ucdp_id']} is not in {EVENTS.name}"


def _across(tables: Tables) -> list[Problem]:
    """What only all files together show: rows counted wrongly, rows that no line of the matches tells."""
    counted: dict[str, int] = {}
    for row in tables[EVENTS.name]:
        counted[row.record["release"]] = counted.get(row.record["release"], 0) + 1
    problems = []
    for row in tables[RELEASES.name]:
        name, here = row.record["release"], counted.get(row.record["release"], 0)
        if row.record["rows"] != here:
            problems.append(_problem(RELEASES, row.line, name, "rows", f"says {row.record['rows']}, here are {here}"))
    matched = {row.record["ucdp_id"] for row in tables[MATCHES.name]}
    for row in tables[EVENTS.name]:
        if row.record["ucdp_id"] not in matched:
            message = f"no line of {MATCHES.path} tells it; run python -m geo reference matches --anew"
            problems.append(_problem(EVENTS, row.line, row.record["ucdp_id"], "", message))
    return problems


def _unsorted(form: DataFile, rows: list[Row]) -> Iterator[Problem]:
    """Lines that are out of order or stand twice."""
    keys = [tuple(str(row.record.get(name) or "") for name in _key(form)) for row in rows]
    for row, before, key in zip(rows[1:], keys, keys[1:], strict=False):
        if key <= before:
            message = f"{' '.join(key)} stands after {' '.join(before)}; each once, in order"
            yield _problem(form, row.line, key[0], form.id_field, message)


def _key(form: DataFile) -> tuple[str, ...]:
    return (form.id_field, "event_id") if form is MATCHES else (form.id_field,)


def _problem(form: DataFile, line: int, record_id: str, field: str, message: str) -> Problem:
    return Problem(f"data/{FOLDER}/{form.path}", line, record_id, field, "reference", message)


def _ids(form: DataFile, tables: Tables) -> set[str]:
    return {str(row.record.get(form.id_field)) for row in tables[form.name]}


def _with_numbers(record: Record, form: DataFile) -> Record:
    """The cells of a table as the schema has them; what is no number stays text, so that its rule tells it."""
    kinds = {field.name: field.kind for field in form.fields}
    return {name: _number(value, kinds.get(name, "")) for name, value in record.items()} if form is MATCHES else record


def _number(value: Any, kind: str) -> Any:
    if kind not in ("integer", "number") or not isinstance(value, str):
        return value
    try:
        return int(value) if kind == "integer" else float(value)
    except ValueError:
        return value


def months_covered(reference: Reference) -> set[str]:
    """The months YYYY-MM that some release covers whole."""
    return {month for release in reference.releases for month in months_of(release)}
