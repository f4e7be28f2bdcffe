"""The sheet around the map: title, date, sentence, banner, legend, sources, scale, credits; where each stands."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple
from urllib.parse import urlencode

from geo.address.view import ViewState, to_query
from geo.export.drawing.extents import box_of
from geo.export.drawing.fonts import cut, one_line, width_of, wrapped
from geo.export.drawing.layers import turned_width
from geo.export.drawing.primitives import Primitive, Words, rectangle
from geo.export.drawing.scene import Scene, first_day_of
from geo.mercator import LonLatBox, frame_of, zoom_within
from geo.record.load import Dataset
from geo.record.schema import COUNTRY
from geo.style.basemap import BANNER, QUIET_INK
from geo.wording.dates import in_other_calendar, in_words, plain_date
from geo.wording.seen import map_in_words
from geo.wording.text import t
from geo.wording.words import filters_in_words

MARGIN, GAP = 24.0, 16.0
#: The share of a wide sheet that legend and sources take up.
PANEL_SHARE = 0.37
SENTENCE, CREDIT = 20.0, 13.0
#: A sentence gets smaller before it takes more lines than the first, and is cut only after the second.
FEW_SENTENCE_LINES, MAX_SENTENCE_LINES = 3, 9
#: Pixels of the map on the page, on a usual screen.
USUAL_MAP = (910, 518)
SMALLEST = (640, 360)
LARGEST = (8000, 8000)


class Column(NamedTuple):
    """A column of a sheet: where it begins, how wide it is, where it ends below.

    `turned` is the width of a sheet that runs from right to left: what is laid out at the left stands at the right there.
    """

    left: float
    top: float
    width: float
    bottom: float
    turned: float = 0.0

    def start(self, left: float, width: float) -> float:
        """The left edge of what is laid out at `left` and is not turned itself, such as a sample of a hatch."""
        return self.turned - left - width if self.turned else left


@dataclass(frozen=True)
class Layout:
    """Where the parts of a sheet of a size lie, in pixels."""

    width: int
    height: int
    px_scale: float
    map_left: int
    map_top: int
    map_width: int
    map_height: int
    #: For legend and sources.
    columns: tuple[Column, ...]
    footer_top: float

    @property
    def map_px_scale(self) -> float:
        """What is one pixel of the browser's map here."""
        return self.px_scale * 1.2


def check_size(width: int, height: int) -> None:
    """Refuse a sheet that is too small to be read or too large to be drawn.

    Raises
    ------
    ValueError
        With the sizes that are allowed.
    """
    if not (SMALLEST[0] <= width <= LARGEST[0] and SMALLEST[1] <= height <= LARGEST[1]):
        raise ValueError(f"--size {width}x{height}: from {SMALLEST[0]}x{SMALLEST[1]} to {LARGEST[0]}x{LARGEST[1]}")


def layout_of(width: int, height: int, sentence_lines: int, banner: bool, footer_lines: int = 4) -> Layout:
    """The layout of a sheet: the legend beside the map, or below it when the sheet is upright.

    Raises
    ------
    ValueError
        When the size is too small to be read or too large to be drawn.
    """
    check_size(width, height)
    px_scale = px_scale_of(width, height)
    margin, gap = MARGIN * px_scale, GAP * px_scale
    top = margin + (58 + 26 * sentence_lines) * px_scale + (38 * px_scale if banner else 0)
    footer_top = height - margin - (footer_lines * 18 - 8) * px_scale
    inner, turned = width - 2 * margin, turned_width(width)
    if _is_wide(width, height):
        panel = PANEL_SHARE * inner
        map_size = (map_width_of(width, height), footer_top - gap - top)
        left = margin + map_size[0] + gap
        columns: tuple[Column, ...] = (Column(left, top, panel, height - margin, turned),)
    else:
        map_size = (inner, (footer_top - gap - top) * 0.58)
        below, half = top + map_size[1] + gap, (inner - gap) / 2
        columns = tuple(Column(margin + n * (half + gap), below, half, footer_top - gap, turned) for n in (0, 1))
    return Layout(
        width, height, px_scale, round(margin), round(top), round(map_size[0]), round(map_size[1]), columns, footer_top
    )


def map_width_of(width: int, height: int) -> float:
    """How wide the map is on a sheet of a size, and so what stands under it."""
    px_scale = px_scale_of(width, height)
    inner = width - 2 * MARGIN * px_scale
    return inner * (1 - PANEL_SHARE) - GAP * px_scale if _is_wide(width, height) else inner


def _is_wide(width: int, height: int) -> bool:
    """Whether there is room beside the map."""
    return width / height >= 1.15


def px_scale_of(width: int, height: int) -> float:
    """How large type and lines are, compared with those of a sheet of 1600 by 900."""
    return max(0.5, math.sqrt(width * height / (1600 * 900)))


