"""A small map as HTML: a picture, words over it in the page's own type, and areas that are links cut to their outline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from geo.reading.charts.chart_html import data_address, keys_html
from geo.reading.drawings import Area, Label, SmallMap

#: The address of what is chosen: by a page of ours, and what of the reader's address changes.
Way = Callable[[str, str, Mapping[str, str | None]], str]


def map_html(drawn: SmallMap, says: str, way: Way) -> str:
    """A map with its keys; one with areas to choose is a group of links, any other an image that is told as one.

    Parameters
    ----------
    way : gives an address by label, page and what of the reader's address changes.
    """
    wide, high = drawn.size
    role = "group" if drawn.areas else "img"
    areas = "".join(_area(area, way(area.says, drawn.page, area.query)) for area in drawn.areas)
    words = "".join(_label(label) for label in drawn.labels)
    image = f'<img src="{data_address(drawn.svg)}" width="{wide}" height="{high}" alt="">'
    size = f"aspect-ratio:{wide}/{high};max-inline-size:{wide}px"
    sheet = f'<div class="sheet" role="{role}" aria-label="{escape(says)}" style="{size}">{image}{areas}{words}</div>'
    return f'<div class="chart">{sheet}</div>{keys_html(drawn.keys)}'


def _area(area: Area, address: str) -> str:
    """A link in the box of an area; only what lies inside its outline, and its name, is touched."""
    left, top, wide, high = area.box
    box = f"inset-inline-start:{left:g}%;inset-block-start:{top:g}%;inline-size:{wide:g}%;block-size:{high:g}%"
    corners = ",".join(f"{x}% {y}%" for x, y in area.outline)
    now = ' aria-current="true"' if area.is_chosen else ""
    label = ""
    if area.label:
        x, y = 100 * (area.label.x_pct - left) / wide, 100 * (area.label.y_pct - top) / high
        label = _label(Label(round(x, 1), round(y, 1), area.label.lines, area.label.is_wide))
    inside = f'<span class="outline" style="clip-path:polygon({corners})"></span>{label}'
    says = escape(area.says)
    return f'<a class="area" href="{escape(address)}" data-way="ours" aria-label="{says}" title="{says}"{now} style="{box}">{inside}</a>'


def _label(label: Label) -> str:
    lines = "<br>".join(escape(line) for line in label.lines)
    wide = " wide" if label.is_wide else ""
    return f'<span class="label{wide}" style="inset-inline-start:{label.x_pct:g}%;inset-block-start:{label.y_pct:g}%">{lines}</span>'
