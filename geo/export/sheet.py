"""The sheet around the map: title, date, sentence, banner, legend, sources, scale, credits; where each stands."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from geo.dates import in_words, plain_date, short_date, solar_hijri
from geo.export.event_marks import drawn_events
from geo.export.fonts import cut, style_for, width_of, wrapped
from geo.export.land import Land
from geo.export.legend import Row, control_rows, event_rows, listed_events
from geo.export.marks import Mark, Words, rectangle
from geo.export.scene import Scene, control_sources, event_sources
from geo.text import t
from geo.view import ViewState, to_query

QUIET, PANEL, BANNER = "#5E574C", "#FFFFFF", "#F2C14E"
MARGIN, GAP = 24.0, 16.0
SENTENCE, LEGEND, SOURCE, CREDIT = 20.0, 16.0, 13.5, 13.0
MOST_SENTENCE_LINES = 3
FOOT_LINES = 4
SMALLEST = (640, 360)
LARGEST = (8000, 8000)
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Layout:
    """Where the parts of a sheet of a size lie, in pixels."""

    width: int
    height: int
    unit: float
    map_left: int
    map_top: int
    map_width: int
    map_height: int
    #: Columns for legend and sources: left, top, width, bottom.
    columns: tuple[Box, ...]
    footer: float

    @property
    def map_unit(self) -> float:
        """What is one pixel of the browser's map here."""
        return self.unit * 1.2


def layout_of(width: int, height: int, sentence_lines: int, banner: bool) -> Layout:
    """The layout of a sheet: the legend beside the map, or below it when the sheet is upright.

    Raises
    ------
    ValueError
        When the size is too small to be read or too large to be drawn.
    """
    if not (SMALLEST[0] <= width <= LARGEST[0] and SMALLEST[1] <= height <= LARGEST[1]):
        raise ValueError(f"--size {width}x{height}: from {SMALLEST[0]}x{SMALLEST[1]} to {LARGEST[0]}x{LARGEST[1]}")
    unit = unit_of(width, height)
    margin, gap = MARGIN * unit, GAP * unit
    top = margin + (58 + 26 * sentence_lines) * unit + (38 * unit if banner else 0)
    footer = height - margin - (FOOT_LINES * 18 - 8) * unit
    inner = width - 2 * margin
    if width / height >= 1.15:
        panel = 0.37 * inner
        map_size = (inner - panel - gap, footer - gap - top)
        left = margin + map_size[0] + gap
        columns: tuple[Box, ...] = ((left, top, panel, height - margin),)
    else:
        map_size = (inner, (footer - gap - top) * 0.58)
        below, half = top + map_size[1] + gap, (inner - gap) / 2
        columns = tuple((margin + n * (half + gap), below, half, footer - gap) for n in (0, 1))
    return Layout(
        width, height, unit, round(margin), round(top), round(map_size[0]), round(map_size[1]), columns, footer
    )


def unit_of(width: int, height: int) -> float:
    """How large type and lines are, compared with those of a sheet of 1600 by 900."""
    return max(0.5, math.sqrt(width * height / (1600 * 900)))


def sentence_lines(text: str, width: int, height: int) -> tuple[list[str], float]:
    """The sentence of the day in at most three lines, and the size that it then has (for unit 1)."""
    unit = unit_of(width, height)
    room = width - 2 * MARGIN * unit
    for size in (SENTENCE, 18.0, 16.0, 14.5):
        lines = wrapped(text, size * unit, room)
        if len(lines) <= MOST_SENTENCE_LINES:
            return lines, size
    kept = lines[: MOST_SENTENCE_LINES - 1]
    return [*kept, cut(" ".join(lines[len(kept) :]), size * unit, room)], size


