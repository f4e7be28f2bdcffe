"""The whole replay in one HTML file that needs no server and makes no request."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from pathlib import Path

from geo.address.view import ViewState, first_view
from geo.browser.assets import web_modules
from geo.browser.base_payload import base_payload
from geo.browser.bundles.bundle import bundle, for_json_element, for_script_element, minified
from geo.browser.card_payload import card_payload
from geo.browser.fonts import arabic_font, font_face
from geo.browser.leaflet import leaflet_files, leaflet_styles
from geo.browser.payload import record_payload
from geo.browser.reference_payload import reference_payload
from geo.browser.sheets import STYLES as PAGE_STYLES
from geo.browser.sheets import WEB
from geo.browser.texts import texts_of
from geo.control.timeline import Timeline
from geo.export.edition.page_facts import page_facts
from geo.export.marks.manifest import Manifest
from geo.export.marks.recipe import told
from geo.export.marks.seal import with_manifest
from geo.export.notes import method_html
from geo.record.atomic import atomic_path
from geo.record.geojson import dumps
from geo.record.load import DATA_DIR, Dataset
from geo.record.schema import COUNTRY
from geo.reference.load import reference_beside
from geo.style.interface import browser_css
from geo.wording.language import speaking
from geo.wording.lists import in_turn
from geo.wording.remarks import on_translation
from geo.wording.text import html_tag, t

STYLES = (*PAGE_STYLES, WEB / "standalone" / "frame.css", WEB / "standalone" / "standalone.css")
POLICY = (
    "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; script-src {scripts}; "
    "base-uri 'none'; form-action 'none'"
)


def write_one_file(
    timeline: Timeline, path: Path, data_dir: Path = DATA_DIR, view: ViewState | None = None, extent: str = COUNTRY
) -> None:
    """Write the replay as one HTML file that opens at a view (the opening view when there is none).

    Raises
    ------
    ValueError
        When `path` does not end in .html.
    OSError
        When the file can't be written.
    """
    if path.suffix.lower() not in (".html", ".htm"):
        raise ValueError(f"{path}: a replay ends in .html")
    with atomic_path(path) as temporary:
        temporary.write_bytes(one_file(timeline, data_dir, view, extent).encode("utf-8"))


def one_file(
    timeline: Timeline, data_dir: Path = DATA_DIR, view: ViewState | None = None, extent: str = COUNTRY
) -> str:
    """The document, in the language of its view: record, cards, basemap, texts, relief, modules, Leaflet, method, credits."""
    opening = view or first_view(timeline.dataset)
    with speaking(opening.lang):
        page = _document(timeline, data_dir, opening, extent)
    manifest = Manifest("replay", timeline.dataset.version, {"view": told(opening), "extent": extent})
    return with_manifest(page.encode("utf-8"), "html", manifest).decode("utf-8")


def _document(timeline: Timeline, data_dir: Path, view: ViewState, extent: str) -> str:
    dataset, basemap = timeline.dataset, data_dir / "basemap"
    scripts = [for_script_element(script) for script in (_leaflet_script(), page_script())]
    blocks = {
        "record": record_payload(timeline).decode("utf-8"),
        "cards": card_payload(dataset).decode("utf-8"),
        "base": base_payload(dataset, basemap).decode("utf-8"),
        "texts": dumps(texts_of(dataset, view.lang, web_modules().values())),
        "page": dumps(page_facts(dataset, view, extent) | {"relief": _relief(basemap)}),
    }
    if reference := reference_beside(dataset, data_dir):
        blocks["reference"] = reference_payload(reference, dataset).decode("utf-8")
    return "\n".join(
        [
            "<!doctype html>",
            html_tag(),
            *_head(dataset, scripts),
            *_body(dataset),
            *(f'<script type="application/json" id="{i}">{for_json_element(b)}</script>' for i, b in blocks.items()),
            *(f"<script>{script}</script>" for script in scripts),
            "</body>",
            "</html>",
            "",
        ]
    )


def page_script() -> str:
    """The page's modules as one script."""
    return minified(bundle(web_modules(), "standalone/standalone.js"))


def _head(dataset: Dataset, scripts: list[str]) -> list[str]:
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode('utf-8')).digest()).decode()}'" for script in scripts
    )
    styles = [leaflet_styles(), browser_css("".join(path.read_text("utf-8") for path in STYLES)), _font()]
    return [
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY.format(scripts=hashes)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f'<meta name="description" content="{escape(t("app.tagline"))}">',
        f'<meta name="data-version" content="{dataset.version}">',
        f"<title>{escape(t('app.title'))}</title>",
        '<link rel="icon" href="data:,">',
        f"<style>{''.join(styles)}</style>",
        "</head>",
    ]


def _body(dataset: Dataset) -> list[str]:
    licence = t("export.one_file", version=dataset.version, first=dataset.first_day, last=dataset.last_day)
    return [
        "<body>",
        f'<header><h1>{escape(t("app.title"))}</h1><p>{escape(t("app.motto"))}</p><div id="search"></div></header>',
        f"<noscript><p>{escape(t('app.noscript'))}</p></noscript>",
        '<main><div id="headline"></div>',
        f'<div id="map" role="application" aria-label="{escape(t("app.map_label"))}"></div>',
        '<div id="timeline"></div><div id="panel"></div></main>',
        f'<details class="notes" id="method"><summary>{escape(t("menu.method"))}</summary>{method_html()}</details>',
        f'<details class="notes" id="sources"><summary>{escape(t("export.all_sources"))}</summary></details>',
        f"<footer><p>{escape(licence)}</p><p>{escape(in_turn([on_translation(), t('app.credits')]))}</p></footer>",
    ]


def _relief(basemap: Path) -> str:
    return f"data:image/webp;base64,{base64.b64encode((basemap / 'hillshade.webp').read_bytes()).decode()}"


def _font() -> str:
    """The font of the language, where pages in English have none."""
    if t("locale.dir") == "ltr":
        return ""
    return font_face(f"data:font/woff2;base64,{base64.b64encode(arabic_font()).decode()}")


def _leaflet_script() -> str:
    return leaflet_files()["leaflet.js"].decode("utf-8").replace("\r\n", "\n")
