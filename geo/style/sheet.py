"""What the browser draws with, as one piece of JSON-ready data: all that the modules beside this one state.

Colours, symbols, steps and limits are stated once: pictures read them from Python, the browser what is made of them.
No colour carries meaning alone.
"""

from __future__ import annotations

from geo.style.areas import area_sheet
from geo.style.basemap import basemap_sheet
from geo.style.changes import change_sheet
from geo.style.events import event_sheet
from geo.style.extents import extent_sheet
from geo.style.interface import interface_sheet


def style_sheet() -> dict[str, object]:
    """What the browser draws with, as JSON-ready data."""
    return {**area_sheet(), **event_sheet(), **basemap_sheet(), **extent_sheet(), **change_sheet(), **interface_sheet()}
