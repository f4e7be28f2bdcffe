"""What differs between two states of the map: districts, areas, events between."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any

from geo.address.compare import Sides
from geo.control.direction import CONTESTED, ENDED, GAINED, Direction, between_views, direction
from geo.control.intervals import who_holds
from geo.control.rules import Holding, State
from geo.control.timeline import Timeline
from geo.record.records import District
from geo.record.spans import add_days


@dataclass(frozen=True)
class DistrictChange:
    """A district that is held otherwise; None where no claim says anything."""

    admin2_id: str
    name: str
    admin1: str
    before: Holding | None
    after: Holding | None
    area_km2: float
    claim_ids: tuple[str, ...]
    direction: Direction


@dataclass(frozen=True)
class AreaChange:
    """All districts that went from one holding to another, the same way."""

    before: Holding | None
    after: Holding | None
    direction: Direction
    districts: int = 0
    area_km2: float = 0.0


@dataclass(frozen=True)
class SideSums:
    """Of how many districts one side gained or lost the hold, had it contested, or is no longer reported."""

    side: str
    gained: int = 0
    lost: int = 0
    contested: int = 0
    ended: int = 0


@dataclass(frozen=True)
class Difference:
    """What differs from side `a` to side `b`.

    Areas are sorted by size, largest first; districts by id. Events are ids of the public ones whose days touch the
    span between the two days.
    """

    sides: Sides
    dataset: str
    areas: tuple[AreaChange, ...]
    districts: tuple[DistrictChange, ...]
    events: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The same as plain data, holdings in words: 'nrf (control)', 'unknown' for none."""
        return {
            "first": self.sides.a.day,
            "second": self.sides.b.day,
            "perspective": self.sides.a.perspective,
            "second_perspective": self.sides.b.perspective,
            "dataset": self.dataset,
            "sides": [asdict(one) for one in by_side(self)],
            "areas": [_in_words(area) for area in self.areas],
            "districts": [_in_words(district) for district in self.districts],
            "events": list(self.events),
        }


def difference(timeline: Timeline, sides: Sides) -> Difference:
    """What differs from side `a` to side `b`."""
    records = timeline.dataset.by_id("districts")
    before = timeline.states_at(sides.a.day, sides.a.perspective)
    after = timeline.states_at(sides.b.day, sides.b.perspective)
    apart = [d for d in sorted(before) if who_holds(before[d].state) != who_holds(after[d].state)]
    runs_out = _run_out(timeline, sides, apart)
    districts = [_change(records[d], before[d].state, after[d].state, _way(sides, d in runs_out)) for d in apart]
    start, end = sorted((sides.a.day, sides.b.day))
    events = tuple(event["event_id"] for event in timeline.events_between(start, end))
    return Difference(sides, timeline.dataset.version, _areas(districts), tuple(districts), events)


def by_side(found: Difference) -> tuple[SideSums, ...]:
    """What each side gained and lost; nothing between two views. Most districts first."""
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for way in (row.direction for row in found.districts):
        if way.kind == GAINED and way.other:
            sums[way.other]["lost"] += 1
        if way.kind in (GAINED, CONTESTED, ENDED):
            sums[way.side][way.kind] += 1
    ordered = sorted(sums.items(), key=lambda item: (-item[1].total(), item[0]))
    return tuple(SideSums(side, **counts) for side, counts in ordered)


def holding_words(holding: Holding | None) -> str:
    """'nrf (control)'; 'unknown' where no claim says anything."""
    return str(holding) if holding else "unknown"


#: The direction from one holding to another.
Way = Callable[[Holding | None, Holding | None], Direction]


def _way(sides: Sides, runs_out: bool) -> Way:
    """The direction between two sides: in the order of time, whichever is first; none between two views."""
    if sides.a.perspective != sides.b.perspective:
        return between_views
    if sides.a.day > sides.b.day:
        return lambda a, b: direction(b, a, runs_out)
    return lambda a, b: direction(a, b, runs_out)


def _run_out(timeline: Timeline, sides: Sides, districts: list[str]) -> set[str]:
    """The districts whose later state only begins because the one before is no longer reported."""
    if sides.a.perspective != sides.b.perspective:
        return set()
    first, last = sorted((sides.a.day, sides.b.day))
    changes = timeline.changes(add_days(first, 1), last, sides.a.perspective, districts)
    return {area_id for area_id, change in {c.area_id: c for c in changes}.items() if change.runs_out}


def _change(record: District, before: State | None, after: State | None, way: Way) -> DistrictChange:
    return DistrictChange(
        admin2_id=record["admin2_id"],
        name=record["name_en"],
        admin1=record["admin1"],
        before=who_holds(before),
        after=who_holds(after),
        area_km2=record["area_km2"],
        claim_ids=after.claim_ids if after else (),
        direction=way(who_holds(before), who_holds(after)),
    )


def _areas(districts: list[DistrictChange]) -> tuple[AreaChange, ...]:
    sums: dict[tuple[Holding | None, Holding | None, Direction], AreaChange] = {}
    for row in districts:
        key = (row.before, row.after, row.direction)
        total = sums.get(key, AreaChange(*key))
        area_km2 = round(total.area_km2 + row.area_km2, 1)
        sums[key] = replace(total, districts=total.districts + 1, area_km2=area_km2)
    return tuple(sorted(sums.values(), key=lambda area: -area.area_km2))


def _in_words(change: AreaChange | DistrictChange) -> dict[str, Any]:
    words = {
        "before": holding_words(change.before),
        "after": holding_words(change.after),
        "direction": asdict(change.direction),
    }
    return {name: list(v) if isinstance(v, tuple) else v for name, v in (vars(change) | words).items()}
