"""Content as HTML, escaped by construction: every text of a record passes through `escape`, and only this and the charts make markup."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from geo.reading.charts.chart_html import bars_html, data_address, ranges_html, strips_html
from geo.reading.charts.map_html import map_html
from geo.reading.content import (
    Away,
    Bar,
    Beside,
    Block,
    Box,
    Cell,
    Code,
    Column,
    Contents,
    Facts,
    Figure,
    Link,
    Measures,
    Paragraph,
    Part,
    Parts,
    Picture,
    Points,
    Script,
    Section,
    Strong,
    Table,
    Within,
)
from geo.reading.drawings import Bars, Ranges, SmallMap, Strips
from geo.reading.letters import ENGLISH, is_english, lang_of, text_of, unbroken
from geo.style.events import GRADE_COLOURS, REFERENCE_COLOUR
from geo.style.interface import FOLDED_COLUMNS, browser_css
from geo.wording.text import t

#: The address of a link to one of our pages.
Href = Callable[[Link], str]
#: `--theirs` is the colour of what is not ours, lighter where text is light.
_THEIRS = f"--theirs:color-mix(in srgb, {REFERENCE_COLOUR} 70%, currentColor);"
_GRADES = "".join(f"--{grade}:{colour};" for grade, colour in GRADE_COLOURS.items())
_SHEETS = ("reading", "layout", "charts/charts", "charts/pointing", "charts/small_maps")
_CSS = "".join((Path(__file__).parent / f"{name}.css").read_text("utf-8") for name in _SHEETS)
STYLE = f".reading{{{_THEIRS}{_GRADES}}}" + browser_css(_CSS)


def html_of(blocks: Iterable[Block], href: Href) -> str:
    """Blocks as HTML in a frame of its own.

    Parameters
    ----------
    href : gives the address of a link to one of our pages.
    """
    return f'<div class="reading">{_blocks(blocks, href)}</div>'


def _blocks(blocks: Iterable[Block], href: Href) -> str:
    return "".join(_block(block, href) for block in blocks)


def _block(block: Block, href: Href) -> str:
    match block:
        case Paragraph():
            mark = ' class="quiet"' if block.is_quiet else ""
            match block.parts:
                case (str() as alone,) if is_english(alone):
                    return f"<p{mark}{ENGLISH}>{escape(alone)}</p>"
            return f"<p{mark}>{_parts(block.parts, href)}</p>"
        case Points():
            return f"<ul>{''.join(f'<li>{_parts(item, href)}</li>' for item in block.items)}</ul>"
        case Facts():
            return "<dl>" + "".join(_fact(*row, href) for row in block.rows) + "</dl>"
        case Measures():
            return f'<dl class="measures">{"".join(_fact(term, (figure,), href) for term, figure in block.rows)}</dl>'
        case Table():
            return _table(block, href)
        case Figure():
            return _figure(block, href)
        case Section():
            return _section(block, href)
        case Code():
            return f"<pre>{escape(block.text)}</pre>"
        case Box():
            return f'<div class="box">{_blocks(block.blocks, href)}</div>'
        case Beside():
            inside = "".join(f"<div>{_blocks(one, href)}</div>" for one in block.columns)
            return f'<div class="beside{" wide" if block.is_wide else ""}">{inside}</div>'
        case Contents():
            ways = "".join(f"<li>{_part(way, href)}</li>" for way in block.ways)
            return f'<nav class="contents" aria-label="{escape(block.title)}"><b>{escape(block.title)}</b><ul>{ways}</ul></nav>'


def _fact(term: str, parts: Parts, href: Href) -> str:
    return f"<div><dt>{escape(term)}</dt><dd>{_parts(parts, href)}</dd></div>"


def _section(section: Section, href: Href) -> str:
    anchor = f' id="{escape(section.anchor)}"' if section.anchor else ""
    head = f"<h{section.level}{anchor}>{escape(section.title)}</h{section.level}>"
    inside = _blocks(section.blocks, href)
    if section.is_folded:
        return f"<details><summary>{head}</summary>{inside}</details>"
    return f"<section>{head}{inside}</section>"


def _figure(figure: Figure, href: Href) -> str:
    title = f'<p class="figure-title"><strong>{escape(figure.title)}</strong></p>' if figure.title else ""
    caption = f"<figcaption>{_parts(figure.caption, href)}</figcaption>" if figure.caption else ""
    table = ""
    if figure.table:
        table = f"<details><summary><strong>{escape(t('chart.as_table'))}</strong></summary>{_table(figure.table, href)}</details>"
    return f'<figure class="figure">{title}{_drawing(figure, href)}{caption}</figure>{table}'


def _drawing(figure: Figure, href: Href) -> str:
    match figure.drawing:
        case Bars() as bars:
            return bars_html(bars, figure.says)
        case Ranges() as ranges:
            return ranges_html(ranges, figure.says)
        case Strips() as strips:
            return strips_html(strips, figure.says)
        case SmallMap() as drawn:
            return map_html(drawn, figure.says, lambda label, page, query: href(Link(label, page, query)))


# --- text ---------------------------------------------------------------------------------


def _parts(parts: Parts, href: Href) -> str:
    return "".join(_part(part, href) for part in parts)


def _part(part: Part, href: Href) -> str:
    match part:
        case str():
            return text_of(part)
        case Link():
            marks = f"{unbroken(part.label)}{lang_of(part.lang)}"
            return f'<a href="{escape(href(part))}" data-way="ours"{marks}>{text_of(part.label, part.lang)}</a>'
        case Within():
            return f'<a href="#{escape(part.anchor)}">{text_of(part.label)}</a>'
        case Away():
            return _away(part)
        case Strong():
            return f"<strong>{text_of(part.text)}</strong>"
        case Script():
            return f"<bdi{lang_of(part.lang)}>{escape(part.text)}</bdi>"
        case Picture():
            return f'<img src="{data_address(part.svg)}" alt="{escape(part.alt)}">'
        case Bar():
            pct = min(100.0, max(0.0, part.pct))
            look = "bar hollow" if part.is_hollow and pct else "bar"
            return f'<span class="{look}" aria-hidden="true"><span style="inline-size:{pct:.1f}%"></span></span>'


def is_web_address(address: str) -> bool:
    """Whether an address is a plain one of the web."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _away(part: Away) -> str:
    if not is_web_address(part.address):
        return f"<bdi{lang_of(part.lang)}>{escape(part.label)}</bdi>" if part.lang else text_of(part.label)
    lang, label = lang_of(part.lang), text_of(part.label, part.lang)
    return f'<a class="away" target="_blank" rel="noopener noreferrer nofollow" href="{escape(part.address)}"{lang}>{label}</a>'


