"""The map of the reader's edition: a page that holds the true picture of a day, and asks for its parts as it needs them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from geo.address.view import ViewState
from geo.browser.bundle import for_json_element
from geo.control.timeline import Timeline
from geo.export.edition.first_markup import STYLE
from geo.export.edition.page_facts import page_facts
from geo.export.first_words import FirstWords
from geo.record.geojson import dumps
from geo.wording.text import t

#: No script stands in the page itself. Styles do: the picture's own, and what the map's parts set on themselves.
POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data: blob:; "
    "style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
#: What a browser begins to fetch before the script has asked for it.
SOON = (("record", "fetch"), ("firstTexts", "fetch"), ("ground", "fetch"), ("styles", "style"))
#: The files that the scripts ask for themselves.
ASKED = (
    *("record", "names", "cards", "base", "ground", "relief", "reference"),
    *("leaflet", "rest", "restTexts", "styles", "restStyles"),
)


def map_page(
    timeline: Timeline,
    view: ViewState,
    words: FirstWords,
    picture: str,
    files: Mapping[str, str],
    ways: Sequence[tuple[str, str]],
    more_head: Sequence[str] = (),
) -> str:
    """The page.

    Parameters
    ----------
    picture : markup of the first picture of the view (`first_markup.picture_of`); '' where there is none.
    files : the addresses of the browser's files from this page (`Assets.addresses`).
    ways : other pages: address and name.
    more_head : markup for the head: what tells programs where they find the data.
    """
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="en">',
            *_head(timeline, words, files, more_head),
            f"<body>{picture}",
            *_body(ways),
            _facts(timeline, view, files),
            f'<script type="module" src="{escape(files["reader"])}"></script>',
            "</body>",
            "</html>",
            "",
        ]
    )


def _head(timeline: Timeline, words: FirstWords, files: Mapping[str, str], more_head: Sequence[str]) -> list[str]:
    about = escape(words.sentence)
    title = escape(f"{words.date} · {t('app.title')}")
    links = [f'<link rel="preload" href="{escape(files[key])}" as="{kind}"{_cors(kind)}>' for key, kind in SOON]
    return [
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{title}</title>",
        f'<meta name="description" content="{about}">',
        f'<meta property="og:title" content="{title}">',
        f'<meta property="og:description" content="{about}">',
        f'<meta name="data-version" content="{timeline.dataset.version}">',
        '<link rel="icon" href="data:,">',
        f"<style>{STYLE}</style>",
        *links,
        *more_head,
        "</head>",
    ]


def _cors(kind: str) -> str:
    return " crossorigin" if kind == "fetch" else ""


def _body(ways: Sequence[tuple[str, str]]) -> list[str]:
    links = "".join(f'<a href="{escape(address)}">{escape(name)}</a>' for address, name in ways)
    return [
        f"<header><h1>{escape(t('app.title'))}</h1>",
        f'<nav class="ways">{links}</nav><div id="search"></div>',
        f'<details class="ways"><summary>{escape(t("menu.menu"))}</summary><nav>{links}</nav></details></header>',
        '<main><div id="headline"></div>',
        f'<div id="map" role="application" aria-label="{escape(t("app.map_label"))}"></div>',
        '<div id="timeline"></div><div id="panel"></div></main>',
        f"<footer><p>{escape(t('app.credits'))}</p></footer>",
    ]


def _facts(timeline: Timeline, view: ViewState, files: Mapping[str, str]) -> str:
    assets = {key: files[key] for key in ASKED if key in files} | {"texts": files["firstTexts"]}
    facts = page_facts(timeline.dataset, view) | {"assets": assets}
    return f'<script type="application/json" id="page">{for_json_element(dumps(facts))}</script>'
