"""When an area needs a lens, and how lenses stand on a map, as plain data."""

from __future__ import annotations

#: Lenses: an area is legible when the short side of the smallest rectangle around it is so many pixels; a place is drawn
#: in a lens as wide as that at least, and needs the scale at which so many kilometres are as wide.
LENS_SIDE_PX, LENS_PLACE_KM = 26.0, 12.0
#: What lies so near shares a lens; a lens stands for so many days at least, and grows by so much at most rather than
#: become two; the room around its areas, as a share of their box, and how wide it is at least.
LENS_JOIN_KM, LENS_MIN_DAYS, LENS_GROWTH, LENS_MARGIN, LENS_MIN_KM = 25.0, 21, 1.35, 0.06, 30.0
#: How many lenses a map has at most; how far they keep from its edge and from each other; how much larger than needed one
#: gets where there is room, and the shares of a map's width and height that it may take up then; at how many places of
#: an edge one may stand.
MAX_LENSES, LENS_GAP_PX, LENS_COMFORT, LENS_SHARES, LENS_STOPS = 3, 8.0, 1.5, (0.46, 0.72), 12
#: A map narrower than this has the first lens in its place, with the country as a locator of this share of its width; how
#: wide the title beside a small lens may be there.
NARROW_MAP_PX, LENS_LOCATOR_SHARE, LENS_TITLE_PX = 560.0, 0.3, 150.0


def lens_sheet() -> dict[str, object]:
    """How lenses are laid out on a map."""
    return {
        "placePx": LENS_SIDE_PX,
        "most": MAX_LENSES,
        "gapPx": LENS_GAP_PX,
        "comfort": LENS_COMFORT,
        "shares": list(LENS_SHARES),
        "stops": LENS_STOPS,
        "titlePx": LENS_TITLE_PX,
        "narrowPx": NARROW_MAP_PX,
        "locatorShare": LENS_LOCATOR_SHARE,
    }
