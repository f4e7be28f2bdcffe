"""Text of a record inside Markdown: headings, labels of links and buttons, captions."""

from __future__ import annotations

import re

#: Every sign that Markdown, LaTeX or HTML reads.
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$&^=\"':@/])")
#: What Streamlit and GitHub's Markdown find even in escaped text: `:icon:`, addresses, e-mail, `--` and arrows.
_BREAKS = re.compile(r"([:@]|www(?=\\\.)|[-<>~](?=\\[-=>]))")
WORD_JOINER = "\u2060"


def escape_markdown(text: object) -> str:
    """The text on one line so that Markdown shows it as it is and finds nothing in it."""
    line = " ".join(str(text).split())
    return _BREAKS.sub(rf"\1{WORD_JOINER}", _SPECIAL.sub(r"\\\1", line))
