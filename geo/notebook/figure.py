"""A day as a figure of matplotlib, drawn as the picture that `render` writes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure

from geo.control.timeline import Timeline
from geo.export.picture import RenderOptions, composed
from geo.export.renderers.vector import SETTINGS, drawn, rendered


def figure_of(timeline: Timeline, day: str, perspective: str, size: tuple[int, int], data_dir: Path) -> Figure:
    """The figure; a notebook shows it as a PNG whether or not its plotting is set up.

    Raises
    ------
    ValueError
        For a size that a picture can't have.
    """
    picture = composed(timeline, RenderOptions(day, perspective, size=size), data_dir)
    with mpl.rc_context(SETTINGS):
        figure: Any = drawn(picture.layers, size)
    figure._repr_png_ = lambda: rendered(picture.layers, size, "png", picture.about)
    return figure  # type: ignore[no-any-return]
