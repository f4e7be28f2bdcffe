"""What the page of provinces says of all of them, of some side by side, and of where an actor is told of; plain data."""

from __future__ import annotations

from collections.abc import Sequence

from geo.reading.content import Paragraph, Section
from geo.reading.event_list import count_in_words, tally_line, tally_table
from geo.reading.province_words import Row
from geo.reading.provinces import overview_table
from geo.reading.provinces.activity import beside_blocks
from geo.record.load import Dataset
from geo.record.records import Event
from geo.wording.dates import plain_date, span_in_words
from geo.wording.lists import either
from geo.wording.pages.actor_words import branch_in_words
from geo.wording.text import t
from geo.wording.words import actor_in_full

Span = tuple[str, str]


def actors_in_words(dataset: Dataset, actors: Sequence[str], branch: str = "") -> str:
    """'NRF (National Resistance Front of Afghanistan)'; without any, every group that fights the Taliban.

    Parameters
    ----------
    branch : of the tree of actors, where the actors are all those below it.
    """
    if branch:
        return branch_in_words(dataset, branch)
    named = either(actor_in_full(dataset, actor) for actor in actors)
    return named or t("provinces.any_opposition")


def tally_section(
    dataset: Dataset, events: Sequence[Event], actors: Sequence[str], span: Span, branch: str = ""
) -> Section:
    """How many events each province has that name the actors: a line, and a table of the same."""
    title = t(
        "provinces.tally",
        actor=actors_in_words(dataset, actors, branch),
        days=span_in_words(*span),
        count=count_in_words(len(events)),
    )
    if not events:
        return Section(title, (Paragraph((t("provinces.no_activity"),)),), anchor="tally")
    query = {"days": "span", "from": span[0], "to": span[1], "province": None, "event": None}
    query |= {"branch": branch, "actor": None} if branch else {}
    table = Section(t("chart.as_table"), (tally_table(dataset, events, query, title),), level=4, is_folded=True)
    note = Paragraph((t("provinces.tally_note"),), is_quiet=True)
    return Section(title, (tally_line(dataset, events, query), note, table), anchor="tally")


def all_section(
    dataset: Dataset,
    found: Sequence[Row],
    span: Span,
    *,
    actor: str,
    perspective: str,
    is_folded: bool,
) -> Section:
    """One row a province, the busiest first; another order by a click on a head, opened by its name.

    Parameters
    ----------
    found : rows of `overview` of `geo.queries.province`.
    actor : whose incidents they count, in words.
    """
    note = t(
        "provinces.all_note",
        count=sum(row["activity"] for row in found),
        actor=actor,
        days=span_in_words(*span),
        day=plain_date(span[1]),
        perspective=t(f"perspective.{perspective}"),
        version=dataset.version,
    )
    title = t("provinces.all", count=len(found))
    table = overview_table.all_provinces(dataset, found, title)
    return Section(title, (Paragraph((note,), is_quiet=True), table), anchor="all", is_folded=is_folded)


def beside_section(dataset: Dataset, found: Sequence[Row], span: Span) -> Section:
    """Up to four provinces: the same figures in columns, the same axes in rows."""
    title = t("provinces.side_by_side")
    table = overview_table.side_by_side(dataset, found, title)
    return Section(title, (table, *beside_blocks(dataset, found, span_in_words(*span))))