def sentence_lines(text: str, width: int, height: int) -> tuple[list[str], float]:
    """The sentence of the day in three lines or, when it is long, a few more; and its size (at a px_scale of 1)."""
    px_scale, text = px_scale_of(width, height), one_line(text)
    room = width - 2 * MARGIN * px_scale
    for size in (SENTENCE, 18.0, 16.0, 14.5):
        lines = wrapped(text, size * px_scale, room)
        if len(lines) <= FEW_SENTENCE_LINES:
            return lines, size
    return at_most(lines, size * px_scale, room), size


def at_most(lines: list[str], size: float, width: float, limit: int = MAX_SENTENCE_LINES) -> list[str]:
    """Lines of text, the last of them cut when there are more than fit."""
    if len(lines) <= limit:
        return lines
    return [*lines[: limit - 1], cut(" ".join(lines[limit - 1 :]), size, width)]


def header_primitives(layout: Layout, scene: Scene, lines: Sequence[str], size: float) -> list[Primitive]:
    """Title, date, sentence, and the banner when claims are shown."""
    px_scale, left = layout.px_scale, layout.map_left
    top = MARGIN * px_scale
    date = in_words(scene.day)
    primitives: list[Primitive] = [
        Words(left, top + 34 * px_scale, date, 36 * px_scale, style="bold"),
        Words(
            left + width_of(date, 36 * px_scale, "bold") + 16 * px_scale,
            top + 34 * px_scale,
            in_other_calendar(scene.day),
            20 * px_scale,
            QUIET_INK,
        ),
        Words(layout.width - left, top + 34 * px_scale, t("app.title"), 20 * px_scale, QUIET_INK, "bold", "right"),
    ]
    for number, line in enumerate(lines):
        primitives.append(Words(left, top + (66 + 26 * number) * px_scale, line, size * px_scale))
    if scene.perspective != "assessed":
        primitives += _banner(layout, t(f"export.banner.{scene.perspective}"))
    return primitives


@dataclass(frozen=True)
class Footer:
    """What the footer of a sheet says besides the view: events in view, the query that opens it, the map's address,
    and of what else is on it."""

    count: int
    query: Mapping[str, str]
    address: str | None = None
    remarks: tuple[str, ...] = ()


def footer_lines(dataset: Dataset, view: ViewState, footer: Footer, width: int, height: int) -> list[str]:
    """Perspective, window, filters, count; credits; the link that opens this view, data and licence."""
    key = "export.address" if footer.address is None else "export.link"
    filters = filters_in_words(dataset, view)
    texts = [
        t(
            "export.foot",
            perspective=map_in_words(view),
            first=plain_date(first_day_of(dataset, view)),
            last=plain_date(view.date),
            count=footer.count,
        ),
        *([t("export.filtered", filters=filters)] if filters else []),
        *footer.remarks,
        t("app.credits"),
        t(key, link=link(footer.query, footer.address), version=footer.query["data"]),
    ]
    room, size = map_width_of(width, height), CREDIT * px_scale_of(width, height)
    return [line for text in texts for line in wrapped(one_line(text), size, room)]


def footer_primitives(layout: Layout, lines: Sequence[str]) -> list[Primitive]:
    """The lines of the footer, under the map."""
    size, left = CREDIT * layout.px_scale, layout.map_left
    return [
        Words(left, layout.footer_top + (11 + 18 * n) * layout.px_scale, line, size, QUIET_INK)
        for n, line in enumerate(lines)
    ]


def query_of(dataset: Dataset, view: ViewState, extent: str) -> dict[str, str]:
    """The query of the address that opens this view on the page.

    A province that is shown alone is chosen in it; where the map looks is told for any part but this and the country.
    """
    if extent == COUNTRY:
        return to_query(replace(view, at=None), dataset)
    if extent in dataset.by_id("provinces"):
        return to_query(replace(view, province=extent, at=None), dataset)
    return to_query(replace(view, at=view.at or _looks_at(box_of(dataset, extent))), dataset)


def _looks_at(box: LonLatBox) -> str:
    """'lat,lon,zoom' of a usual map on which a box lies whole."""
    frame = frame_of(box, *USUAL_MAP, margin=0.0)
    return f"{frame.centre_lat():.3f},{(box.west + box.east) / 2:.3f},{zoom_within(frame.scale):.2f}"


def link(query: Mapping[str, str], address: str | None = None) -> str:
    """The query as it stands in an address; the whole address when it is known where the map is served."""
    return f"{address or ''}?{urlencode(query, safe=',')}"


def _banner(layout: Layout, text: str) -> list[Primitive]:
    px_scale, left = layout.px_scale, layout.map_left
    right, bottom = layout.width - left, layout.map_top - 8 * px_scale
    size = 17 * px_scale
    words = Words(
        left + 12 * px_scale,
        bottom - 9 * px_scale,
        cut(text, size, right - left - 24 * px_scale, "bold"),
        size,
        style="bold",
    )
    return [rectangle(left, bottom - 30 * px_scale, right, bottom, BANNER), words]
