"""Text as HTML in its own letters: what runs the other way is held apart, and English of the record is told as such."""

from __future__ import annotations

import re
from html import escape

from geo.wording.text import t

#: Words in Arabic letters, with what stands between them.
_LETTERS = "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"
ARABIC = re.compile(rf"([{_LETTERS}](?:[{_LETTERS}\u200c\s]*[{_LETTERS}])?)")

LATIN = re.compile(r"[A-Za-z]")
ENGLISH = ' lang="en" dir="ltr"'
RECORD_ID = re.compile(r"[A-Z]{2,3}-(?:\d{4}-)?\d{4}")


def lang_of(lang: str) -> str:
    """The language of a text, whose first letter says which way it runs; nothing where it is the page's own."""
    return f' lang="{escape(lang)}" dir="auto"' if lang else ""


def unbroken(label: str) -> str:
    """That a link stays on one line, where its label is the id of a record: browsers break those at the hyphen."""
    return ' class="unbroken"' if RECORD_ID.fullmatch(label) else ""


def text_of(text: str, lang: str = "") -> str:
    """Text; what of it runs the other way is held apart from what stands around it, unless its language is told."""
    if lang:
        return escape(text)
    if is_english(text):
        return f"<bdi{ENGLISH}>{escape(text)}</bdi>"
    if t("locale.dir") == "rtl":
        return escape(text)
    pieces = ARABIC.split(text)
    return "".join(f'<bdi dir="auto">{escape(one)}</bdi>' if n % 2 else escape(one) for n, one in enumerate(pieces))


def is_english(text: str) -> bool:
    """Whether a text of a page that runs from right to left is one of the record's, which are English."""
    return t("locale.dir") == "rtl" and bool(LATIN.search(text)) and not ARABIC.search(text)