# --- tables -------------------------------------------------------------------------------


def _table(table: Table, href: Href) -> str:
    is_cut = table.first is not None and len(table.rows) > table.first
    heads = "".join(_head(table, number) for number in range(len(table.columns)))
    shown = (table.first if is_cut else None) or len(table.rows)
    rows = "".join(_row(table, row, number >= shown, href) for number, row in enumerate(table.rows))
    caption = f'<caption class="unseen">{escape(table.caption)}</caption>'
    of_table, of_rows, of_row = (_role(table, name) for name in ("table", "rowgroup", "row"))
    inside = f"<thead{of_rows}><tr{of_row}>{heads}</tr></thead><tbody{of_rows}>{rows}</tbody>"
    whole = f'<table data-first="{table.first if is_cut else ""}"{of_table}>{caption}{inside}</table>'
    scroll = f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(table.caption)}">{whole}</div>'
    return f'<div class="table{" folds" if _folds(table) else ""}">{_all_box(table) if is_cut else ""}{scroll}</div>'


def _folds(table: Table) -> bool:
    """Whether a telephone has no room for its columns: there each row is a few lines."""
    return sum(not column.is_minor for column in table.columns) > FOLDED_COLUMNS


def _role(table: Table, name: str) -> str:
    """What a part is, said where its style would let a browser forget it."""
    return f' role="{name}"' if _folds(table) else ""


def _all_box(table: Table) -> str:
    """The box that shows all rows; it needs no script."""
    name = f"all-{sha256(f'{table.caption}{len(table.rows)}'.encode()).hexdigest()[:10]}"
    label = escape(t("reading.all_rows", count=len(table.rows)))
    return f'<input type="checkbox" class="all" id="{name}"><label for="{name}">{label}</label>'


def _head(table: Table, number: int) -> str:
    column = table.columns[number]
    title = escape(column.title)
    if not table.is_sortable:
        return f'<th scope="col"{_role(table, "columnheader")}{_class(column)}>{title}</th>'
    order = ""
    if table.sorted_by and table.sorted_by[0] == number:
        order = f' aria-sort="{"descending" if table.sorted_by[1] else "ascending"}"'
    return f'<th scope="col"{_role(table, "columnheader")}{_class(column)}{order}><button type="button">{title}</button></th>'


def _row(table: Table, row: tuple[Cell, ...], is_more: bool, href: Href) -> str:
    mark = _role(table, "row") + (' class="more"' if is_more else "")
    return f"<tr{mark}>{''.join(_cells(table, row, href))}</tr>"


def _cells(table: Table, row: tuple[Cell, ...], href: Href) -> Iterator[str]:
    for number, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
        order = "" if cell.order is None else f' data-order="{escape(str(cell.order))}"'
        row_head = f' scope="row"{_role(table, "rowheader")}'
        tag, scope = ("th", row_head) if number == table.head else ("td", _role(table, "cell"))
        if _folds(table) and tag == "td":
            order += f' data-head="{escape(column.title + t("list.colon").rstrip())}"'
        inside = f"<span>{_parts(cell.parts, href)}</span>" if cell.is_unknown else _parts(cell.parts, href)
        yield f"<{tag}{scope}{_class(column, cell.is_unknown)}{order}>{inside}</{tag}>"


def _class(column: Column, is_unknown: bool = False) -> str:
    marks = {
        "number": column.is_number,
        "minor": column.is_minor,
        "unbroken": column.is_unbroken,
        "unknown": is_unknown,
    }
    names = [name for name, holds in marks.items() if holds]
    return f' class="{" ".join(names)}"' if names else ""
