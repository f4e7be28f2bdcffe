"""A row of GDELT as an event; columns in `geo.publishers.gdelt`, kinds by CAMEO 1.1b3.

Made by machines from news: coarse and repetitive.
"""

from __future__ import annotations

from geo.ingest.cells import Cells
from geo.ingest.event import Event, new_event
from geo.ingest.result import RowRejected
from geo.publishers.codes import code_table
from geo.publishers.days import DateFormat
from geo.publishers.gdelt import GDELT
from geo.publishers.table import UNREADABLE

COUNTRY_ONLY = 6
#: Beginning of the CAMEO code, the longest that fits -> our kind. What begins otherwise is not an event of this map.
KINDS = {row["code"]: (row["type"], row["sub_type"] or None) for row in code_table("cameo_kinds")}


def draft(cells: Cells, date_format: DateFormat) -> Event:
    """The event of a row."""
    days = cells.days(GDELT.day[0], date_format)
    code = cells.text(GDELT.type) or ""
    fits = next((code[:length] for length in (4, 3, 2) if code[:length] in KINDS), None)
    if fits is None:
        raise RowRejected("kind", "EventCode", code)
    kind, sub_kind = KINDS[fits]
    return new_event(
        event_id=cells.text("globaleventid"),
        date_start=days.start,
        date_end=days.end,
        date_precision=days.precision,
        event_type=kind,
        sub_event_type=sub_kind,
        side_a=cells.texts("actor1name"),
        side_b=cells.texts("actor2name"),
        country=cells.text("actiongeo_countrycode"),
        place_name=cells.text("actiongeo_fullname"),
        where_precision=cells.code(GDELT.precision, GDELT.where, COUNTRY_ONLY, UNREADABLE),
        point=cells.point(GDELT.lat, GDELT.lon),
        source_url=cells.address("sourceurl"),
    )