def head_marks(layout: Layout, scene: Scene, lines: Sequence[str], size: float) -> list[Mark]:
    """Title, date, sentence, and the banner when claims are shown."""
    unit, left = layout.unit, layout.map_left
    top = MARGIN * unit
    date = in_words(scene.day)
    marks: list[Mark] = [
        Words(left, top + 34 * unit, date, 36 * unit, style="bold"),
        Words(left + width_of(date, 36 * unit, "bold") + 16 * unit, top + 34 * unit, solar_hijri(scene.day), 20 * unit, QUIET),
        Words(layout.width - left, top + 34 * unit, t("app.title"), 20 * unit, QUIET, "bold", "right"),
    ]
    for number, line in enumerate(lines):
        marks.append(Words(left, top + (66 + 26 * number) * unit, line, size * unit))
    if scene.perspective != "assessed":
        marks += _banner(layout, t(f"export.banner.{scene.perspective}"))
    return marks


def foot_marks(layout: Layout, scene: Scene, count: int, query: Mapping[str, str]) -> list[Mark]:
    """Perspective, window, count, data, licence; credits; the query that opens this view."""
    size, left, room = CREDIT * layout.unit, layout.map_left, layout.map_width
    texts = [
        t(
            "export.foot",
            perspective=t(f"perspective.{scene.perspective}"),
            first=plain_date(scene.first),
            last=plain_date(scene.day),
            count=count,
        ),
        t("app.credits"),
        t("export.address", query="?" + urlencode(query, safe=","), version=query["data"]),
    ]
    lines = [line for text in texts for line in wrapped(text, size, room)]
    return [
        Words(left, layout.footer + (11 + 18 * n) * layout.unit, line, size, QUIET)
        for n, line in enumerate(lines[: FOOT_LINES + 1])
    ]


def panel_marks(layout: Layout, scene: Scene, land: Land, sources: bool = True) -> list[Mark]:
    """Legend and sources in the columns beside or below the map."""
    unit = layout.unit
    span = t("export.events", first=short_date(scene.first), last=short_date(scene.day))
    blocks: list[tuple[str, list[list[Row]]]] = [
        (t("legend.control"), [control_rows(scene, land, layout.map_unit)]),
        (span, event_rows(scene, land, layout.map_unit)),
    ]
    left, y, width, bottom = layout.columns[0]
    marks: list[Mark] = []
    for title, groups in blocks:
        drawn, y = _legend_block(title, groups, (left, y, width, bottom), unit)
        marks += drawn
        y += 10 * unit
    if sources:
        if len(layout.columns) > 1:
            left, y, width, bottom = layout.columns[1]
        marks += _sources_block(scene, land, (left, y, width, bottom), unit)
    return marks


def query_of(land: Land, scene: Scene, window: str, extent: str) -> dict[str, str]:
    """The query of the address that opens this view on the page."""
    known = land.dataset.by_id("provinces")
    view = ViewState(
        date=scene.day, perspective=scene.perspective, window=window, province=extent if extent in known else None
    )
    return to_query(view, land.dataset)


def count_in_view(scene: Scene, land: Land) -> int:
    """How many events the map and its legend speak of."""
    return len(drawn_events(scene, land.frame)) + len(listed_events(scene, land))


def sources_in_view(scene: Scene, land: Land) -> list[str]:
    """The ids of the sources of the control and the events in view, control first, then newest events."""
    names = {event["event_id"] for event in (*drawn_events(scene, land.frame), *listed_events(scene, land))}
    events = [event for event in scene.events() if event["event_id"] in names]
    control = control_sources(land.dataset, scene, land.districts)
    return list(dict.fromkeys([*control, *event_sources(land.dataset, events)]))


def source_words(source: Mapping[str, Any]) -> str:
    """'Publisher, 6 Sep 2021: title'."""
    date = short_date(source["date"]) if source["date"] else source["date_note"]
    name = ", ".join(filter(None, [source["publisher"] or t("source.no_publisher"), date]))
    return f"{name}: {source['title']}"


