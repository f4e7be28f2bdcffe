"""Where each page lies: in the app under its name, in the reader's edition as a file; one table for both, and the menu."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from geo.address.keys import DATA_KEY, LANG_KEY, LANGUAGES

#: The file of each page; '' is the map. Only the edition has a page of downloads: in the app they are a panel of the map.
PAGE_FILES = {
    "": "index.html",
    "provinces": "provinces/index.html",
    "events": "events/index.html",
    "compare": "compare.html",
    "story": "stories/index.html",
    "actors": "actors/index.html",
    "sources": "sources/index.html",
    "quality": "quality.html",
    "method": "method.html",
    "definitions": "definitions.html",
    "classes": "classes/index.html",
    "claims": "claims/index.html",
    "versions": "versions/index.html",
    "downloads": "downloads.html",
}
#: What lies in a file of its own: by page, the key that names it and where it lies. A year of events and a part of the
#: long list of sources are no keys of the app.
RECORD_FILES = {
    "provinces": (("province", "provinces/{}.html"),),
    "events": (("event", "events/{}.html"), ("year", "events/{}.html")),
    "actors": (("actor", "actors/{}.html"),),
    "classes": (("sheet", "classes/{}.html"),),
    "sources": (("source", "sources/{}.html"), ("part", "sources/part-{}.html")),
    "story": (("id", "stories/{}.html"),),
    "claims": (("claim", "claims/{}.html"),),
    "versions": (("new", "versions/{}.html"),),
}
#: Pages to which no script of ours leads: a browser need not know where they lie.
ONLY_LINKED = ("claims", "versions")
#: What another page may hold in a frame.
EMBED_FILE = "embed.html"
#: The menu: the pages in the head of each page, and those under 'About', each with the key of its name.
HEAD_PAGES = (
    ("", "menu.map"),
    ("provinces", "menu.provinces"),
    ("events", "menu.events"),
    ("compare", "menu.compare"),
    ("story", "menu.story"),
)
RECORD_PAGES = (("actors", "menu.actors"), ("sources", "menu.sources"), ("quality", "menu.quality"))
MADE_PAGES = (("method", "menu.method"), ("definitions", "menu.definitions"), ("classes", "menu.classes"))


def file_address(page: str, query: Mapping[str, str | None]) -> str:
    """Where a page of the edition lies, from its root, with what is left of a query.

    A record with a file of its own leaves nothing but its step; in the browser: `copy/page_way.js`.

    Raises
    ------
    KeyError
        For a page that the edition has not.
    """
    asked = {key: value for key, value in query.items() if value}
    for key, file in RECORD_FILES.get(page, ()):
        if key in asked:
            step = f"#step-{asked['step']}" if "step" in asked else ""
            return file.format(asked[key]) + step
    rest = urlencode(asked, safe=",")
    return PAGE_FILES[page] + (f"?{rest}" if rest else "")


def root_of(file: str) -> str:
    """The way from a file of the edition to its root: '' or '../'."""
    return "../" * file.count("/")


def in_language(address: str, lang: str) -> str:
    """The address of a page in a language; the first one need not be named."""
    return address if lang == LANGUAGES[0] else _with_key(address, LANG_KEY, lang)


def in_version(address: str, version: str) -> str:
    """The address of a page as a version of the data has it."""
    return _with_key(address, DATA_KEY, version)


def _with_key(address: str, key: str, value: str) -> str:
    path, mark, step = address.partition("#")
    return f"{path}{'&' if '?' in path else '?'}{key}={value}{mark}{step}"
