"""A sheet in a language that runs from right to left: what is laid out from the left stands from the right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from geo.export.drawing.layers import Layer
from geo.export.drawing.primitives import Primitive, Words
from geo.export.sheet.layout import Layout

ENDS = {"left": "right", "right": "left", "middle": "middle"}


def in_direction(primitives: Iterable[Primitive], layout: Layout) -> list[Primitive]:
    """What stands around the map, as the language runs."""
    return flipped(primitives, layout.columns[0].turned)


def flipped(primitives: Iterable[Primitive], width: float) -> list[Primitive]:
    """The primitives with their words at the other side of a sheet of a width, from where they run; 0 changes nothing.

    Only words are moved: the strokes of a hatch would mean something else the other way round.
    """
    if not width:
        return list(primitives)
    return [
        replace(one, x=width - one.x, anchor=ENDS[one.anchor]) if isinstance(one, Words) else one for one in primitives
    ]


def for_maps(layout: Layout) -> Layout:
    """The same layout with the map on its other side, where the language runs from right to left."""
    left = layout.width - layout.map_left - layout.map_width
    return replace(layout, map_left=left) if layout.columns[0].turned else layout


def turned(layer: Layer, width: float) -> Layer:
    """A layer on a sheet of a width that runs from right to left: its words, or the picture that it places; 0 changes nothing."""
    if not width or not layer.size:
        return replace(layer, primitives=flipped(layer.primitives, width))
    return replace(layer, left=width - layer.left - layer.size[0])
