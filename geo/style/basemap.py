"""The paper, its lines and its names, as plain data."""

from __future__ import annotations

#: The paper, its lines and its letters.
PAPER, INK, NAME_INK, HALO = "#F1F0ED", "#1F1B16", "#2A251E", "#FFFDF8"
#: White and black of marks, and the ink of what is told in passing.
WHITE, BLACK, QUIET_INK = "#FFFFFF", "#000000", "#5E574C"
#: Names of the neighbours, and the strip of a picture that tells that something is missing.
NEIGHBOUR_INK, BANNER = "#6F675B", "#F2C14E"
BORDER, OUTER_BORDER, WATER = "#6B6459", "#4A443B", "#7FA3BD"
#: Lines of the basemap: width in px, opacity; those of districts from a zoom on, clearer with each zoom beyond another.
LINES = {"river": (0.9, 0.75), "district": (0.6, 0.5), "province": (1.0, 0.7), "country": (1.8, 0.9)}
DISTRICT_LINES_FROM_ZOOM, DISTRICT_LINES_FADE_ZOOM, DISTRICT_LINES_FADE = 6.5, 6.0, 0.25
#: How far under its point a district's name stands, where the disc of its events is.
BELOW_DISC_PX = 15.0
#: Zooms: provinces are named up to the first, districts from the second on, towns of so many people from theirs on.
PROVINCE_NAMES_BELOW_ZOOM, DISTRICT_NAMES_FROM_ZOOM = 9.5, 7.75
CAPITAL_PEOPLE = 2_000_000
TOWN_RANKS = ((0.0, CAPITAL_PEOPLE), (7.0, 60_000), (8.5, 10_000), (10.0, 0))


def basemap_sheet() -> dict[str, object]:
    """The paper, its lines and its names."""
    return {
        "paper": PAPER,
        "ink": INK,
        "white": WHITE,
        "black": BLACK,
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
