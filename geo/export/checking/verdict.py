"""Whether a file is as we made it, from which version of the data, and how far that is vouched for; without a network."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from geo.export.marks.folder import MANIFEST, Differing, digest_of, folder_looked_at, told_beside
from geo.export.marks.manifest import Manifest
from geo.export.marks.seal import Finding, Looked, looked_at, taken_apart
from geo.export.marks.signing import signer_of
from geo.export.table_files import SIDECAR

#: Signed by a key that is trusted; made again byte for byte; neither, so that anybody may have made it.
Standing = Literal["signed", "rebuilt", "consistent"]
#: Makes the file of a manifest again; None where it can't be.
Rebuild = Callable[[Manifest, str], bytes | None]
NONE = Differing()
ENDINGS = {"htm": "html", "jpeg": "jpg"}


@dataclass(frozen=True)
class Verdict:
    """What is found of a file or folder.

    Parameters
    ----------
    signer : the public key that signed it; None where nobody did.
    has_other : whether what is made again of the same version is another file.
    """

    finding: Finding
    manifest: Manifest | None = None
    standing: Standing = "consistent"
    signer: str | None = None
    has_other: bool = False
    differing: Differing = NONE


def verdict_on(path: Path, trusted: str | None = None, rebuild: Rebuild | None = None) -> Verdict:
    """What is found of a file, or of a folder with a manifest.

    Parameters
    ----------
    trusted : the public key whose signature is trusted, in hexadecimal letters.
    rebuild : makes a file again, where that is wanted.

    Raises
    ------
    OSError
        When it can't be read.
    """
    if path.is_dir():
        looked, differing = folder_looked_at(path)
        return _vouched(looked, trusted, differing)
    form = form_of(path)
    content = path.read_bytes()
    looked = looked_at(content, form)
    if not looked.manifest:
        beside = _described(path) if form == "csv" else told_beside(path)
        looked = beside if beside.manifest else looked
        found = _vouched(looked, trusted)
        return _table_again(found, content, rebuild) if rebuild and form == "csv" else found
    found = _vouched(looked, trusted, _inside(content, looked) if form == "zip" else NONE)
    return _made_again(found, content, form, rebuild) if rebuild and found.finding == "unchanged" else found


def form_of(path: Path) -> str:
    """The form of a file by the ending of its name."""
    ending = path.suffix.lower().removeprefix(".")
    return ENDINGS.get(ending, ending)


def _vouched(looked: Looked, trusted: str | None, differing: Differing = NONE) -> Verdict:
    """A finding with who signed."""
    if looked.manifest is None:
        return Verdict(looked.finding, differing=differing)
    signer = signer_of(looked.manifest)
    is_signed = bool(signer) and signer == trusted and looked.finding == "unchanged"
    return Verdict(
        looked.finding, looked.manifest, "signed" if is_signed else "consistent", signer, differing=differing
    )


def _made_again(found: Verdict, content: bytes, form: str, rebuild: Rebuild) -> Verdict:
    """A verdict with whether the file made again is the same, whoever signed it."""
    again = rebuild(found.manifest, form) if found.manifest else None
    if again is None:
        return found
    ours, theirs = taken_apart(again, form), taken_apart(content, form)
    is_same = bool(ours and theirs and (ours[0], ours[1].sha256) == (theirs[0], theirs[1].sha256))
    return replace(found, standing="rebuilt") if is_same else replace(found, has_other=True)


def _table_again(found: Verdict, content: bytes, rebuild: Rebuild) -> Verdict:
    """A verdict on a CSV file, which has its manifest beside it, with whether it is the same when it is made again."""
    again = rebuild(found.manifest, "csv") if found.manifest and found.finding == "unchanged" else None
    if again is None:
        return found
    return replace(found, standing="rebuilt") if again == content else replace(found, has_other=True)


def _described(path: Path) -> Looked:
    """Whether a table is as its description beside it says, or a manifest above it."""
    beside = path.with_name(path.name + SIDECAR)
    if not beside.is_file():
        return told_beside(path)
    looked = looked_at(beside.read_bytes(), "json")
    if looked.manifest is None:
        return told_beside(path)
    same = looked.finding == "unchanged" and digest_of(path) in looked.manifest.parts.values()
    return Looked("unchanged" if same else "changed", looked.manifest)


def _inside(content: bytes, looked: Looked) -> Differing:
    """Which files of a changed pack are other than its own list says."""
    if looked.finding != "changed":
        return NONE
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as pack:
            listed = looked_at(pack.read(MANIFEST), "json").manifest
            names = set(pack.namelist()) - {MANIFEST}
            parts = listed.parts if listed else {}
            changed = [name for name in sorted(names & parts.keys()) if not _holds(pack, name, parts[name])]
    except (zipfile.BadZipFile, KeyError, OSError, NotImplementedError, RuntimeError):
        return NONE
    return Differing(tuple(changed), tuple(sorted(parts.keys() - names)), tuple(sorted(names - parts.keys())))


def _holds(pack: zipfile.ZipFile, name: str, digest: str) -> bool:
    try:
        return hashlib.sha256(pack.read(name)).hexdigest() == digest
    except (zipfile.BadZipFile, zlib.error):
        return False
