"""Our own Markdown pages as HTML for files that stand alone."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

from geo.beside import beside

DOCS = beside("docs")


def method_html() -> str:
    """The method note; its headings one step lower, links to other files of the project as plain text."""
    return note_html((DOCS / "method.md").read_text("utf-8"))


def document_html(name: str) -> str:
    """A page of `docs/` as HTML; links to other files of the project are plain text."""
    return markdown_html((DOCS / name).read_text("utf-8"))


def note_html(text: str) -> str:
    """A part of a note as HTML, its headings one step lower."""
    return re.sub(r"(</?h)([1-5])>", lambda found: f"{found[1]}{int(found[2]) + 1}>", markdown_html(text))


def markdown_html(text: str) -> str:
    """Markdown of ours as HTML; links to other files of the project are plain text."""
    text = re.sub(r"<!--.*?-->", "", text)
    html: str = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    html = re.sub(r'<a href="(?!https?://|#)[^"]*">(.*?)</a>', r"\1", html)
    return html.replace("<a href=", '<a target="_blank" rel="noopener noreferrer" href=')
