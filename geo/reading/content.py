"""What a reading page holds, as plain data: text with links, tables, figures, facts, points, sections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from geo.reading.drawings import Drawing


@dataclass(frozen=True)
class Link:
    """A way to one of our pages ('' is the map): what of the reader's address changes; None takes a key out.

    `lang` is the language of the label where it is not the page's own.
    """

    label: str
    page: str
    query: Mapping[str, str | None] = field(default_factory=dict)
    lang: str = ""


@dataclass(frozen=True)
class Away:
    """A way to somebody else's page; only http and https become a link, anything else stays text.

    `lang` is the language of the label where it is not the page's own.
    """

    label: str
    address: str
    lang: str = ""


@dataclass(frozen=True)
class Within:
    """A way to a section of the same page."""

    label: str
    anchor: str


@dataclass(frozen=True)
class Strong:
    """Text that leads its line."""

    text: str


@dataclass(frozen=True)
class Script:
    """Text in a language of its own, such as a name: 'fa', 'ps', 'ar'."""

    text: str
    lang: str


@dataclass(frozen=True)
class Picture:
    """A small drawing of our own as SVG, and what it says."""

    svg: str
    alt: str


@dataclass(frozen=True)
class Bar:
    """A share of 0 to 100 as a bar; the number itself stands beside it as text. A hollow one counts what is not ours."""

    pct: float
    is_hollow: bool = False


Part = str | Link | Away | Within | Strong | Script | Picture | Bar
Parts = tuple[Part, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; a quiet one is a remark."""

    parts: Parts
    is_quiet: bool = False


@dataclass(frozen=True)
class Points:
    """A list of points."""

    items: tuple[Parts, ...]


@dataclass(frozen=True)
class Facts:
    """Terms, each with what holds of it."""

    rows: tuple[tuple[str, Parts], ...]


@dataclass(frozen=True)
class Measures:
    """Figures in a row: what each counts, and the figure; or words that say that there is none."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Column:
    """A column of a table: its head; whether it holds numbers, is never broken, and a narrow screen can do without it."""

    title: str
    is_number: bool = False
    is_minor: bool = False
    is_unbroken: bool = False


@dataclass(frozen=True)
class Cell:
    """A cell: its parts, what it is sorted by where that is not its text, and whether it stands for what nobody knows."""

    parts: Parts
    order: str | float | None = None
    is_unknown: bool = False


@dataclass(frozen=True)
class Table:
    """A table; one column names its rows.

    Parameters
    ----------
    caption : what the table holds, told to who hears the page.
    head : the column that names the rows.
    first : so many rows are shown until the reader asks for all; None shows all.
    sorted_by : the column that the rows stand in order of, and whether it falls; None for an order of their own.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str
    head: int = 0
    first: int | None = None
    sorted_by: tuple[int, bool] | None = None
    is_sortable: bool = True


@dataclass(frozen=True)
class Figure:
    """A chart or small map.

    Parameters
    ----------
    says : what it shows, in a sentence, told to who hears the page.
    caption : window, filters, number of records, version of the data.
    table : the same as a table, folded in.
    """

    drawing: Drawing
    says: str
    caption: Parts = ()
    title: str = ""
    table: Table | None = None


@dataclass(frozen=True)
class Section:
    """A part of a page under a heading; a folded one is opened by the reader."""

    title: str
    blocks: tuple[Block, ...]
    anchor: str = ""
    level: int = 3
    is_folded: bool = False


@dataclass(frozen=True)
class Code:
    """Text that is copied as it is, such as an entry of BibTeX."""

    text: str


@dataclass(frozen=True)
class Box:
    """Blocks that belong together, in a frame."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Beside:
    """Columns beside each other, or below where the screen is narrow; of two wide ones the second is wider, as a table is."""

    columns: tuple[tuple[Block, ...], ...]
    is_wide: bool = False


@dataclass(frozen=True)
class Contents:
    """What the page holds, each a way to a section."""

    title: str
    ways: tuple[Within, ...]


Block = Paragraph | Points | Facts | Measures | Table | Figure | Section | Code | Box | Beside | Contents


def text(value: object, order: str | float | None = None) -> Cell:
    """A cell of plain text."""
    return Cell((str(value),), order)


def number(value: float | None, nothing: str, message: str = "") -> Cell:
    """A cell of a number, told in its usual form or in words of its own; what is not there stands last in any order."""
    return Cell((nothing,)) if value is None else Cell((message or f"{value:,g}",), value)


def still(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks for a page without script: their tables stand in the order that they have."""
    return tuple(_still(block) for block in blocks)


def _still(block: Block) -> Block:
    match block:
        case Table():
            return replace(block, is_sortable=False)
        case Section() | Box():
            return replace(block, blocks=still(block.blocks))
        case Beside():
            return replace(block, columns=tuple(map(still, block.columns)))
    return block


def plain(parts: Parts) -> str:
    """The parts as text alone."""
    return "".join(_plain(part) for part in parts)


def _plain(part: Part) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, Link | Away | Within):
        return part.label
    if isinstance(part, Strong | Script):
        return part.text
    return part.alt if isinstance(part, Picture) else ""
