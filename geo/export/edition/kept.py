"""What a reader may keep on a device: which files of the edition, and the worker that keeps them whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from geo.address.paths import PAGE_FILES, RECORD_FILES
from geo.browser.assets import web_modules
from geo.browser.reader_files import keeper_script
from geo.export.edition.frame import Edition, framed
from geo.export.edition.records import intro
from geo.record.geojson import dumps
from geo.wording.text import t

#: The worker, what a page tells of what is kept, and what an address leads to that is not kept.
WORKER, TOLD, MISSING = "keeper.js", "kept.json", "not-kept.html"
#: So many letters of a digest tell versions apart.
LETTERS = 16
#: What only the app's pages ask for, and what is in the rest in two parts.
NOT_ASKED = ("modules", "leafletCss")
#: The folders of single records, of which the map has the cards.
SINGLE = {"events": "EV-", "sources": "SRC-", "claims": "CC-", "versions": ""}


def is_kept(file: str) -> bool:
    """Whether a page or picture is kept: all but pages of single records, of which the map has the cards, and frames."""
    folder, _, name = file.rpartition("/")
    if folder in SINGLE and name != "index.html":
        return not name.startswith(SINGLE[folder])
    return file in {*PAGE_FILES.values(), MISSING} or folder in _folders() or file.endswith(".svg")


def _folders() -> set[str]:
    return {name.partition("/")[0] for kept in RECORD_FILES.values() for _, name in kept}


def kept_list(edition: Edition, pages: Mapping[str, bytes], size_of: Callable[[str], int]) -> dict[str, Any]:
    """What is kept of a version: its name, all addresses with what tells their content, and how much it is.

    Parameters
    ----------
    pages : each page and picture that is kept (`is_kept`), by its path.
    size_of : the bytes of a file of the browser's, by its name.
    """
    digests = {edition.stamped(file): hashlib.sha256(text).hexdigest()[:LETTERS] for file, text in pages.items()}
    files = edition.files(PAGE_FILES[""])
    asked = sorted({address for key, address in files.items() if key not in NOT_ASKED})
    names = hashlib.sha256("\n".join((*digests, *digests.values(), *asked)).encode("utf-8")).hexdigest()
    size = sum(map(len, pages.values())) + sum(size_of(address.rpartition("/")[2]) for address in asked)
    return {
        "version": names[:LETTERS],
        "data": edition.dataset.version,
        "bytes": size,
        "files": digests | dict.fromkeys(asked, ""),
        "missing": edition.file(MISSING),
        "told": edition.file(TOLD),
    }


def kept_files(kept: Mapping[str, Any]) -> dict[str, str]:
    """The worker, and what a page tells of it, by name."""
    told = {"data": kept["data"], "bytes": kept["bytes"], "count": len(kept["files"])}
    return {WORKER: f"self.KEPT = {dumps(kept)};\n{keeper_script(web_modules())}", TOLD: dumps(told)}


def keep_section() -> str:
    """Where the reader keeps the edition, or removes it: hidden until a script runs that can."""
    return (
        f'<section class="reading keep" id="keep" hidden><h3>{escape(t("edition.keep"))}</h3><p class="told"></p>'
        f'<p class="quiet">{escape(t("edition.keep.how"))}</p>'
        '<p class="pager"><button type="button"></button> <span role="status"></span></p></section>'
    )


def missing_page(edition: Edition, file: str) -> str:
    """What is shown without a network in place of a page that is not kept."""
    return framed(edition, file, t("edition.keep.missing"), [intro(t("edition.keep.missing_told"))])
