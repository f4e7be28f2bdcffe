"""The sheet around the map: title, date, sentence, banner, legend, sources, scale, credits; where each stands."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from geo.dates import in_words, plain_date, solar_hijri
from geo.export.fonts import cut, one_line, width_of, wrapped
from geo.export.land import Land
from geo.export.marks import Mark, Words, rectangle
from geo.export.scene import Scene
from geo.text import t
from geo.view import ViewState, to_query

QUIET, PANEL, BANNER = "#5E574C", "#FFFFFF", "#F2C14E"
MARGIN, GAP = 24.0, 16.0
SENTENCE, CREDIT = 20.0, 13.0
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
    unit, text = unit_of(width, height), one_line(text)
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
        Words(
            left + width_of(date, 36 * unit, "bold") + 16 * unit,
            top + 34 * unit,
            solar_hijri(scene.day),
            20 * unit,
            QUIET,
        ),
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


def query_of(land: Land, scene: Scene, window: str, extent: str) -> dict[str, str]:
    """The query of the address that opens this view on the page."""
    known = land.dataset.by_id("provinces")
    view = ViewState(
        date=scene.day, perspective=scene.perspective, window=window, province=extent if extent in known else None
    )
    return to_query(view, land.dataset)


def _banner(layout: Layout, text: str) -> list[Mark]:
    unit, left = layout.unit, layout.map_left
    right, bottom = layout.width - left, layout.map_top - 8 * unit
    size = 17 * unit
    words = Words(
        left + 12 * unit, bottom - 9 * unit, cut(text, size, right - left - 24 * unit, "bold"), size, style="bold"
    )
    return [rectangle(left, bottom - 30 * unit, right, bottom, BANNER), words]
