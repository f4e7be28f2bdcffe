"""A district, a named place or a province on a day in one sentence: who held it, who says so, how sure, since when.

As `geo/browser/web/wording/place.js` has it.
"""

from __future__ import annotations

from geo.control.both_sides import DISAGREED, PARTIES
from geo.control.denied import Denied, denied_at
from geo.control.edges import begun_by
from geo.control.groups import SPOKEN, Group, groups_at, told_in
from geo.control.intervals import Interval
from geo.control.rules import HOLDING, UNDECIDED, State
from geo.control.timeline import Timeline
from geo.record.schema import BOTH
from geo.style.areas import BASE_CONTROLLER
from geo.wording.dates import plain_date
from geo.wording.language import name_of
from geo.wording.lists import in_turn, listed
from geo.wording.sentence import (
    actor_in_text,
    area_words,
    denied_words,
    group_words,
    spelled_out,
    spoken_words,
)
from geo.wording.text import t


def place_sentence(timeline: Timeline, area_id: str, day: str, perspective: str = "assessed") -> str:
    """'At the end of 5 September 2021 Rukha in Panjshir was contested, …', as the perspective has it.

    Parameters
    ----------
    area_id : a district, a place of which a claim speaks, or a province.

    Raises
    ------
    ValueError
        For a day before the period or an unknown perspective.
    """
    if area_id in timeline.dataset.by_id("provinces"):
        return _province_sentence(timeline, area_id, day, perspective)
    view = (
        "assessed" if perspective == BOTH and area_id in timeline.places else perspective
    )  # they have no state of both
    span = timeline.interval_at(area_id, day, view)
    return spelled_out(in_turn(_area_parts(timeline, area_id, day, view, span)))


def _area_parts(timeline: Timeline, area_id: str, day: str, view: str, span: Interval | None) -> list[str]:
    """What is said of a district or place, whole message by whole message."""
    record = ({**timeline.dataset.by_id("districts"), **timeline.dataset.by_id("places")})[area_id]
    area = area_words(timeline.dataset, record["admin1"], [name_of(record)], whole=False)
    state = span.state if span else None
    if not span or not state:
        return [t("place.none", day=plain_date(day), area=area)]
    speaker = told_in(view, state)
    parts = [_held(timeline, state, span.since, day, area, view)]
    if latest := begun_by(timeline.dataset.by_id("control_claims"), state, span.since):
        parts.append(t("edge.since", first=plain_date(span.since), last=plain_date(latest)))
    if speaker == "assessed":
        parts.append(t(f"place.silent.{view}"))
    elif view == BOTH and speaker != "own" and state.status != DISAGREED:
        parts.append(t(f"place.alone.{speaker}"))
    if state.status in HOLDING and day > state.last_confirmed:
        parts.append(t("place.last_confirmed", day=plain_date(state.last_confirmed)))
    spoken = [d for d in state.disputed if d.certainty == "D" and d.claimant != view] if view != BOTH else []
    for claimant, controller, status in dict.fromkeys((d.claimant, d.controller, d.status) for d in spoken):
        parts.append(
            denied_words(timeline.dataset, Denied(record["admin1"], claimant, controller, status, (area_id,), False))
        )
    return parts


def _held(timeline: Timeline, state: State, since: str, day: str, area: str, view: str) -> str:
    """Who held an area, according to whom, how sure and since when."""
    dataset = timeline.dataset
    holder = actor_in_text(dataset, state.controller)
    values = {"day": plain_date(day), "area": area, "since": plain_date(since)}
    if state.status == DISAGREED:
        other = actor_in_text(dataset, state.disputed[0].controller)
        return t(f"place.disagreed.{state.told_by}", one=holder, other=other, **values)
    if state.status not in HOLDING:
        return t("place.undecided" if state.status == UNDECIDED else "place.unknown", **values)
    who = listed(t(f"claimant.{claimant}") for claimant in _deciding(timeline, state, view))
    how = "claimed" if state.told_by not in SPOKEN and state.basis == "claimed" else "assessed"
    sure = t(f"sure.{state.certainty}")
    return t(f"place.{state.status}.{how}", holder=holder, who=who, sure=sure, **values)


def _deciding(timeline: Timeline, state: State, view: str) -> list[str]:
    """Whose claim decides a state; where both parties say it, both."""
    claims = timeline.dataset.by_id("control_claims")
    claimants = [claims[claim_id]["claimant"] for claim_id in state.claim_ids]
    if view == BOTH and state.told_by == "own":
        return list(dict.fromkeys(claimant for claimant in claimants if claimant in PARTIES))
    return claimants[:1]


def _province_sentence(timeline: Timeline, admin1: str, day: str, perspective: str) -> str:
    dataset = timeline.dataset
    groups = [group for group in groups_at(timeline, day, perspective) if group.admin1 == admin1]
    silent = [group for group in groups if told_in(perspective, group.state) not in SPOKEN]
    denied = [denied_words(dataset, c) for c in denied_at(timeline, day, perspective) if c.admin1 == admin1]
    parts = [_lead(timeline, admin1, day, perspective, groups), *(group_words(dataset, g) for g in silent), *denied]
    if perspective != "assessed":
        view = t(f"sentence.view.{perspective}", day=plain_date(day))
        parts = [view, *spoken_words(dataset, groups, perspective), *parts]
    return spelled_out(in_turn(parts))


def _lead(timeline: Timeline, admin1: str, day: str, perspective: str, groups: list[Group]) -> str:
    """How many districts of a province the base holds; in a party's view those of which it says nothing."""
    dataset = timeline.dataset
    total = sum(district["admin1"] == admin1 for district in dataset.by_id("districts").values())
    spoken = sum(len(g.area_ids) for g in groups if told_in(perspective, g.state) in SPOKEN)
    held = total - sum(len(g.area_ids) for g in groups)
    values = {
        "day": plain_date(day),
        "holder": actor_in_text(dataset, BASE_CONTROLLER),
        "province": name_of(dataset.by_id("provinces")[admin1]),
        "count": total - spoken,
        "held": held,
        "all": total,
    }
    if perspective == "assessed":
        key = "all" if held == total else "some" if held else "none"
        return t(f"place.lead.{key}", **values)
    key = "silent_all" if not spoken else "silent" if total > spoken else "none_silent"
    return t(f"place.count.{key}_{perspective}", **values)
