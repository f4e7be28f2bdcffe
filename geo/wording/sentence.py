"""The day in words, built from the states of the day and nothing else; as `geo/browser/web/engine/sentence.js` has it."""

from __future__ import annotations

from geo.control.both_sides import DISAGREED
from geo.control.groups import Group, groups_at
from geo.control.timeline import Timeline
from geo.record.load import Dataset
from geo.style import BASE_CONTROLLER, MAX_NAMES
from geo.wording.dates import plain_date
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
    total = len(timeline.districts)
    apart = sum(len(group.area_ids) for group in groups)
    lead = t(
        "sentence.lead" if apart else "sentence.lead_all",
        day=plain_date(day),
        holder=actor_in_text(timeline.dataset, BASE_CONTROLLER),
        held=total - apart,
        all=total,
    )
    view = "" if perspective == "assessed" else f"{t(f'sentence.view.{perspective}')} "
    return spelled_out(view + " ".join([lead, *(_group_words(timeline.dataset, group) for group in groups)]))


def spelled_out(text: str) -> str:
    """A text in which the NRF has its full name where it first stands."""
    return text.replace(t("spell.nrf.short"), t("spell.nrf.full"), 1)


def actor_in_text(dataset: Dataset, actor_id: str) -> str:
    """The actor's name in a sentence: 'the NRF'."""
    name = t(f"the_actor.{actor_id}")
    return actor_name(dataset, actor_id) if name.startswith("the_actor.") else name


def _group_words(dataset: Dataset, group: Group) -> str:
    state, area = group.state, _area_words(dataset, group)
    holder = actor_in_text(dataset, state.controller)
    if state.status == DISAGREED:
        return t(
            "sentence.disagreed", area=area, one=holder, other=actor_in_text(dataset, state.disputed[0].controller)
        )
    how = "own" if state.told_by == "own" else "claimed" if state.basis == "claimed" else "assessed"
    return t(f"sentence.{state.status}.{how}", area=area, holder=holder, Holder=holder[:1].upper() + holder[1:])


def _area_words(dataset: Dataset, group: Group) -> str:
    province = dataset.by_id("provinces")[group.admin1]["name_en"]
    if group.whole:
        return t("sentence.whole", province=province)
    names = [dataset.by_id("districts")[admin2_id]["name_en"] for admin2_id in group.area_ids]
    more = len(names) - MAX_NAMES
    key = "sentence.some_more" if more > 0 else "sentence.some"
    return t(key, names=", ".join(names[:MAX_NAMES]), more=more, province=province)
