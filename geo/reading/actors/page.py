"""The page of one actor: who they are, ties, events and control claims over time, areas, lists, sources near them."""

from __future__ import annotations

from collections.abc import Sequence

from geo.queries.actors import ActorProfile
from geo.queries.find import ordered
from geo.reading.actors import tables
from geo.reading.actors.tree import actor_way, events_way
from geo.reading.charts.claim_strips import claim_strips
from geo.reading.charts.time_bars import months
from geo.reading.content import (
    Block,
    Box,
    Contents,
    Facts,
    Figure,
    Link,
    Paragraph,
    Part,
    Parts,
    Points,
    Script,
    Section,
    Strong,
    Within,
)
from geo.reading.event_list import events_table, tally_line
from geo.reading.event_page import event_line
from geo.reading.provinces.tables import months as months_table
from geo.reading.source_lines import source_blocks
from geo.record.load import Dataset
from geo.record.spans import add_days
from geo.wording.dates import plain_date, span_in_words
from geo.wording.lists import listed
from geo.wording.pages.actor_words import kind_name, role_in_words
from geo.wording.text import t
from geo.wording.words import actor_in_full, actor_name

SECTIONS = ("over_time", "events", "claims", "areas", "presence", "near")
FIRST_EVENTS = 10
#: Kinds of events that tell of a group itself.
TURNS = ("change_to_group_activity", "agreement", "headquarters_or_base_established")
#: An actor that held more areas is told of by province.
MANY_AREAS = 60
#: The strips of claims end so many days after the last of them begins or ends.
AFTER_LAST_CLAIM = 60


def actor_blocks(dataset: Dataset, found: ActorProfile) -> tuple[Block, ...]:
    """Everything that the record holds of an actor, below its name."""
    every = Link(t("actors.all"), "actors", {"actor": None})
    ways = tuple(Within(t(f"actors.section.{anchor}"), anchor) for anchor in SECTIONS)
    return (
        Paragraph((every,)),
        Box((Facts(_facts(dataset, found)),)),
        *_notes(found),
        Contents(t("reading.contents"), ways),
        _over_time(dataset, found),
        _events(dataset, found),
        _claims(dataset, found),
        _areas(dataset, found),
        _presence(dataset, found),
        _near(dataset, found),
    )


# --- who they are -------------------------------------------------------------------------


def _facts(dataset: Dataset, found: ActorProfile) -> tuple[tuple[str, Parts], ...]:
    actor = found.actor
    rows: dict[str, Parts] = {
        "kind": (kind_name(actor["kind"]),),
        "name_en": (actor["name_en"],),
        "name_fa": (Script(actor["name_fa"], "fa"),) if actor["name_fa"] else (t("actors.no_name"),),
        "name_ps": (Script(actor["name_ps"], "ps"),) if actor["name_ps"] else (t("actors.no_name"),),
        "aliases": (listed(actor["aliases"]),) if actor["aliases"] else (t("actors.not_said"),),
        "part_of": _ways(dataset, found.parents),
        "below": _ways(dataset, found.sub_groups),
        "id": (actor["actor_id"],),
    }
    return tuple((t(f"actors.fact.{key}"), parts) for key, parts in rows.items())


def _ways(dataset: Dataset, actors: Sequence[str]) -> Parts:
    parts: list[Part] = []
    for place, actor_id in enumerate(dict.fromkeys(actors)):
        parts += [t("list.between"), actor_way(dataset, actor_id)] if place else [actor_way(dataset, actor_id)]
    return tuple(parts) or (t("actors.not_said"),)


def _notes(found: ActorProfile) -> tuple[Block, ...]:
    notes = found.actor["notes"]
    return (Paragraph((Strong(t("events.notes")), " ", notes)),) if notes else ()


def _over_time(dataset: Dataset, found: ActorProfile) -> Section:
    """Roles and ties with their days; and what the record does not say."""
    roles = [(role_in_words(role),) for role in found.actor["roles"]]
    blocks: list[Block] = [Points(tuple(roles))] if roles else [Paragraph((t("actors.no_roles"),))]
    if found.ties:
        blocks += [Paragraph((t("actors.ties_note"),), is_quiet=True), tables.ties(dataset, found)]
    else:
        blocks.append(Paragraph((t("actors.no_ties"),)))
    blocks += _turns(found)
    blocks.append(Paragraph((t("actors.not_told"),), is_quiet=True))
    return _section("over_time", *blocks)


