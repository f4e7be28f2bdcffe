"""Primitives put one over the other, each group at its place and clipped to its box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.export.drawing.primitives import Primitive
from geo.wording.text import t


@dataclass(frozen=True)
class Layer:
    """Primitives, moved by `left` and `top`; clipped to `size` when there is one."""

    primitives: Sequence[Primitive]
    left: float = 0.0
    top: float = 0.0
    size: tuple[float, float] | None = None


def turned_width(width: int) -> float:
    """The width of a sheet that runs from right to left; 0 of one that does not."""
    return float(width) if t("locale.dir") == "rtl" else 0.0
