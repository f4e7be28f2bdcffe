"""A file with a manifest in it, and what is found when such a file is looked at again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from geo.export.marks.containers import CONTAINERS
from geo.export.marks.manifest import MARK, Manifest, manifest_in, sealed
from geo.export.marks.signing import SigningKey, signer_of
from geo.wording.cite import AUTHOR

#: What tells a file of ours, where its manifest does not.
SIGNS = (MARK.encode("ascii"), AUTHOR.encode("ascii"), b'<meta name="data-version"')
#: What is found: as it was made; other than it was made; no mark of ours in it.
Finding = Literal["unchanged", "changed", "foreign"]


@dataclass(frozen=True)
class Looked:
    """What is found in a file, and its manifest where that can be read."""

    finding: Finding
    manifest: Manifest | None = None


def with_manifest(content: bytes, form: str, manifest: Manifest, key: SigningKey | None = None) -> bytes:
    """A file with its manifest; signed where a key is given.

    Parameters
    ----------
    content : the file as it is without one.
    form : the ending of its name: 'png', 'zip' …

    Raises
    ------
    KeyError
        For a form that can't hold one.
    """
    whole = sealed(manifest, content)
    if key:
        whole = replace(whole, signature=key.signature(whole.sha256))
    return CONTAINERS[form].put(content, whole.text)


def taken_apart(content: bytes, form: str) -> tuple[bytes, Manifest] | None:
    """A file without its manifest, and that; nothing where it has none that can be read."""
    taken = CONTAINERS[form].take(content) if form in CONTAINERS else None
    manifest = manifest_in(taken[1]) if taken else None
    return (taken[0], manifest) if taken and manifest else None


def looked_at(content: bytes, form: str) -> Looked:
    """Whether a file is as it was made: its hash and signature are right, and its manifest stands where and as we put it."""
    apart = taken_apart(content, form)
    if apart is None:
        return Looked("changed" if is_ours(content) else "foreign")
    rest, manifest = apart
    as_made = sealed(manifest, rest) == manifest and CONTAINERS[form].put(rest, manifest.text) == content
    return Looked("unchanged" if as_made and signer_of(manifest) != "" else "changed", manifest)


def is_ours(content: bytes) -> bool:
    """Whether a file bears our name, or that of a manifest, anywhere."""
    return any(sign in content for sign in SIGNS)
