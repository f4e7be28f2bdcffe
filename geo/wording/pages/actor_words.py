"""Actors in words: their kinds, what is between two of them, a branch of their tree with all below it."""

from __future__ import annotations

from geo.address.actor_tree import below, of_kind
from geo.queries.actors import Tie
from geo.record.load import Dataset
from geo.record.records import Role
from geo.wording.dates import plain_date
from geo.wording.lists import listed
from geo.wording.text import t
from geo.wording.words import actor_in_full, actor_name


def kind_name(kind: str) -> str:
    """'Fronts against the Taliban'."""
    return t(f"actors.kind.{kind}")


def branch_name(dataset: Dataset, branch: str) -> str:
    """The name of a kind, or of an actor; with how many actors it holds."""
    name = kind_name(branch) if of_kind(dataset, branch) else actor_in_full(dataset, branch)
    return t("branch.name", name=name, count=len(below(dataset, branch)))


def branch_in_words(dataset: Dataset, branch: str) -> str:
    """'Taliban with all below (2 actors): Taliban, Uzbek Taliban dissidents'; nothing where no branch is asked for."""
    if not branch:
        return ""
    actors = below(dataset, branch)
    name = kind_name(branch) if of_kind(dataset, branch) else actor_in_full(dataset, branch)
    named = listed(actor_name(dataset, actor) for actor in actors)
    return t("branch.told", name=name, count=len(actors), actors=named)


def tie_in_words(dataset: Dataset, tie: Tie) -> str:
    """'Iran: support for NRF': what is said to be between two actors."""
    names = {"a": actor_name(dataset, tie.actor_id), "b": actor_name(dataset, tie.other_id)}
    return t(f"actors.tie.{tie.tie['relation']}", **names)


def days_in_words(start: str | None, end: str | None) -> str:
    """'17 August 2021 – 6 September 2021', 'since 6 May 2022', 'until 15 August 2021', or that the record does not say."""
    if start and end:
        return t("locale.span.years", first=plain_date(start), last=plain_date(end))
    if start:
        return t("actors.since", day=plain_date(start))
    return t("actors.until", day=plain_date(end)) if end else t("actors.no_days")


def role_in_words(role: Role) -> str:
    """A role with its days."""
    return t("words.labelled", label=days_in_words(role["valid_from"], role["valid_to"]), told=role["role"])
