"""The released versions of the record that are kept beside it: each as what differs from the one before, line by line."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import lzma
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from geo.record.geojson import LIST_KINDS, Row, rows_of
from geo.record.load import DATA_DIR, Dataset, public_sources
from geo.record.problems import DataError, Problem
from geo.record.schema import FILES, DataFile

FOLDER = "releases"
ENDING = ".json.xz"
#: What a kept file may unpack to: a stranger's would else fill the memory.
MAX_BYTES = 64_000_000
#: A line of the file before is told by where a run of lines begins and how many they are; a new one by its text.
Lines = Sequence[Sequence[int] | str]
#: The files of a version by their names under `data/`.
Files = dict[str, bytes]


def kept_versions(data_dir: Path = DATA_DIR) -> frozenset[str]:
    """The versions that are kept."""
    return frozenset(path.name.removesuffix(ENDING) for path in (data_dir / FOLDER).glob(f"*{ENDING}"))


def release_files(version: str, data_dir: Path = DATA_DIR, known: Mapping[str, Files] | None = None) -> Files:
    """The files of a released version, byte for byte, by their names under `data/`; those that it had not are not there.

    Parameters
    ----------
    known : the files of versions that are unpacked already, by their name.

    Raises
    ------
    DataError
        When it is not kept, or what is kept is not that version.
    """
    if version not in kept_versions(data_dir):  # also what is no name of a file
        raise unsound(version, "is not kept")
    try:
        with lzma.open(data_dir / FOLDER / f"{version}{ENDING}") as packed:
            told: dict[str, Any] = json.loads(packed.read(MAX_BYTES))
    except (OSError, ValueError, lzma.LZMAError, EOFError) as error:
        raise unsound(version, "can't be read") from error
    base = told["base"]
    before = ((known or {}).get(base) or release_files(base, data_dir)) if base else {}
    files = {path: _joined(before.get(path, b""), lines) for path, lines in told["files"].items()}
    if version_of(files) != version:
        raise unsound(version, "is not what its name says")
    return files


def version_of(files: Files) -> str:
    """The version of the record that these files are: a hash over all their bytes."""
    digest = hashlib.sha256()
    for form in FILES.values():
        digest.update(files.get(form.path, b""))
    return digest.hexdigest()[:12]


def release(version: str, data_dir: Path = DATA_DIR) -> Dataset:
    """A released version as a record; what the forms of today have and it had not is empty.

    Raises
    ------
    DataError
        As `release_files`.
    """
    files = release_files(version, data_dir)
    tables = {name: tuple(_rows(files[form.path], form)) if form.path in files else () for name, form in FILES.items()}
    return Dataset(version, MappingProxyType(tables))


def may_be_told(make: Callable[[], Dataset], now: Dataset) -> bool:
    """Whether an earlier version tells nothing that is withheld by now, and nothing more finely than it is told now.

    Parameters
    ----------
    make : gives that version; it is not asked where nothing is withheld or told coarsely.
    """
    coarse = [event for event in now.public_events if event["sensitivity"] == "generalised"]
    if len(now.public_events) == len(now.records("events")) and not coarse:
        return True
    earlier = make()
    shown = {*now.public_by_id, *(source["source_id"] for source in public_sources(now))}
    hidden = {*now.by_id("events"), *now.by_id("sources")} - shown
    told = {*earlier.public_by_id, *(source["source_id"] for source in public_sources(earlier))}
    finer = [
        e for e in coarse if earlier.public_by_id.get(e["event_id"], e) != e or _point(earlier, e) != _point(now, e)
    ]
    return not hidden & told and not finer


def _point(dataset: Dataset, event: Mapping[str, Any]) -> object:
    points = dataset.cached("points", lambda: {r.record["event_id"]: r.geometry for r in dataset.tables["events"]})
    return points.get(event["event_id"])


def _joined(before: bytes, lines: Lines) -> bytes:
    known = before.splitlines(keepends=True)
    parts: list[bytes] = []
    for one in lines:
        parts += [one.encode("utf-8")] if isinstance(one, str) else known[one[0] : one[0] + one[1]]
    return b"".join(parts)


def _rows(content: bytes, form: DataFile) -> list[Row]:
    """The rows of a file, with every field that they have today."""
    rows = rows_of(_with_columns(content, form) if form.form == "csv" else content, form.path, form)
    return [replace(row, record=_nothing(form) | row.record) for row in rows]


def _nothing(form: DataFile) -> dict[str, Any]:
    """What the fields of a record hold that tells nothing."""
    return {field.name: [] if field.kind in LIST_KINDS else None for field in form.fields}


def _with_columns(content: bytes, form: DataFile) -> bytes:
    """A table with the columns of today; those that it had not are empty."""
    found = list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(
        out, [field.name for field in form.fields], restval="", lineterminator="\n", extrasaction="ignore"
    )
    writer.writeheader()
    writer.writerows(found)
    return out.getvalue().encode("utf-8")


def unsound(version: str, what: str) -> DataError:
    """What is wrong with a version that is asked for."""
    return DataError([Problem(f"data/{FOLDER}", 0, version[:40], "", "release", f"the version {what}")])
