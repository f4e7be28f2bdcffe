"""How areas are filled: colours of the holders, how an old claim fades, what a named place is drawn as."""

from __future__ import annotations

from geo.style.basemap import QUIET_INK
from geo.style.signs import HOLDERS, OTHER_HOLDER, sign_sheet

CONTROLLERS: dict[str, str] = {name: holder.colour for name, holder in HOLDERS.items()}
OTHER_CONTROLLER = OTHER_HOLDER.colour
#: Who holds what is not said otherwise: drawn as the quiet ground.
BASE_CONTROLLER = "taliban"
#: The other side's part where a claim names no other side.
UNNAMED_SIDE = QUIET_INK
#: Fills in which two sides have their part.
STRIPED = ("contested", "disagreed")
#: Days since last confirmation up to which a ground keeps this opacity; the last is for older ones. Outlines don't fade.
AGE_STEPS: tuple[tuple[int, float], ...] = ((30, 0.86), (180, 0.66), (10**6, 0.5))
FADE_NAMES = ("fresh", "older", "old")
BASE_OPACITY = 0.74
#: A named place is drawn as a circle of at least this radius; one without a point is not drawn.
MIN_RADIUS_KM = 2.5


def area_sheet() -> dict[str, object]:
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
