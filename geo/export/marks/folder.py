"""A folder of files that stand for one another: a manifest lists them, and tells which is not as it was made."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from geo.export.marks.manifest import MAKER, Manifest, sums
from geo.export.marks.seal import Looked, looked_at, with_manifest
from geo.export.marks.signing import SigningKey

MANIFEST = "MANIFEST.json"
#: What of a folder earlier versions may have left there.
EARLIER = ("data/", "api/", "assets/")


@dataclass(frozen=True)
class Differing:
    """Which files are other than the manifest says, which are not there, and which it does not name."""

    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


def folder_manifest(contents: Mapping[str, bytes], manifest: Manifest, key: SigningKey | None = None) -> bytes:
    """The file that lists the others, with a manifest of itself."""
    whole = Manifest(manifest.kind, manifest.version, manifest.made, sums(contents))
    return with_manifest(f'{{"title":"{MAKER}"}}\n'.encode(), "json", whole, key)


def folder_looked_at(folder: Path) -> tuple[Looked, Differing]:
    """Whether a folder is as it was made, and where it is not.

    Raises
    ------
    OSError
        When it can't be read.
    """
    told = folder / MANIFEST
    if not told.is_file():
        return Looked("foreign"), Differing()
    looked = looked_at(told.read_bytes(), "json")
    if looked.finding != "unchanged" or looked.manifest is None:
        return looked, Differing()
    found = _differing(folder, looked.manifest)
    grave = found.changed or found.missing or [one for one in found.added if not one.startswith(EARLIER)]
    return Looked("changed" if grave else "unchanged", looked.manifest), found


def _differing(folder: Path, manifest: Manifest) -> Differing:
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {MANIFEST}
    listed = manifest.parts
    changed = [name for name in sorted(there & listed.keys()) if digest_of(folder / name) != listed[name]]
    return Differing(tuple(changed), tuple(sorted(listed.keys() - there)), tuple(sorted(there - listed.keys())))


def told_beside(path: Path) -> Looked:
    """Whether a file is as a manifest in one of the folders above it says."""
    for folder in list(path.resolve().parents)[:4]:
        if not (folder / MANIFEST).is_file():
            continue
        looked = looked_at((folder / MANIFEST).read_bytes(), "json")
        name = path.resolve().relative_to(folder).as_posix()
        if looked.manifest and name in looked.manifest.parts:
            same = looked.finding == "unchanged" and digest_of(path) == looked.manifest.parts[name]
            return Looked("unchanged" if same else "changed", looked.manifest)
    return Looked("foreign")


def digest_of(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
