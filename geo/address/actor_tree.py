"""The tree of actors: kinds, the actors of each, and below an actor those that the record tells as part of it."""

from __future__ import annotations

from collections.abc import Collection

from geo.record.load import Dataset
from geo.record.schema import ACTOR_KINDS

PART_OF = "part_of"


def sub_groups(dataset: Dataset, actor_id: str) -> tuple[str, ...]:
    """The actors that any relation of the record tells as part of an actor, whenever that was, by id."""
    return tuple(
        one["actor_id"]
        for one in dataset.records("actors")
        if any(tie["relation"] == PART_OF and tie["actor_id"] == actor_id for tie in one["relations"])
    )


def of_kind(dataset: Dataset, kind: str) -> tuple[str, ...]:
    """The actors of a kind, by id."""
    return tuple(one["actor_id"] for one in dataset.records("actors") if one["kind"] == kind)


def branches(dataset: Dataset) -> Collection[str]:
    """What can be asked for with all below it: each kind that has an actor, then each actor."""
    kinds = [kind for kind in ACTOR_KINDS if of_kind(dataset, kind)]
    return tuple(dict.fromkeys([*kinds, *dataset.by_id("actors")]))


def below(dataset: Dataset, branch: str) -> tuple[str, ...]:
    """A branch's actors: of a kind all of it, of an actor itself; each with all its sub-groups, down to the last.

    A word that is both a kind and an actor ('civilians') is the kind, which holds the actor.
    """
    waiting = list(of_kind(dataset, branch) or ([branch] if branch in dataset.by_id("actors") else []))
    found: dict[str, None] = {}
    while waiting:
        actor_id = waiting.pop(0)
        if actor_id not in found:
            found[actor_id] = None
            waiting += sub_groups(dataset, actor_id)
    return tuple(found)
