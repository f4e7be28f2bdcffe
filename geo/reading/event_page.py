"""The record of one event: what is told, who says what, sources, and what else is told of the same place and days."""

from __future__ import annotations

from geo.queries.neighbours import NEAR_DAYS, Neighbour, neighbours
from geo.reading.content import Beside, Block, Box, Facts, Link, Paragraph, Parts, Points, Section, Strong
from geo.reading.event_list import event_way
from geo.reading.source_lines import source_box
from geo.record.load import Dataset
from geo.record.records import Claim, Event
from geo.wording.dates import plain_date, span_in_words
from geo.wording.event_line import event_line as event_line_of
from geo.wording.language import FIRST, language
from geo.wording.lists import listed
from geo.wording.text import t
from geo.wording.words import (
    actor_in_full,
    actor_name,
    loss_in_words,
    origins_in_words,
    place_in_words,
    sides_in_words,
    speaker_in_words,
)

MAX_NEIGHBOURS = 12


def event_blocks(dataset: Dataset, event: Event) -> tuple[Block, ...]:
    """The whole record of an event below its title."""
    told = () if language() == FIRST else (Paragraph((event_line_of(dataset, event),)),)
    blocks: list[Block] = [
        *told,
        Paragraph((event["summary"],)),
        _grade(event),
        Paragraph((origins_in_words(dataset, event),)),
    ]
    if event["notes"]:
        blocks.append(Paragraph((Strong(t("events.notes")), " ", event["notes"])))
    return (
        Beside((tuple(blocks), (Box((Facts(_facts(dataset, event)),)),))),
        _claims(dataset, event),
        Section(
            t("events.sources", count=len(event["source_ids"])),
            (source_box(dataset, event["source_ids"]),),
            anchor="sources",
        ),
        _others(dataset, event),
    )


def _grade(event: Event) -> Paragraph:
    grade = event["verification"]
    by = (" ", t("card.verified_by", who=event["verified_by"])) if event["verified_by"] else ()
    lead = Strong(t("events.graded", grade=t(f"verification.{grade}")))
    return Paragraph((lead, " ", t(f"verification.{grade}.meaning"), *by))


def _facts(dataset: Dataset, event: Event) -> tuple[tuple[str, Parts], ...]:
    rows = {
        "when": t(
            "events.told_how",
            what=span_in_words(event["date_start"], event["date_end"]),
            how=t(f"date.{event['date_precision']}"),
        ),
        "where": t("events.told_how", what=place_in_words(dataset, event), how=t(f"where.{event['where_precision']}")),
        "spellings": listed(event["place_aliases"]),
        "type": t(
            "events.kind",
            kind=t(f"type.{event['event_type']}"),
            sub_kind=t(f"subtype.{event['sub_event_type']}"),
        ),
        "sides": _sides(dataset, event),
        "civilians": t("events.civilians_yes") if event["civilians_targeted"] else "",
        "reported": plain_date(event["reported_on"]) if event["reported_on"] else t("events.not_told"),
        "history": _history(event),
        "id": _record_number(event),
    }
    told: dict[str, Parts] = {key: (value,) for key, value in rows.items() if value}
    return tuple((t(f"events.fact.{key}"), parts) for key, parts in (told | _who(dataset, event)).items())


def _who(dataset: Dataset, event: Event) -> dict[str, Parts]:
    """The ways to the pages of those on either side; none where nobody is named."""
    actors = dict.fromkeys((*event["side_a"], *event["side_b"]))
    ways = [Link(actor_name(dataset, one), "actors", {"actor": one, "event": None}) for one in actors]
    parts = tuple(part for way in ways for part in (t("list.between"), way))[1:]
    return {"who": parts} if parts else {}


def _sides(dataset: Dataset, event: Event) -> str:
    return sides_in_words(event, lambda actor: actor_in_full(dataset, actor))


def _record_number(event: Event) -> str:
    if event["sensitivity"] != "generalised":
        return event["event_id"]
    return t("events.told_how", what=event["event_id"], how=t("events.generalised"))


