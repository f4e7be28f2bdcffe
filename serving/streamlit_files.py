"""Streamlit's own files as we pass them on: without the type that no page is set in, with few icons."""

from __future__ import annotations

import re
from collections.abc import Callable

from serving.icons import icon_font_once

#: The faces of Streamlit's own type: our pages are set in the reader's (`.streamlit/config.toml`).
FACES = re.compile(r"@font-face\{font-family:Source (?:Sans|Serif)[;}][^}]*\}")


def without_faces(content: bytes) -> bytes:
    """A style sheet without the faces that no page is set in."""
    return FACES.sub("", content.decode("utf-8")).encode("utf-8")


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