def _turns(found: ActorProfile) -> tuple[Block, ...]:
    """The events that tell of the group itself, the oldest first: who gathers, joins, leaves, begins or stops, agrees."""
    events = [event for event in found.events if event["sub_event_type"] in TURNS]
    if not events:
        return ()
    lines = tuple(event_line(event) for event in ordered(events, "oldest"))
    return (
        Section(t("actors.turns", count=len(lines)), (Points(lines),), level=4, is_folded=len(lines) > FIRST_EVENTS),
    )


# --- events and claims --------------------------------------------------------------------


def _events(dataset: Dataset, found: ActorProfile) -> Section:
    """By month and grade, by province, the newest of them, and the ways to all."""
    actor_id, count = found.actor["actor_id"], len(found.events)
    if not count:
        return _section("events", Paragraph((t("actors.no_events"),)))
    name, days = actor_in_full(dataset, actor_id), span_in_words(dataset.first_day, dataset.last_day)
    note = t("actors.events_note", count=count, actor=name, days=days, version=dataset.version)
    table = months_table(found.by_month, t("actors.months_table", actor=name), "events")
    says = t("actors.months_alt", actor=name, count=count, days=days)
    query = {"days": "record", "actor": actor_id, "branch": None, "event": None}
    ways: list[Part] = [events_way(dataset, actor_id, t("actors.all_events")), t("list.dot")]
    if found.sub_groups:
        ways[1:1] = [t("list.dot"), Link(t("actors.alone_events"), "events", query)]
    on_map = Link(t("actors.on_map"), "", {"actor": actor_id, "window": "all", "event": None})
    newest = ordered(list(found.events), "newest")[:FIRST_EVENTS]
    return _section(
        "events",
        Figure(months(found.by_month), says, (note,), table=table),
        tally_line(dataset, found.events, query),
        events_table(dataset, newest, t("actors.newest", count=len(newest))),
        Paragraph((*ways, on_map)),
    )


def _claims(dataset: Dataset, found: ActorProfile) -> Section:
    """The control claims that name it, over time and as a table."""
    if not found.claims:
        return _section("claims", Paragraph((t("actors.no_claims"),)))
    name = actor_in_full(dataset, found.actor["actor_id"])
    days = [day for one in found.claims for day in (one.claim["valid_from"], one.end) if day]
    last = min(dataset.last_day, add_days(max(days), AFTER_LAST_CLAIM))
    span = span_in_words(dataset.first_day, last)
    note = t("actors.claims_note", count=len(found.claims), actor=name, days=span, version=dataset.version)
    says = t("actors.claims_alt", count=len(found.claims), actor=name, days=span)
    table = tables.claims(dataset, found.claims, t("actors.claims_table", actor=name))
    return _section("claims", Figure(claim_strips(dataset, found.claims, last), says, (note,), table=table))


def _areas(dataset: Dataset, found: ActorProfile) -> Section:
    """What is its own as assessed, by span of days; by province where that is much."""
    if not found.held:
        return _section("areas", Paragraph((t("actors.no_areas"),)))
    name = actor_name(dataset, found.actor["actor_id"])
    is_many = len(found.held) > MANY_AREAS
    note = t(f"actors.areas_note.{'provinces' if is_many else 'areas'}", actor=name, day=plain_date(dataset.last_day))
    make = tables.provinces if is_many else tables.districts
    return _section(
        "areas", Paragraph((note,), is_quiet=True), make(dataset, found.held, t("actors.areas_table", actor=name))
    )


def _presence(dataset: Dataset, found: ActorProfile) -> Section:
    if not found.presence:
        return _section("presence", Paragraph((t("actors.no_presence"),)))
    name = actor_name(dataset, found.actor["actor_id"])
    return _section("presence", tables.presence(dataset, found, t("actors.presence_table", actor=name)))


def _near(dataset: Dataset, found: ActorProfile) -> Section:
    """The sources that are marked as near it: what they tell is the side's own word."""
    if not found.near:
        return _section("near", Paragraph((t("actors.no_near"),)))
    note = Paragraph((t("actors.near_note", count=len(found.near)),), is_quiet=True)
    boxes = tuple(block for source in found.near for block in source_blocks(dataset, source))
    return Section(
        t("actors.section.near"), (note, Box(boxes)), anchor="near", is_folded=len(found.near) > tables.FIRST
    )


def _section(anchor: str, *blocks: Block) -> Section:
    return Section(t(f"actors.section.{anchor}"), blocks, anchor=anchor)