def _history(event: Event) -> str:
    recorded = plain_date(event["recorded_on"])
    if not event["revised_on"]:
        return t("events.history", recorded=recorded)
    return t("events.history_revised", recorded=recorded, revised=plain_date(event["revised_on"]))


# --- claims -------------------------------------------------------------------------------


def _claims(dataset: Dataset, event: Event) -> Section:
    """Those who affirm on the left; those who deny or tell nothing on the right."""
    affirming = [claim for claim in event["claims"] if claim["stance"] == "affirms"]
    others = [claim for claim in event["claims"] if claim["stance"] != "affirms"]
    columns = (
        _claim_column(dataset, affirming, t("events.affirm"), t("events.affirm_none")),
        _claim_column(dataset, others, t("events.deny"), t("events.deny_none")),
    )
    remark = Paragraph((t("events.losses_note"),), is_quiet=True)
    return Section(t("events.claims"), (Beside(columns), remark), anchor="claims")


def _claim_column(dataset: Dataset, claims: list[Claim], title: str, nothing: str) -> tuple[Block, ...]:
    lead: list[Block] = [Paragraph((Strong(title),))]
    boxes = [_claim(dataset, claim) for claim in claims]
    return (*lead, *boxes) if boxes else (*lead, Paragraph((nothing,), is_quiet=True))


def _claim(dataset: Dataset, claim: Claim) -> Box:
    sources = dataset.by_id("sources")
    speaker = speaker_in_words(claim)
    about = [plain_date(claim["reported_on"])] if claim["reported_on"] else []
    about += [t(f"events.stance.{claim['stance']}")] if claim["stance"] != "affirms" else []
    head = Paragraph((Strong(speaker), *(part for one in about for part in (t("list.dot"), one))))
    losses = tuple((loss_in_words(dataset, loss),) for loss in claim["casualties"] or [])
    named = [
        Link(
            t("events.told_how", what=sources[s]["publisher"] or t("source.no_publisher"), how=s),
            "sources",
            {"source": s, "event": None},
        )
        for s in claim["source_ids"]
    ]
    parts: list[str | Link] = [t("events.rests_on"), " "]
    for place, link in enumerate(named):
        parts += [link] if place + 1 == len(named) else [link, t("list.series")]
    lists: tuple[Block, ...] = (Points(losses),) if losses else ()
    return Box((head, Paragraph((claim["says"],)), *lists, Paragraph(tuple(parts), is_quiet=True)))


# --- others -------------------------------------------------------------------------------


def _others(dataset: Dataset, event: Event) -> Beside:
    by_id = dataset.public_by_id
    related, near = [by_id[i] for i in event["related_ids"]], neighbours(dataset, event)
    first: list[Block] = [Points(tuple(event_line(other) for other in related))] if related else []
    near_lines = tuple(event_line(one.event, _nearness(one)) for one in near[:MAX_NEIGHBOURS])
    second: list[Block] = [Points(near_lines)] if near else []
    if len(near) > MAX_NEIGHBOURS:
        second.append(Paragraph((t("events.more_near", count=len(near) - MAX_NEIGHBOURS),), is_quiet=True))
    nothing = Paragraph((t("events.no_near", days=NEAR_DAYS),), is_quiet=True)
    return Beside(
        (
            (Section(t("events.related", count=len(related)), tuple(first) or (_none_named(),)),),
            (Section(t("events.near", count=len(near), days=NEAR_DAYS), tuple(second) or (nothing,)),),
        )
    )


def _none_named() -> Paragraph:
    return Paragraph((t("events.no_related"),), is_quiet=True)


def event_line(event: Event, remark: str = "") -> Parts:
    """A way to the record of an event, with its days, its grade and a remark."""
    about = [t(f"verification.{event['verification']}"), remark]
    days = span_in_words(event["date_start"], event["date_end"])
    remarks = (part for one in about if one for part in (t("list.dot"), one))
    return (days, t("list.dot"), event_way(event), *remarks)


def _nearness(neighbour: Neighbour) -> str:
    if not neighbour.days:
        return t("events.same_district") if neighbour.same_district else t("events.same_province")
    if neighbour.same_district:
        return t("events.near_district", count=neighbour.days)
    return t("events.near_province", count=neighbour.days)
