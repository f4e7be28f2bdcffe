"""How the released versions of the record tell one record: since which it is there, and what each changed of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Literal

from geo.queries.releases.changes import FieldChange, FileChanges, Lines, field_changes, lines_of, version_changes
from geo.queries.releases.kept import Files, kept_versions, may_be_told, release, release_files, unsound, version_of
from geo.queries.versions import versions
from geo.record.load import DATA_DIR, Dataset
from geo.record.schema import FILES

#: What a version did with a record: it stood in the first that is kept, came, came to say something else, or went.
Kind = Literal["first", "new", "changed", "gone"]
#: The files whose records have addresses of their own.
WITH_HISTORY = ("events", "control_claims")
Histories = Mapping[str, tuple["Told", ...]]


@dataclass(frozen=True)
class Told:
    """What a version did with a record; `day` is when that version was released, '' where it is not."""

    version: str
    day: str
    kind: Kind
    fields: tuple[FieldChange, ...] = ()


def told_versions(now: Dataset, data_dir: Path = DATA_DIR) -> list[tuple[str, str]]:
    """The released versions that are kept and tell nothing that may not be told by now, the oldest first, with their days."""
    if version_of(files_now(data_dir)) != now.version:  # the versions kept there are of another record
        return []
    kept = kept_versions(data_dir)
    found = [(version, day) for version, day in versions(data_dir)[::-1] if version in kept]
    return [(version, day) for version, day in found if may_be_told(partial(release, version, data_dir), now)]


def steps(now: Dataset, data_dir: Path = DATA_DIR) -> list[tuple[str, str]]:
    """Each version that can be told with the one before it, the oldest first; the record as it stands is the last."""
    known = [version for version, _ in told_versions(now, data_dir)]
    if known and now.version not in known:
        known.append(now.version)
    return list(pairwise(known))


def files_now(data_dir: Path = DATA_DIR) -> Files:
    """The files of the record as they stand in a folder."""
    paths = [data_dir / form.path for form in FILES.values()]
    return {path.name: path.read_bytes() for path in paths if path.exists()}


def histories(dataset: Dataset, data_dir: Path = DATA_DIR) -> Histories:
    """What the versions did with each event and control claim, by id, the oldest first; worked out once.

    Nothing is told where the record is not that of the folder.
    """
    return dataset.cached("histories", lambda: _histories(dataset, data_dir))


def changes_between(dataset: Dataset, old: str, new: str, data_dir: Path = DATA_DIR) -> dict[str, FileChanges]:
    """What changed from one version to another: released and kept ones, or the record as it stands.

    Raises
    ------
    DataError
        When one is not kept, is not what its name says, or tells what may not be told by now.
    """
    return version_changes(*(_told_files(dataset, one, data_dir) for one in (old, new)))


def _told_files(dataset: Dataset, version: str, data_dir: Path) -> Files:
    if version == dataset.version and version_of(now := files_now(data_dir)) == version:
        return now
    files = release_files(version, data_dir)
    if not may_be_told(lambda: release(version, data_dir), dataset):
        raise unsound(version, "tells what may not be told now")
    return files


def _histories(dataset: Dataset, data_dir: Path) -> Histories:
    now = files_now(data_dir)
    if version_of(now) != dataset.version:
        return {}
    found: dict[str, list[Told]] = {}
    before: dict[str, Lines] | None = None
    known: dict[str, Files] = {}
    steps = told_versions(dataset, data_dir)
    for version, day in steps if dataset.version in dict(steps) else [*steps, (dataset.version, "")]:
        files = now if version == dataset.version else release_files(version, data_dir, known)
        known[version] = files
        after = {name: lines_of(files, name) for name in WITH_HISTORY}
        for name in WITH_HISTORY:
            _tell(found, before[name] if before is not None else None, after[name], (version, day))
        before = after
    return {one: tuple(told) for one, told in found.items()}


def _tell(found: dict[str, list[Told]], before: Lines | None, after: Lines, at: tuple[str, str]) -> None:
    """Add what a version did with the records of a file."""
    for one, line in after.items():
        if before is None or one not in before:
            found.setdefault(one, []).append(Told(*at, "first" if before is None else "new"))
        elif before[one] != line and (fields := tuple(field_changes(before[one], line))):
            found.setdefault(one, []).append(Told(*at, "changed", fields))
    for one in (before or {}).keys() - after.keys():
        found.setdefault(one, []).append(Told(*at, "gone"))
