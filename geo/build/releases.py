"""A version of the record packed for `data/releases/`: what differs from the version before, line by line."""

from __future__ import annotations

import json
import lzma
from collections.abc import Mapping
from difflib import SequenceMatcher
from pathlib import Path

from geo.queries.releases.kept import ENDING, FOLDER, kept_versions, release_files, version_of
from geo.queries.versions import versions
from geo.record.atomic import write_atomically
from geo.record.schema import FILES

#: Ten times smaller than text; slow to make and quick to read.
PRESET = 9 | lzma.PRESET_EXTREME


def keep_release(data_dir: Path) -> Path:
    """Keep the record as it stands, beside those that are kept already.

    Raises
    ------
    ValueError
        When `versions.csv` does not name its version.
    DataError
        When the version before can't be read.
    """
    files = {form.path: (data_dir / form.path).read_bytes() for form in FILES.values()}
    version, released = version_of(files), [one for one, _ in versions(data_dir)]
    if version not in released:
        raise ValueError(f"data/versions.csv does not name {version}: add the line '{version},DAY' first")
    kept = kept_versions(data_dir)
    base = next((one for one in released[released.index(version) + 1 :] if one in kept), None)
    path = data_dir / FOLDER / f"{version}{ENDING}"
    write_atomically(path, packed(files, base, release_files(base, data_dir) if base else {}), parents=True)
    return path


def packed(files: Mapping[str, bytes], base: str | None, before: Mapping[str, bytes]) -> bytes:
    """The file that keeps a version.

    Parameters
    ----------
    base : the version that it is told from; None where it is told whole.
    before : the files of that version.
    """
    told = {path: _lines(before.get(path, b""), content) for path, content in files.items()}
    text = json.dumps({"base": base, "files": told}, ensure_ascii=False, separators=(",", ":"))
    return lzma.compress(text.encode("utf-8"), preset=PRESET)


def _lines(before: bytes, content: bytes) -> list[list[int] | str]:
    """The lines of a file: runs of the file before as where they begin and how many they are, new ones as text."""
    old, new = before.splitlines(keepends=True), content.splitlines(keepends=True)
    lines: list[list[int] | str] = []
    for how, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            lines.append([start, end - start])
        else:
            lines += [line.decode("utf-8") for line in new[first:last]]
    return lines
