"""Streamlit's font of icons with those icons alone that its scripts or our pages name: a thirtieth of the file."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

import pages
from serving.policy import INDEX

SCRIPTS = INDEX.parent / "static" / "js"
MEDIA = INDEX.parent / "static" / "media"
PAGES = Path(pages.__path__[0])
#: How Streamlit's scripts, and our pages, name an icon.
NAMED = re.compile(r":material/([a-z0-9_]+):?")


@lru_cache(maxsize=1)
def icon_font_once() -> bytes:
    """Streamlit's font with few icons."""
    (path,) = MEDIA.glob("MaterialSymbols-*.woff2")
    return icon_font(path, wanted_icons())


@lru_cache(maxsize=1)
def wanted_icons() -> frozenset[str]:
    """The names of all icons that may be shown."""
    files = (*SCRIPTS.glob("*.js"), *PAGES.rglob("*.py"))
    return frozenset(name for path in files for name in NAMED.findall(path.read_text("utf-8")))


def icon_font(path: Path, names: Iterable[str]) -> bytes:
    """A font file (WOFF2) with the icons of some names, each of which is written as a word and drawn as one glyph."""
    font, wanted = TTFont(path), set(names)
    glyphs = {glyph for name, glyph in _icons(font) if name in wanted}
    letters = {
        font.getBestCmap()[ord(letter)] for name in wanted for letter in name if ord(letter) in font.getBestCmap()
    }
    options = Options(flavor="woff2", layout_features=["*"], layout_closure=False, notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(glyphs=sorted(glyphs | letters))
    subsetter.subset(font)
    content = io.BytesIO()
    font.flavor = "woff2"
    font.save(content)
    return content.getvalue()


def _icons(font: TTFont) -> Iterator[tuple[str, str]]:
    """The name of each icon, and its glyph."""
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            for first, ligatures in getattr(table, "ligatures", {}).items():
                for ligature in ligatures:
                    parts = [first, *ligature.Component]
                    yield "".join(letters.get(part, "?") for part in parts), ligature.LigGlyph
