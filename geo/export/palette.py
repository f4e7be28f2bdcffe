"""The 256 colours that all frames of a GIF share."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image as Pillow
from PIL import ImageColor

from geo.style.basemap import BANNER, PAPER
from geo.style.events import EVENT_SYMBOLS
from geo.style.signs import HOLDERS

#: How much of a colour is left where it lies over the paper.
BLENDS = (1.0, 0.72, 0.5, 0.3)


def shared_palette(samples: Sequence[Pillow.Image]) -> Pillow.Image:
    """256 colours for all frames: those that mean something, as they are blended, then the most frequent.

    Chosen by frequency alone, a small area that changed hands would lose its colour.
    """
    meant = _meant_colours()
    width, height = samples[0].size
    joined = Pillow.new("RGB", (width, height * len(samples)))
    for number, sample in enumerate(samples):
        joined.paste(sample, (0, number * height))
    frequent = joined.quantize(256 - len(meant), method=Pillow.Quantize.MEDIANCUT).getpalette() or []
    palette = Pillow.new("P", (1, 1))
    flat = [part for colour in meant for part in colour] + frequent[: 3 * (256 - len(meant))]
    palette.putpalette(flat + flat[:3] * (256 - len(flat) // 3))
    return palette


def _meant_colours() -> list[tuple[int, ...]]:
    """The colours of holders, event types and the banner, whole and as they are blended with the paper."""
    paper = ImageColor.getrgb(PAPER)
    grounds = [holder.colour for holder in HOLDERS.values()]
    lines = [colour for holder in HOLDERS.values() for colour in (holder.edge, holder.band)]
    names = dict.fromkeys([*grounds, *(symbol.colour for symbol in EVENT_SYMBOLS.values()), BANNER])
    blended: list[tuple[int, ...]] = [ImageColor.getrgb(line)[:3] for line in dict.fromkeys(lines)]
    blended += [
        tuple(round(part * share + below * (1 - share)) for part, below in zip(colour, paper, strict=True))
        for colour in (ImageColor.getrgb(name)[:3] for name in names)
        for share in BLENDS
    ]
    return list(dict.fromkeys(blended))
