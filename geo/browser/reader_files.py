"""What the reader's edition asks for: first what its handle needs, then the rest."""

from __future__ import annotations

from collections.abc import Mapping

from geo.address.keys import LANGUAGES
from geo.browser.bundle import bundle, minified, modules_of
from geo.browser.parts import bundle_parts
from geo.browser.sheets import STYLES, WEB, styles, without_comments
from geo.browser.texts import browser_texts, names_in
from geo.reading.html import STYLE as READING_STYLE
from geo.record.geojson import dumps
from geo.record.load import Dataset
from geo.wording.catalogues import catalogue
from geo.wording.language import FIRST

#: What the map's handle begins with, and how both parts of the map look.
READER = "reader.js"
#: What stands around it, one after the other: each takes what it shares from those before.
READER_STAGES = {READER: "reader/core.js", "reader-next.js": "reader/next.js"}
READER_STYLES, READER_REST_STYLES = "reader.css", "reader-rest.css"
#: What is asked for after that, by its file: each takes what it shares from those.
READER_REST = {"reader-rest.js": "reader/rest.js", "compare.js": "reader/compare.js", "story.js": "reader/story.js"}
#: The scripts of pages without a map, each of one piece; and how these pages look.
PAGE_SCRIPTS = {"paging.js": "reader/paging.js", "events.js": "reader/events.js", "keep.js": "reader/keep.js"}
PAGES_STYLES = "pages.css"
#: The address of each by what pages ask for.
READER_NAMES = {
    "reader": READER,
    "next": "reader-next.js",
    "rest": "reader-rest.js",
    "compare": "compare.js",
    "story": "story.js",
    "paging": "paging.js",
    "events": "events.js",
    "keep": "keep.js",
    "styles": READER_STYLES,
    "restStyles": READER_REST_STYLES,
    "pages": PAGES_STYLES,
}
READER_SHEETS = tuple(WEB / name for name in ("standalone/frame.css", "standalone/standalone.css", "reader/reader.css"))
#: How reading pages look, beside what `geo.reading` says of its own.
PAGES_SHEETS = tuple(
    WEB / name for name in ("standalone/frame.css", "reader/reader.css", "reader/pages.css", "fields/date_field.css")
)
#: The worker that keeps the edition on a device.
KEEPER = "reader/keeper.js"
#: Folders of parts that stand there with the handle; what the others look like may follow them.
WITH_HANDLE = ("timeline", "headline", "copy", "fields")


def text_files(dataset: Dataset, modules: Mapping[str, str]) -> dict[str, bytes]:
    """By language the texts of all modules; and for the reader's edition those of its handle with all names, and the others."""
    english = catalogue(FIRST)  # every language has its keys
    every = browser_texts(english, modules.values()).keys()
    soon = [_texts_from(english, modules, entry) for entry in READER_STAGES.values()]
    found: dict[str, bytes] = {}
    for lang in LANGUAGES:
        names = names_in(dataset, lang)
        texts = {key: text for key, text in catalogue(lang).items() if key in every}
        parts = {
            "texts": texts | names,
            "first-texts": {key: text for key, text in texts.items() if key in soon[0]} | names,
            "next-texts": {key: text for key, text in texts.items() if key in soon[1] - soon[0]},
            "rest-texts": {key: text for key, text in texts.items() if key not in soon[1]},
        }
        found |= {text_file(name, lang): dumps(part).encode("utf-8") for name, part in parts.items()}
    return found


def _texts_from(texts: Mapping[str, str], modules: Mapping[str, str], entry: str) -> set[str]:
    """The keys of a catalogue that an entry and all that it imports may ask for."""
    return set(browser_texts(texts, (modules[name] for name in modules_of(modules, entry))))


def text_file(name: str, lang: str) -> str:
    """The file of a part of a language's texts."""
    return f"{name}.json" if lang == FIRST else f"{name}.{lang}.json"


def reader_files(modules: Mapping[str, str], leaflet: str, *, are_modules: bool = True) -> dict[str, bytes]:
    """The scripts and the style sheets of the reader's edition, by name.

    Parameters
    ----------
    modules : the text of each of our modules by its path.
    leaflet : Leaflet's own styles.
    are_modules : whether the scripts of maps may be ES modules, as on a host.
    """
    parts = bundle_parts(modules, READER_STAGES, READER_REST, are_modules=are_modules)
    scripts = parts | {name: bundle(modules, entry) for name, entry in PAGE_SCRIPTS.items()}
    first = [path for path in STYLES if path.parent.name in WITH_HANDLE or path.name == "base.css"]
    texts = {name: minified(script) for name, script in scripts.items()} | {
        READER_STYLES: styles([*first, *READER_SHEETS]),
        READER_REST_STYLES: "\n".join((leaflet, styles([path for path in STYLES if path not in first]))),
        PAGES_STYLES: without_comments("\n".join((READING_STYLE, styles(PAGES_SHEETS)))),
    }
    return {name: text.encode("utf-8") for name, text in texts.items()}


def keeper_script(modules: Mapping[str, str]) -> str:
    """The worker that keeps the edition on a device, without what it keeps."""
    return minified(bundle(modules, KEEPER))
