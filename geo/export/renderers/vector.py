"""Primitives drawn with matplotlib: PNG, SVG and PDF; the same bytes at every call."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from functools import singledispatch
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Circle, PathPatch, Rectangle
from matplotlib.path import Path as Outline
from matplotlib.patheffects import Normal
from matplotlib.patheffects import Stroke as Edge
from matplotlib.text import Text

from geo.export.drawing.fonts import ARABIC_SCRIPT, font_path, style_for
from geo.export.drawing.layers import Layer
from geo.export.drawing.primitives import Dot, Fill, Image, Primitive, Stroke, Words
from geo.style.basemap import HALO, WHITE

DPI = 100
POINT = 72 / DPI  # points in a pixel
ALIGN = {"left": "left", "middle": "center", "right": "right"}
#: Letters one by one, as they stand in the text.
UNJOINED = tuple(f"-{feature}" for feature in ("ccmp", "init", "medi", "fina", "rlig", "liga", "calt"))
SETTINGS: Any = {
    "svg.hashsalt": "geo",
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
    "lines.scale_dashes": False,
    "text.hinting": "none",
    "text.kerning_factor": 0,
}
#: Names of what each format can say about itself; no dates, no versions of programs.
METADATA = {
    "png": {"Title": "title", "Author": "author", "Description": "description", "Copyright": "licence"},
    "svg": {"Title": "title", "Creator": "author", "Description": "description", "Rights": "licence"},
    "pdf": {"Title": "title", "Author": "author", "Subject": "description", "Keywords": "licence"},
}
#: The third level of nine packs these pictures better than the usual sixth, in half the time.
PACKED: dict[str, Any] = {"png": {"pil_kwargs": {"compress_level": 3}}}
SILENT = {
    "png": {"Software": None},
    "svg": {"Date": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}


def rendered(layers: Sequence[Layer], size: tuple[int, int], form: str, about: Mapping[str, str]) -> bytes:
    """Layers as a file of a form: png, svg or pdf.

    In memory: on a full disk matplotlib's PDF writer fails in ways of its own.
    """
    content = io.BytesIO()
    with mpl.rc_context(SETTINGS):
        figure = drawn(layers, size)
        if form != "png":
            _make_searchable(figure.axes[0], form)
        known: dict[str, str | None] = {name: about[key] for name, key in METADATA[form].items()}
        figure.savefig(content, format=form, dpi=DPI, metadata=known | SILENT[form], **PACKED.get(form, {}))
    if form != "svg":
        return content.getvalue()
    # matplotlib repeats each text in a comment; text of records stays out of markup
    return re.sub(rb"<!--.*?-->\s*", b"", content.getvalue(), flags=re.DOTALL)


def pages_as_pdf(pages: Sequence[Sequence[Layer]], size: tuple[int, int], about: Mapping[str, str]) -> bytes:
    """Several pages of one size as one PDF."""
    content = io.BytesIO()
    known: dict[str, str | None] = {name: about[key] for name, key in METADATA["pdf"].items()}
    with mpl.rc_context(SETTINGS), PdfPages(content, metadata=known | SILENT["pdf"]) as file:
        for layers in pages:
            figure = drawn(layers, size)
            _make_searchable(figure.axes[0], "pdf")
            file.savefig(figure, dpi=DPI)
    return content.getvalue()


def drawn(layers: Sequence[Layer], size: tuple[int, int]) -> Figure:
    """A figure whose coordinates are pixels, y downwards."""
    figure = Figure(figsize=(size[0] / DPI, size[1] / DPI), dpi=DPI, facecolor=WHITE)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, size[0])
    axes.set_ylim(size[1], 0)
    order = 0
    for layer in layers:
        clip = Rectangle((layer.left, layer.top), *layer.size, transform=axes.transData) if layer.size else None
        for primitive in layer.primitives:
            for artist in _artists(primitive, axes, layer.left, layer.top):
                order += 1
                artist.set_zorder(order)
                if clip is not None:
                    artist.set_clip_path(clip)
    return figure


class _Unseen(Text):
    """Words that are found, chosen and read out, over the outlines that are seen; an SVG brings no fonts along."""

    def draw(self, renderer: Any) -> None:
        """Draw as text, whatever the others are drawn as."""
        with mpl.rc_context({"svg.fonttype": "none"}):
            super().draw(renderer)


def _make_searchable(axes: Axes, form: str) -> None:
    """Put words that are drawn as outlines into a file as text, too: all of an SVG, those in Arabic script of a PDF.

    A PDF has the others as text. Joined letters are several glyphs a letter, of which each would be found as a letter:
    so these are outlines there, and stand under them unjoined and unseen.
    """
    for words in [text for text in axes.texts if not text.get_path_effects()]:
        arabic = ARABIC_SCRIPT.search(words.get_text()) is not None
        if form == "pdf" and not arabic:
            continue
        unseen = (_Unseen if form == "svg" else Text)(
            *words.get_position(), words.get_text(), alpha=0, parse_math=False
        )
        unseen.set(
            ha=words.get_horizontalalignment(),
            va="baseline",
            zorder=words.get_zorder(),
            fontproperties=words.get_fontproperties(),
        )
        axes.add_artist(unseen)
        if form == "pdf":
            unseen.set_fontfeatures(UNJOINED)
            words.set_path_effects([Normal()])


@singledispatch
def _artists(primitive: Primitive, _axes: Axes, _left: float, _top: float) -> list[Any]:
    raise TypeError(f"no way to draw a {type(primitive).__name__}")


@_artists.register
def _(primitive: Fill, axes: Axes, left: float, top: float) -> list[Any]:
    rings = [ring + np.array([left, top]) for polygon in primitive.polygons for ring in polygon]
    if not rings:
        return []
    codes = [[Outline.MOVETO, *[Outline.LINETO] * (len(ring) - 2), Outline.CLOSEPOLY] for ring in rings]
    outline = Outline(np.concatenate(rings), np.concatenate(codes))
    # (`add_patch` would work out data limits that nobody needs, curve by curve)
    return [axes.add_artist(PathPatch(outline, facecolor=primitive.colour, alpha=primitive.alpha, linewidth=0))]


@_artists.register
def _(primitive: Stroke, axes: Axes, left: float, top: float) -> list[Any]:
    lines = LineCollection(
        [line + np.array([left, top]) for line in primitive.lines],
        colors=primitive.colour,
        alpha=primitive.alpha,
        linewidths=primitive.width * POINT,
        linestyles=_dash(primitive.dash),
        capstyle="round" if primitive.round_ends else "butt",
        joinstyle="round",
    )
    return [axes.add_collection(lines, autolim=False)]


@_artists.register
def _(primitive: Dot, axes: Axes, left: float, top: float) -> list[Any]:
    centre = (primitive.x + left, primitive.y + top)
    artists = []
    if primitive.colour:
        artists.append(
            axes.add_artist(
                Circle(centre, primitive.radius, facecolor=primitive.colour, alpha=primitive.alpha, linewidth=0)
            )
        )
    if primitive.width:
        edge = Circle(
            centre,
            primitive.radius,
            fill=False,
            edgecolor=primitive.edge,
            linewidth=primitive.width * POINT,
            linestyle=_dash(primitive.dash),
        )
        artists.append(axes.add_artist(edge))
    return artists


@_artists.register
def _(primitive: Words, axes: Axes, left: float, top: float) -> list[Any]:
    font = FontProperties(fname=str(font_path(style_for(primitive.text, primitive.style))), size=primitive.size * POINT)
    words = Text(
        primitive.x + left,
        primitive.y + top,
        primitive.text,
        color=primitive.colour,
        fontproperties=font,
        ha=ALIGN[primitive.anchor],
        va="baseline",
        parse_math=False,  # a dollar sign in a title is a dollar sign
    )
    if not primitive.halo:
        return [axes.add_artist(words)]
    around = Text(
        *words.get_position(),
        primitive.text,
        fontproperties=font,
        ha=ALIGN[primitive.anchor],
        va="baseline",
        parse_math=False,
    )
    around.set_path_effects([Edge(linewidth=primitive.halo * POINT, foreground=HALO, alpha=0.9)])
    return [
        axes.add_artist(around),
        axes.add_artist(words),
    ]  # what has an effect becomes an outline, so the words have none


@_artists.register
def _(primitive: Image, axes: Axes, left: float, top: float) -> list[Any]:
    x, y = primitive.left + left, primitive.top + top
    extent = (x, x + primitive.width, y + primitive.height, y)
    image = axes.imshow(primitive.pixels, extent=extent, interpolation="nearest", aspect="auto")
    axes.set_xlim(0, axes.figure.bbox.width)
    axes.set_ylim(axes.figure.bbox.height, 0)
    return [image]


def _dash(dash: tuple[float, ...]) -> Any:
    return (0, tuple(part * POINT for part in dash)) if dash else "solid"
