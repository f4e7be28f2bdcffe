"""How an area is drawn, as columns of a table: what a style in another program needs to look as the map does."""

from __future__ import annotations

from typing import Any

from geo.area_style import area_style
from geo.control.rules import State


def sign_columns(state: State | None) -> dict[str, Any]:
    """The parts of an area's style that do not change with the day; ages are worked out from `last_confirmed`."""
    style = area_style(state, state.last_confirmed if state else "")
    return {
        "fill": style.fill,
        "against": style.against,
        "disputed_by": style.disputed,
        "active_by": style.active,
    }
