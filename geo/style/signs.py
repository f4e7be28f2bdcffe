"""What each holder and each kind of claim looks like on the map, as plain data: grounds, patterns, outlines.

No holder and no state is told by hue alone: each holder has a pattern of its own over its ground (the NRF none, over a
dark one; the Taliban none, over the light one), and each kind of claim a pattern that no holder has.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

#: Corners of a line or the middle of a dot, in a square of side 1 that is repeated.
Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Pattern:
    """Lines and dots in a square that is repeated: its side, the lines' width and the dots' radius in px."""

    step: float
    width: float
    lines: tuple[Line, ...] = ()
    dots: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True)
class Holder:
    """How a holder is drawn: its ground, outline, part of a contested area, claim, and the pattern on its ground with its ink."""

    colour: str
    edge: str
    band: str
    word: str
    pattern: str = "plain"
    ink: str = "#FFFDF8"


LEVEL: Line = ((0, 0.5), (1, 0.5))
UPRIGHT: Line = ((0.5, 0), (0.5, 1))
PATTERNS: dict[str, Pattern] = {
    "plain": Pattern(8, 0),
    "level": Pattern(6, 1.3, (LEVEL,)),
    "upright": Pattern(6, 1.3, (UPRIGHT,)),
    "grid": Pattern(7, 1.2, (LEVEL, UPRIGHT)),
    "plus": Pattern(9, 1.5, (((0.25, 0.5), (0.75, 0.5)), ((0.5, 0.25), (0.5, 0.75)))),
    "dots": Pattern(8, 1.4, dots=((0.25, 0.25), (0.75, 0.75))),
    "rows": Pattern(8, 1.4, (((0.1, 0.25), (0.5, 0.25)), ((0.6, 0.75), (1.0, 0.75)))),
    "bricks": Pattern(
        9,
        1.2,
        (((0, 0.25), (1, 0.25)), ((0, 0.75), (1, 0.75)), ((0.25, 0.25), (0.25, 0.75)), ((0.75, -0.25), (0.75, 0.25))),
    ),
    "posts": Pattern(8, 1.4, (((0.25, 0.1), (0.25, 0.5)), ((0.75, 0.6), (0.75, 1.0)))),
    "peaks": Pattern(9, 1.2, (((0.2, 0.7), (0.5, 0.3), (0.8, 0.7), (0.2, 0.7)),)),
    "waves": Pattern(8, 1.3, (((0, 0.5), (0.25, 0.35), (0.75, 0.65), (1, 0.5)),)),
    "contested": Pattern(10, 2.0, (((0, 0.25), (0.25, 0), (0.75, 0.5), (1, 0.25)),)),
    "disagreed": Pattern(10, 3.5, (((-1, 2), (2, -1)),)),
    "claimed": Pattern(8, 1.7, (((-1, 2), (2, -1)),)),
    "undecided": Pattern(13, 1.2, (((0.14, 0.14), (0.36, 0.36)), ((0.64, 0.64), (0.86, 0.86)))),
    "disputed": Pattern(14, 2.0, (((-1, -1), (2, 2)),)),
    "active": Pattern(14, 2.2, dots=((0.5, 0.5),)),
}
PAPER_INK = "#FFFDF8"
HOLDERS: dict[str, Holder] = {
    "taliban": Holder("#C6BCAB", "#574C3C", "#E4DCCD", "#574C3C"),
    "nrf": Holder("#1B6CA8", "#0C3F68", "#1B6CA8", "#1B6CA8"),
    "anti_taliban_local": Holder("#27A79B", "#0B4F49", "#14756C", "#14756C", "level"),
    "local_forces": Holder("#F0C05A", "#6E4E05", "#8F670B", "#8F670B", "upright", "#6E4E05"),
    "samangan_front": Holder("#B25D2C", "#5E2A0D", "#A65628", "#A65628", "grid"),
    "hazara_militias": Holder("#8A8A24", "#45450A", "#6C6F26", "#6C6F26", "plus"),
    "uzbek_taliban_dissidents": Holder("#D98BE0", "#6B2473", "#8F3A98", "#8F3A98", "dots", "#6B2473"),
    "taliban_dissidents": Holder("#6E2470", "#45124A", "#6E2470", "#6E2470", "peaks"),
    "mahdi_front": Holder("#5A2015", "#3A110A", "#5A2015", "#5A2015", "bricks"),
    "aff": Holder("#9AD4F5", "#1D4E6B", "#2F7396", "#2F7396", "rows", "#1D4E6B"),
    "unknown": Holder("#FFFFFF", "#4A443B", "#4A443B", "#4A443B"),
}
OTHER_HOLDER = Holder("#9A8FB5", "#463B61", "#5D5080", "#5D5080", "waves", "#463B61")
#: Patterns fade no further than this; how faint the ground of a claim is that nobody else bears out.
PATTERN_MIN_OPACITY, CLAIMED_FAINT = 0.8, 0.22
#: Outlines in px: of an area, of one that is contested, of a siege, and the light line around each.
EDGE_PX, CONTESTED_EDGE_PX, SIEGE_PX, EDGE_CASING_PX = 1.8, 2.6, 3.0, 0.75
#: How much wider the light line is under strokes and dots that lie over somebody's ground.
CASING_PX, CASING_OPACITY = 0.8, 0.85
#: Outlines that are no full line, in px on and off: of a claim, of an edge that is known about.
EDGE_DASHES: dict[str, tuple[float, float]] = {"solid": (0, 0), "dashed": (5.0, 2.5), "dotted": (2.0, 2.0)}


def holder_of(controller: str) -> Holder:
    """How whoever holds an area is drawn."""
    return HOLDERS.get(controller, OTHER_HOLDER)


def sign_sheet() -> dict[str, object]:
    """What the browser draws areas with, as JSON-ready data."""
    return {
        "patterns": {name: _plain(pattern) for name, pattern in PATTERNS.items()},
        "holders": {name: asdict(holder) for name, holder in HOLDERS.items()},
        "otherHolder": asdict(OTHER_HOLDER),
        "patternLeastOpacity": PATTERN_MIN_OPACITY,
        "claimedFaint": CLAIMED_FAINT,
        "edgePx": EDGE_PX,
        "contestedEdgePx": CONTESTED_EDGE_PX,
        "siegePx": SIEGE_PX,
        "edgeCasingPx": EDGE_CASING_PX,
        "casingPx": CASING_PX,
        "casingOpacity": CASING_OPACITY,
        "edgeDashes": {name: list(dash) for name, dash in EDGE_DASHES.items()},
    }


def _plain(pattern: Pattern) -> dict[str, object]:
    lines = [[list(corner) for corner in line] for line in pattern.lines]
    return {"step": pattern.step, "width": pattern.width, "lines": lines, "dots": [list(dot) for dot in pattern.dots]}
