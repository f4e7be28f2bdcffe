"""What differs between two versions of the record: which records are new, gone, or say something else, field by field."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from geo.queries.releases.kept import Files
from geo.record.schema import FILES, DataFile

#: A record as its line has it, by its id.
Lines = dict[str, str]
#: Of these files every record stands for itself; districts and the like are the ground that they stand on.
RECORDS = ("events", "control_claims", "sources", "presence", "statistics", "undated", "moments", "actors", "places")
GEOMETRY = "geometry"


@dataclass(frozen=True)
class FieldChange:
    """A field that says something else: what it said, and what it says; None where it said nothing."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True)
class RecordChange:
    """A record that says something else than before."""

    record_id: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True)
class FileChanges:
    """What differs in a file: ids of records that are new or gone, and records that say something else."""

    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    changed: tuple[RecordChange, ...] = ()

    @property
    def count(self) -> int:
        """How many records differ."""
        return len(self.new) + len(self.gone) + len(self.changed)


def version_changes(before: Files, after: Files) -> dict[str, FileChanges]:
    """What differs from one version to another, by file; withheld records are in neither.

    Parameters
    ----------
    before, after : the files of the versions by their names under `data/`.
    """
    return {name: file_changes(lines_of(before, name), lines_of(after, name)) for name in FILES}


def file_changes(before: Lines, after: Lines) -> FileChanges:
    """What differs in a file between its records of two versions."""
    new, gone = sorted(after.keys() - before.keys()), sorted(before.keys() - after.keys())
    differing = [one for one in sorted(before.keys() & after.keys()) if before[one] != after[one]]
    changed = [RecordChange(one, tuple(field_changes(before[one], after[one]))) for one in differing]
    return FileChanges(tuple(new), tuple(gone), tuple(one for one in changed if one.fields))


def field_changes(before: str, after: str) -> Iterator[FieldChange]:
    """The fields that differ between two lines of a record; a field that is new and says nothing does not."""
    old, new = fields_of_line(before), fields_of_line(after)
    for name in dict.fromkeys((*new, *old)):
        if (was := old.get(name)) != (now := new.get(name)):
            yield FieldChange(name, was, now)


def lines_of(files: Files, name: str) -> Lines:
    """The records of a file of a version as lines, by their id; those that were withheld are left out."""
    form = FILES[name]
    content = files.get(form.path, b"").decode("utf-8")
    lines = dict(_csv_lines(content, form) if form.form == "csv" else _json_lines(content, form))
    return {one: line for one, line in lines.items() if '"sensitivity":"withheld"' not in line}


def fields_of_line(line: str) -> Mapping[str, Any]:
    """The fields of a record; a point as its longitude and latitude, any other shape as how many points it has."""
    found: dict[str, Any] = json.loads(line)
    if "properties" not in found:
        return found
    return {**found["properties"], GEOMETRY: _shape(found["geometry"])}


def only(changes: Mapping[str, FileChanges], names: Collection[str]) -> dict[str, FileChanges]:
    """What differs in some files, without those in which nothing does."""
    return {name: found for name, found in changes.items() if name in names and found.count}


def _shape(geometry: Mapping[str, Any] | None) -> str | None:
    if geometry is None:
        return None
    if geometry["type"] == "Point":
        return ", ".join(map(str, geometry["coordinates"]))
    return f"{geometry['type']}: {len(re.findall(r'[0-9.]+,', json.dumps(geometry['coordinates'])))}"


def _json_lines(content: str, form: DataFile) -> Iterator[tuple[str, str]]:
    named = re.compile(rf'"{form.id_field}":"([^"]*)"')
    for line in content.splitlines():
        if found := named.search(line):
            yield found[1], line.rstrip(",")


def _csv_lines(content: str, form: DataFile) -> Iterator[tuple[str, str]]:
    for row in csv.DictReader(io.StringIO(content, newline="")):
        yield row[form.id_field], json.dumps({name: value or None for name, value in row.items()}, ensure_ascii=False)
