"""What a layer of activity or presence shows, in words; as `geo/browser/web/layers/sentence.js` has it."""

from __future__ import annotations

from collections import Counter

from geo.address.view import ViewState
from geo.control.timeline import Timeline, window_start
from geo.queries.layers.activity_map import Activity, activity_at, before_span
from geo.queries.layers.presence_map import PresenceMap, outdated, presence_on
from geo.record.schema import SOURCE_KINDS, VERIFICATIONS
from geo.style.layers import LAYERS
from geo.wording import layer_words as words
from geo.wording.dates import plain_date
from geo.wording.lists import in_turn, listed, series
from geo.wording.seen import definition_words, known_words
from geo.wording.sentence import actor_in_text, day_sentence
from geo.wording.text import t


def view_sentence(timeline: Timeline, view: ViewState) -> str:
    """What the map of a view shows, in words, whichever layer it is; by which definition, and by which day that was known."""
    first = window_start(view.date, view.window, timeline.dataset.first_day)
    return in_turn(
        [
            _by_definition(timeline, view),
            _layer_sentence(timeline, view),
            known_words(timeline.dataset, first, view.date),
        ]
    )


def _by_definition(timeline: Timeline, view: ViewState) -> str:
    return definition_words(timeline.definition) if view.layer == LAYERS[0] else ""


def _layer_sentence(timeline: Timeline, view: ViewState) -> str:
    if view.layer == "activity":
        return activity_sentence(timeline, view, activity_at(timeline, view))
    if view.layer == "presence":
        return presence_sentence(timeline, view, presence_on(timeline, view))
    return day_sentence(timeline, view.date, view.perspective)


def activity_sentence(timeline: Timeline, view: ViewState, activity: Activity) -> str:
    """How many events, which filters, where, against the window before, and who tells of them."""
    dataset, count = timeline.dataset, len(activity.events)
    span = {"first": plain_date(activity.first), "last": plain_date(activity.last), "count": count}
    types = words.types_in_words(view)
    filters, coarse = words.other_filters(dataset, view), sum(activity.provinces.values())
    parts = [
        t("layers.lead.types", types=types, **span) if view.type else t("layers.lead.armed", **span),
        filters and t("layers.filtered", filters=filters),
        activity.totals and t("layers.provinces", list=words.items(dataset, activity.totals)),
        coarse and t("layers.coarse", count=coarse),
        activity.nowhere and t("layers.nowhere", count=activity.nowhere),
        "" if count else t("layers.none"),
        activity.silent_days and t("layers.silent", silent=activity.silent_days, days=activity.days),
        comparison(timeline, view, activity),
        count and t("layers.grades", list=_grades(activity)),
        count and t("layers.kinds", list=_kinds(timeline, activity)),
    ]
    return in_turn(part for part in parts if isinstance(part, str))


def comparison(timeline: Timeline, view: ViewState, activity: Activity) -> str:
    """What the window before had; or why nothing is compared."""
    if activity.before is not None:
        return t("layers.before", days=activity.days, count=activity.count_before)
    span = before_span(timeline, view)
    return t("layers.no_comparison.silence" if span else "layers.no_comparison.record")


def presence_sentence(timeline: Timeline, view: ViewState, presence: PresenceMap) -> str:
    """Whose presence, what is counted, who is named by how many, where it is contradicted, and who speaks."""
    dataset = timeline.dataset
    actors = listed(actor_in_text(dataset, actor) for actor in presence.actors)
    level = t(f"layers.level.{view.presence}")
    named = {p: presence.named(p) for p in presence.voices if presence.named(p)}
    denied = {p for p in presence.voices if presence.denied(p)}
    spoken = series(t("layers.voice_count", name=name, count=n) for name, n in words.speakers(presence))
    old = series(words.list_in_words(*one) for one in outdated(timeline, view))
    parts = [
        t("layers.presence.lead", actors=actors, day=plain_date(view.date), level=level),
        named and t("layers.presence.named", list=words.items(dataset, named)),
        denied & named.keys() and t("layers.presence.contradicted", list=words.names(dataset, denied & named.keys())),
        denied - named.keys() and t("layers.presence.absent", list=words.names(dataset, denied - named.keys())),
        "" if presence.voices else t("layers.presence.none"),
        spoken and t("layers.presence.voices", list=spoken),
        old and t("layers.presence.outdated", list=old),
    ]
    return in_turn(part for part in parts if isinstance(part, str))


def _grades(activity: Activity) -> str:
    """'verified 2, claimed 31': how many events have each grade."""
    counts = Counter(event["verification"] for event in activity.events)
    found = [(grade, counts[grade]) for grade in VERIFICATIONS if counts[grade]]
    return listed(t("layers.item", name=t(f"verification.{grade}"), count=count) for grade, count in found)


def _kinds(timeline: Timeline, activity: Activity) -> str:
    """'Afghan media 24, a party's own 11': how many events name each kind of source."""
    sources = timeline.dataset.by_id("sources")
    counts = Counter(kind for e in activity.events for kind in {sources[s]["kind"] for s in e["source_ids"]})
    ordered = sorted(counts.items(), key=lambda item: (-item[1], SOURCE_KINDS.index(item[0])))
    return listed(t("layers.item", name=t(f"kind.{kind}"), count=count) for kind, count in ordered)
