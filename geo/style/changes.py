"""How what changed between two states is drawn, as plain data: signs, dashes, inks of the sides."""

from __future__ import annotations

from geo.style.areas import CONTROLLERS, OTHER_CONTROLLER
from geo.style.basemap import INK

#: What changed between two states: the sign of each kind (before the letter of a side), and the dashes of its outline.
CHANGE_SIGNS = {"gained": "+", "contested": "×", "settled": "=", "ended": "–", "differs": "≠"}
CHANGE_DASHES: dict[str, tuple[float, ...]] = {
    "gained": (), "contested": (6.0, 3.5), "settled": (12.0, 3.0, 2.0, 3.0), "ended": (1.5, 3.5), "differs": (),
}  # fmt: skip
#: The outline, the light edge on both sides of it, the type of a sign, and how wide a district is that has room for one.
CHANGE_PX, CHANGE_HALO_PX, CHANGE_TAG_PX, CHANGE_ROOM_PX = 2.5, 1.5, 11.0, 30.0
#: On the time axis: days of change, days on which nothing is reported any longer, denied claims.
CHANGE_INK, ENDED_INK, DENIED_INK = "#B03A2E", "#6E665A", "#3B342A"
#: How much light a side's ink for changes has at most (WCAG): lines of it stand out from the paper by 4.5 to 1 and more.
CHANGE_LIGHT = 0.14


def light_of(colour: str) -> float:
    """The relative luminance of a colour '#RRGGBB' (WCAG 2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def change_ink(controller: str | None) -> str:
    """The ink in which a side's changes are drawn: its colour, so dark that a line of it can be seen on any ground."""
    if controller is None:
        return INK
    colour = CONTROLLERS.get(controller, OTHER_CONTROLLER)
    while light_of(colour) > CHANGE_LIGHT:
        colour = "#" + "".join(f"{int(int(colour[at : at + 2], 16) * 0.94):02X}" for at in (1, 3, 5))
    return colour


def change_sheet() -> dict[str, object]:
    """What the browser draws changes with, as JSON-ready data."""
    return {
        "change": {
            "signs": CHANGE_SIGNS,
            "dashes": {kind: list(dash) for kind, dash in CHANGE_DASHES.items()},
            "inks": {name: change_ink(name) for name in CONTROLLERS},
            "otherInk": change_ink(""),
            "px": CHANGE_PX,
            "haloPx": CHANGE_HALO_PX,
            "tagPx": CHANGE_TAG_PX,
            "roomPx": CHANGE_ROOM_PX,
        },
        "axis": {"change": CHANGE_INK, "ended": ENDED_INK, "denied": DENIED_INK},
    }
