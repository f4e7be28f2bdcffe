"""What a page shows as HTML, read as a reader would: its text, its tables by head, its links."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlsplit

from streamlit.testing.v1 import AppTest

#: Tags that have no end.
VOID = ("img", "input", "br")
#: Tags within a line of text.
INLINE = ("a", "b", "bdi", "strong", "span", "i")


@dataclass
class HtmlTable:
    """A table: its caption, its heads, its rows as texts."""

    caption: str = ""
    heads: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    row_heads: list[str] = field(default_factory=list)

    def column(self, head: str) -> list[str]:
        return [row[self.heads.index(head)] for row in self.rows]


@dataclass(frozen=True)
class HtmlLink:
    """A link: its words, its page, its query."""

    label: str
    address: str

    @property
    def page(self) -> str:
        return urlsplit(self.address).path

    @property
    def query(self) -> dict[str, str]:
        return dict(parse_qsl(urlsplit(self.address).query))


class HtmlPage(HTMLParser):
    """All that stands in the HTML of a page."""

    def __init__(self, page: AppTest) -> None:
        super().__init__()
        self.tables: list[HtmlTable] = []
        #: Terms with what holds of them.
        self.facts: dict[str, str] = {}
        self.links: list[HtmlLink] = []
        self.pieces: list[str] = []
        self.tags: list[str] = []
        self.seen: set[str] = set()
        self.attributes: set[str] = set()
        self._address: str | None = None
        self._open: list[str] = []
        #: Texts, each with the languages and directions that are told of it.
        self.marked: list[tuple[str, dict[str, str | None]]] = []
        self._marks: list[dict[str, str | None]] = [{}]
        self._cell: list[str] | None = None
        self._label: list[str] = []
        self._term = ""
        self.html = "".join(element.proto.body for element in page.get("html"))
        for element in page.get("html"):
            self.feed(element.proto.body)

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())

    def table(self, *heads: str) -> HtmlTable:
        """The first table that has these heads."""
        return next(table for table in self.tables if set(heads) <= set(table.heads))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.pieces += [] if tag in INLINE else [" "]
        self.attributes |= {name for name, _ in attrs}
        if tag not in VOID:
            self._open.append(tag)
            self._marks.append(self._marks[-1] | {key: value for key, value in attrs if key in ("lang", "dir")})
        if tag == "table":
            self.tables.append(HtmlTable())
        elif tag == "tr" and "tbody" in self._open:
            self.tables[-1].rows.append([])
        elif tag in ("th", "td", "caption", "dt", "dd"):
            self._cell = []
        elif tag == "a":
            self._address, self._label = dict(attrs).get("href"), []

    def handle_data(self, data: str) -> None:
        if "style" in self._open:
            return
        self.pieces.append(data)
        self.marked.append((data, self._marks[-1]))
        self._label.append(data)
        if self._cell is not None:
            self._cell.append(data)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, f"a {tag} that was not open"
        self._marks.pop()
        if tag == "a" and self._address is not None:
            self.links.append(HtmlLink("".join(self._label), self._address))
        if tag not in ("th", "td", "caption", "dt", "dd") or self._cell is None:
            return
        words, self._cell = "".join(self._cell), None
        if tag == "dt":
            self._term = words
        elif tag == "dd":
            self.facts[self._term] = words
        else:
            self._close_cell(tag, words)

    def _close_cell(self, tag: str, words: str) -> None:
        table = self.tables[-1]
        if tag == "caption":
            table.caption = words
        elif "thead" in self._open:
            table.heads.append(words)
        else:
            table.rows[-1].append(words)
            table.row_heads += [words] if tag == "th" else []
