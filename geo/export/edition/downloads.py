"""What may be taken away from the edition: the replay in one file, tables by kind and form."""

from __future__ import annotations

from collections.abc import Iterable

from geo.export.edition.frame import Download
from geo.export.table_files import SIDECAR
from geo.wording.text import t

REPLAY = "replay.html"


def downloads_of(version: str, tables: Iterable[str]) -> dict[str, tuple[Download, ...]]:
    """The files by the key of their heading, for the page of downloads.

    Parameters
    ----------
    tables : names of tables such as 'events.csv', which lie in `data/VERSION/`.
    """
    listed = tuple(
        Download(f"data/{version}/{name}", _label(name)) for name in sorted(tables) if not name.endswith(SIDECAR)
    )
    return {
        "edition.downloads.tables": listed,
        "edition.downloads.replay": (Download(REPLAY, t("export.replay")),),
    }


def _label(name: str) -> str:
    kind, _, form = name.rpartition(".")
    named = t(f"edition.kind.{kind}") if kind in ("events", "zones", "provinces") else t("edition.kind.ucdp")
    return t(f"edition.table_of.{form}", kind=named)
