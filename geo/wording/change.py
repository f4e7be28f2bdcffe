"""Which way districts changed, in words; as `geo/browser/web/compare/direction.js` has it."""

from __future__ import annotations

from geo.change_style import CHANGE_SIGNS
from geo.control.both_sides import DISAGREED
from geo.control.direction import DIFFERS, ENDED, GAINED, Direction
from geo.control.rules import Holding
from geo.record.load import Dataset
from geo.wording.text import t
from geo.wording.words import actor_name


def change_words(dataset: Dataset, way: Direction, before: Holding | None, after: Holding | None) -> str:
    """'Taliban gained, NRF lost'; of two views what each says."""
    if way.kind == DIFFERS:
        return t("change.differs", before=holding_in_words(dataset, before), after=holding_in_words(dataset, after))
    if way.kind == ENDED:
        return t("change.ended", side=holding_in_words(dataset, Holding(way.side, way.status)))
    names = {"side": actor_name(dataset, way.side), "other": actor_name(dataset, way.other) if way.other else ""}
    if way.status == DISAGREED:
        return t(f"change.disagreed.{way.kind}", **names)
    return t("change.gained_first" if way.kind == GAINED and not way.other else f"change.{way.kind}", **names)


def change_tag(dataset: Dataset, way: Direction) -> str:
    """The sign of a change on a map: '+T' where the Taliban gained."""
    kind, side = way.tag
    if kind == ENDED and side is None:
        return CHANGE_SIGNS[kind] + CHANGE_SIGNS["contested"]
    return CHANGE_SIGNS[kind] + (actor_name(dataset, side)[:1].upper() if side else "")


def holding_in_words(dataset: Dataset, holding: Holding | None) -> str:
    """'Taliban, control'."""
    if holding is None or holding.controller == "unknown":
        return t("state.unknown")
    return f"{actor_name(dataset, holding.controller)}, {t(f'status.{holding.status}')}"
