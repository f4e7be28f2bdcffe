"""How UCDP's rows look in QGIS: a ring with a cross in it, in a colour of their own, as on the map."""

from __future__ import annotations

from geo.export.qgis.markup import PIXEL, THROUGH, Rule, Symbol, layer, qml, rgba
from geo.style.basemap import WHITE
from geo.style.events import REFERENCE_COLOUR, SYMBOL_PX
from geo.wording.text import t

DAYS = ("date_start", "date_end", THROUGH)
#: As `geo/browser/web/reference/style.js` has them: how wide the lines are, how far the ground reaches over the ring.
LINE_PX, OVER_PX, GROUND_OPACITY = 2, 1.5, 0.94
#: UCDP's points that stand for the place itself; coarser rows of a table have none.
EXACT = '"where_prec" <= 2'


def ucdp_qml() -> str:
    """The style of points that have the columns of UCDP's table."""
    line = {
        "outline_color": rgba(REFERENCE_COLOUR),
        "outline_width": LINE_PX,
        "outline_width_unit": PIXEL,
        "size": 2 * SYMBOL_PX,
        "size_unit": PIXEL,
    }
    ground = {
        "name": "circle",
        "color": rgba(WHITE, GROUND_OPACITY),
        "outline_style": "no",
        "size": 2 * (SYMBOL_PX + OVER_PX),
        "size_unit": PIXEL,
    }
    layers = (
        layer("SimpleMarker", ground),
        layer("SimpleMarker", {**line, "name": "circle", "color": "0,0,0,0"}),
        layer("SimpleMarker", {**line, "name": "cross", "color": rgba(REFERENCE_COLOUR)}),
    )
    return qml([Rule(t("reference.key.point"), EXACT, Symbol("marker", layers))], DAYS)
