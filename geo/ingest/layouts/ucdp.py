"""UCDP GED, yearly and candidate, as UCDP publishes them or as HDX does (with a row of tags under the heading).

Columns and codes: UCDP GED Codebook 25.1 (docs/import.md says where).
"""

from __future__ import annotations

from geo.ingest.cells import Cells
from geo.ingest.days import Days, Reading, span
from geo.ingest.event import Event, new_event
from geo.ingest.layouts.base import Layout

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office",
    "source_date", "source_headline", "source_original", "where_prec", "where_coordinates", "where_description",
    "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians",
    "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
#: Their precision of the place -> ours; 7 is at sea or in the air.
WHERE = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 5}
WHEN = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5}
#: 1 state-based, 2 non-state, 3 one-sided. The data set does not tell the means.
KINDS = {
    1: ("battles", "armed_clash"),
    2: ("battles", "armed_clash"),
    3: ("violence_against_civilians", "attack"),
}
ONE_SIDED = 3


def draft(cells: Cells, reading: Reading) -> Event:
    """The event of a row."""
    days = span(cells.days("date_start", reading), _end(cells, reading), "date_end", cells.raw("date_end"))
    violence = cells.number("type_of_violence") or 0
    kind, sub_kind = KINDS.get(violence, (None, None))
    where = cells.code("where_prec", WHERE, 2)
    return new_event(
        event_id=cells.text("id"),
        summary=cells.text("source_headline"),
        date_start=days.start,
        date_end=days.end,
        date_precision=cells.code("date_prec", WHEN, days.precision),
        event_type=kind,
        sub_event_type=sub_kind,
        side_a=cells.texts("side_a"),
        side_b=cells.texts("side_b"),
        civilians_targeted=(violence == ONE_SIDED) if kind else None,
        country=cells.text("country") or "AF",
        place_name=cells.text("where_coordinates"),
        stated_admin1=cells.text("adm_1"),
        stated_admin2=cells.text("adm_2"),
        where_precision=where,
        point=cells.point("latitude", "longitude"),
        killed_low=cells.number("low"),
        killed_best=cells.number("best"),
        killed_high=cells.number("high"),
        source=cells.text("source_office") or cells.text("source_article"),
    )


def _end(cells: Cells, reading: Reading) -> Days | None:
    return cells.days("date_end", reading) if cells.raw("date_end") is not None else None


LAYOUT = Layout(
    name="ucdp",
    title="UCDP GED",
    columns=COLUMNS,
    telling=("id", "type_of_violence", "where_prec", "date_prec", "date_start", "best"),
    dates=("date_start", "date_end"),
    draft=draft,
)
