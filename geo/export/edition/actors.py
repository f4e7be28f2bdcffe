"""The pages of actors: all of them as a tree, and one each."""

from __future__ import annotations

from geo.export.edition.frame import Edition, framed
from geo.export.edition.records import intro
from geo.queries.actors import actor_profile
from geo.reading.actors.page import actor_blocks
from geo.reading.actors.tree import tree_blocks
from geo.wording.text import t
from geo.wording.words import actor_in_full


def actor_index(edition: Edition, file: str) -> str:
    """All actors as a tree."""
    body = [intro(t("actors.intro")), edition.html(file, *tree_blocks(edition.dataset))]
    return framed(edition, file, t("actors.title"), body, about=t("actors.intro"))


def actor_page(edition: Edition, actor_id: str, file: str) -> str:
    """Everything that the record holds of an actor."""
    blocks = actor_blocks(edition.dataset, actor_profile(edition.timeline, actor_id))
    return framed(edition, file, actor_in_full(edition.dataset, actor_id), [edition.html(file, *blocks)])
