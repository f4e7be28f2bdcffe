"""The rows of the legend of activity and presence as plain data; as `geo/browser/web/layers/legend_rows.js` has them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.queries.layers.activity_map import Activity
from geo.queries.layers.plan import LayerPlan, Shade
from geo.queries.layers.presence_map import PresenceMap, outdated
from geo.style.layers import ACTIVITY_STEPS, PRESENCE_STEPS
from geo.wording import layer_words as words
from geo.wording.layer_sentence import comparison
from geo.wording.text import in_digits, t


@dataclass(frozen=True)
class LayerKey:
    """A row: what is drawn (a district or a province in a step, or lines; None for words alone), words, a number."""

    text: str
    number: str = ""
    of: str = ""
    shade: Shade | None = None


def activity_rows(timeline: Timeline, view: ViewState, activity: Activity, plan: LayerPlan) -> list[LayerKey]:
    """Steps of districts, steps of provinces, what is known less well, what is not on the map."""
    ranges = words.steps_in_words(ACTIVITY_STEPS)
    districts = Counter(plan.districts.values())
    provinces = Counter(shade.step for shade in plan.provinces.values() if shade.step >= 0)
    rows = [
        LayerKey(t("layers.row.district", range=text), in_digits(districts[step]), "district", Shade(step))
        for step, text in enumerate(ranges)
        if districts[step]
    ]
    rows += [
        LayerKey(t("layers.row.province", range=text), in_digits(provinces[step]), "province", Shade(step))
        for step, text in enumerate(ranges)
        if provinces[step]
    ]
    blank = len(timeline.dataset.by_id("provinces")) - provinces.total()
    silent = sum(shade.lines == "silence" for shade in plan.provinces.values())
    coarse = sum(activity.provinces.values())
    if coarse:
        rows.append(LayerKey(t("layers.row.coarse"), in_digits(coarse), "province", Shade(-1, "coarse")))
    if silent:
        rows.append(LayerKey(t("layers.row.silence"), in_digits(silent), "province", Shade(-1, "silence")))
    elif blank:
        rows.append(LayerKey(t("layers.row.blank"), in_digits(blank), "province", Shade()))
    if activity.nowhere:
        rows.append(LayerKey(t("layers.row.nowhere"), in_digits(activity.nowhere)))
    if activity.before is None:
        return [*rows, LayerKey(comparison(timeline, view, activity))]
    return [*rows, LayerKey(t("layers.caption.change", days=activity.days))]


def presence_rows(timeline: Timeline, view: ViewState, presence: PresenceMap, plan: LayerPlan) -> list[LayerKey]:
    """By how many provinces are named, where that is contradicted, who speaks, and which lists are too old."""
    counts = Counter(shade.step for shade in plan.provinces.values() if shade.step >= 0)
    rows = [
        LayerKey(t("layers.row.named", range=text), in_digits(counts[step]), "province", Shade(step))
        for step, text in enumerate(words.steps_in_words(PRESENCE_STEPS))
        if counts[step]
    ]
    for lines in ("contradicted", "absent"):
        found = sum(shade.lines == lines for shade in plan.provinces.values())
        if found:
            rows.append(LayerKey(t(f"layers.row.{lines}"), in_digits(found), "province", Shade(-1, lines)))
    blank = len(timeline.dataset.by_id("provinces")) - len(plan.provinces)
    if blank:
        rows.append(LayerKey(t("layers.row.unnamed"), in_digits(blank), "province", Shade()))
    rows += [LayerKey(name, in_digits(count)) for name, count in words.speakers(presence)]
    return rows + [
        LayerKey(t("layers.row.outdated", voice=words.list_in_words(*one))) for one in outdated(timeline, view)
    ]
