"""What a file says of itself: its kind, the version of the data, how it is made again, its hash, who signed it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

#: What a manifest is found by in a file of any form.
MARK = "acr-manifest"
#: Who made it, as every manifest says.
MAKER = "Afghanistan Conflict Replay"
UNSIGNED = "unsigned"
#: The hash of a file that has none yet.
BLANK = "0" * 64
KINDS = ("description", "edition", "film", "pack", "picture", "replay", "sheet", "table")
VERSION = re.compile(r"[0-9a-f]{12}")
KEYS = ("by", "kind", "made", "parts", "sha256", "signature", "version")


@dataclass(frozen=True)
class Manifest:
    """What a file says of itself.

    Parameters
    ----------
    kind : one of `KINDS`.
    version : that of the data, as `data/versions.csv` names it.
    made : what it was asked to show, for making it again; empty where nothing makes it again.
    parts : SHA-256 by name of what it holds, or of what it describes.
    sha256 : of the file without its manifest, and of the manifest with this field blanked and no signature.
    signature : 'unsigned', or 'ed25519:KEY:SIGNATURE' in hexadecimal letters, over `sha256`.
    """

    kind: str
    version: str
    made: Mapping[str, Any] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    sha256: str = BLANK
    signature: str = UNSIGNED

    @property
    def text(self) -> str:
        """The manifest as it stands in a file: one line of ASCII that ends no comment and no element."""
        told = json.dumps(asdict(self) | {"by": MAKER}, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
        return told.replace("<", r"\u003c").replace("--", r"-\u002d")


def sealed(manifest: Manifest, rest: bytes) -> Manifest:
    """A manifest with the hash of the file that it stands in.

    Parameters
    ----------
    rest : the file without its manifest.
    """
    blank = replace(manifest, sha256=BLANK, signature=UNSIGNED)
    digest = hashlib.sha256(rest + b"\0" + blank.text.encode("ascii")).hexdigest()
    return replace(manifest, sha256=digest)


def manifest_in(text: str) -> Manifest | None:
    """The manifest of a text; nothing where it is not one, or not written as we write it."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or tuple(sorted(found)) != KEYS or found.pop("by") != MAKER:
        return None
    manifest = Manifest(**found)
    return manifest if _is_sound(manifest) and manifest.text == text else None


def _is_sound(manifest: Manifest) -> bool:
    """Whether a manifest of a stranger has what ours have, each of its type."""
    texts = (manifest.kind, manifest.version, manifest.sha256, manifest.signature)
    has_types = all(isinstance(one, str) for one in texts) and isinstance(manifest.made, dict)
    has_parts = isinstance(manifest.parts, dict) and all(isinstance(one, str) for one in manifest.parts.values())
    return has_types and has_parts and manifest.kind in KINDS and bool(VERSION.fullmatch(manifest.version))


def sums(contents: Mapping[str, bytes]) -> dict[str, str]:
    """SHA-256 of contents by their name."""
    return {name: hashlib.sha256(contents[name]).hexdigest() for name in sorted(contents)}
