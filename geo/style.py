"""Colours, symbols, steps and limits as plain data, stated once: pictures read them here, the browser what is made of them.

Colours of holders, with their patterns, are in `geo.signs`; events and grades have none of their hues.
No colour carries meaning alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from geo.signs import HOLDERS, OTHER_HOLDER, sign_sheet

CONTROLLERS: dict[str, str] = {name: holder.colour for name, holder in HOLDERS.items()}
OTHER_CONTROLLER = OTHER_HOLDER.colour
#: Who holds what is not said otherwise: drawn as the quiet ground.
BASE_CONTROLLER = "taliban"
#: The other side's part where a claim names no other side.
UNNAMED_SIDE = "#5E574C"
#: Fills in which two sides have their part.
STRIPED = ("contested", "disagreed")
#: The paper, its lines and its letters.
PAPER, INK, NAME_INK, HALO = "#F1F0ED", "#1F1B16", "#2A251E", "#FFFDF8"
BORDER, OUTER_BORDER, WATER = "#6B6459", "#4A443B", "#7FA3BD"


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
#: Bars by verification, on the map's time axis and in charts.
GRADE_COLOURS: dict[str, str] = {
    "verified": "#23272B",
    "reported": "#6A6F75",
    "claimed": "#A9AFB6",
    "disputed": "#A8325E",
    "refuted": "#E4BFC6",
}
#: Counts of records in charts and shades, from few to many: no holder's hue, either.
COUNT_COLOUR, COUNT_RAMP = "#6A6F75", ("#DFE2E6", "#8C9299", "#23272B")
#: What a reader added, beside ours: Tol's muted green, apart from every colour above also with a colour deficiency;
#: a choropleth by district from few to many, and the ink that is read on each step.
OWN_COLOUR = "#117733"
OWN_RAMP = ("#DDF0DE", "#A9D8AE", "#6CB57C", "#2F8A4E", "#0B4F27")
OWN_RAMP_INK = (INK, INK, INK, INK, "#FFFFFF")
#: UCDP's rows beside ours: a colour and a shape (a ring with a cross in it) that none of ours has.
REFERENCE_COLOUR, REFERENCE_ON_DARK = "#A3005C", "#E07BB0"
#: Days since last confirmation up to which a ground keeps this opacity; the last is for older ones. Outlines don't fade.
AGE_STEPS: tuple[tuple[int, float], ...] = ((30, 0.86), (180, 0.66), (10**6, 0.5))
FADE_NAMES = ("fresh", "older", "old")
BASE_OPACITY = 0.74
#: A named place is drawn as a circle of at least this radius; one without a point is not drawn.
MIN_RADIUS_KM = 2.5
#: Lines of the basemap: width in px, opacity; those of districts from a zoom on, clearer with each zoom beyond another.
LINES = {"river": (0.9, 0.75), "district": (0.6, 0.5), "province": (1.0, 0.7), "country": (1.8, 0.9)}
DISTRICT_LINES_FROM_ZOOM, DISTRICT_LINES_FADE_ZOOM, DISTRICT_LINES_FADE = 6.5, 6.0, 0.25
#: A symbol: its radius, that of several events in one, how much of it the shape takes up, how far out the ring is.
SYMBOL_PX, CLUSTER_PX, SHAPE_SHARE, RING_PX = 6.5, 8.0, 0.72, 1.5
SYMBOL_OPACITY, STRIKE_PX = 0.92, 1.6
#: Symbols closer than this become one with a count; how large the disc of a district is.
NEAR_PX, DISC_PX = 20.0, 15.0
#: How far under its point a district's name stands, where the disc of its events is.
BELOW_DISC_PX = 15.0
#: Zooms: provinces are named up to the first, districts from the second on, towns of so many people from theirs on.
PROVINCE_NAMES_BELOW_ZOOM, DISTRICT_NAMES_FROM_ZOOM = 9.5, 7.75
CAPITAL_PEOPLE = 2_000_000
TOWN_RANKS = ((0.0, CAPITAL_PEOPLE), (7.0, 60_000), (8.5, 10_000), (10.0, 0))
#: Events known less well than to the week are listed, never drawn on a day.
DRAWN_DATE_PRECISION = 3
#: What a map shows first, and how far a reader may move it: south-west and north-east as lat, lon. The east is wide: a low,
#: wide map has the country on the left and its lenses there.
BOUNDS = ((29.35, 60.45), (38.5, 74.95))
WIDE_BOUNDS = ((25.0, 54.0), (43.0, 104.0))
PANJSHIR_BOUNDS = ((34.95, 68.9), (36.2, 70.4))
ZOOMS = (4, 12)
#: How a map zooms: between its levels, by a button, by a wheel.
ZOOM_SNAP, ZOOM_DELTA, WHEEL_PX_PER_ZOOM_LEVEL = 0.25, 0.5, 120
#: Marks yield to control below this zoom and in lenses: smaller symbols without rings, closer together before they are one;
#: their radius alone and for several, the disc of a district, the type of a count.
FULL_MARKS_FROM_ZOOM = DISTRICT_NAMES_FROM_ZOOM
SMALL_SYMBOL_PX, SMALL_CLUSTER_PX, SMALL_NEAR_PX, SMALL_DISC_PX, SMALL_COUNT_PX = 4.0, 5.0, 14.0, 9.0, 9.0
#: Lenses: an area is legible when the short side of the smallest rectangle around it is so many pixels; a place is drawn
#: in a lens as wide as that at least, and needs the scale at which so many kilometres are as wide.
LENS_SIDE_PX, LENS_PLACE_KM = 26.0, 12.0
#: What lies so near shares a lens; a lens stands for so many days at least, and grows by so much at most rather than
#: become two; the room around its areas, as a share of their box, and how wide it is at least.
LENS_JOIN_KM, LENS_MIN_DAYS, LENS_GROWTH, LENS_MARGIN, LENS_MIN_KM = 25.0, 21, 1.35, 0.06, 30.0
#: How many lenses a map has at most; how far they keep from its edge and from each other; how much larger than needed one
#: gets where there is room, and the shares of a map's width and height that it may take up then; at how many places of
#: an edge one may stand.
LENS_MOST, LENS_GAP_PX, LENS_COMFORT, LENS_SHARES, LENS_STOPS = 3, 8.0, 1.5, (0.46, 0.72), 12
#: A map narrower than this has the first lens in its place, with the country as a locator of this share of its width; how
#: wide the title beside a small lens may be there.
NARROW_MAP_PX, LENS_LOCATOR_SHARE, LENS_TITLE_PX = 560.0, 0.3, 150.0
WINDOWS = ("7", "30", "90", "365", "all")
DEFAULT_WINDOW = "30"


def style_sheet() -> dict[str, object]:
    """What the browser draws with, as JSON-ready data."""
    return {**_areas(), **_events(), **_basemap(), **_extents()}


def _areas() -> dict[str, object]:
    """How areas are filled and what lies over them."""
    return {
        "controllers": CONTROLLERS,
        "otherController": OTHER_CONTROLLER,
        "baseController": BASE_CONTROLLER,
        "baseOpacity": BASE_OPACITY,
        "unnamedSide": UNNAMED_SIDE,
        "striped": list(STRIPED),
        "ageSteps": [list(step) for step in AGE_STEPS],
        "fadeNames": list(FADE_NAMES),
        "signs": sign_sheet(),
    }


def _events() -> dict[str, object]:
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


def _basemap() -> dict[str, object]:
    """The paper, its lines and its names."""
    return {
        "paper": PAPER,
        "ink": INK,
        "border": BORDER,
        "outerBorder": OUTER_BORDER,
        "water": WATER,
        "lines": {name: list(line) for name, line in LINES.items()},
        "districtLines": {
            "fromZoom": DISTRICT_LINES_FROM_ZOOM,
            "fadeZoom": DISTRICT_LINES_FADE_ZOOM,
            "fade": DISTRICT_LINES_FADE,
        },
        "nameInk": NAME_INK,
        "halo": HALO,
        "belowDiscPx": BELOW_DISC_PX,
        "provinceNamesBelowZoom": PROVINCE_NAMES_BELOW_ZOOM,
        "districtNamesFromZoom": DISTRICT_NAMES_FROM_ZOOM,
        "townRanks": [list(rank) for rank in TOWN_RANKS],
    }


def _extents() -> dict[str, object]:
    """What a map shows, and how far and in which steps it zooms."""
    return {
        "bounds": [list(corner) for corner in BOUNDS],
        "panjshirBounds": [list(corner) for corner in PANJSHIR_BOUNDS],
        "lens": {
            "placePx": LENS_SIDE_PX,
            "most": LENS_MOST,
            "gapPx": LENS_GAP_PX,
            "comfort": LENS_COMFORT,
            "shares": list(LENS_SHARES),
            "stops": LENS_STOPS,
            "titlePx": LENS_TITLE_PX,
            "narrowPx": NARROW_MAP_PX,
            "locatorShare": LENS_LOCATOR_SHARE,
        },
        "zooms": list(ZOOMS),
        "zooming": {"snap": ZOOM_SNAP, "delta": ZOOM_DELTA, "wheelPx": WHEEL_PX_PER_ZOOM_LEVEL},
    }
