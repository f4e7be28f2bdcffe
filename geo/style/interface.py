"""What all style sheets share, each under one name: colours (`var(--c-NAME)`) and the narrow page (`@media (--narrow)`)."""

from __future__ import annotations

import re

from geo.style.basemap import BANNER, HALO, INK, PAPER, QUIET_INK, WHITE
from geo.style.changes import CHANGE_INK
from geo.style.events import EVENT_SYMBOLS, OWN_COLOUR, REFERENCE_COLOUR

STONE = "#8A8175"
#: Colours by name; those that end with `-parts` are red, green and blue, for `rgb(var(--c-NAME) / OPACITY)`.
INTERFACE: dict[str, str] = {
    "ink": INK,
    "quiet-ink": QUIET_INK,
    "paper": PAPER,
    "halo": HALO,
    "halo-parts": "255 253 248",
    "white": WHITE,
    "shadow-parts": "0 0 0",
    "accent": "#1B6CA8",
    "accent-parts": "27 108 168",
    "accent-link": "#155785",
    "accent-deep": "#0B3F66",
    "accent-light": "#2B7BB9",
    "accent-pale": "#8CC4EE",
    "accent-on-dark": "#7CC0F4",
    "accent-dull": "#5B7C99",
    "earth-parts": "120 110 95",
    "stone": STONE,
    "sand": "#CFC8BC",
    "rule": "#D8D2C8",
    "cream": "#F3EFE8",
    "pale": "#F7F6F3",
    "night": "#181715",
    "grey": "#6B6B6B",
    "blue": EVENT_SYMBOLS["protests"].colour,
    "orange": EVENT_SYMBOLS["battles"].colour,
    "change": CHANGE_INK,
    "fault": "#B3261E",
    "banner": BANNER,
    "own": OWN_COLOUR,
    "reference": REFERENCE_COLOUR,
}
#: From this width down a page has one column.
NARROW_PAGE = "(max-width: 1000px)"
#: A table of more columns than this (besides those of which a narrow screen has none) is folded on a telephone.
FOLDED_COLUMNS = 4
_NAMED = re.compile(r"var\(--c-([\w-]+)")


def browser_css(css: str) -> str:
    """A style sheet of ours as browsers take it: under the colours that it names, for a page and for a part with a root of its own.

    Raises
    ------
    KeyError
        When it names a colour that is not there.
    """
    css = css.replace("(--narrow)", NARROW_PAGE)
    names = sorted(set(_NAMED.findall(css)))
    return f":root,:host{{{''.join(f'--c-{name}:{INTERFACE[name]};' for name in names)}}}{css}" if names else css


def interface_sheet() -> dict[str, object]:
    """What the browser's modules take from here."""
    return {"narrowPage": NARROW_PAGE, "foldedColumns": FOLDED_COLUMNS}
