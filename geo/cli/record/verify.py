"""`verify FILE …`: whether files and folders are as we made them, from which version, and how far that is vouched for."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.cli import common
from geo.ingest.plain import plain
from geo.wording.lists import listed
from geo.wording.text import t

if TYPE_CHECKING:
    from geo.control.timeline import Timeline
    from geo.export.checking.verdict import Rebuild, Verdict
    from geo.export.marks.manifest import Manifest

#: What the command ends with.
CODES = {"unchanged": 0, "changed": 1, "foreign": 2}
#: So many names of files are told.
MOST = 12


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser(
        "verify", help="whether a file or folder of ours is unchanged (0), changed (1) or without our marks (2)"
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--key", type=Path, metavar="PUBLIC.pem", help="the makers' public key, which you trust")
    parser.add_argument("--no-rebuild", action="store_true", help="look at the file alone: make nothing again")
    common.add_data(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Tell of each; the gravest finding is what the command ends with."""
    from geo.export.checking.verdict import verdict_on
    from geo.export.marks.signing import public_key_of

    trusted = public_key_of(arguments.key) if arguments.key else None
    rebuild = None if arguments.no_rebuild else _rebuild(arguments.data)
    found = {path: verdict_on(path, trusted, rebuild) for path in arguments.files}
    if arguments.json:
        common.print_json([_as_json(path, verdict) for path, verdict in found.items()])
    else:
        for path, verdict in found.items():
            print(plain(f"{path}: {' '.join(in_words(verdict))}"))  # it may name what stands in a file of a stranger
    return max(CODES[verdict.finding] for verdict in found.values())


def in_words(found: Verdict) -> Iterator[str]:
    """What is found, in sentences."""
    if found.manifest is None:
        yield t(f"verify.{found.finding}_unmarked")
        return
    yield t(f"verify.{found.finding}", kind=t(f"verify.kind.{found.manifest.kind}"), version=found.manifest.version)
    if found.finding == "unchanged":
        yield t(f"verify.standing.{found.standing}")
        if found.has_other:
            yield t("verify.other")
        if found.signer is None:
            yield t("verify.unsigned")
        elif found.standing != "signed":
            yield t("verify.signed_by", key=found.signer)
    elif found.signer == "":
        yield t("verify.signature_wrong")
    for how in ("changed", "missing", "added"):
        if names := getattr(found.differing, how):
            yield t(f"verify.parts.{how}", count=len(names), names=listed(names[:MOST]))


def _rebuild(data_dir: Path) -> Rebuild:
    """Makes files again by the record beside, or by a released version of it that is kept."""

    @cache
    def timeline(version: str) -> Timeline | None:
        from geo.control.timeline import Timeline
        from geo.queries.releases.kept import kept_versions, may_be_told, release
        from geo.record.load import load
        from geo.record.problems import DataError

        try:
            now = load(data_dir)
            if now.version == version:
                return Timeline(now)
            if version not in kept_versions(data_dir):
                return None
            earlier = release(version, data_dir)
            return Timeline(earlier) if may_be_told(lambda: earlier, now) else None
        except DataError:  # a file is told by itself where no sound record stands beside
            return None

    def make(manifest: Manifest, form: str) -> bytes | None:
        from geo.export.checking.rebuild import made_again

        found = timeline(manifest.version)
        return made_again(found, data_dir, manifest, form) if found else None

    return make


def _as_json(path: Path, found: Verdict) -> dict[str, Any]:
    manifest = found.manifest
    return {
        "file": str(path),
        "finding": found.finding,
        "standing": found.standing if found.finding == "unchanged" else None,
        "dataset": manifest.version if manifest else None,
        "kind": manifest.kind if manifest else None,
        "signer": found.signer or None,
        "rebuilt_is_other": found.has_other,
        "parts": {how: list(getattr(found.differing, how)) for how in ("changed", "missing", "added")},
    }
