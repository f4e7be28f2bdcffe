"""Which way districts changed, in words; as `geo/browser/web/changes/direction.js` has it."""

from __future__ import annotations

from collections.abc import Sequence

from geo.control.both_sides import DISAGREED
from geo.control.direction import CONTESTED, DIFFERS, ENDED, GAINED, SETTLED, Direction
from geo.control.rules import UNDECIDED, Holding
from geo.record.load import Dataset
from geo.style.changes import CHANGE_SIGNS
from geo.wording.lists import listed, series
from geo.wording.text import t
from geo.wording.words import actor_letter, actor_name, area_names

#: Words under a small map at most, and districts that are named there.
FEW, NAMED = 8, 2
#: A contest of words alone is told as such.
DISAGREED_KINDS = {CONTESTED: "disagreed", SETTLED: "agreed"}


def change_words(dataset: Dataset, way: Direction, before: Holding | None, after: Holding | None) -> str:
    """'Taliban gained, NRF lost'; of two views what each says."""
    if way.kind == DIFFERS:
        return t("change.differs", before=holding_in_words(dataset, before), after=holding_in_words(dataset, after))
    if told := _rule_words(dataset, before, after):
        return told
    if way.kind == ENDED:
        return t("change.ended", side=holding_in_words(dataset, Holding(way.side, way.status)))
    names = {"side": actor_name(dataset, way.side), "other": actor_name(dataset, way.other) if way.other else ""}
    if way.status == DISAGREED:
        return t(f"change.disagreed.{way.kind}", **names)
    return t("change.gained_first" if way.kind == GAINED and not way.other else f"change.{way.kind}", **names)


def _rule_words(dataset: Dataset, before: Holding | None, after: Holding | None) -> str:
    """Where a definition could say who held an area on one side of a change only; '' else."""
    if after and after.status == UNDECIDED:
        return t("change.undecided", side=holding_in_words(dataset, before))
    if before and before.status == UNDECIDED:
        return t("change.decided", side=holding_in_words(dataset, after))
    return ""


def change_tag(dataset: Dataset, way: Direction) -> str:
    """The sign of a change on a map: '+T' where the Taliban gained."""
    kind, side = way.tag
    if kind == ENDED and side is None:
        return CHANGE_SIGNS[kind] + CHANGE_SIGNS["contested"]
    return CHANGE_SIGNS[kind] + (actor_letter(dataset, side) if side else "")


def holding_in_words(dataset: Dataset, holding: Holding | None) -> str:
    """'Taliban, control'."""
    if holding and holding.status == UNDECIDED:
        return t("status.undecided")
    if holding is None or holding.controller == "unknown":
        return t("state.unknown")
    return t("state.held", holder=actor_name(dataset, holding.controller), status=t(f"status.{holding.status}"))


def state_in_words(dataset: Dataset, holding: Holding | None, *also: str) -> str:
    """'NRF, contested, claimed, unconfirmed, disputed': what a map says with grounds, zigzags and hatches.

    Parameters
    ----------
    also : 'claimed', 'partial', 'disputed', whichever holds.
    """
    return listed([holding_in_words(dataset, holding), *(t(f"method.legend.{step}") for step in also)])


def way_words(dataset: Dataset, way: Direction) -> str:
    """The words of a direction alone."""
    return change_words(dataset, way, None, None)


def few_words(dataset: Dataset, ways: Sequence[tuple[str, Direction]]) -> str:
    """What changed on a day in eight words at most; by district the way it went."""
    groups: dict[str, list[str]] = {}
    for area_id, way in ways:
        kind = way.kind if way.status != DISAGREED or way.kind == ENDED else DISAGREED_KINDS[way.kind]
        key = f"{kind} {way.side if kind == GAINED else ''}"
        groups.setdefault(key, []).append(area_id)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    for with_names in (True, False):
        told = series(_group_in_short(dataset, key, areas, with_names) for key, areas in ordered)
        if len(told.split()) <= FEW:
            return told
    key, areas = ordered[0]
    told = t("few.more", first=_group_in_short(dataset, key, areas, False), count=len(ways) - len(areas))
    return told if len(told.split()) <= FEW else t("few.districts", count=len(ways))


def _group_in_short(dataset: Dataset, key: str, area_ids: Sequence[str], with_names: bool) -> str:
    kind, _, side = key.partition(" ")
    named = with_names and len(area_ids) <= NAMED
    names = area_names(dataset, list(area_ids)) if named else t("few.count", count=len(area_ids))
    return t(f"few.{kind}", side=actor_name(dataset, side) if side else "", what=names)
