"""Our own Markdown pages as HTML for files that stand alone."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

from geo.reading.letters import ENGLISH
from geo.wording.language import DOCS, in_language, note


def method_html() -> str:
    """The method note; its headings one step lower, links to other files of the project as plain text."""
    return note_html(note("method.md"))


def document_html(name: str) -> str:
    """A page of `docs/` as HTML, marked as English where it is not translated; links to other files are plain text."""
    path = DOCS / name
    text = markdown_html(note(name))
    return english_html(text) if in_language(path) == path else text


def english_html(html: str) -> str:
    """HTML of English words, which say so and run as English does, whatever the language of the page."""
    return f"<div{ENGLISH}>{html}</div>"


def note_html(text: str) -> str:
    """A part of a note as HTML, its headings one step lower."""
    return re.sub(r"(</?h)([1-5])>", lambda found: f"{found[1]}{int(found[2]) + 1}>", markdown_html(text))


def markdown_html(text: str) -> str:
    """Markdown of ours as HTML; links to other files of the project are plain text."""
    text = re.sub(r"<!--.*?-->", "", text)
    html: str = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    html = re.sub(r'<a href="(?!https?://|#)[^"]*">(.*?)</a>', r"\1", html)
    return html.replace("<a href=", '<a target="_blank" rel="noopener noreferrer" href=')
