"""What stands in the head of every page of the edition, and the facts that its script reads."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from geo.browser.bundles.bundle import for_json_element
from geo.browser.fonts import font_face
from geo.record.geojson import dumps
from geo.wording.text import t

#: No script stands in a page. Styles do: the first picture's own, places of charts, what the map's parts set on themselves.
POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'; img-src 'self' data: blob:; "
    "style-src 'self' 'unsafe-inline'; font-src 'self'; base-uri 'none'; form-action 'none'"
)


def head_lines(title: str, about: str, version: str) -> list[str]:
    """What stands in the head of every page: its policy, its name, what it is in a sentence."""
    named = escape(title)
    told = escape(about or t("app.tagline"))
    return [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{named}</title>",
        f'<meta name="description" content="{told}">',
        f'<meta property="og:title" content="{named}">',
        f'<meta property="og:description" content="{told}">',
        f'<meta name="data-version" content="{version}">',
        '<link rel="icon" href="data:,">',
    ]


def style_of_font(files: Mapping[str, str]) -> str:
    """The font of a language that has one of its own, for a page of these files."""
    return f"<style>{font_face(files['font'])}</style>" if "font" in files else ""


def facts_element(facts: Mapping[str, object]) -> str:
    """What the script of a page has to know, as an element of it."""
    return f'<script type="application/json" id="page">{for_json_element(dumps(facts))}</script>'
