"""What stands beside the map: the legend with counts, and the numbered sources of what is shown."""

from __future__ import annotations

from collections.abc import Sequence

from geo.export.drawing.basemap import Basemap
from geo.export.drawing.clusters import drawn_events
from geo.export.drawing.fonts import cut, one_line, style_for, width_of, wrapped
from geo.export.drawing.primitives import Primitive, Words
from geo.export.drawing.scene import Scene, control_sources, event_sources
from geo.export.sheet.direction import flipped
from geo.export.sheet.layout import Column, Layout, at_most
from geo.export.sheet.legend import LegendRow, control_rows, event_rows, listed_events, shaded_rows
from geo.export.sheet.reference_legend import reference_rows
from geo.record.records import Source
from geo.style.basemap import QUIET_INK
from geo.wording.dates import plain_date
from geo.wording.lists import listed
from geo.wording.text import in_digits, t

LEGEND, SOURCE = 16.0, 13.5


def panel_primitives(
    layout: Layout, scene: Scene, basemap: Basemap, is_small: bool, sources: bool = True
) -> list[Primitive]:
    """Legend and sources in the columns beside or below the map."""
    px_scale = layout.px_scale
    span = t("export.events", first=plain_date(scene.first), last=plain_date(scene.day))
    blocks: list[tuple[str, list[list[LegendRow]]]]
    if scene.shaded:
        blocks = [(scene.shaded.title, [shaded_rows(scene.shaded, layout.map_px_scale)])]
    else:
        blocks = [(t("legend.control"), [control_rows(scene, basemap, layout.map_px_scale)])]
        blocks.append((span, event_rows(scene, basemap, layout.map_px_scale, is_small)))
    if scene.reference:
        blocks.append((t("reference.title"), [reference_rows(scene.reference, basemap, layout.map_px_scale)]))
    column = layout.columns[0]
    y = column.top
    primitives: list[Primitive] = []
    for title, groups in blocks:
        drawn, y = _legend_block(title, groups, column._replace(top=y), px_scale)
        primitives += drawn
        y += 10 * px_scale
    if sources:
        if len(layout.columns) > 1:
            column = layout.columns[1]
            y = column.top
        primitives += _sources_block(scene, basemap, column._replace(top=y), px_scale)
    return primitives


def count_in_view(scene: Scene, basemap: Basemap) -> int:
    """How many events the map and its legend speak of."""
    return len(drawn_events(scene, basemap.frame)) + len(listed_events(scene, basemap))


def sources_in_view(scene: Scene, basemap: Basemap) -> list[str]:
    """The ids of the sources of the control and the events in view, control first, then newest events."""
    names = {event["event_id"] for event in (*drawn_events(scene, basemap.frame), *listed_events(scene, basemap))}
    events = [event for event in scene.events() if event["event_id"] in names]
    control = control_sources(basemap.dataset, scene, basemap.districts)
    return list(dict.fromkeys([*control, *event_sources(basemap.dataset, events)]))


def source_words(source: Source) -> str:
    """'Publisher, 6 September 2021: title'."""
    date = plain_date(source["date"]) if source["date"] else source["date_note"]
    name = listed([source["publisher"] or t("source.no_publisher"), date])
    return one_line(t("words.labelled", label=name, told=source["title"]))


def _legend_block(
    title: str, groups: Sequence[Sequence[LegendRow]], column: Column, px_scale: float
) -> tuple[list[Primitive], float]:
    """A title, and groups of rows side by side; the primitives, and where the block ends."""
    left, top, width, _, _ = column
    primitives: list[Primitive] = [Words(left, top + 15 * px_scale, title, 17 * px_scale, style="bold")]
    if not any(groups):
        lines = wrapped(t("legend.no_events"), LEGEND * px_scale, width)
        texts = [
            Words(left, top + (39 + 20 * n) * px_scale, text, LEGEND * px_scale, QUIET_INK)
            for n, text in enumerate(lines)
        ]
        return [*primitives, *texts], top + (26 + 20 * len(lines)) * px_scale
    gap = 20 * px_scale
    share = (width - gap * (len(groups) - 1)) / len(groups)
    ends = []
    for number, rows in enumerate(groups):
        part = column._replace(left=left + number * (share + gap), top=top + 24 * px_scale, width=share)
        drawn, end = _rows(rows, part, px_scale)
        primitives += drawn
        ends.append(end)
    return primitives, max(ends)


def _rows(rows: Sequence[LegendRow], column: Column, px_scale: float) -> tuple[list[Primitive], float]:
    left, y, width, bottom, _ = column
    size, line, indent = LEGEND * px_scale, 19 * px_scale, 42 * px_scale
    room = width - indent - (14 * px_scale + width_of("000", size, "bold"))
    primitives: list[Primitive] = []
    for number, row in enumerate(rows):
        lines = _two_lines(row.text, size, room)
        end = y + len(lines) * line + 5 * px_scale
        if end + (line if number < len(rows) - 1 else 0) > bottom:
            text = t("export.more_rows", count=len(rows) - number)
            return [*primitives, Words(left + indent, y + 15 * px_scale, text, size, QUIET_INK, "italic")], y + line
        sample = row.sample(column.start(left, 32 * px_scale), y, 32 * px_scale, 20 * px_scale)
        primitives += flipped(sample, column.turned)  # it stands already where the sheet will have it
        primitives += [Words(left + indent, y + 15 * px_scale + n * line, text, size) for n, text in enumerate(lines)]
        primitives.append(Words(left + width, y + 15 * px_scale, row.number, size, QUIET_INK, "bold", "right"))
        y = end
    return primitives, y


def _sources_block(scene: Scene, basemap: Basemap, column: Column, px_scale: float) -> list[Primitive]:
    left, y, width, bottom, _ = column
    size, line = SOURCE * px_scale, 16.5 * px_scale
    found = sources_in_view(scene, basemap)
    if bottom - y < 24 * px_scale + 2 * line or not found:
        return []
    primitives: list[Primitive] = [Words(left, y + 15 * px_scale, t("export.sources"), 17 * px_scale, style="bold")]
    y += 24 * px_scale
    indent = 26 * px_scale
    records = basemap.dataset.by_id("sources")
    for number, source_id in enumerate(found, start=1):
        lines = _two_lines(source_words(records[source_id]), size, width - indent)
        last = line if number < len(found) else 0
        if y + len(lines) * line + last > bottom:
            more = t("export.more_sources", count=len(found) - number + 1)
            return [
                *primitives,
                Words(left + indent, y + 12 * px_scale, cut(more, size, width - indent), size, QUIET_INK, "italic"),
            ]
        primitives.append(
            Words(
                left + indent - 6 * px_scale, y + 12 * px_scale, in_digits(number), size, QUIET_INK, "regular", "right"
            )
        )
        for n, text in enumerate(lines):
            primitives.append(
                Words(left + indent, y + 12 * px_scale + n * line, text, size, style=style_for(text, "regular"))
            )
        y += len(lines) * line + 3 * px_scale
    return primitives


def _two_lines(text: str, size: float, width: float) -> list[str]:
    return [cut(line, size, width) for line in at_most(wrapped(text, size, width), size, width, limit=2)]
