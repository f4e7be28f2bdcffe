"""Streamlit's own files as we pass them on: without the type that no page is set in, with few icons."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from functools import lru_cache

from serving.icons import icon_font_once, wanted_icons

#: The faces of Streamlit's own type: our pages are set in the reader's (`.streamlit/config.toml`).
FACES = re.compile(r"@font-face\{font-family:Source (?:Sans|Serif)[;}][^}]*\}")


FONT = re.compile(r"(MaterialSymbols-[\w.-]+\.woff2)")
SHEET = re.compile(r"(static/css/index\.[\w-]+\.css)")


@lru_cache(maxsize=1)
def edition() -> str:
    """A name for what we make of Streamlit's files: their own names stay, and browsers keep a file by its name."""
    text = "\0".join((FACES.pattern, *sorted(wanted_icons())))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def with_edition(page: str) -> str:
    """Streamlit's page, asking for its style sheet in our edition."""
    return SHEET.sub(rf"\1?edition={edition()}", page)


def without_faces(content: bytes) -> bytes:
    """A style sheet without the faces that no page is set in, asking for the icons of our edition."""
    sheet = FACES.sub("", content.decode("utf-8"))
    return FONT.sub(rf"\1?edition={edition()}", sheet).encode("utf-8")


def few_icons(_content: bytes) -> bytes:
    """The font of icons with those that may be shown."""
    return icon_font_once()


#: What is done to a file, by its path.
CHANGES: tuple[tuple[re.Pattern[str], Callable[[bytes], bytes]], ...] = (
    (re.compile(r"/static/css/index\.[^/]+\.css$"), without_faces),
    (re.compile(r"/static/media/MaterialSymbols-[^/]+\.woff2$"), few_icons),
)


def changed(path: str, content: bytes) -> bytes:
    """The content of a file of Streamlit's as we pass it on."""
    for pattern, change in CHANGES:
        if pattern.search(path):
            return change(content)
    return content


def is_changed(path: str) -> bool:
    """Whether a file is passed on as another one."""
    return any(pattern.search(path) for pattern, _ in CHANGES)


def is_slow(path: str) -> bool:
    """Whether that takes seconds, so that no reader should wait for it: they get the file as it is."""
    return CHANGES[1][0].search(path) is not None
