"""The record as tables: events, districts by who holds them, shares of provinces. Withheld records never leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, NamedTuple

from geo.address.view import ViewState
from geo.control.intervals import Interval
from geo.control.rules import State
from geo.control.timeline import Share, Timeline
from geo.export.precision import MEANINGS, precision_columns
from geo.export.qgis.sign_columns import sign_columns
from geo.export.qgis.styles import styles_of
from geo.queries.find import filter_events
from geo.record.fields import fields_of
from geo.record.geojson import Geometry, Row
from geo.record.load import Dataset
from geo.record.records import Event
from geo.record.schema import EVENT
from geo.record.spans import FAR_AWAY
from geo.wording.cite import AUTHOR, LICENCE
from geo.wording.text import t
from geo.wording.words import actor_name

#: A row by the names of its columns.
TableRow = Mapping[str, Any]
DAY_COLUMNS = (
    "date_start", "date_end", "reported_on", "recorded_on", "revised_on", "as_of", "since", "valid_from", "valid_to",
    "last_confirmed", "source_date",
)  # fmt: skip
#: Nested values: kept in JSON, written as JSON text elsewhere.
NESTED = ("claims", "disputed", "active")


@dataclass(frozen=True)
class ExportTable:
    """Rows of one kind with a geometry each (GeoJSON, EPSG:4326, or None), and what is known of the whole."""

    name: str
    id_column: str
    columns: tuple[str, ...]
    rows: Sequence[TableRow]
    geometries: Sequence[Geometry | None]
    about: dict[str, str] = field(default_factory=dict)
    #: What columns mean, where they are no columns of our events.
    meanings: Mapping[str, str] = field(default_factory=dict)
    #: What was asked for, for making it again; empty where nothing does.
    made: Mapping[str, Any] = field(default_factory=dict)
    #: How QGIS is to draw its layers, by their names.
    styles: Callable[[], Mapping[str, str]] = dict

    def within(self, extent: str, wanted: Callable[[TableRow, Geometry | None], bool] = lambda *_: True) -> ExportTable:
        """The rows of an extent that pass, in their order; the extent joins the query in `about`."""
        about = self.about | {"query": f"{self.about['query']} extent={extent}"}
        return replace(self.part(wanted), about=about)

    def part(self, wanted: Callable[[TableRow, Geometry | None], bool]) -> ExportTable:
        """The rows that pass, in their order."""
        pairs = [pair for pair in zip(self.rows, self.geometries, strict=True) if wanted(*pair)]
        return replace(self, rows=[row for row, _ in pairs], geometries=[geometry for _, geometry in pairs])


class Area(NamedTuple):
    """A district or a named place, as a row of the record."""

    kind: str
    row: Row


@dataclass(frozen=True)
class Query:
    """What a table is to hold; what is None sets no limit.

    `filters` hold keys and values of an address (`geo.address.keys.FILTER_KEYS`) and let events through.
    """

    start: str | None = None
    end: str | None = None
    day: str | None = None
    perspective: str = "assessed"
    province: str | None = None
    filters: tuple[tuple[str, str], ...] = ()

    def words(self) -> str:
        """'start=2021-08-15 end=…': what was requested, on one line."""
        requested = {name: value for name, value in self.__dict__.items() if value is not None and name != "filters"}
        return " ".join(f"{name}={value}" for name, value in (requested | dict(self.filters)).items())


def events_table(timeline: Timeline, query: Query) -> ExportTable:
    """The public events of a span of days, with ACLED's and UCDP's precision beside ours.

    Sorted by first day, then id. Geometry: a point, or None when the place is known to no better
    than the province.
    """
    dataset = timeline.dataset
    found = timeline.events_between(query.start or dataset.first_day, query.end or FAR_AWAY, province=query.province)
    events = filter_events(found, ViewState(dataset.first_day, **dict(query.filters)), dataset)
    rows, geometries = event_rows(dataset, events)
    columns = (*(f.name for f in EVENT), "lon", "lat", *MEANINGS)
    return ExportTable(
        "events", "event_id", columns, rows, geometries, about(timeline, "events", query), styles=_styles(timeline)
    )


def event_rows(dataset: Dataset, events: Iterable[Event]) -> tuple[list[TableRow], list[Geometry | None]]:
    """Events as rows with their point and other codes of precision, and the points as geometries."""
    points = {row.record["event_id"]: row.geometry for row in dataset.tables["events"]}
    pairs = [(event, points[event["event_id"]]) for event in events]
    return [_event_row(event, point) for event, point in pairs], [point for _, point in pairs]


def zones_table(timeline: Timeline, query: Query) -> ExportTable:
    """Who holds each district and each named place, on a day or over a span of days.

    With `day` one row an area; with `start` or `end` one row for each span in which nothing about
    an area changes. Geometry: the district's polygon, the place's point or None.
    """
    rows, geometries = [], []
    areas = _areas(timeline)
    for area_id, interval in _area_intervals(timeline, query):
        area = areas[area_id]
        if query.province in (None, area.row.record["admin1"]):
            rows.append(_zone_row(timeline, area_id, area, interval, query))
            geometries.append(area.row.geometry)
    columns = tuple(rows[0]) if rows else ("zone_id", "area_id")
    return ExportTable(
        "zones", "zone_id", columns, rows, geometries, about(timeline, "zones", query), styles=_styles(timeline)
    )


def provinces_table(timeline: Timeline, query: Query) -> ExportTable:
    """The share of each controller in each province on a day; one row a province and controller.

    Contested districts count whole for the side that their state names, and are counted besides.
    """
    day = query.day or timeline.dataset.last_day
    shapes = {row.record["admin1"]: row for row in timeline.dataset.tables["provinces"]}
    shares = timeline.shares_at(day, query.perspective).items()
    found = [(shapes[a], share) for a, all_of in shares if query.province in (None, a) for share in all_of]
    rows = [_share_row(timeline, province.record, share, day, query.perspective) for province, share in found]
    geometries = [province.geometry for province, _ in found]
    columns = tuple(rows[0]) if rows else ("share_id",)
    return ExportTable("provinces", "share_id", columns, rows, geometries, about(timeline, "provinces", query))


KINDS = {"events": events_table, "zones": zones_table, "provinces": provinces_table}


def _styles(timeline: Timeline) -> Callable[[], Mapping[str, str]]:
    return partial(styles_of, timeline)


def about(timeline: Timeline, kind: str, query: Query) -> dict[str, str]:
    """What a file says about itself: title, licence, credit, version, query, meaning."""
    return {
        "title": t("export.table_title", title=t("app.title"), table=t(f"take.table.{kind}")),
        "author": AUTHOR,
        "licence": LICENCE,
        "credits": t("app.credits"),
        "dataset_version": timeline.dataset.version,
        "query": query.words(),
        "meaning": t(f"export.meaning.{kind}"),
    }


def _event_row(event: Event, point: Geometry | None) -> TableRow:
    lon, lat = point["coordinates"] if point else (None, None)
    precisions = precision_columns(event["where_precision"], event["date_precision"])
    return fields_of(event, (f.name for f in EVENT)) | {"lon": lon, "lat": lat} | precisions


def _share_row(timeline: Timeline, province: TableRow, share: Share, day: str, perspective: str) -> TableRow:
    return {
        "share_id": f"{province['admin1']}-{share.controller}",
        "admin1": province["admin1"],
        "name": province["name_en"],
        "as_of": day,
        "perspective": perspective,
        "controller": share.controller,
        "controller_name": actor_name(timeline.dataset, share.controller),
        "area_km2": share.area_km2,
        "area_pct": share.area_pct,
        "districts": share.districts,
        "contested_districts": share.contested_districts,
    }


def _areas(timeline: Timeline) -> dict[str, Area]:
    tables = timeline.dataset.tables
    areas = {row.record["admin2_id"]: Area("district", row) for row in tables["districts"]}
    return areas | {row.record["place_id"]: Area("place", row) for row in tables["places"]}


def _area_intervals(timeline: Timeline, query: Query) -> Iterable[tuple[str, Interval]]:
    spans = query.start or query.end
    if spans:
        start, end = query.start or timeline.dataset.first_day, query.end or FAR_AWAY
        for area_id in (*timeline.districts, *timeline.places):
            for interval in timeline.intervals(area_id, query.perspective):
                if interval.start <= end and (interval.end or FAR_AWAY) > start:
                    yield area_id, interval
        return
    day = query.day or timeline.dataset.last_day
    yield from timeline.states_at(day, query.perspective).items()
    for place_id in timeline.places:
        if (found := timeline.interval_at(place_id, day, query.perspective)) and found.state:
            yield place_id, found


def _zone_row(timeline: Timeline, area_id: str, area: Area, interval: Interval, query: Query) -> TableRow:
    record, state = area.row.record, interval.state
    return {
        "zone_id": f"{area_id} {interval.start}",
        "area_id": area_id,
        "area_type": area.kind,
        "name": record["name_en"],
        "admin1": record["admin1"],
        "area_km2": record.get("area_km2"),
        "radius_km": record.get("radius_km"),
        "as_of": None if query.start or query.end else query.day or timeline.dataset.last_day,
        "perspective": query.perspective,
        "valid_from": interval.start,
        "valid_to": interval.end,
        "since": interval.since,
        **_state_columns(timeline, state),
    }


def _state_columns(timeline: Timeline, state: State | None) -> TableRow:
    claims = timeline.dataset.by_id("control_claims")
    claim_ids = list(state.claim_ids) if state else []
    return {
        "controller": state.controller if state else "unknown",
        "controller_name": actor_name(timeline.dataset, state.controller) if state else t("state.unknown"),
        "status": state.status if state else "unknown",
        "basis": state.basis if state else None,
        "certainty": state.certainty if state else None,
        "told_by": state.told_by if state else None,
        "partial": state.partial if state else None,
        "last_confirmed": state.last_confirmed if state else None,
        "claim_ids": claim_ids,
        "source_ids": list(dict.fromkeys(s for c in claim_ids for s in claims[c]["source_ids"])),
        "disputed": [dispute.__dict__ for dispute in state.disputed] if state else [],
        "active": [dispute.__dict__ for dispute in state.active] if state else [],
        **sign_columns(state),
    }
