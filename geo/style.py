"""Colours, symbols and steps as plain data; the browser, the legend and the pictures read them.

Colours are from colour-blind-safe palettes (Okabe-Ito, Tol) around a quiet ground for the
authority that holds almost everything; no colour carries meaning alone.
"""

from __future__ import annotations

from dataclasses import dataclass

CONTROLLERS: dict[str, str] = {
    "taliban": "#CFC8BC",
    "nrf": "#1B6CA8",
    "anti_taliban_local": "#3AA6A0",
    "local_forces": "#E0A030",
    "samangan_front": "#E0A030",
    "hazara_militias": "#E0A030",
    "uzbek_taliban_dissidents": "#8E5EA2",
    "taliban_dissidents": "#8E5EA2",
    "mahdi_front": "#8E5EA2",
    "aff": "#56B4E9",
    "unknown": "#FFFFFF",
}
OTHER_CONTROLLER = "#7F7F7F"
#: Who holds what is not said otherwise: drawn as the quiet ground.
BASE_CONTROLLER = "taliban"


@dataclass(frozen=True)
class Symbol:
    """How one event type is drawn: a shape name that `geo/browser/web/map/symbols.js` knows, and a colour."""

    shape: str
    colour: str


EVENT_SYMBOLS: dict[str, Symbol] = {
    "battles": Symbol("diamond", "#D55E00"),
    "explosions": Symbol("triangle", "#8A1C1C"),
    "violence_against_civilians": Symbol("square", "#5B2A86"),
    "protests": Symbol("pentagon", "#0072B2"),
    "riots": Symbol("hexagon", "#004F7C"),
    "strategic_developments": Symbol("circle", "#4D4D4D"),
}
#: How the ring around a symbol is drawn: width in px, dash pattern, struck through.
RINGS: dict[str, tuple[float, tuple[int, ...], bool]] = {
    "verified": (2.6, (), False),
    "reported": (1.3, (), False),
    "claimed": (1.5, (2, 2), False),
    "disputed": (1.5, (2, 2), True),
    "refuted": (1.0, (1, 3), True),
}
#: Bars by verification; the same as on the map's time axis (geo/browser/web/timeline/histogram.js).
GRADE_COLOURS: dict[str, str] = {
    "verified": "#1B4F72",
    "reported": "#4E86B0",
    "claimed": "#B9B2A6",
    "disputed": "#C9793B",
    "refuted": "#E3C3A8",
}
#: What a reader added, beside ours: Tol's muted green, apart from every colour above also with a colour deficiency;
#: heat by district from few to many, and the ink that is read on each step.
OWN_COLOUR = "#117733"
OWN_RAMP = ("#DDF0DE", "#A9D8AE", "#6CB57C", "#2F8A4E", "#0B4F27")
OWN_RAMP_INK = ("#1F1B16", "#1F1B16", "#1F1B16", "#1F1B16", "#FFFFFF")
#: Days since last confirmation up to which a fill keeps this opacity; the last is for older ones.
AGE_STEPS: tuple[tuple[int, float], ...] = ((30, 0.72), (180, 0.46), (10**6, 0.24))
#: A named place is drawn as a circle of at least this radius; one without a point is not drawn.
LEAST_RADIUS_KM = 2.5
GROUND_OPACITY = 0.55
#: What a map shows first, and how far a reader may move it: south-west and north-east as lat, lon.
BOUNDS = ((29.35, 60.45), (38.5, 74.95))
WIDE_BOUNDS = ((25.0, 54.0), (43.0, 81.0))
ZOOMS = (4, 12)
WINDOWS = ("7", "30", "90", "365", "all")
DEFAULT_WINDOW = "30"


def style_sheet() -> dict[str, object]:
    """All of it as JSON-ready data for the browser."""
    return {
        "controllers": CONTROLLERS,
        "otherController": OTHER_CONTROLLER,
        "ground": BASE_CONTROLLER,
        "groundOpacity": GROUND_OPACITY,
        "symbols": {name: {"shape": s.shape, "colour": s.colour} for name, s in EVENT_SYMBOLS.items()},
        "rings": {name: {"width": w, "dash": list(d), "struck": s} for name, (w, d, s) in RINGS.items()},
        "own": {"colour": OWN_COLOUR, "ramp": list(OWN_RAMP), "rampInk": list(OWN_RAMP_INK)},
        "bounds": [list(corner) for corner in BOUNDS],
        "zooms": list(ZOOMS),
        "ageSteps": [list(step) for step in AGE_STEPS],
    }
