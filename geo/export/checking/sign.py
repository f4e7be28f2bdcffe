"""A file of ours signed: its manifest gets a signature, all else stays as it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from geo.export.checking.verdict import form_of
from geo.export.marks.containers import CONTAINERS
from geo.export.marks.folder import MANIFEST
from geo.export.marks.seal import looked_at, taken_apart
from geo.export.marks.signing import SigningKey
from geo.export.table_files import SIDECAR
from geo.record.atomic import write_atomically


def sign(path: Path, key: SigningKey) -> Path:
    """Sign a file, the description beside a table, or the manifest of a folder; returns what was signed.

    Raises
    ------
    ValueError
        When it is not as it was made: what is not ours is not signed.
    OSError
        When it can't be read or written.
    """
    target = (
        path / MANIFEST if path.is_dir() else path.with_name(path.name + SIDECAR) if form_of(path) == "csv" else path
    )
    content, form = target.read_bytes(), form_of(target)
    apart = taken_apart(content, form)
    if apart is None or looked_at(content, form).finding != "unchanged":
        raise ValueError(f"{target}: not a file of ours as it was made")
    rest, manifest = apart
    signed = replace(manifest, signature=key.signature(manifest.sha256))
    write_atomically(target, CONTAINERS[form].put(rest, signed.text))
    return target
