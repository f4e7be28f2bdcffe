"""Months as a small drawing of bars: SVG of our own from numbers alone."""

from __future__ import annotations

from collections.abc import Sequence

from geo.reading.content import Picture
from geo.style.events import COUNT_COLOUR
from geo.style.interface import STONE

STEP_PX, BAR_PX, HIGH_PX = 3, 2, 22


def months_drawing(counts: Sequence[int], most: int, alt: str) -> Picture:
    """One bar a month, `most` as high as the drawing; a month without a record has none."""
    bars = "".join(
        f'<rect x="{place * STEP_PX}" y="{HIGH_PX - high:.1f}" width="{BAR_PX}" height="{high:.1f}"/>'
        for place, count in enumerate(counts)
        if (high := HIGH_PX * count / max(1, most))
    )
    wide = STEP_PX * len(counts)
    line = f'<path d="M0 {HIGH_PX}.5H{wide}" stroke="{STONE}" stroke-width="1"/>'
    size = f'width="{wide}" height="{HIGH_PX + 1}" viewBox="0 0 {wide} {HIGH_PX + 1}"'
    return Picture(f'<svg xmlns="http://www.w3.org/2000/svg" {size} fill="{COUNT_COLOUR}">{bars}{line}</svg>', alt)
