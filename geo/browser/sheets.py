"""How the parts of a page look: their style sheets, put together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from geo.style.interface import browser_css

WEB = Path(__file__).parent / "web"
#: How the parts of a page look, in the order in which they are put together: what comes later wins. What a field for a
#: day has of its own is also on pages without a map.
STYLES = tuple(
    WEB / name
    for name in (
        "page/base.css",
        "timeline/timeline.css",
        "timeline/steps.css",
        "panel/panel.css",
        "panel/card.css",
        "panel/search.css",
        "compare/compare.css",
        "headline/headline.css",
        "tabs/tabs.css",
        "timeline/controls.css",
        "search/search_slot.css",
        "copy/copy.css",
        "changes/changes.css",
        "page/low_frame.css",
        "page/print.css",
        "page/media.css",
        "fields/date_field.css",
        "fields/language_menu.css",
        "known/known.css",
    )
)


def styles(sheets: Iterable[Path] = STYLES) -> str:
    """How the parts of a page look, without comments; beside the modules, so that no message of the server repeats it."""
    return without_comments(browser_css("\n".join(path.read_text("utf-8") for path in sheets)))


def without_comments(css: str) -> str:
    """A style sheet without comments and indentation."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"\s*\n\s*", "\n", css).strip()
