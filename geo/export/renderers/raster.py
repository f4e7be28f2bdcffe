"""Primitives drawn with Pillow at twice the size and then reduced: fast enough for a film."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache, singledispatchmethod
from typing import NamedTuple

import numpy as np
from PIL import Image as Pillow
from PIL import ImageDraw

from geo.export.drawing.fonts import font, style_for
from geo.export.drawing.primitives import Dot, Fill, Image, Points, Primitive, Stroke, Words
from geo.style.basemap import HALO, WHITE

SUPERSAMPLE = 2  # pixels drawn for one pixel of the frame, along each side
ANCHORS = {"left": "ls", "middle": "ms", "right": "rs"}


class FineBox(NamedTuple):
    """A part of a picture in whole fine pixels, of which `SUPERSAMPLE` make one of the frame's, along each side."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.right - self.left, self.bottom - self.top

    @property
    def corner(self) -> Points:
        """The upper left corner."""
        return np.array([self.left, self.top])


class Canvas:
    """An RGB picture at twice the size, drawn on in the frame's pixels."""

    def __init__(self, picture: Pillow.Image, left: float = 0.0, top: float = 0.0) -> None:
        """Draw on `picture`, whose upper left corner is the frame's pixel (left, top)."""
        self.picture = picture
        self.drawing = ImageDraw.Draw(picture)
        self.origin = np.array([left, top])

    def draw(self, primitives: Iterable[Primitive]) -> None:
        """Draw primitives in their order."""
        for primitive in primitives:
            self._draw(primitive)

    @singledispatchmethod
    def _draw(self, primitive: Primitive) -> None:
        raise TypeError(f"no way to draw a {type(primitive).__name__}")

    @_draw.register
    def _fill(self, primitive: Fill) -> None:
        polygons = [[self._pixels(ring) for ring in polygon] for polygon in primitive.polygons]
        box = self._box([polygon[0] for polygon in polygons], 1)
        if box is None:
            return
        if primitive.alpha == 1 and all(len(polygon) == 1 for polygon in polygons):
            for (ring,) in polygons:
                self.drawing.polygon(_whole(ring), fill=primitive.colour)
            return
        mask = Pillow.new("L", box.size)
        drawing, corner = ImageDraw.Draw(mask), box.corner
        for polygon in polygons:
            for number, ring in enumerate(polygon):
                drawing.polygon(_whole(ring - corner), fill=0 if number else _opaque(primitive.alpha))
        self.picture.paste(primitive.colour, box, mask)

    @_draw.register
    def _stroke(self, primitive: Stroke) -> None:
        lines = [self._pixels(line) for line in primitive.lines]
        width = max(1, round(primitive.width * SUPERSAMPLE))
        box = self._box(lines, width + 1)
        if box is None:
            return
        if primitive.dash:
            lines = [part for line in lines for part in dashed(line, [d * SUPERSAMPLE for d in primitive.dash])]
        if primitive.alpha == 1:
            for line in lines:
                self.drawing.line(_whole(line), fill=primitive.colour, width=width, joint="curve")
            return
        mask = Pillow.new("L", box.size)
        drawing, corner = ImageDraw.Draw(mask), box.corner
        for line in lines:
            drawing.line(_whole(line - corner), fill=_opaque(primitive.alpha), width=width, joint="curve")
        self.picture.paste(primitive.colour, box, mask)

    @_draw.register
    def _dot(self, primitive: Dot) -> None:
        x, y = self._pixels(np.array([primitive.x, primitive.y]))
        radius, width = primitive.radius * SUPERSAMPLE, primitive.width * SUPERSAMPLE
        around = np.array([[x - radius, y - radius], [x + radius, y + radius]])
        box = self._box([around], math.ceil(width) + 1)
        if box is None:
            return
        if primitive.colour and primitive.alpha == 1:
            self.drawing.ellipse(_flat(around), fill=primitive.colour)
        elif primitive.colour:
            mask = Pillow.new("L", box.size)
            ImageDraw.Draw(mask).ellipse(_flat(around - box.corner), fill=_opaque(primitive.alpha))
            self.picture.paste(primitive.colour, box, mask)
        if primitive.width:
            self._draw(Stroke((_circle(primitive),), primitive.edge, primitive.width, dash=primitive.dash))

    @_draw.register
    def _words(self, primitive: Words) -> None:
        x, y = np.floor(self._pixels(np.array([primitive.x, primitive.y])) + 0.5).astype(int).tolist()
        size, halo = max(1, round(primitive.size * SUPERSAMPLE)), round(primitive.halo * SUPERSAMPLE / 2)
        style = style_for(primitive.text, primitive.style)
        for width, colour in ((halo, HALO), (0, primitive.colour)) if halo else ((0, primitive.colour),):
            mask, left, top = _written(primitive.text, style, size, primitive.anchor, width)
            if mask is not None:
                self.picture.paste(colour, (x + left, y + top), mask)

    @_draw.register
    def _image(self, primitive: Image) -> None:
        x, y = self._pixels(np.array([primitive.left, primitive.top]))
        size = (round(primitive.width * SUPERSAMPLE), round(primitive.height * SUPERSAMPLE))
        finer = Pillow.fromarray(primitive.pixels).resize(size, Pillow.Resampling.BILINEAR)
        self.picture.paste(finer, (round(x), round(y)))

    def _pixels(self, points: Points) -> Points:
        return (points - self.origin) * SUPERSAMPLE

    def _box(self, lines: Sequence[Points], margin: int) -> FineBox | None:
        """The part of the picture that lines can touch; None when it is outside."""
        if not lines:
            return None
        low = np.floor(np.min([line.min(axis=0) for line in lines], axis=0)).astype(int) - margin
        high = np.ceil(np.max([line.max(axis=0) for line in lines], axis=0)).astype(int) + margin
        left, top = max(0, int(low[0])), max(0, int(low[1]))
        right, bottom = min(self.picture.width, int(high[0])), min(self.picture.height, int(high[1]))
        return FineBox(left, top, right, bottom) if left < right and top < bottom else None


