"""The files of `data/reference/` made anew: from files of UCDP's, or only the matches; all of them or none."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from geo.record.atomic import atomic_folder
from geo.record.geojson import Record, Row, write_rows
from geo.record.load import Dataset
from geo.reference.load import is_there, read_reference
from geo.reference.places import Districts
from geo.reference.releases import leading, standing
from geo.reference.review import renewed
from geo.reference.schema import EVENTS, FOLDER, MATCHES, REFERENCE_FILES, RELEASES
from geo.reference.ucdp_files import Progress, read_file


@dataclass(frozen=True)
class Made:
    """What was written: releases with their rows, how many rows gave way to others, reviewed lines that went."""

    releases: list[Record]
    rows: int
    gave_way: int
    gone: list[Record]


def bring(paths: Iterable[Path], data_dir: Path, dataset: Dataset, progress: Progress) -> Made:
    """Read files of UCDP's and put their rows beside those that are there; a release that is there is replaced.

    Raises
    ------
    DataError, ValueError
        When a file can't be taken whole; then nothing is written.
    """
    before = _before(data_dir)
    districts = Districts(dataset)
    releases = {release["release"]: release for release in before[RELEASES.name]}
    events = {name: [row for row in before[EVENTS.name] if row["release"] == name] for name in releases}
    for path in paths:
        release, rows = read_file(path, districts, progress)
        releases[release["release"]], events[release["release"]] = release, rows
    every = [row for rows in events.values() for row in rows]
    kept = standing(every, releases.values())
    return _write(releases, kept, before[MATCHES.name], data_dir, dataset, len(every) - len(kept))


def match_anew(data_dir: Path, dataset: Dataset) -> Made:
    """Make the matches of the rows that are there with the record of now."""
    before = _before(data_dir)
    releases = {release["release"]: release for release in before[RELEASES.name]}
    return _write(releases, before[EVENTS.name], before[MATCHES.name], data_dir, dataset, 0)


def _before(data_dir: Path) -> dict[str, list[Record]]:
    if not is_there(data_dir):
        return {name: [] for name in REFERENCE_FILES}
    tables, _ = read_reference(data_dir)
    return {name: [row.record for row in rows] for name, rows in tables.items()}


def _write(
    releases: Mapping[str, Record],
    rows: list[Record],
    before: list[Record],
    data_dir: Path,
    dataset: Dataset,
    gave_way: int,
) -> Made:
    counted = Counter(row["release"] for row in rows)
    stand = {*leading(releases.values()).values(), *counted}
    named = [release | {"rows": counted[name]} for name, release in releases.items() if name in stand]
    lines, gone = renewed(rows, dataset, before)
    tables = {RELEASES.name: named, EVENTS.name: rows, MATCHES.name: lines}
    with atomic_folder(data_dir / FOLDER) as made:
        _keep_others(data_dir / FOLDER, made)
        for name, form in REFERENCE_FILES.items():
            text = write_rows([Row(0, record) for record in tables[name]], form)
            (made / form.path).write_bytes(text.encode("utf-8"))
    return Made(sorted(named, key=lambda release: str(release["release"])), len(rows), gave_way, gone)


def _keep_others(folder: Path, made: Path) -> None:
    """What else stands in the folder stays in it."""
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.is_file() and path.name not in {form.path for form in REFERENCE_FILES.values()}:
            shutil.copy2(path, made / path.name)
