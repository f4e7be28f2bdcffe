"""What the reader's edition asks for: first what its handle needs, then the rest."""

from __future__ import annotations

from collections.abc import Mapping

from geo.browser.bundle import bundle_pair, minified, modules_of
from geo.browser.sheets import STYLES, WEB, styles
from geo.browser.texts import browser_texts
from geo.record.geojson import dumps

#: All modules as two files: what its handle begins with, what follows that, and how both look.
READER, READER_REST = "reader.js", "reader-rest.js"
READER_STYLES, READER_REST_STYLES = "reader.css", "reader-rest.css"
READER_ENTRIES = ("reader/core.js", "reader/rest.js")
READER_SHEETS = (WEB / "standalone" / "standalone.css", WEB / "reader" / "reader.css")
#: Folders of parts that stand there with the handle; what the others look like may follow them.
WITH_HANDLE = ("timeline", "headline", "copy", "fields")


def text_files(modules: Mapping[str, str], texts: Mapping[str, str]) -> dict[str, bytes]:
    """The texts of all modules; and for the reader's edition those of its handle, and the others."""
    every = browser_texts(texts, modules.values())
    first = browser_texts(texts, (modules[name] for name in modules_of(modules, READER_ENTRIES[0])))
    parts = {"texts": every, "first-texts": first, "rest-texts": {k: v for k, v in every.items() if k not in first}}
    return {f"{name}.json": dumps(part).encode("utf-8") for name, part in parts.items()}


def reader_files(modules: Mapping[str, str], leaflet: str) -> dict[str, bytes]:
    """The scripts and the style sheets of the reader's edition, by name.

    Parameters
    ----------
    modules : the text of each of our modules by its path.
    leaflet : Leaflet's own styles.
    """
    core, rest = bundle_pair(modules, *READER_ENTRIES, address=f"./{READER}")
    first = [path for path in STYLES if path.parent.name in WITH_HANDLE or path.name == "base.css"]
    texts = {
        READER: minified(core),
        READER_REST: minified(rest),
        READER_STYLES: styles([*first, *READER_SHEETS]),
        READER_REST_STYLES: "\n".join((leaflet, styles([path for path in STYLES if path not in first]))),
    }
    return {name: text.encode("utf-8") for name, text in texts.items()}
