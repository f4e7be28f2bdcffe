"""Two days or views side by side as one sheet, for programs that show a picture beside a link to Compare."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from geo.address.compare import Sides
from geo.address.view import ViewState
from geo.control.difference import Difference, difference
from geo.control.timeline import Timeline
from geo.export.drawing.fonts import cut, wrapped
from geo.export.drawing.layers import Layer
from geo.export.drawing.primitives import Primitive, Words, rectangle
from geo.export.first_pages.compare import KEYS, compared_layers, extent_of, maps_of_sides
from geo.record.load import DATA_DIR
from geo.style.basemap import QUIET_INK, WHITE
from geo.wording.lists import in_turn
from geo.wording.sides_sentence import side_in_words, sides_sentences
from geo.wording.text import t

MARGIN, TITLE, SENTENCE, LABEL, CREDIT = 24.0, 30.0, 20.0, 17.0, 13.0
LINE = 1.3


def pair_layers(
    timeline: Timeline, view: ViewState, sides: Sides, size: tuple[int, int], data_dir: Path = DATA_DIR
) -> list[Layer]:
    """The layers of the sheet, not yet drawn.

    Raises
    ------
    ValueError
        For a day outside the period of the record, or an unknown perspective.
    """
    found = difference(timeline, sides)
    words, top = _words(timeline, view, found, size)
    layers = [Layer([rectangle(0, 0, *size, WHITE), *words])]
    own = (round((size[0] - 3 * MARGIN) / 2), round(size[1] - top - MARGIN - CREDIT))
    maps = maps_of_sides(timeline, view, found, extent_of(timeline, view, found), own, data_dir)
    for number, of_side in enumerate(compared_layers(timeline, view, found, maps)):
        left = MARGIN + number * (own[0] + MARGIN)
        layers += [replace(layer.flat(), left=layer.left + left, top=layer.top + top) for layer in of_side]
    return layers


def _words(
    timeline: Timeline, view: ViewState, found: Difference, size: tuple[int, int]
) -> tuple[list[Primitive], float]:
    """Title, sentence, what each map shows, credits; and where the maps begin."""
    width, height = size
    room, half = width - 2 * MARGIN, (width - 3 * MARGIN) / 2
    y = MARGIN + TITLE
    words: list[Primitive] = [Words(MARGIN, y, cut(t("app.title"), TITLE, room, "bold"), TITLE, style="bold")]
    for line in wrapped(in_turn(sides_sentences(timeline, view, found)), SENTENCE, room)[:3]:
        y += SENTENCE * LINE
        words.append(Words(MARGIN, y, line, SENTENCE))
    y += LABEL * 1.8
    for number, key in enumerate(KEYS):
        text = cut(side_in_words(found.sides, key), LABEL, half, "bold")
        words.append(Words(MARGIN + number * (half + MARGIN), y, text, LABEL, style="bold"))
    credit = cut(t("app.credits"), CREDIT, room)
    words.append(Words(MARGIN, height - MARGIN / 2, credit, CREDIT, QUIET_INK))
    return words, y + LABEL * 0.6
