"""A row of UCDP GED as an event; columns in `geo.publishers.ucdp`, codes by the UCDP GED Codebook."""

from __future__ import annotations

from geo.ingest.cells import NEAR, Cells
from geo.ingest.event import Event, new_event
from geo.publishers.codes import code_table, precisions
from geo.publishers.days import MONTH, DateFormat
from geo.publishers.table import UNREADABLE
from geo.publishers.ucdp import UCDP

WHEN = precisions("ucdp", "date_prec")
#: 1 state-based, 2 non-state, 3 one-sided. The data set does not tell the means: no sub-type.
KINDS = {int(row["code"]): row["type"] for row in code_table("ucdp_kinds")}
ONE_SIDED = 3


def draft(cells: Cells, date_format: DateFormat) -> Event:
    """The event of a row."""
    days = cells.until(cells.days(UCDP.day[0], date_format), "date_end", date_format)
    violence = cells.number(UCDP.type) or 0
    kind = KINDS.get(violence)
    where = cells.code(UCDP.precision, UCDP.where, NEAR, UNREADABLE)
    return new_event(
        event_id=cells.text("id"),
        summary=cells.text("source_headline"),
        date_start=days.start,
        date_end=days.end,
        date_precision=cells.code("date_prec", WHEN, days.precision, max(days.precision, MONTH)),
        event_type=kind,
        side_a=cells.texts("side_a"),
        side_b=cells.texts("side_b"),
        civilians_targeted=(violence == ONE_SIDED) if kind else None,
        country=cells.text("country"),
        place_name=cells.text("where_coordinates"),
        stated_admin1=cells.text("adm_1"),
        stated_admin2=cells.text("adm_2"),
        where_precision=where,
        point=cells.point(UCDP.lat, UCDP.lon),
        killed_low=cells.number("low"),
        killed_best=cells.number("best"),
        killed_high=cells.number("high"),
        source=cells.text("source_office") or cells.text("source_article"),
    )
