"""The lists and tables of an actor's page: ties, control claims, areas, lists; 'no record' is never 0."""

from __future__ import annotations

from collections.abc import Sequence

from geo.queries.actors import ActorProfile, ClaimSpan, Held, Tie
from geo.reading.charts.claim_strips import areas_of, claimed_state
from geo.reading.content import Cell, Column, Link, Part, Parts, Points, Table, number, text
from geo.reading.province_words import NOTHING, publishers
from geo.record.load import Dataset
from geo.record.spans import add_days
from geo.wording.dates import plain_date
from geo.wording.lists import dotted, listed
from geo.wording.pages.actor_words import days_in_words, tie_in_words
from geo.wording.text import in_digits, t
from geo.wording.words import area_names, speaker_in_words

FIRST = 12


def source_ways(source_ids: Sequence[str]) -> Parts:
    """The sources of a record, each a way to its own."""
    parts: list[Part] = []
    for place, source_id in enumerate(source_ids):
        way = Link(source_id, "sources", {"source": source_id, "event": None})
        parts += [t("list.between"), way] if place else [way]
    return tuple(parts)


def ties(dataset: Dataset, found: ActorProfile) -> Points:
    """One line a relation, of its own entry or of another's: its days, who says so, whether anybody denies it, sources."""
    return Points(tuple(_tie(dataset, found.actor["actor_id"], tie) for tie in found.ties))


def _tie(dataset: Dataset, actor_id: str, tie: Tie) -> Parts:
    told = tie.tie
    other = tie.other_id if tie.actor_id == actor_id else tie.actor_id
    about = [days_in_words(told["valid_from"], told["valid_to"]), t(f"claimant.{told['claimant']}")]
    about += [t("actors.denied")] if told["disputed"] else []
    remark = (t("list.dot"), told["notes"]) if told["notes"] else ()
    way = Link(tie_in_words(dataset, tie), "actors", {"actor": other})
    return (way, t("list.dot"), dotted(about), *remark, t("list.dot"), *source_ways(told["source_ids"]))


def claims(dataset: Dataset, spans: Sequence[ClaimSpan], caption: str) -> Table:
    """One row a control claim: which areas, what it says, who says so, from when to when."""
    heads = ("areas", "says", "who", "certainty", "from", "to", "confirmed", "sources")
    columns = tuple(Column(t(f"actors.column.{key}"), is_minor=key == "confirmed") for key in heads)
    rows = tuple(
        (
            text(areas_of(dataset, one.claim)),
            text(claimed_state(dataset, one.claim)),
            text(speaker_in_words(one.claim)),
            text(t(f"certainty.{one.claim['certainty']}")),
            _day(one.claim["valid_from"]),
            _day(one.end),
            _day(one.claim["last_confirmed"]),
            Cell(source_ways(one.claim["source_ids"])),
        )
        for one in spans
    )
    return Table(columns, rows, caption, first=FIRST)


def districts(dataset: Dataset, held: Sequence[Held], caption: str) -> Table:
    """One row a span of days in which a district or place is the actor's as assessed, with the way to the map."""
    heads = ("area", "province", "status", "from", "to", "map")
    columns = tuple(Column(t(f"actors.column.{key}")) for key in heads)
    return Table(columns, tuple(_held(dataset, one) for one in held), caption, first=FIRST)


def _held(dataset: Dataset, one: Held) -> tuple[Cell, ...]:
    key = "district" if one.area_id in dataset.by_id("districts") else "place"
    province = province_of(dataset, one.area_id)
    first, last = one.start, add_days(one.end, -1) if one.end else dataset.last_day
    chosen = {"district": None, "place": None, "event": None, "province": None, key: one.area_id}
    view = {"perspective": None, "layer": None, "since": None, "at": None, **chosen}
    ways = [Link(t("actors.on_day", day=plain_date(first)), "", {"date": first, **view})]
    ways += [Link(t("actors.on_day", day=plain_date(last)), "", {"date": last, **view})] if last > first else []
    return (
        text(area_names(dataset, [one.area_id])),
        Cell((Link(area_names(dataset, [province]), "provinces", {"province": province}),)),
        text(listed(t(f"status.{status}") for status in one.statuses)),
        _day(one.start),
        _day(one.end),
        Cell((ways[0], *(part for way in ways[1:] for part in (t("list.dot"), way)))),
    )


def provinces(dataset: Dataset, held: Sequence[Held], caption: str) -> Table:
    """One row a province: how many of its districts were the actor's at any time, from the first day to the last."""
    columns = (
        Column(t("actors.column.province")),
        Column(t("actors.column.districts"), is_number=True),
        Column(t("actors.column.from")),
        Column(t("actors.column.to")),
    )
    by_province: dict[str, list[Held]] = {}
    for one in held:
        by_province.setdefault(province_of(dataset, one.area_id), []).append(one)
    rows = tuple(
        (
            Cell((Link(area_names(dataset, [code]), "provinces", {"province": code}),)),
            _count({one.area_id for one in found} & dataset.by_id("districts").keys()),
            _day(min(one.start for one in found)),
            _day(None if any(one.end is None for one in found) else max(one.end or "" for one in found)),
        )
        for code, found in sorted(by_province.items(), key=lambda pair: area_names(dataset, [pair[0]]))
    )
    return Table(columns, rows, caption)


def _count(areas: set[str]) -> Cell:
    return number(len(areas), NOTHING, in_digits(len(areas)))


def province_of(dataset: Dataset, area_id: str) -> str:
    """The province of a district or a named place."""
    records = dataset.by_id("districts")
    return records[area_id]["admin1"] if area_id in records else dataset.by_id("places")[area_id]["admin1"]


def presence(dataset: Dataset, found: ActorProfile, caption: str) -> Table:
    """One row a list that names a province where the actor is said to be, or not to be."""
    keys = ("as_of", "province", "polarity", "claimant", "says", "sources")
    columns = tuple(Column(t(f"provinces.column.{key}")) for key in keys)
    rows = tuple(
        (
            _day(row["as_of"]),
            text(area_names(dataset, [row["admin1"]])),
            text(t("provinces.present") if row["polarity"] == "present" else t("provinces.absent")),
            text(speaker_in_words(row)),
            text(row["says"]),
            text(publishers(dataset, row)),
        )
        for row in found.presence
    )
    return Table(columns, rows, caption, first=FIRST)


def _day(day: str | None) -> Cell:
    return text(plain_date(day), day) if day else text(NOTHING)