def _banner(layout: Layout, text: str) -> list[Mark]:
    unit, left = layout.unit, layout.map_left
    right, bottom = layout.width - left, layout.map_top - 8 * unit
    size = 17 * unit
    words = Words(left + 12 * unit, bottom - 9 * unit, cut(text, size, right - left - 24 * unit, "bold"), size, style="bold")
    return [rectangle(left, bottom - 30 * unit, right, bottom, BANNER), words]


def _legend_block(title: str, groups: Sequence[Sequence[Row]], box: Box, unit: float) -> tuple[list[Mark], float]:
    """A title, and groups of rows side by side; the marks, and where the block ends."""
    left, top, width, bottom = box
    marks: list[Mark] = [Words(left, top + 15 * unit, title, 17 * unit, style="bold")]
    if not any(groups):
        lines = wrapped(t("legend.no_events"), LEGEND * unit, width)
        texts = [Words(left, top + (39 + 20 * n) * unit, text, LEGEND * unit, QUIET) for n, text in enumerate(lines)]
        return [*marks, *texts], top + (26 + 20 * len(lines)) * unit
    gap = 20 * unit
    share = (width - gap * (len(groups) - 1)) / len(groups)
    ends = []
    for number, rows in enumerate(groups):
        column = (left + number * (share + gap), top + 24 * unit, share, bottom)
        drawn, end = _rows(rows, column, unit)
        marks += drawn
        ends.append(end)
    return marks, max(ends)


def _rows(rows: Sequence[Row], box: Box, unit: float) -> tuple[list[Mark], float]:
    left, y, width, bottom = box
    size, line, indent = LEGEND * unit, 19 * unit, 42 * unit
    room = width - indent - (14 * unit + width_of("000", size, "bold"))
    marks: list[Mark] = []
    for number, row in enumerate(rows):
        lines = _two_lines(row.text, size, room)
        end = y + len(lines) * line + 5 * unit
        if end + (line if number < len(rows) - 1 else 0) > bottom:
            text = t("export.more_rows", count=len(rows) - number)
            return [*marks, Words(left + indent, y + 15 * unit, text, size, QUIET, "italic")], y + line
        marks += row.sample(left, y, 32 * unit, 20 * unit)
        marks += [Words(left + indent, y + 15 * unit + n * line, text, size) for n, text in enumerate(lines)]
        marks.append(Words(left + width, y + 15 * unit, row.number, size, QUIET, "bold", "right"))
        y = end
    return marks, y


def _sources_block(scene: Scene, land: Land, box: Box, unit: float) -> list[Mark]:
    left, y, width, bottom = box
    size, line = SOURCE * unit, 16.5 * unit
    found = sources_in_view(scene, land)
    if bottom - y < 24 * unit + 2 * line or not found:
        return []
    marks: list[Mark] = [Words(left, y + 15 * unit, t("export.sources"), 17 * unit, style="bold")]
    y += 24 * unit
    indent = 26 * unit
    records = land.dataset.by_id("sources")
    for number, source_id in enumerate(found, start=1):
        lines = _two_lines(source_words(records[source_id]), size, width - indent)
        last = line if number < len(found) else 0
        if y + len(lines) * line + last > bottom:
            more = t("export.more_sources", count=len(found) - number + 1)
            return [*marks, Words(left + indent, y + 12 * unit, cut(more, size, width - indent), size, QUIET, "italic")]
        marks.append(Words(left + indent - 6 * unit, y + 12 * unit, str(number), size, QUIET, "regular", "right"))
        for n, text in enumerate(lines):
            marks.append(Words(left + indent, y + 12 * unit + n * line, text, size, style=style_for(text, "regular")))
        y += len(lines) * line + 3 * unit
    return marks


def _two_lines(text: str, size: float, width: float) -> list[str]:
    lines = wrapped(text, size, width)
    if len(lines) <= 2:
        return [cut(line, size, width) for line in lines]
    return [cut(lines[0], size, width), cut(" ".join(lines[1:]), size, width)]
