"""All provinces in one table, where an actor is told of, and up to four provinces side by side."""

from __future__ import annotations

from collections.abc import Sequence

from geo.address.actor_tree import below
from geo.address.province import ProvinceQuery
from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.queries.find import filter_events
from geo.queries.province import overview
from geo.reading.province_words import Row
from geo.reading.provinces.overview import actors_in_words, all_section, beside_section, tally_section
from geo.record.load import Dataset
from pages.ui import content
from pages.ui.server.snapshot import cached


def figures(
    timeline: Timeline, requested: ProvinceQuery, perspective: str, actors: tuple[str, ...] = ()
) -> Sequence[Row]:
    """What `overview` tells of all provinces, worked out once for all readers; not to be changed."""
    span = (requested.start, requested.end)
    key = ("overview", *span, perspective, *actors)
    return cached(timeline.dataset, key, lambda: overview(timeline, *span, perspective, actors=actors))


def actors_of(dataset: Dataset, view: ViewState, requested: ProvinceQuery) -> tuple[str, ...]:
    """The actors that the reader asked for, those of a branch before single ones; none means all that fight the Taliban."""
    if requested.branch:
        return below(dataset, requested.branch)
    return tuple(view.actor.split(",")) if view.actor else ()


def tally(timeline: Timeline, view: ViewState, requested: ProvinceQuery) -> None:
    """How many events each province has that name the actors asked for."""
    dataset, span = timeline.dataset, (requested.start, requested.end)
    actors = actors_of(dataset, view, requested)
    view_of_actor = ViewState(view.date, actor=",".join(actors))
    events = filter_events(timeline.events_between(*span), view_of_actor, dataset)
    content.show(dataset, tally_section(dataset, events, actors, span, requested.branch))


def all_provinces(timeline: Timeline, view: ViewState, requested: ProvinceQuery, perspective: str) -> None:
    """One row a province; folded while one of them is on show."""
    dataset, span, actors = (
        timeline.dataset,
        (requested.start, requested.end),
        actors_of(timeline.dataset, view, requested),
    )
    found = figures(timeline, requested, perspective, actors)
    is_folded = view.province is not None
    actor = actors_in_words(dataset, actors, requested.branch)
    section = all_section(dataset, found, span, actor=actor, perspective=perspective, is_folded=is_folded)
    content.show(dataset, section)


def side_by_side(timeline: Timeline, codes: list[str], requested: ProvinceQuery, perspective: str) -> None:
    """Up to four provinces beside each other."""
    by_code = {row["admin1"]: row for row in figures(timeline, requested, perspective)}
    span = (requested.start, requested.end)
    content.show(timeline.dataset, beside_section(timeline.dataset, [by_code[code] for code in codes], span))
