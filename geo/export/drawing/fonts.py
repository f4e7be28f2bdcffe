"""The type of pictures: which font file a text needs, and how wide it will be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from PIL import ImageFont

LATIN = {"regular": "Regular", "bold": "Semibold", "italic": "It"}
ARABIC_SCRIPT = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
UNSET = ("Cc", "Cf", "Cs", "Zl", "Zp")
JOINERS = "\u200c\u200d"
MEASURED_AT = 100
SPARE = 1.012  # small sizes run a little wider, because their glyphs stand on whole pixels


@cache
def font_path(style: str) -> Path:
    """The file of a style: regular, bold, italic or arabic."""
    if style == "arabic":
        return Path(str(files("fontpkg_noto_sans_arabic"))) / "files" / "NotoSansArabic[wdth,wght].ttf"
    return Path(str(files("font_source_sans_pro"))) / "files" / f"SourceSansPro-{LATIN[style]}.ttf"


def style_for(text: str, style: str) -> str:
    """Texts with Arabic script are set in one font that has both scripts; there is no bold of it."""
    return "arabic" if ARABIC_SCRIPT.search(text) else style


@cache
def font(style: str, size: int) -> ImageFont.FreeTypeFont:
    """A font at a size in pixels."""
    return ImageFont.truetype(str(font_path(style)), size)


def width_of(text: str, size: float, style: str = "regular") -> float:
    """How wide one line of text is, in pixels."""
    return _measured(text, style) * SPARE * size / MEASURED_AT


@cache
def _measured(text: str, style: str) -> float:
    return float(font(style_for(text, style), MEASURED_AT).getlength(text))


def one_line(text: str) -> str:
    """A text as it can be set on one line: no controls, separators or characters that turn its direction."""
    plain = "".join(" " if unicodedata.category(char) in UNSET and char not in JOINERS else char for char in text)
    return " ".join(plain.split())


def wrapped(text: str, size: float, width: float, style: str = "regular") -> list[str]:
    """The lines of a text that are not wider than `width`; a longer word (an address) is broken."""
    lines: list[str] = []
    for word in (piece for whole in text.split() for piece in _pieces(whole, size, width, style)):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(joined, size, style) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def cut(text: str, size: float, width: float, style: str = "regular") -> str:
    """The text, or its beginning and '…' when it is wider than `width`."""
    if width_of(text, size, style) <= width:
        return text
    return text[: _fitting(text, size, width, style, "…")].rstrip() + "…"


def _pieces(word: str, size: float, width: float, style: str) -> Iterator[str]:
    """A word, in parts that are not wider than `width` (of one letter at least)."""
    while width_of(word, size, style) > width and len(word) > 1:
        fitting = max(1, _fitting(word, size, width, style))
        yield word[:fitting]
        word = word[fitting:]
    yield word


def _fitting(text: str, size: float, width: float, style: str, end: str = "") -> int:
    """How many letters fit into a width together with `end`."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(text[:middle].rstrip() + end, size, style) <= width:
            low = middle
        else:
            high = middle - 1
    return low
