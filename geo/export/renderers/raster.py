"""Marks drawn with Pillow at twice the size and then reduced: fast enough for a film."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import singledispatchmethod

import numpy as np
from PIL import Image as Pillow
from PIL import ImageDraw

from geo.export.drawing.fonts import font, style_for
from geo.export.drawing.primitives import Dot, Fill, Image, Mark, Points, Stroke, Words
from geo.style import HALO

FINER = 2  # pixels drawn for one pixel of the frame, along each side
ANCHORS = {"left": "ls", "middle": "ms", "right": "rs"}


class Canvas:
    """An RGB picture at twice the size, drawn on in the frame's pixels."""

    def __init__(self, picture: Pillow.Image, left: float = 0.0, top: float = 0.0) -> None:
        """Draw on `picture`, whose upper left corner is the frame's pixel (left, top)."""
        self.picture = picture
        self.pen = ImageDraw.Draw(picture)
        self.origin = np.array([left, top])

    def draw(self, marks: Iterable[Mark]) -> None:
        """Draw marks in their order."""
        for mark in marks:
            self._draw(mark)

    @singledispatchmethod
    def _draw(self, mark: Mark) -> None:
        raise TypeError(f"no way to draw a {type(mark).__name__}")

    @_draw.register
    def _fill(self, mark: Fill) -> None:
        polygons = [[self._pixels(ring) for ring in polygon] for polygon in mark.polygons]
        box = self._box([polygon[0] for polygon in polygons], 1)
        if box is None:
            return
        mask = Pillow.new("L", (box[2] - box[0], box[3] - box[1]))
        pen, corner = ImageDraw.Draw(mask), np.array(box[:2])
        for polygon in polygons:
            for number, ring in enumerate(polygon):
                pen.polygon(_whole(ring - corner), fill=0 if number else 255)
        self._paint(mask, box, mark.colour, mark.alpha)

    @_draw.register
    def _stroke(self, mark: Stroke) -> None:
        lines = [self._pixels(line) for line in mark.lines]
        width = max(1, round(mark.width * FINER))
        box = self._box(lines, width + 1)
        if box is None:
            return
        if mark.dash:
            lines = [part for line in lines for part in dashed(line, [d * FINER for d in mark.dash])]
        mask = Pillow.new("L", (box[2] - box[0], box[3] - box[1]))
        pen, corner = ImageDraw.Draw(mask), np.array(box[:2])
        for line in lines:
            pen.line(_whole(line - corner), fill=255, width=width, joint="curve")
        self._paint(mask, box, mark.colour, mark.alpha)

    @_draw.register
    def _dot(self, mark: Dot) -> None:
        x, y = self._pixels(np.array([mark.x, mark.y]))
        radius, width = mark.radius * FINER, mark.width * FINER
        around = np.array([[x - radius, y - radius], [x + radius, y + radius]])
        box = self._box([around], math.ceil(width) + 1)
        if box is None:
            return
        if mark.colour:
            mask = Pillow.new("L", (box[2] - box[0], box[3] - box[1]))
            ImageDraw.Draw(mask).ellipse(_flat(around - np.array(box[:2])), fill=255)
            self._paint(mask, box, mark.colour, mark.alpha)
        if mark.width:
            self._draw(Stroke((_circle(mark),), mark.edge, mark.width, dash=mark.dash))

    @_draw.register
    def _words(self, mark: Words) -> None:
        x, y = self._pixels(np.array([mark.x, mark.y]))
        type_face = font(style_for(mark.text, mark.style), max(1, round(mark.size * FINER)))
        self.pen.text(
            (x, y),
            mark.text,
            fill=mark.colour,
            font=type_face,
            anchor=ANCHORS[mark.anchor],
            stroke_width=round(mark.halo * FINER / 2),
            stroke_fill=HALO if mark.halo else None,
        )

    @_draw.register
    def _image(self, mark: Image) -> None:
        x, y = self._pixels(np.array([mark.left, mark.top]))
        size = (round(mark.width * FINER), round(mark.height * FINER))
        finer = Pillow.fromarray(mark.pixels).resize(size, Pillow.Resampling.BILINEAR)
        self.picture.paste(finer, (round(x), round(y)))

    def _pixels(self, points: Points) -> Points:
        return (points - self.origin) * FINER

    def _box(self, lines: Sequence[Points], margin: int) -> tuple[int, int, int, int] | None:
        """The part of the picture that lines can touch; None when it is outside."""
        if not lines:
            return None
        low = np.floor(np.min([line.min(axis=0) for line in lines], axis=0)).astype(int) - margin
        high = np.ceil(np.max([line.max(axis=0) for line in lines], axis=0)).astype(int) + margin
        left, top = max(0, int(low[0])), max(0, int(low[1]))
        right, bottom = min(self.picture.width, int(high[0])), min(self.picture.height, int(high[1]))
        return (left, top, right, bottom) if left < right and top < bottom else None

    def _paint(self, mask: Pillow.Image, box: tuple[int, int, int, int], colour: str, alpha: float) -> None:
        """Lay a colour over the part of the picture that a mask leaves open."""
        if alpha < 1:
            mask = mask.point([round(value * alpha) for value in range(256)])
        self.picture.paste(colour, box, mask)


def blank(width: int, height: int, colour: str = "#FFFFFF") -> Pillow.Image:
    """An empty picture for a frame of this size."""
    return Pillow.new("RGB", (width * FINER, height * FINER), colour)


def dashed(line: Points, pattern: Sequence[float]) -> list[Points]:
    """A line cut into dashes; `pattern` is on, off, on, off, …"""
    steps = np.hypot(*np.diff(line, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    ends = np.cumsum(np.tile(pattern, int(along[-1] / sum(pattern)) + 1))
    starts = np.concatenate([[0.0], ends[:-1]])
    found = []
    for start, end in zip(starts[::2], np.minimum(ends[::2], along[-1]), strict=True):
        if end > start:
            inner = along[(along > start) & (along < end)]
            at = np.concatenate([[start], inner, [end]])
            found.append(np.stack([np.interp(at, along, line[:, 0]), np.interp(at, along, line[:, 1])], axis=-1))
    return found


def _circle(mark: Dot) -> Points:
    angles = np.linspace(0, 2 * math.pi, 49)
    return np.stack([mark.x + mark.radius * np.cos(angles), mark.y + mark.radius * np.sin(angles)], axis=-1)


def _whole(points: Points) -> list[float]:
    """Whole pixels, rounded downwards: Pillow would round towards 0, so a part would differ from the whole."""
    return _flat(np.floor(points))


def _flat(points: Points) -> list[float]:
    flat: list[float] = points.ravel().tolist()
    return flat
