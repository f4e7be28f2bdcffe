"""The API as files of a published site: every answer that does not depend on a free choice, and what stands beside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from geo.answers.endpoints import ENDPOINTS
from geo.answers.questions import question_of
from geo.answers.record import Record
from geo.export.programs.bodies import body_of
from geo.export.programs.documents import DOCUMENTS

#: The folder of a site in which they lie.
FOLDER = "api/v1"


def api_files(record: Record) -> dict[str, bytes]:
    """The files by their names in a site."""
    made = {f"{FOLDER}/{path}": body_of(record, question_of(record.dataset, path)) for path in published_paths(record)}
    return made | {f"{FOLDER}/{name}": one.make(record) for name, one in DOCUMENTS.items()}


def published_paths(record: Record) -> Iterator[str]:
    """The addresses of all answers that a site holds, below its folder."""
    for one in ENDPOINTS.values():
        yield from (f"{path}.json" for path in one.published(record))
        yield from (f"{path}.geojson" for path in one.published_drawn(record))


def remove_earlier(folder: Path, names: list[str]) -> list[str]:
    """Remove answers of an earlier version that this one has not: they would say what no longer holds, or may not be told.

    Returns
    -------
    The names of what was removed.

    Raises
    ------
    OSError
        When one can't be removed.
    """
    present = {folder / name for name in names}
    stale = [path for path in sorted((folder / FOLDER).rglob("*")) if path.is_file() and path not in present]
    for path in stale:
        path.unlink()
    return [path.relative_to(folder).as_posix() for path in stale]
