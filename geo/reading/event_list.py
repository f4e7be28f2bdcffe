"""Lists of events: the table of some events, and how many of them each province has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geo.queries.tally import ProvinceTally, by_province
from geo.reading.content import Cell, Column, Link, Paragraph, Part, Strong, Table, number, text
from geo.record.load import Dataset
from geo.record.records import Event
from geo.wording.dates import span_in_words
from geo.wording.text import t
from geo.wording.words import area_names, place_in_words

Query = Mapping[str, str | None]
#: Of events that are dated or placed more coarsely than this, the list says how coarsely.
EXACT = 1


def events_table(dataset: Dataset, events: Sequence[Event], caption: str, first: int | None = None) -> Table:
    """One row an event, in the order given; its title leads to its record."""
    columns = (
        Column(t("events.column.day")),
        Column(t("events.column.title")),
        Column(t("events.column.place")),
        Column(t("events.column.grade")),
        Column(t("events.column.type"), is_minor=True),
        Column(t("events.column.precision"), is_minor=True),
        Column(t("events.column.id"), is_minor=True, is_unbroken=True),
    )
    return Table(columns, tuple(_row(dataset, event) for event in events), caption, head=1, first=first)


def _row(dataset: Dataset, event: Event) -> tuple[Cell, ...]:
    return (
        text(span_in_words(event["date_start"], event["date_end"]), event["date_start"]),
        Cell((event_way(event),)),
        text(place_in_words(dataset, event)),
        text(t(f"verification.{event['verification']}")),
        text(t(f"type.{event['event_type']}")),
        text(t(f"events.where.{event['where_precision']}"), event["where_precision"]),
        text(event["event_id"]),
    )


def event_way(event: Event, label: str = "") -> Link:
    """The way to the record of an event."""
    return Link(label or event["title"], "events", {"event": event["event_id"]})


def tally_line(dataset: Dataset, events: Sequence[Event], query: Query) -> Paragraph:
    """'By province: Kabul 13, Takhar 8 … without a province 3', each a way to those events.

    Parameters
    ----------
    query : what the address of the list says besides the province.
    """
    parts: list[Part] = [Strong(t("events.by_province")), " "]
    rows = by_province(events)
    for place, row in enumerate(rows):
        message = t("events.by_province_each", province=_province(dataset, row), count=row.events)
        parts.append(Link(message, "events", {**query, "area": row.admin1}) if row.admin1 else message)
        parts.append(t("list.between") if place + 1 < len(rows) else t("list.end"))
    return Paragraph(tuple(parts))


def tally_table(dataset: Dataset, events: Sequence[Event], query: Query, caption: str) -> Table:
    """One row a province: its events, and how many of them are fighting; each a way to the list."""
    columns = (
        Column(t("provinces.column.province")),
        Column(t("provinces.column.events"), is_number=True),
        Column(t("provinces.column.fighting"), is_number=True),
        Column(t("provinces.column.list")),
    )
    rows = tuple(_tally_row(dataset, row, query) for row in by_province(events))
    return Table(columns, rows, caption, sorted_by=(1, True))


def _tally_row(dataset: Dataset, row: ProvinceTally, query: Query) -> tuple[Cell, ...]:
    name = _province(dataset, row)
    to_list = Link(t("provinces.to_list", province=name), "events", {**query, "area": row.admin1})
    return (
        Cell((Link(name, "provinces", {"province": row.admin1}),) if row.admin1 else (name,)),
        number(row.events, ""),
        number(row.fighting, ""),
        Cell((to_list,) if row.admin1 else ()),
    )


def _province(dataset: Dataset, row: ProvinceTally) -> str:
    return area_names(dataset, [row.admin1]) if row.admin1 else t("events.no_province")


def count_in_words(count: int) -> str:
    """'1 event', '1,024 events'."""
    return t("events.count", count=count)
