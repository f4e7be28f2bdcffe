"""All actors as a tree: kinds, the actors of each, and below an actor those that are told as part of it."""

from __future__ import annotations

from geo.address.actor_tree import below, of_kind, sub_groups
from geo.queries.actors import event_counts
from geo.reading.content import Block, Link, Paragraph, Part, Parts, Points, Section
from geo.record.load import Dataset
from geo.record.schema import ACTOR_KINDS
from geo.wording.pages.actor_words import kind_name
from geo.wording.text import t
from geo.wording.words import actor_in_full


def tree_blocks(dataset: Dataset) -> tuple[Block, ...]:
    """One section a kind that has an actor, with ways to each actor's page and to the events of all."""
    told = Paragraph(
        (t("actors.tree_note", count=len(dataset.by_id("actors")), version=dataset.version),), is_quiet=True
    )
    return (told, *(_kind(dataset, kind) for kind in ACTOR_KINDS if of_kind(dataset, kind)))


def actor_way(dataset: Dataset, actor_id: str) -> Link:
    """The way to an actor's page."""
    return Link(actor_in_full(dataset, actor_id), "actors", {"actor": actor_id})


def events_way(dataset: Dataset, branch: str, label: str) -> Link:
    """The way to the events of a branch: of a kind or an actor with all below it."""
    alone = below(dataset, branch) == (branch,)
    asked = {"actor": branch, "branch": None} if alone else {"branch": branch, "actor": None}
    return Link(label, "events", {"days": "record", "event": None, **asked})


def _kind(dataset: Dataset, kind: str) -> Section:
    counts = event_counts(dataset)
    lines: list[Parts] = []
    for actor_id in of_kind(dataset, kind):
        lines.append(_line(dataset, actor_id, counts[actor_id]))
        lines += [_below(dataset, actor_id, one, counts[one]) for one in sub_groups(dataset, actor_id)]
    actors = set(below(dataset, kind))
    found = sum(bool(actors & {*event["side_a"], *event["side_b"]}) for event in dataset.public_events)
    every = events_way(dataset, kind, t("actors.kind_events", count=found))
    return Section(kind_name(kind), (Points(tuple(lines)), Paragraph((every,), is_quiet=True)), anchor=kind)


def _line(dataset: Dataset, actor_id: str, count: int) -> Parts:
    told: Part = events_way(dataset, actor_id, t("events.count", count=count)) if count else t("provinces.no_record")
    return (actor_way(dataset, actor_id), t("list.dot"), told)


def _below(dataset: Dataset, parent: str, actor_id: str, count: int) -> Parts:
    part = t("actors.below", name=actor_in_full(dataset, parent))
    return (part, t("list.colon"), *_line(dataset, actor_id, count))
