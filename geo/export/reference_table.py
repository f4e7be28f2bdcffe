"""UCDP's rows as a table of their own: UCDP's columns and credit, and the events of ours that tell the same."""

from __future__ import annotations

from functools import partial

from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.export.qgis.styles import styles_of
from geo.export.tables import ExportTable, Query
from geo.record.geojson import Geometry, Record
from geo.record.spans import FAR_AWAY
from geo.reference.find import REFERENCE_FILTERS, FoundRow, find_rows
from geo.reference.load import Reference
from geo.reference.schema import UCDP_EVENT
from geo.wording.cite import LICENCE
from geo.wording.reference_words import credit_of
from geo.wording.text import t

NAME = "ucdp"
#: What is known of a row besides UCDP's columns.
OURS = {
    "event_ids": "events of ours that tell the same, by the reviewed table of matches",
    "month_covered": "whether one of UCDP's releases that are here covers the row's month whole",
}


def ucdp_table(timeline: Timeline, reference: Reference, query: Query) -> ExportTable:
    """UCDP's rows of a span of days that pass the filters that their columns know, by first day, then id.

    Geometry: UCDP's point where it stands for the place itself (`where_prec` 1 or 2), else None.
    """
    dataset = timeline.dataset
    chosen = {key: value for key, value in query.filters if key in REFERENCE_FILTERS}
    view, span = ViewState(dataset.first_day, **chosen), (query.start or dataset.first_day, query.end or FAR_AWAY)
    found = find_rows(reference, dataset, view, span)
    rows = [one for one in found if query.province in (None, one.row["admin1"])]
    return ExportTable(
        NAME,
        "ucdp_id",
        (*(field.name for field in UCDP_EVENT), *OURS),
        [_row(one) for one in rows],
        [_point(one.row) for one in rows],
        _about(timeline, reference, query),
        {field.name: field.meaning for field in UCDP_EVENT} | OURS,
        styles=partial(styles_of, timeline),
    )


def _row(found: FoundRow) -> Record:
    ids = [line["event_id"] for line in found.lines]
    return {field.name: found.row[field.name] for field in UCDP_EVENT} | {
        "event_ids": ids,
        "month_covered": found.is_covered,
    }


def _point(row: Record) -> Geometry | None:
    exact = row["where_prec"] in (1, 2)
    return {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]} if exact else None


def _about(timeline: Timeline, reference: Reference, query: Query) -> dict[str, str]:
    return {
        "title": t("reference.table"),
        "author": "Uppsala Conflict Data Program (UCDP)",
        "licence": LICENCE,
        "credits": credit_of(reference),
        "dataset_version": timeline.dataset.version,
        "reference_version": reference.version,
        "query": query.words(),
        "meaning": t("reference.table_meaning"),
    }
