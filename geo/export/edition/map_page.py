"""The map of the reader's edition: a page that holds the true picture of a day, and asks for its parts as it needs them."""

from __future__ import annotations

from html import escape

from geo.address.paths import EMBED_FILE, PAGE_FILES, root_of
from geo.address.view import ViewState
from geo.export.describe import in_head
from geo.export.edition.first_markup import STYLE
from geo.export.edition.frame import Edition, alternates, earlier_note, header
from geo.export.edition.head import facts_element, head_lines, style_of_font
from geo.export.edition.page_facts import page_facts
from geo.export.first_words import FirstWords
from geo.style.interface import browser_css
from geo.wording.language import in_language_of
from geo.wording.lists import dotted, in_turn
from geo.wording.remarks import on_translation
from geo.wording.text import html_tag, t

#: What a browser begins to fetch before the script has asked for it.
SOON = (("record", "fetch"), ("firstTexts", "fetch"), ("ground", "fetch"), ("styles", "style"))
#: Without a script the head of the page stands over the picture, and what is drawn by scripts takes no room.
NO_SCRIPT = "body>header+#first-picture>header,body>main:not(#first-picture){display:none}"
#: Over the map of an earlier version a note takes some of the window's height.
UNDER_NOTE = browser_css("""
html body > main { block-size: calc(100dvh - 112px); }
@media (--narrow) {
  html body > main { block-size: auto; }
  html:not(.embedded) body > main { min-block-size: calc(100dvh - 192px); }
  body > .intro { margin: 2px 0 4px; font-size: 13px; line-height: 1.35; }
}
""")
#: The files that the scripts ask for themselves.
ASKED = (
    *("record", "marks", "names", "cards", "base", "ground", "relief", "reference"),
    *("leaflet", "next", "nextTexts", "rest", "restTexts", "styles", "restStyles", "font"),
)


@in_language_of(1)
def map_page(edition: Edition, view: ViewState, words: FirstWords, picture: str, file: str = PAGE_FILES[""]) -> str:
    """The map's page, or the one that another page may hold in a frame.

    Parameters
    ----------
    picture : markup of the first picture of the view (`first_markup.picture_of`); '' where there is none.
    file : where it lies, from the edition's root.
    """
    files, is_embedded = edition.files(file), file == EMBED_FILE
    return "\n".join(
        [
            "<!doctype html>",
            html_tag("embedded" if is_embedded else ""),
            *_head(edition, words, files, is_embedded),
            "<body>",
            *_body(edition, file, picture, is_embedded),
            facts_element(_facts(edition, view, files, file)),
            edition.script("reader", file),
            "</body>",
            "</html>",
            "",
        ]
    )


def _head(edition: Edition, words: FirstWords, files: dict[str, str], is_embedded: bool) -> list[str]:
    soon = [(key, kind) for key, kind in SOON if kind != "fetch" or not edition.assets.on_stick]
    links = [f'<link rel="preload" href="{escape(files[key])}" as="{kind}"{_cors(kind)}>' for key, kind in soon]
    return [
        "<head>",
        *head_lines(dotted([words.date, t("app.title")]), words.sentence, edition.dataset.version),
        *([] if is_embedded else [*_discovered(edition), *alternates(edition, PAGE_FILES[""])]),
        f"<style>{STYLE}{UNDER_NOTE if edition.newer and not is_embedded else ''}</style>",
        style_of_font(files),
        f'<noscript><link rel="stylesheet" href="{escape(files["pages"])}"><style>{NO_SCRIPT}</style></noscript>',
        *links,
        *(in_head(edition.dataset, edition.programs) if edition.programs and not is_embedded else ()),
        "</head>",
    ]


def _cors(kind: str) -> str:
    return " crossorigin" if kind == "fetch" else ""


def _discovered(edition: Edition) -> list[str]:
    """Where other programs are told the line that embeds the map: known only where the edition knows its own address."""
    if not edition.origin:
        return []
    title, address = escape(t("app.title")), escape(f"{edition.origin}oembed.json")
    return [f'<link rel="alternate" type="application/json+oembed" href="{address}" title="{title}">']


def _body(edition: Edition, file: str, picture: str, is_embedded: bool) -> list[str]:
    head = "" if is_embedded else header(edition, file, '<div id="search"></div>')
    whole = escape(t("edition.whole_map"))
    way = f'<p class="whole"><a href="{escape(edition.href(file, ""))}" target="_blank" rel="noopener">{whole}</a></p>'
    return [
        head + ("" if is_embedded else earlier_note(edition, file)) + picture,
        '<main id="content" tabindex="-1"><div id="headline"></div>',
        f'<div id="map" role="application" aria-label="{escape(t("app.map_label"))}"></div>',
        '<div id="timeline"></div><div id="panel"></div></main>',
        f"<footer><p>{escape(in_turn([on_translation(), t('app.credits')]))}</p>{way if is_embedded else ''}</footer>",
    ]


def _facts(edition: Edition, view: ViewState, files: dict[str, str], file: str) -> dict[str, object]:
    asked = {key: files[key] for key in ASKED if key in files} | {"texts": files["firstTexts"]}
    about = {"assets": asked, "root": root_of(file), "onStick": edition.assets.on_stick}
    return page_facts(edition.dataset, view) | about
