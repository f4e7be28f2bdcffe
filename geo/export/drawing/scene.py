"""What is on the map on a day: styles of areas, events by how exactly their place is known, sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geo.address.view import ViewState
from geo.area_style import AreaStyle, area_style
from geo.control.edges import changing_on
from geo.control.groups import told_in
from geo.control.intervals import Interval
from geo.control.rules import State
from geo.control.timeline import Timeline, window_start
from geo.export.drawing.reference_scene import ReferenceScene, reference_scene
from geo.export.drawing.shades import Shaded, shaded_of
from geo.lens.areas import is_telling
from geo.mercator import LonLat
from geo.queries.find import filter_events
from geo.record.load import Dataset
from geo.record.records import District, Event, Province
from geo.reference.load import Reference
from geo.style.areas import BASE_CONTROLLER, MIN_RADIUS_KM
from geo.style.events import DRAWN_DATE_PRECISION


@dataclass(frozen=True)
class Spot:
    """An event and where it is drawn."""

    lon: float
    lat: float
    event: Event


@dataclass(frozen=True)
class NamedPlace:
    """A small area around a named place with a state of its own."""

    place_id: str
    name: str
    admin1: str
    point: LonLat | None
    radius_km: float
    area_style: AreaStyle
    claim_ids: tuple[str, ...]


@dataclass(frozen=True)
class Scene:
    """One day as one perspective sees it, with the events of a window that ends on it."""

    day: str
    first: str
    perspective: str
    area_styles: Mapping[str, AreaStyle]
    #: By district who tells its state in a view of parties.
    speakers: Mapping[str, str]
    claim_ids: Mapping[str, tuple[str, ...]]
    #: The districts and named places that are off the ground, or claimed by somebody who is contradicted.
    telling: frozenset[str]
    places: tuple[NamedPlace, ...]
    symbols: tuple[Spot, ...]
    discs: tuple[Spot, ...]
    counts: tuple[Spot, ...]
    listed: tuple[Event, ...]
    #: The layer on show; None is that of control.
    shaded: Shaded | None = None
    #: UCDP's rows of the window, where they are to stand beside ours.
    reference: ReferenceScene | None = None

    def events(self) -> list[Event]:
        """All events of the window, newest first."""
        spots = [spot.event for spot in (*self.symbols, *self.discs, *self.counts)]
        return sorted([*spots, *self.listed], key=lambda e: (e["date_start"], e["event_id"]), reverse=True)


def scene_of(timeline: Timeline, view: ViewState, reference: Reference | None = None) -> Scene:
    """The scene of a view's date, perspective and window; its filters let events through, and rows of a reference.

    Raises
    ------
    ValueError
        For a day outside the period of the record, or an unknown perspective.
    """
    dataset, day, perspective = timeline.dataset, view.date, view.perspective
    if not dataset.first_day <= day <= dataset.last_day:
        raise ValueError(f"{day} is not a day of the record, {dataset.first_day} to {dataset.last_day}")
    seen, changing = timeline.states_at(day, perspective), changing_on(timeline, day, perspective)
    first = first_day_of(dataset, view)
    shaded = shaded_of(timeline, view)
    events = shaded.events if shaded else filter_events(timeline.events_between(first, day), view, dataset)
    spots, listed = _placed(dataset, events)
    return Scene(
        day=day,
        first=first,
        perspective=perspective,
        area_styles={d: area_style(interval.state, day, d in changing) for d, interval in seen.items()},
        speakers={d: told_in(perspective, interval.state) if interval.state else "" for d, interval in seen.items()},
        claim_ids={d: _claims_of(interval.state) for d, interval in seen.items()},
        telling=_telling(timeline, day, perspective, seen),
        places=tuple(_named_places(timeline, day, perspective)),
        symbols=tuple(spot for spot in spots if spot.event["where_precision"] in (1, 2)),
        discs=tuple(spot for spot in spots if spot.event["where_precision"] == 3),
        counts=tuple(spot for spot in spots if spot.event["where_precision"] == 4),
        listed=tuple(listed),
        shaded=shaded,
        reference=reference_scene(reference, dataset, view, first) if reference else None,
    )


def telling_on(timeline: Timeline, day: str, perspective: str) -> frozenset[str]:
    """The districts and named places that are to be seen on the map on a day."""
    return _telling(timeline, day, perspective, timeline.states_at(day, perspective))


def _telling(timeline: Timeline, day: str, perspective: str, seen: Mapping[str, Interval]) -> frozenset[str]:
    of_places = {place_id: timeline.interval_at(place_id, day, perspective) for place_id in timeline.places}
    both = (*seen.items(), *of_places.items())
    return frozenset(area_id for area_id, interval in both if interval and is_telling(interval.state))


def first_day_of(dataset: Dataset, view: ViewState) -> str:
    """The first day of a view's window of events."""
    return window_start(view.date, view.window, dataset.first_day)


