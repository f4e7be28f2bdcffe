"""The claims over territory: the list of all, and the record of one: whose word, about what, for which days, on which sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from geo.reading.content import (
    Block,
    Box,
    Cell,
    Column,
    Facts,
    Link,
    Paragraph,
    Part,
    Parts,
    Section,
    Strong,
    Table,
    text,
)
from geo.reading.event_list import event_way
from geo.reading.province_words import NOTHING
from geo.reading.source_lines import source_box
from geo.record.load import Dataset
from geo.record.records import ControlClaim
from geo.wording.dates import plain_date
from geo.wording.text import t
from geo.wording.words import actor_name, area_names, claim_in_words, speaker_in_words

COLUMNS = ("id", "area", "holder", "status", "from", "to", "claimant", "certainty")
#: Columns that a narrow screen can do without.
MINOR = ("to", "certainty")


def claims_table(dataset: Dataset, claims: Sequence[ControlClaim]) -> Table:
    """One row a claim, its number a way to its page."""
    columns = tuple(
        Column(t(f"claims.column.{key}"), is_minor=key in MINOR, is_unbroken=key == "id") for key in COLUMNS
    )
    return Table(columns, tuple(_row(dataset, claim) for claim in claims), t("claims.title"))


def claim_blocks(dataset: Dataset, claim: ControlClaim) -> tuple[Block, ...]:
    """The whole record of a claim below its title."""
    notes = (Paragraph((Strong(t("card.notes")), " ", claim["notes"])),) if claim["notes"] else ()
    about = Paragraph((t("sources.claim_by", who=speaker_in_words({**claim})),))
    sources = Section(
        t("events.sources", count=len(claim["source_ids"])), (source_box(dataset, claim["source_ids"]),), "sources"
    )
    return Paragraph((claim_in_words(dataset, claim),)), about, Box((Facts(_facts(dataset, claim)),)), *notes, sources


def claim_link(claim_id: str) -> Link:
    """The number of a claim as a way to its page."""
    return Link(claim_id, "claims", {"claim": claim_id, "event": None})


def first_day_way(dataset: Dataset, claim: ControlClaim) -> Link:
    """A way to the map on the first day of a claim, with the first of its areas chosen."""
    day = min(max(claim["valid_from"], dataset.first_day), dataset.last_day)
    key = {"district": "district", "place": "place", "province": "province"}.get(claim["area_type"])
    chosen = {key: claim["area_ids"][0]} if key else {}
    return Link(t("claims.on_map"), "", {"date": day, "event": None, **chosen})


def _row(dataset: Dataset, claim: ControlClaim) -> tuple[Cell, ...]:
    end = claim["valid_to"]
    return (
        Cell((claim_link(claim["claim_id"]),), claim["claim_id"]),
        text(area_names(dataset, claim["area_ids"])),
        text(actor_name(dataset, claim["controller"])),
        text(t(f"status.{claim['status']}")),
        text(plain_date(claim["valid_from"]), claim["valid_from"]),
        text(plain_date(end), end) if end else text(NOTHING),
        text(speaker_in_words({**claim})),
        text(claim["certainty"]),
    )


def _facts(dataset: Dataset, claim: ControlClaim) -> tuple[tuple[str, Parts], ...]:
    """Terms with what holds of each; what the record does not tell is left out."""
    rows: dict[str, Parts] = {
        "claimant": (speaker_in_words({**claim}),),
        "area": (area_names(dataset, claim["area_ids"]),),
        "holder": (actor_name(dataset, claim["controller"]),),
        **_grades(claim),
        "days": (_days(claim),),
        "exception": (claim["exception"] or "",),
        "supersedes": _apart(claim_link(one) for one in claim["supersedes"]),
        "events": _apart(event_way(dataset.public_by_id[i]) for i in claim["event_ids"] if i in dataset.public_by_id),
        "history": (_history(claim),),
        "id": (claim["claim_id"],),
    }
    return tuple((t(f"claims.fact.{key}"), parts) for key, parts in rows.items() if parts and parts[0])


def _grades(claim: ControlClaim) -> dict[str, Parts]:
    """How the area is held, on what basis and how sure it is, each with what that means."""
    status, basis, letter = claim["status"], claim["basis"], claim["certainty"]
    held = t("claims.with_meaning", name=t(f"status.{status}"), meaning=t(f"status.{status}.meaning"))
    based = t("claims.with_meaning", name=t(f"basis.{basis}"), meaning=t(f"basis.{basis}.meaning"))
    name, meaning = t(f"certainty.{letter}"), t(f"certainty.{letter}.meaning")
    sure = t("claims.certainty", letter=letter, name=name, meaning=meaning)
    return {"status": (held,), "basis": (based,), "certainty": (sure,)}


def _days(claim: ControlClaim) -> str:
    days = {"from": plain_date(claim["valid_from"]), "last": plain_date(claim["last_confirmed"])}
    if claim["valid_to"]:
        return t("card.claim_span", to=plain_date(claim["valid_to"]), **days)
    return t("card.claim_open", **days)


def _history(claim: ControlClaim) -> str:
    recorded = plain_date(claim["recorded_on"])
    if not claim["revised_on"]:
        return t("events.history", recorded=recorded)
    return t("events.history_revised", recorded=recorded, revised=plain_date(claim["revised_on"]))


def _apart(ways: Iterable[Link]) -> Parts:
    parts: list[Part] = []
    for way in ways:
        parts += [t("list.dot"), way] if parts else [way]
    return tuple(parts)
