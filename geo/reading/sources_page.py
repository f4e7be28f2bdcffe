"""What rests on which source: the list of sources, the record of one, and the balance of some events."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from geo.queries.sources import RESTING, KindShare, Measure, Resting, balance, kind_shares
from geo.reading.claim_page import claim_link
from geo.reading.content import (
    Away,
    Bar,
    Block,
    Cell,
    Column,
    Link,
    Paragraph,
    Parts,
    Points,
    Section,
    Strong,
    Table,
    number,
    text,
)
from geo.reading.event_list import count_in_words
from geo.reading.event_page import event_line
from geo.reading.province_words import NOTHING, window_in_words
from geo.reading.record_ways import claim_way
from geo.reading.source_lines import source_blocks, title_lang
from geo.record.load import Dataset
from geo.record.records import ControlClaim, Event, Presence, Source, Statistic, UndatedReport
from geo.wording.dates import plain_date, span_in_words
from geo.wording.lists import series
from geo.wording.text import in_digits, in_percent, t
from geo.wording.words import actor_name, area_names, publisher_in_words, range_in_words, speaker_in_words

#: A list of what rests on a source is folded when it is longer than this.
FOLDED_ABOVE = 12


def sources_table(dataset: Dataset, sources: Sequence[Source], rests: Mapping[str, Resting], caption: str) -> Table:
    """One row a source, named by its title, which leads to its page; its number leads to what rests on it."""
    counts = ("events", "claims", "presence", "statistics", "undated")
    columns = (
        Column(t("sources.column.title")),
        Column(t("sources.column.publisher")),
        Column(t("sources.column.day"), is_minor=True),
        Column(t("sources.column.kind"), is_minor=True),
        *(Column(t(f"sources.column.{key}"), is_number=True, is_minor=key != "events") for key in counts),
        Column(t("sources.column.read"), is_minor=True),
        Column(t("sources.column.near"), is_minor=True),
        Column(t("events.column.id"), is_unbroken=True),
    )
    rows = tuple(_source_row(dataset, source, rests[source["source_id"]]) for source in sources)
    return Table(columns, rows, caption)


def _source_row(dataset: Dataset, source: Source, rest: Resting) -> tuple[Cell, ...]:
    near = source["party_near"]
    counts = (rest.events, rest.control_claims, rest.presence, rest.statistics, rest.undated)
    title = Away(source["title"], source["url"] or "", title_lang(source))
    unresolved = (" ", t("words.bracketed", told=t("sources.column.unresolved"))) if source["unresolved"] else ()
    return (
        Cell((title, *unresolved), source["title"]),
        text(source["publisher"] or t("source.no_publisher")),
        text(plain_date(source["date"]), source["date"]) if source["date"] else text(source["date_note"] or NOTHING),
        text(t(f"kind.{source['kind']}")),
        *(number(len(ids), NOTHING) for ids in counts),
        text(t(f"sources.read.{source['read_as']}")),
        text(actor_name(dataset, near) if near else ""),
        Cell((Link(source["source_id"], "sources", {"source": source["source_id"], "event": None}),)),
    )


# --- balance ------------------------------------------------------------------------------


def balance_blocks(dataset: Dataset, events: list[Event], span: tuple[str, str], filters: str) -> tuple[Block, ...]:
    """What share of some events rests on what, and the kinds of sources that they name.

    Parameters
    ----------
    span, filters : the days and, in words, the filters that chose the events.
    """
    told = t(
        "sources.balance_told",
        count=count_in_words(len(events)),
        days=span_in_words(*span),
        filters=filters or t("events.no_filter"),
        version=dataset.version,
    )
    balanced = balance_table(balance(dataset, events), t("sources.balance"))
    kinds = kind_table(kind_shares(dataset, events), t("sources.kind"))
    return (
        Paragraph((told,)),
        Section(t("sources.balance"), (_quiet("sources.balance_intro"), balanced), anchor="balance"),
        Section(t("sources.kind"), (_quiet("sources.kinds_intro"), kinds), anchor="kinds"),
    )


def _quiet(key: str) -> Paragraph:
    return Paragraph((t(key),), is_quiet=True)


def balance_table(measures: Sequence[Measure], caption: str) -> Table:
    """One row a measure with its share as a bar; no share where there are no events."""
    columns = (
        Column(t("sources.balance_measure")),
        Column(t("sources.balance_events"), is_number=True),
        Column(t("sources.balance_pct")),
    )
    rows = tuple((text(t(f"sources.balance.{m.key}")), number(m.events, ""), _share(m.pct)) for m in measures)
    return Table(columns, rows, caption, is_sortable=False)


def kind_table(kinds: Sequence[KindShare], caption: str) -> Table:
    """One row a kind of source."""
    columns = (
        Column(t("sources.column.kind")),
        Column(t("sources.kind.sources"), is_number=True),
        Column(t("sources.kind.events"), is_number=True),
        Column(t("sources.kind.pct")),
    )
    rows = tuple(
        (text(t(f"kind.{k.kind}")), number(k.sources, ""), number(k.events, ""), _share(k.events_pct)) for k in kinds
    )
    return Table(columns, rows, caption)


def _share(pct: float | None) -> Cell:
    return text(NOTHING) if pct is None else Cell((Bar(pct), in_percent(pct)), pct)


# --- the list -----------------------------------------------------------------------------


def list_blocks(
    dataset: Dataset, found: Sequence[Source], rests: Mapping[str, Resting], most: int, asked: Mapping[str, str]
) -> tuple[Block, ...]:
    """How many sources were found, and a table of those on which most rests.

    Parameters
    ----------
    most : so many rows are shown; with more than that their order is no reader's to change.
    asked : the 'kinds' and 'words' that were asked for, in words.
    """
    key = "sources.list_told_words" if asked["words"] else "sources.list_told"
    told = t(key, count=len(found), all=in_digits(len(rests)), version=dataset.version, **asked)
    if not found:
        return Paragraph((told,)), Paragraph((t("sources.no_source"),))
    shown = sorted(found, key=lambda source: -rests[source["source_id"]].total)[:most]
    table = sources_table(dataset, shown, rests, t("sources.table_alt", count=len(shown)))
    return Paragraph((told,)), replace(table, is_sortable=len(shown) == len(found))


# --- one source ---------------------------------------------------------------------------


def source_title(source: Source) -> str:
    """What the page of a source is called: 'Source: The Guardian, 1 July 2022'."""
    return t("sources.one", name=publisher_in_words(source))


def source_page(dataset: Dataset, source: Source, rest: Resting) -> tuple[Block, ...]:
    """One source: what it is, how far it can be relied on, and everything that rests on it."""
    remarks: list[Block] = [
        Paragraph((Strong(t(key)), " ", text))
        for key, text in (("sources.reliability", source["reliability"]), ("events.notes", source["notes"]))
        if text
    ]
    return (*source_blocks(dataset, source, is_linked=False), *remarks, *resting_blocks(dataset, rest))


def resting_blocks(dataset: Dataset, rest: Resting) -> tuple[Block, ...]:
    """Everything that rests on a source, by file."""
    head = Section(t("sources.rests", count=rest.total), () if rest.total else (Paragraph((t("sources.nothing"),)),))
    parts = [_rests(dataset, name, getattr(rest, name)) for name in RESTING if getattr(rest, name)]
    if rest.carries:
        carried = tuple(_carried(dataset.by_id("sources")[source_id]) for source_id in rest.carries)
        is_long = len(carried) > FOLDED_ABOVE
        title = t("sources.carries", count=len(carried))
        parts.append(Section(title, (Points(carried),), level=4, is_folded=is_long))
    return head, *parts


def _rests(dataset: Dataset, name: str, ids: Sequence[str]) -> Section:
    lines: dict[str, Callable[[Any], Parts]] = {
        "events": event_line,
        "control_claims": lambda claim: claim_line(dataset, claim),
        "presence": lambda row: _presence(dataset, row),
        "statistics": _number_line,
        "undated": _undated,
    }
    records: Mapping[str, Any] = dataset.public_by_id if name == "events" else dataset.by_id(name)
    points = Points(tuple(lines[name](records[record_id]) for record_id in ids))
    title = t(f"sources.rests.{name}", count=len(ids))
    return Section(title, (points,), level=4, is_folded=len(ids) > FOLDED_ABOVE)


def claim_line(dataset: Dataset, claim: ControlClaim) -> Parts:
    """A claim over territory as a way to the map on its first day, whose claim it is, and a way to its page."""
    who = t("sources.claim_by", who=speaker_in_words(claim))
    return claim_way(dataset, claim), t("list.dot"), who, t("list.dot"), claim_link(claim["claim_id"])


def _presence(dataset: Dataset, row: Presence) -> Parts:
    where = t("sources.list_line", day=plain_date(row["as_of"]), area=area_names(dataset, [row["admin1"]]))
    day = max(row["as_of"], dataset.first_day)
    way = Link(where, "", {"date": day, "province": row["admin1"], "event": None})
    return way, t("list.colon"), row["says"], t("list.dot"), row["presence_id"]


def _number_line(row: Statistic) -> Parts:
    message = range_in_words(row["low"], row["high"]) or row["text"] or t("loss.unknown")
    about = series([window_in_words({**row}), speaker_in_words(row)])
    told = t("words.labelled", label=row["label"], told=t("words.remark", told=message, remark=about))
    return (told, t("list.dot"), row["statistic_id"])


def _undated(row: UndatedReport) -> Parts:
    return (row["title"], t("list.dot"), row["undated_id"])


def _carried(source: Source) -> Parts:
    way = Link(source["title"], "sources", {"source": source["source_id"], "event": None}, title_lang(source))
    return source["publisher"] or t("source.no_publisher"), t("list.colon"), way, t("list.dot"), source["source_id"]
