"""What stands beside the map: the legend with counts, and the numbered sources of what is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from geo.export.drawing.basemap import Land
from geo.export.drawing.event_primitives import drawn_events
from geo.export.drawing.fonts import cut, one_line, style_for, width_of, wrapped
from geo.export.drawing.primitives import Mark, Words
from geo.export.drawing.scene import Scene, control_sources, event_sources
from geo.export.sheet.layout import QUIET, Box, Layout
from geo.export.sheet.legend import Row, control_rows, event_rows, listed_events
from geo.wording.dates import short_date
from geo.wording.text import t

LEGEND, SOURCE = 16.0, 13.5


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
    return one_line(f"{name}: {source['title']}")


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
