"""What differs between two states of the map: districts, areas, events between."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from geo.address.compare import Sides
from geo.control.intervals import who_holds
from geo.control.rules import Holding, State
from geo.control.timeline import Timeline
from geo.record.records import District


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


@dataclass(frozen=True)
class AreaChange:
    """All districts that went from one holding to another."""

    before: Holding | None
    after: Holding | None
    districts: int = 0
    area_km2: float = 0.0


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
            "areas": [_in_words(area) for area in self.areas],
            "districts": [_in_words(district) for district in self.districts],
            "events": list(self.events),
        }


def difference(timeline: Timeline, sides: Sides) -> Difference:
    """What differs from side `a` to side `b`."""
    records = timeline.dataset.by_id("districts")
    before = timeline.states_at(sides.a.day, sides.a.perspective)
    after = timeline.states_at(sides.b.day, sides.b.perspective)
    districts = [
        _change(records[d], before[d].state, after[d].state)
        for d in sorted(before)
        if who_holds(before[d].state) != who_holds(after[d].state)
    ]
    start, end = sorted((sides.a.day, sides.b.day))
    events = tuple(event["event_id"] for event in timeline.events_between(start, end))
    return Difference(sides, timeline.dataset.version, _areas(districts), tuple(districts), events)


def holding_words(holding: Holding | None) -> str:
    """'nrf (control)'; 'unknown' where no claim says anything."""
    return str(holding) if holding else "unknown"


def _change(record: District, before: State | None, after: State | None) -> DistrictChange:
    return DistrictChange(
        admin2_id=record["admin2_id"],
        name=record["name_en"],
        admin1=record["admin1"],
        before=who_holds(before),
        after=who_holds(after),
        area_km2=record["area_km2"],
        claim_ids=after.claim_ids if after else (),
    )


def _areas(districts: list[DistrictChange]) -> tuple[AreaChange, ...]:
    sums: dict[tuple[Holding | None, Holding | None], AreaChange] = {}
    for row in districts:
        key = (row.before, row.after)
        total = sums.get(key, AreaChange(*key))
        area_km2 = round(total.area_km2 + row.area_km2, 1)
        sums[key] = replace(total, districts=total.districts + 1, area_km2=area_km2)
    return tuple(sorted(sums.values(), key=lambda area: -area.area_km2))


def _in_words(change: AreaChange | DistrictChange) -> dict[str, Any]:
    words = {"before": holding_words(change.before), "after": holding_words(change.after)}
    return {name: list(v) if isinstance(v, tuple) else v for name, v in (vars(change) | words).items()}
