"""Text that runs down a page of A4: paragraphs, numbered lines, rows of a table; each knows where it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from geo.export.drawing.fonts import ARABIC_SCRIPT, one_line, wrapped
from geo.export.drawing.primitives import Primitive, Stroke, Words
from geo.style.basemap import BORDER, INK, QUIET_INK
from geo.wording.text import t

#: A4 upright at 100 pixels an inch, as the PDF is written.
A4 = (827, 1169)
MARGIN = 42.0
#: The height of a line in parts of its type, and where its base line lies in it.
LINE, BASE = 1.36, 0.98
#: What keeps a part of a line apart on a page; one after the other counts once.
ISOLATES = re.compile("[\u2066-\u2069]+")
#: In a drawn line a mark does the same: what stands beside it runs from right to left. The other one is put in its place
#: while controls are taken out; no text of ours has it.
RIGHT_TO_LEFT, KEPT = "\u200f", "\u200d"
#: So far a numbered line is indented.
INDENT = 24.0
GAP = 8.0


@dataclass
class Flow:
    """A column of a page that is written from above: where the next line begins, and what is drawn so far."""

    y: float = MARGIN
    left: float = MARGIN
    width: float = A4[0] - 2 * MARGIN
    primitives: list[Primitive] = field(default_factory=list)

    def text(
        self, text: str, size: float, style: str = "regular", *, is_quiet: bool = False, indent: float = 0
    ) -> None:
        """A paragraph in lines no wider than the column."""
        for line in wrapped(marked(text), size, self.width - indent, style):
            ink = QUIET_INK if is_quiet else INK
            self.primitives.append(Words(self.left + indent, self.y + BASE * size, begun(line), size, ink, style))
            self.y += LINE * size

    def gap(self, height: float = GAP) -> None:
        """Room before what comes next."""
        self.y += height

    def numbered(self, number: str, text: str, size: float) -> None:
        """A line with its number before it."""
        self.primitives.append(Words(self.left, self.y + BASE * size, number, size, QUIET_INK))
        self.text(text, size, indent=INDENT)

    def row(self, cells: Sequence[str], size: float, style: str = "regular") -> None:
        """A row of a table of columns of one width, as high as its highest cell, with a line below it."""
        wide, lowest = self.width / len(cells), self.y
        for place, cell in enumerate(cells):
            column = Flow(self.y, self.left + place * wide, wide - GAP)
            column.text(cell, size, style)
            self.primitives += column.primitives
            lowest = max(lowest, column.y)
        self.y = lowest + 2
        self.primitives.append(line_across(self.left, self.width, self.y))
        self.y += 2


def marked(text: str) -> str:
    """A text on one line, its parts kept apart as the language runs."""
    if t("locale.dir") != "rtl":
        return one_line(ISOLATES.sub("", text))
    return one_line(ISOLATES.sub(KEPT, text)).replace(KEPT, RIGHT_TO_LEFT)


def begun(line: str) -> str:
    """A line that runs from right to left also where it begins with a Latin word, as far as it has letters of both."""
    return (
        RIGHT_TO_LEFT + line if t("locale.dir") == "rtl" and ARABIC_SCRIPT.search(line) else line.strip(RIGHT_TO_LEFT)
    )


def line_across(left: float, width: float, y: float) -> Stroke:
    """A thin line from one side of a column to the other."""
    return Stroke((np.array([[left, y], [left + width, y]], dtype=float),), BORDER, 0.8)
