"""What differs between the two sides of Compare, in a sentence; plain text."""

from __future__ import annotations

from collections.abc import Iterable

from geo.address.compare import Sides
from geo.address.view import ViewState
from geo.control.difference import Difference
from geo.control.timeline import Timeline
from geo.queries.layers.difference import activity_difference, presence_difference
from geo.style.layers import LAYERS
from geo.wording.dates import in_words, plain_date, solar_hijri
from geo.wording.text import t

CONTROL, ACTIVITY, _ = LAYERS


def sides_sentences(timeline: Timeline, view: ViewState, found: Difference) -> tuple[str, ...]:
    """What differs on the layer of a view, where that is not control; then what differs in control."""
    layer = _layer_sentence(timeline, view, found.sides)
    return tuple(filter(None, (layer, control_sentence(found))))


def side_in_words(sides: Sides, key: str) -> str:
    """What one of two maps shows: 'A: 20 August 2021 · 29 Asad 1400 · Assessed'."""
    side = sides.a if key == "a" else sides.b
    perspective = t(f"perspective.{side.perspective}")
    day, solar = in_words(side.day), solar_hijri(side.day)
    return t("sides.map_of", side=key.upper(), day=day, solar=solar, perspective=perspective)


def control_sentence(found: Difference) -> str:
    """What differs in who holds what, and how many events lie between."""
    a, b = found.sides.a, found.sides.b
    names = {
        "a": plain_date(a.day),
        "b": plain_date(b.day),
        "pa": t(f"perspective.{a.perspective}"),
        "pb": t(f"perspective.{b.perspective}"),
        "count": len(found.districts),
        "km2": f"{sum(area.area_km2 for area in found.areas):,.0f}",
        "events": len(found.events),
    }
    kind = "days" if a.perspective == b.perspective else "views"
    kind = "both" if kind == "views" and a.day != b.day else kind
    differs = "differ" if found.districts else "same"
    return f"{t(f'sides.{kind}.{differs}', **names)} {t(f'sides.events.{kind}', **names)}"


def _layer_sentence(timeline: Timeline, view: ViewState, sides: Sides) -> str:
    if view.layer == CONTROL:
        return ""
    days = {"a": plain_date(sides.a.day), "b": plain_date(sides.b.day)}
    if view.layer == ACTIVITY:
        found = activity_difference(timeline, view, sides.a.day, sides.b.day)
        if not found.is_comparable:
            return t("sides.activity.silence", **days)
        return t("sides.activity.differ", **days, **_ways(row.more for row in found.rows if row.admin1))
    rows = presence_difference(timeline, view, sides.a.day, sides.b.day)
    return t("sides.presence.differ", **days, **_ways(row.more for row in rows))


def _ways(differences: Iterable[int]) -> dict[str, int]:
    """In how many provinces it is more, fewer, as many."""
    every = list(differences)
    more, fewer = (sum(way * one > 0 for one in every) for way in (1, -1))
    return {"more": more, "fewer": fewer, "same": len(every) - more - fewer}
