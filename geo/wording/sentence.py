"""The day in words, built from the states of the day and nothing else; as `geo/browser/web/wording/sentence.js` has it."""

from __future__ import annotations

from collections.abc import Sequence

from geo.control.both_sides import DISAGREED
from geo.control.denied import Denied, denied_at
from geo.control.groups import SPOKEN, Group, groups_at, told_in
from geo.control.rules import UNDECIDED
from geo.control.timeline import Timeline
from geo.record.load import Dataset
from geo.style.areas import BASE_CONTROLLER
from geo.wording.dates import plain_date
from geo.wording.language import name_of
from geo.wording.lists import in_turn, listed
from geo.wording.text import t
from geo.wording.words import actor_name


def day_sentence(timeline: Timeline, day: str, perspective: str = "assessed") -> str:
    """'At the end of 5 September 2021 the Taliban held …', as the perspective has it.

    Raises
    ------
    ValueError
        For a day before the period or an unknown perspective.
    """
    groups = groups_at(timeline, day, perspective)
    spoken = spoken_words(timeline.dataset, groups, perspective)
    silent = [group for group in groups if told_in(perspective, group.state) not in SPOKEN]
    denied = [denied_words(timeline.dataset, claim) for claim in denied_at(timeline, day, perspective)]
    lead = _lead(timeline, day, perspective, groups)
    rest = [group_words(timeline.dataset, group) for group in silent]
    if perspective == "assessed":
        return spelled_out(in_turn([lead, *rest, *denied]))
    view = t(f"sentence.view.{perspective}", day=plain_date(day))
    return spelled_out(in_turn([view, *spoken, lead, *rest, *denied]))


def held_at(timeline: Timeline, groups: Sequence[Group], perspective: str) -> tuple[int, int]:
    """Of how many districts no party of the view speaks, and how many of them the base is known to hold."""
    spoken = sum(len(g.area_ids) for g in groups if told_in(perspective, g.state) in SPOKEN)
    apart = sum(len(g.area_ids) for g in groups)
    return len(timeline.districts) - spoken, len(timeline.districts) - apart


def spelled_out(text: str) -> str:
    """A text in which the NRF has its full name where it first stands."""
    return text.replace(t("spell.nrf.short"), t("spell.nrf.full"), 1)


def actor_in_text(dataset: Dataset, actor_id: str) -> str:
    """The actor's name in a sentence: 'the NRF'."""
    name = t(f"the_actor.{actor_id}")
    return actor_name(dataset, actor_id) if name.startswith("the_actor.") else name


def actor_at_first(dataset: Dataset, actor_id: str) -> str:
    """The actor's name where a sentence begins: 'The NRF'."""
    name = t(f"first_actor.{actor_id}")
    return actor_name(dataset, actor_id) if name.startswith("first_actor.") else name


def _lead(timeline: Timeline, day: str, perspective: str, groups: Sequence[Group]) -> str:
    """How many districts the base holds; in a party's view those of which it says nothing."""
    silent, held = held_at(timeline, groups, perspective)
    total = len(timeline.districts)
    values = {"day": plain_date(day), "holder": actor_in_text(timeline.dataset, BASE_CONTROLLER)}
    if perspective == "assessed":
        return t("sentence.lead_all" if held == total else "sentence.lead", held=held, all=total, **values)
    key = "silent_all" if silent == total else "silent" if silent else "none_silent"
    return t(f"sentence.count.{key}_{perspective}", count=silent, held=held, all=total, **values)


def spoken_words(dataset: Dataset, groups: Sequence[Group], perspective: str) -> list[str]:
    """What the parties of a view say themselves; under 'both' with who of them speaks."""
    found: list[str] = []
    for party in SPOKEN:
        own = [group_words(dataset, group) for group in groups if told_in(perspective, group.state) == party]
        if own and perspective == "both":
            found.append(t(f"sentence.speaks.{party}"))
        found += own
    return found


def group_words(dataset: Dataset, group: Group) -> str:
    """Who holds districts that are alike: 'The NRF held Rukha and Dara in Panjshir (reported).'."""
    state, area = group.state, _area_of(dataset, group)
    holder = actor_in_text(dataset, state.controller)
    if state.status == UNDECIDED:
        return t("sentence.undecided", area=area)
    if state.status == DISAGREED:
        other = actor_in_text(dataset, state.disputed[0].controller)
        return t(f"sentence.disagreed.{state.told_by}", area=area, one=holder, other=other)
    how = "claimed" if state.told_by not in SPOKEN and state.basis == "claimed" else "assessed"
    sure = t(f"sure.{state.certainty}")
    return t(
        f"sentence.{state.status}.{how}",
        area=area,
        holder=holder,
        Holder=actor_at_first(dataset, state.controller),
        sure=sure,
    )


def denied_words(dataset: Dataset, claim: Denied) -> str:
    """What somebody claims and others contradict."""
    speaker = "self" if claim.claimant == claim.controller else "other"
    names = {**dataset.by_id("districts"), **dataset.by_id("places")}
    area = area_words(dataset, claim.admin1, [name_of(names[a]) for a in claim.area_ids], claim.whole)
    holder = actor_in_text(dataset, claim.controller)
    who = t(f"claimant.{claim.claimant}")
    return t(f"sentence.denied.{speaker}_{claim.status}", who=who, holder=holder, area=area)


def _area_of(dataset: Dataset, group: Group) -> str:
    names = [name_of(dataset.by_id("districts")[admin2_id]) for admin2_id in group.area_ids]
    return area_words(dataset, group.admin1, names, group.whole)


def area_words(dataset: Dataset, admin1: str, names: Sequence[str], whole: bool) -> str:
    """'all of Panjshir', or 'Rukha, Dara and Paryan (Panjshir)': every one is named."""
    province = name_of(dataset.by_id("provinces")[admin1])
    if whole:
        return t("sentence.whole", province=province)
    if len(names) == 1:
        return t("sentence.some", names=names[0], province=province)
    return t("sentence.some_and", names=listed(names[:-1]), last=names[-1], province=province)
