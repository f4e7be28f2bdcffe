"""All provinces in one table, where an actor is told of, and up to four provinces side by side."""

from __future__ import annotations

from collections.abc import Sequence

from geo.address.province import ProvinceQuery
from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.queries.find import filter_events
from geo.queries.province import overview
from geo.reading import provinces_table
from geo.reading.content import Paragraph, Section
from geo.reading.event_list import count_in_words, tally_line, tally_table
from geo.reading.province_activity import beside_blocks
from geo.reading.province_words import Row
from geo.record.load import Dataset
from geo.wording.dates import plain_date
from geo.wording.text import t
from geo.wording.words import actor_in_full, span_in_words
from pages.ui import content
from pages.ui.server.snapshot import cached


def figures(
    timeline: Timeline, requested: ProvinceQuery, perspective: str, actors: tuple[str, ...] = ()
) -> Sequence[Row]:
    """What `overview` tells of all provinces, worked out once for all readers; not to be changed."""
    span = (requested.start, requested.end)
    key = ("overview", *span, perspective, *actors)
    return cached(timeline.dataset, key, lambda: overview(timeline, *span, perspective, actors=actors))


def actors_of(view: ViewState) -> tuple[str, ...]:
    """The actors that the reader asked for; none means every group that fights the Taliban."""
    return tuple(view.actor.split(",")) if view.actor else ()


def actors_in_words(dataset: Dataset, actors: tuple[str, ...]) -> str:
    """'NRF (National Resistance Front of Afghanistan)'; or every group that fights the Taliban."""
    named = t("list.or").join(actor_in_full(dataset, actor) for actor in actors)
    return named or t("provinces.any_opposition")


def tally(timeline: Timeline, view: ViewState, requested: ProvinceQuery) -> None:
    """How many events each province has that name the actors asked for: a line, and a table of the same."""
    dataset = timeline.dataset
    view_of_actor = ViewState(view.date, actor=view.actor)
    events = filter_events(timeline.events_between(requested.start, requested.end), view_of_actor, dataset)
    title = t(
        "provinces.tally",
        actor=actors_in_words(dataset, actors_of(view)),
        days=span_in_words(requested.start, requested.end),
        count=count_in_words(len(events)),
    )
    if not events:
        content.show(dataset, Section(title, (Paragraph((t("provinces.no_activity"),)),), anchor="tally"))
        return
    query = {"days": "span", "from": requested.start, "to": requested.end, "province": None, "event": None}
    table = Section(t("chart.as_table"), (tally_table(dataset, events, query, title),), level=4, is_folded=True)
    note = Paragraph((t("provinces.tally_note"),), is_quiet=True)
    content.show(dataset, Section(title, (tally_line(dataset, events, query), note, table), anchor="tally"))


def all_provinces(timeline: Timeline, view: ViewState, requested: ProvinceQuery, perspective: str) -> None:
    """One row a province, the busiest first; another order by a click on a head, opened by its name."""
    dataset = timeline.dataset
    found = figures(timeline, requested, perspective, actors_of(view))
    title = t("provinces.all", count=len(found))
    note = t(
        "provinces.all_note",
        count=sum(row["activity"] for row in found),
        actor=actors_in_words(dataset, actors_of(view)),
        days=span_in_words(requested.start, requested.end),
        day=plain_date(requested.end),
        perspective=t(f"perspective.{perspective}"),
        version=dataset.version,
    )
    table = provinces_table.all_provinces(dataset, found, title)
    blocks = (Paragraph((note,), is_quiet=True), table)
    content.show(dataset, Section(title, blocks, anchor="all", is_folded=view.province is not None))


def side_by_side(timeline: Timeline, codes: list[str], requested: ProvinceQuery, perspective: str) -> None:
    """Up to four provinces: the same figures in columns, the same axes in rows."""
    dataset = timeline.dataset
    by_code = {row["admin1"]: row for row in figures(timeline, requested, perspective)}
    found = [by_code[code] for code in codes]
    title, days = t("provinces.side_by_side"), span_in_words(requested.start, requested.end)
    table = provinces_table.side_by_side(dataset, found, title)
    content.show(dataset, Section(title, (table, *beside_blocks(dataset, found, days))))
