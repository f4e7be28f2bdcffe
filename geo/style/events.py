"""How events are drawn, as plain data: ours, what a reader added, and the reference rows. No holder's hue is among theirs."""

from __future__ import annotations

from dataclasses import dataclass

from geo.style.basemap import DISTRICT_NAMES_FROM_ZOOM, INK, WHITE


@dataclass(frozen=True)
class Symbol:
    """How one event type is drawn: a shape name that `geo/browser/web/drawing/symbols.js` knows, and a colour."""

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
#: Corners of a shape (a circle has none), and by how much one with few of them is enlarged to look as large.
SHAPE_SIDES = {"triangle": 3, "diamond": 4, "square": 4, "pentagon": 5, "hexagon": 6}
SHAPE_GROWN = {"triangle": 1.15, "diamond": 1.12, "square": 1.1}
#: How the ring around a symbol is drawn: width in px, dash pattern, struck through.
RINGS: dict[str, tuple[float, tuple[int, ...], bool]] = {
    "verified": (2.6, (), False),
    "reported": (1.3, (), False),
    "claimed": (1.5, (2, 2), False),
    "disputed": (1.5, (2, 2), True),
    "refuted": (1.0, (1, 3), True),
}
#: Bars by verification, on the map's time axis and in charts: each 3 : 1 or more on the axis' paper, neighbours apart to everybody.
GRADE_COLOURS: dict[str, str] = {
    "verified": "#17191D",
    "reported": "#4B5056",
    "claimed": "#7C8187",
    "disputed": "#8E2148",
    "refuted": "#BC6684",
}
#: Counts of records in charts and shades, from few to many: no holder's hue, either.
COUNT_COLOUR, COUNT_RAMP = "#6A6F75", ("#DFE2E6", "#8C9299", "#23272B")
#: What a reader added, beside ours: Tol's muted green, apart from every colour above also with a colour deficiency;
#: a choropleth by district from few to many, and the ink that is read on each step.
OWN_COLOUR = "#117733"
OWN_RAMP = ("#DDF0DE", "#A9D8AE", "#6CB57C", "#2F8A4E", "#0B4F27")
OWN_RAMP_INK = (INK, INK, INK, INK, WHITE)
#: UCDP's rows beside ours: a colour and a shape (a ring with a cross in it) that none of ours has.
REFERENCE_COLOUR, REFERENCE_ON_DARK = "#A3005C", "#E07BB0"
#: A symbol: its radius, that of several events in one, how much of it the shape takes up, how far out the ring is.
SYMBOL_PX, CLUSTER_PX, SHAPE_SHARE, RING_PX = 6.5, 8.0, 0.72, 1.5
SYMBOL_OPACITY, STRIKE_PX = 0.92, 1.6
#: Symbols closer than this become one with a count; how large the disc of a district is.
NEAR_PX, DISC_PX = 20.0, 15.0
#: Events known less well than to the week are listed, never drawn on a day.
DRAWN_DATE_PRECISION = 3
#: Marks yield to control below this zoom and in lenses: smaller symbols without rings, closer together before they are one;
#: their radius alone and for several, the disc of a district, the type of a count.
FULL_MARKS_FROM_ZOOM = DISTRICT_NAMES_FROM_ZOOM
SMALL_SYMBOL_PX, SMALL_CLUSTER_PX, SMALL_NEAR_PX, SMALL_DISC_PX, SMALL_COUNT_PX = 4.0, 5.0, 14.0, 9.0, 9.0


def event_sheet() -> dict[str, object]:
    """How events are drawn, and what a reader added."""
    return {
        "symbols": {name: {"shape": s.shape, "colour": s.colour} for name, s in EVENT_SYMBOLS.items()},
        "rings": {name: {"width": w, "dash": list(d), "struck": s} for name, (w, d, s) in RINGS.items()},
        "gradeColours": GRADE_COLOURS,
        "referenceColour": REFERENCE_COLOUR,
        "referenceOnDark": REFERENCE_ON_DARK,
        "userData": {"colour": OWN_COLOUR, "ramp": list(OWN_RAMP), "rampInk": list(OWN_RAMP_INK)},
        "nearPx": NEAR_PX,
        "discPx": DISC_PX,
        "shapeSides": SHAPE_SIDES,
        "shapeGrown": SHAPE_GROWN,
        "small": {
            "belowZoom": FULL_MARKS_FROM_ZOOM,
            "radius": SMALL_SYMBOL_PX,
            "clusterRadius": SMALL_CLUSTER_PX,
            "nearPx": SMALL_NEAR_PX,
            "discPx": SMALL_DISC_PX,
            "countPx": SMALL_COUNT_PX,
        },
        "symbol": {
            "radius": SYMBOL_PX,
            "clusterRadius": CLUSTER_PX,
            "shapeShare": SHAPE_SHARE,
            "ringPx": RING_PX,
            "opacity": SYMBOL_OPACITY,
            "strikePx": STRIKE_PX,
        },
    }
