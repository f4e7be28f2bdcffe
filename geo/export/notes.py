"""Our own Markdown pages as HTML for files that stand alone."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

from geo.beside import beside

DOCS = beside("docs")


def method_html() -> str:
    """The method note; its headings one step lower, links to other files of the project as plain text."""
    return re.sub(r"(</?h)([1-5])>", lambda found: f"{found[1]}{int(found[2]) + 1}>", document_html("method.md"))


def document_html(name: str) -> str:
    """A page of `docs/` as HTML; links to other files of the project are plain text."""
    text = re.sub(r"<!--.*?-->", "", (DOCS / name).read_text("utf-8"))
    html: str = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    html = re.sub(r'<a href="(?!https?://|#)[^"]*">(.*?)</a>', r"\1", html)
    return html.replace("<a href=", '<a target="_blank" rel="noopener noreferrer" href=')


def method_text() -> str:
    """The method note as Markdown."""
    return (DOCS / "method.md").read_text("utf-8")