def control_sources(dataset: Dataset, scene: Scene, admin2_ids: Iterable[str]) -> list[str]:
    """The sources of what differs from the quiet base in some districts, and of the named places; of a layer its own."""
    if scene.shaded:
        return _first_hand(dataset, list(scene.shaded.source_ids))
    claims = dataset.by_id("control_claims")
    shown = [c for d in admin2_ids if _speaks(scene.area_styles[d]) for c in scene.claim_ids[d]]
    shown += [claim_id for place in scene.places for claim_id in place.claim_ids]
    return _first_hand(dataset, [s for claim_id in dict.fromkeys(shown) for s in claims[claim_id]["source_ids"]])


def event_sources(dataset: Dataset, events: Iterable[Event]) -> list[str]:
    """The sources of events in their order, each once."""
    return _first_hand(dataset, [source_id for event in events for source_id in event["source_ids"]])


def _first_hand(dataset: Dataset, source_ids: list[str]) -> list[str]:
    """Each source once; a page that only cites another listed one is named with that one, not beside it."""
    sources = dataset.by_id("sources")
    through = {page for source_id in source_ids for page in sources[source_id]["seen_through"]}
    return [source_id for source_id in dict.fromkeys(source_ids) if source_id not in through]


def _speaks(style: AreaStyle) -> bool:
    return style.controller != BASE_CONTROLLER or style.fill != "solid" or bool(style.disputed or style.active)


def _claims_of(state: State | None) -> tuple[str, ...]:
    if state is None:
        return ()
    others = [dispute.claim_id for dispute in (*state.disputed, *state.active)]
    return tuple(dict.fromkeys([*state.claim_ids, *(claim_id for claim_id in others if claim_id)]))


def _named_places(timeline: Timeline, day: str, perspective: str) -> Iterable[NamedPlace]:
    rows = {row.record["place_id"]: row for row in timeline.dataset.tables["places"]}
    for place_id in timeline.places:
        interval = timeline.interval_at(place_id, day, perspective)
        if interval is None or interval.state is None:
            continue
        row = rows[place_id]
        yield NamedPlace(
            place_id=place_id,
            name=row.record["name_en"],
            admin1=row.record["admin1"],
            point=LonLat(*row.geometry["coordinates"]) if row.geometry else None,
            radius_km=max(row.record["radius_km"] or 0, MIN_RADIUS_KM),
            area_style=area_style(interval.state, day),
            claim_ids=_claims_of(interval.state),
        )


def _placed(dataset: Dataset, events: Iterable[Event]) -> tuple[list[Spot], list[Event]]:
    """Where each event is drawn; those that can't be drawn come second."""
    points = _points(dataset)
    spots: list[Spot] = []
    listed: list[Event] = []
    for event in events:
        place = _place_of(dataset, event, points.get(event["event_id"]))
        if place is None or event["date_precision"] > DRAWN_DATE_PRECISION:
            listed.append(event)
        else:
            spots.append(Spot(place.lon, place.lat, event))
    return spots, listed


def _points(dataset: Dataset) -> dict[str, LonLat]:
    rows = dataset.tables["events"]
    return {row.record["event_id"]: LonLat(*row.geometry["coordinates"]) for row in rows if row.geometry}


def _place_of(dataset: Dataset, event: Event, point: LonLat | None) -> LonLat | None:
    """Never more exact than the place is known: districts and provinces where their name stands."""
    precision = event["where_precision"]
    if precision == 3 and event["admin2_id"]:
        return _label_point(dataset.by_id("districts")[event["admin2_id"]])
    if precision == 4 and event["admin1"]:
        return _label_point(dataset.by_id("provinces")[event["admin1"]])
    return point if precision <= 3 else None


def _label_point(record: District | Province) -> LonLat:
    return LonLat(record["label_lon"], record["label_lat"])
