"""The legend of a sheet of small maps: every fill and every sign on any of them."""

from __future__ import annotations

from collections.abc import Sequence

from geo.control.direction import Direction
from geo.export.drawing.basemap import Basemap
from geo.export.drawing.fonts import cut, width_of, wrapped
from geo.export.drawing.primitives import Primitive, Words, box_edge, rectangle
from geo.export.drawing.scene import Scene
from geo.export.sheet.direction import flipped
from geo.export.sheet.layout import Column, at_most
from geo.export.sheet.legend import LegendRow, fill_sample
from geo.export.sheet.legend_keys import fill_keys, overlay_keys
from geo.style.basemap import HALO, QUIET_INK
from geo.style.changes import CHANGE_DASHES, CHANGE_PX, change_ink
from geo.wording.change import change_tag, way_words
from geo.wording.text import t

#: The height of a row, and of the type in it when it takes two lines.
ROW, TYPE, SMALL_TYPE = 21.0, 14.0, 10.0


def legend_primitives(
    basemap: Basemap,
    scenes: Sequence[Scene],
    ways: Sequence[Direction],
    place: Column,
    px_scale: float,
) -> list[Primitive]:
    """Fills on the left, signs on the right."""
    left, right = (place._replace(left=place.left + n * place.width / 2, width=place.width / 2) for n in (0, 1))
    return [
        *_column(t("legend.control"), _fill_rows(basemap, scenes, px_scale), left, px_scale),
        *_column(t("multiples.signs"), _way_rows(basemap, ways, px_scale), right, px_scale),
    ]


def _fill_rows(basemap: Basemap, scenes: Sequence[Scene], px_scale: float) -> list[LegendRow]:
    """Each fill that is told in other words, the most frequent first."""
    shown = [(scene.area_styles[d], scene.speakers[d]) for scene in scenes for d in basemap.districts]
    perspective = scenes[0].perspective if scenes else "assessed"
    keys = [*fill_keys(basemap.dataset, shown, perspective), *overlay_keys(basemap.dataset, [s for s, _ in shown])]
    first = {text: style for style, text, _ in reversed(keys)}
    return [
        LegendRow(fill_sample(first[text], px_scale), text, "") for text in dict.fromkeys(text for _, text, _ in keys)
    ]


def _way_rows(basemap: Basemap, ways: Sequence[Direction], px_scale: float) -> list[LegendRow]:
    """Each sign with its words, the most frequent first."""
    dataset = basemap.dataset
    words = [way_words(dataset, way) for way in ways]
    known = dict(zip(words, ways, strict=True))
    order = sorted(known, key=lambda text: (-words.count(text), text))

    def sample(way: Direction, left: float, top: float, width: float, height: float) -> list[Primitive]:
        ink, dash = change_ink(way.tag[1]), tuple(px_scale * length for length in CHANGE_DASHES[way.kind])
        edge = box_edge(left, top, left + width, top + height, ink, CHANGE_PX * px_scale, dash)
        size = 11 * px_scale
        text = Words(
            left + width / 2, top + height / 2 + size * 0.36, change_tag(dataset, way), size, ink, "bold", "middle"
        )
        return [rectangle(left, top, left + width, top + height, HALO), edge, text]

    return [LegendRow(lambda *box, way=known[text]: sample(way, *box), text, "") for text in order]


def _column(title: str, rows: Sequence[LegendRow], place: Column, px: float) -> list[Primitive]:
    left, top, width, bottom, _ = place
    primitives: list[Primitive] = [Words(left, top + 15 * px, title, 17 * px, style="bold")]
    room = max(1, int((bottom - top - 24 * px) / (ROW * px)))
    shown = rows if len(rows) <= room else rows[: room - 1]
    for number, row in enumerate(shown):
        y = top + (24 + number * ROW) * px
        sample = row.sample(place.start(left, 34 * px), y, 34 * px, 17 * px)
        primitives += flipped(sample, place.turned)  # it stands already where the sheet will have it
        primitives += _text(row.text, left + 44 * px, y, width - 54 * px, px)
    if len(rows) > len(shown):
        more = t("export.more_rows", count=len(rows) - len(shown))
        y = top + (38 + len(shown) * ROW) * px
        primitives.append(Words(left + 44 * px, y, more, TYPE * px, QUIET_INK, style="italic"))
    return primitives


def _text(text: str, left: float, top: float, width: float, px: float) -> list[Primitive]:
    """The words of a row in one line, or smaller in two."""
    if width_of(text, TYPE * px) <= width:
        return [Words(left, top + 14 * px, text, TYPE * px)]
    size = SMALL_TYPE * px
    lines = at_most(wrapped(text, size, width), size, width, limit=2)
    return [Words(left, top + (7 + 11 * n) * px, cut(line, size, width), size) for n, line in enumerate(lines)]