def blank(width: int, height: int, colour: str = WHITE) -> Pillow.Image:
    """An empty picture for a frame of this size."""
    return Pillow.new("RGB", (width * SUPERSAMPLE, height * SUPERSAMPLE), colour)


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


def _opaque(alpha: float) -> int:
    """The value of a mask that lets a colour through."""
    return round(255 * alpha)


@lru_cache(maxsize=4096)
def _written(text: str, style: str, size: int, anchor: str, stroke: int) -> tuple[Pillow.Image | None, int, int]:
    """A text as a mask, and where its upper left corner lies from its anchor; frames of a film have most in common."""
    type_face = font(style, size)
    left, top, right, bottom = type_face.getbbox(text, anchor=ANCHORS[anchor], stroke_width=stroke)
    corner = math.floor(left) - 1, math.floor(top) - 1
    mask = Pillow.new("L", (math.ceil(right) - corner[0] + 1, math.ceil(bottom) - corner[1] + 1))
    where = (-corner[0], -corner[1])
    ImageDraw.Draw(mask).text(where, text, 255, type_face, ANCHORS[anchor], stroke_width=stroke)
    return (mask if mask.getbbox() else None), *corner


def _circle(primitive: Dot) -> Points:
    angles = np.linspace(0, 2 * math.pi, 49)
    return np.stack(
        [primitive.x + primitive.radius * np.cos(angles), primitive.y + primitive.radius * np.sin(angles)], axis=-1
    )


def _whole(points: Points) -> list[float]:
    """Whole pixels, rounded downwards: Pillow would round towards 0, so a part would differ from the whole."""
    return _flat(np.floor(points))


def _flat(points: Points) -> list[float]:
    flat: list[float] = points.ravel().tolist()
    return flat
