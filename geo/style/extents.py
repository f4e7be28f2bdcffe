"""What a map shows first, how far a reader may move it, and how it zooms."""

from __future__ import annotations

from geo.style.lenses import lens_sheet

#: What a map shows first, and how far a reader may move it: south-west and north-east as lat, lon. The east is wide: a low,
#: wide map has the country on the left and its lenses there.
BOUNDS = ((29.35, 60.45), (38.5, 74.95))
WIDE_BOUNDS = ((25.0, 54.0), (43.0, 104.0))
PANJSHIR_BOUNDS = ((34.95, 68.9), (36.2, 70.4))
ZOOMS = (4, 12)
#: How a map zooms: between its levels, by a button, by a wheel.
ZOOM_SNAP, ZOOM_DELTA, WHEEL_PX_PER_ZOOM_LEVEL = 0.25, 0.5, 120


def extent_sheet() -> dict[str, object]:
    """What a map shows, and how far and in which steps it zooms."""
    return {
        "bounds": [list(corner) for corner in BOUNDS],
        "panjshirBounds": [list(corner) for corner in PANJSHIR_BOUNDS],
        "lens": lens_sheet(),
        "zooms": list(ZOOMS),
        "zooming": {"snap": ZOOM_SNAP, "delta": ZOOM_DELTA, "wheelPx": WHEEL_PX_PER_ZOOM_LEVEL},
    }
