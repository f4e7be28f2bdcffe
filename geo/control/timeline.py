"""The record over time: states on a day, changes, events between days, differences of two days."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from geo.address.keys import DEFINITIONS
from geo.control.both_sides import PARTIES, both_say
from geo.control.endings import runs_out
from geo.control.intervals import Interval, interval_at, intervals_of, who_holds
from geo.control.rules import State, Territory, territory
from geo.record.load import Dataset
from geo.record.records import Event, Presence
from geo.record.schema import BOTH, PERSPECTIVES, VIEW_PERSPECTIVES
from geo.record.spans import add_days

EVERYTHING = "all"
#: Days whose states are kept: a page asks for those of one day many times.
MAX_KEPT_DAYS = 64


@dataclass(frozen=True)
class Change:
    """An area that changed hands or status: the last state before, the first after."""

    day: str
    area_id: str
    before: State | None
    after: State | None
    #: Nobody says or does anything that ends the state before: it is only no longer reported.
    runs_out: bool = False


@dataclass(frozen=True)
class Share:
    """How much of a province one controller holds."""

    controller: str
    area_km2: float
    area_pct: float
    districts: int
    contested_districts: int


class Timeline:
    """All states of all areas under each perspective, worked out once per data set."""

    #: By which definition its states are (`geo.control.definitions`).
    definition = DEFINITIONS[0]

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.claims: Territory = territory(dataset)
        self.districts = tuple(dataset.by_id("districts"))
        self.districts_by_province = Counter(district["admin1"] for district in dataset.records("districts"))
        self.places = tuple(sorted(set(self.claims.by_area) - set(self.districts)))
        self._intervals: dict[tuple[str, str], tuple[Interval, ...]] = {}
        self._states: dict[tuple[str, str], dict[str, Interval]] = {}

    def intervals(self, area_id: str, perspective: str = "assessed") -> tuple[Interval, ...]:
        """The states of a district or place in order of time, without gaps between them.

        Under 'both' a district on which the parties name different holders has a state 'disagreed' that names them;
        places have no state then.
        """
        key = (area_id, perspective)
        if key not in self._intervals:
            self._intervals[key] = self._spans(area_id, perspective)
        return self._intervals[key]

    def _spans(self, area_id: str, perspective: str) -> tuple[Interval, ...]:
        if perspective != BOTH:
            return intervals_of(self.claims, area_id, perspective)
        if area_id in self.places:  # too small to show two words at once: drawn in each party's own view only
            return ()
        one, other = (self.intervals(area_id, party) for party in PARTIES)
        return both_say(one, other)

    def turning_days(self, area_ids: Iterable[str], perspective: str = "assessed") -> list[str]:
        """The days on which a state of some areas begins, in order."""
        return sorted({span.start for area_id in area_ids for span in self.intervals(area_id, perspective)})

    def interval_at(self, area_id: str, day: str, perspective: str = "assessed") -> Interval | None:
        """The span in which a day lies; None before the first claim about the area."""
        return interval_at(self.intervals(area_id, perspective), day)

    def states_at(self, day: str, perspective: str = "assessed") -> dict[str, Interval]:
        """The interval of every district on a day, by district id; all 398 are in it.

        Raises
        ------
        ValueError
            When the day lies before the period, or the perspective is unknown.
        """
        if day < self.dataset.first_day:
            raise ValueError(f"{day} is before the period, which begins on {self.dataset.first_day}")
        _known(perspective, VIEW_PERSPECTIVES)
        key = (day, perspective)
        kept = self._states.get(key)
        if kept is None:
            found = {d: self.interval_at(d, day, perspective) for d in self.districts}
            kept = {d: interval or Interval(day, None, None, day) for d, interval in found.items()}
            if len(self._states) >= MAX_KEPT_DAYS:
                self._states.clear()
            self._states[key] = kept
        return dict(kept)

    def shares_at(self, day: str, perspective: str = "assessed") -> dict[str, list[Share]]:
        """The share of each controller in each province on a day, largest first.

        Raises
        ------
        ValueError
            As `states_at`; also under 'both', where a disagreed district can be counted for neither.
        """
        _known(perspective, PERSPECTIVES)
        districts = self.dataset.by_id("districts")
        areas: dict[str, dict[str, list[tuple[float, bool]]]] = defaultdict(lambda: defaultdict(list))
        for admin2_id, interval in self.states_at(day, perspective).items():
            controller = interval.state.controller if interval.state else "unknown"
            contested = bool(interval.state and interval.state.status == "contested")
            record = districts[admin2_id]
            areas[record["admin1"]][controller].append((record["area_km2"], contested))
        return {admin1: _shares(areas[admin1]) for admin1 in sorted(areas)}

    def changes(
        self, start: str, end: str, perspective: str = "assessed", areas: Iterable[str] | None = None
    ) -> list[Change]:
        """The areas that changed controller or status from `start` to `end` (both included).

        Sorted by day, then area. What held on the first day of the period is no change. A state that is only no longer
        reported is told as such (`runs_out`): an end of knowledge, and no change of hands.
        """
        found = []
        for area_id in self.districts if areas is None else areas:
            spans = self.intervals(area_id, perspective)
            for before, after in pairwise(spans):
                held, holds = who_holds(before.state), who_holds(after.state)
                if start <= after.start <= end and held != holds:
                    ended = self._runs_out(area_id, after.start, perspective)
                    found.append(Change(after.start, area_id, before.state, after.state, ended))
        return sorted(found, key=lambda change: (change.day, change.area_id))

    def _runs_out(self, area_id: str, day: str, perspective: str) -> bool:
        """Whether the state of an area that ends on a day is only no longer reported, by every party that turns then."""
        if perspective == BOTH:
            turned = [party for party in PARTIES if self._turns(area_id, day, party)]
            return bool(turned) and all(self._runs_out(area_id, day, party) for party in turned)
        before, after = (self._state(area_id, at, perspective) for at in (add_days(day, -1), day))
        if before is None or after is None:
            return False
        return runs_out(self.claims, self.dataset.public_events, area_id, day, before, after)

    def _turns(self, area_id: str, day: str, perspective: str) -> bool:
        before, after = (self._state(area_id, at, perspective) for at in (add_days(day, -1), day))
        return who_holds(before) != who_holds(after)

    def _state(self, area_id: str, day: str, perspective: str) -> State | None:
        interval = self.interval_at(area_id, day, perspective)
        return interval.state if interval else None

    def diff(self, first: str, second: str, perspective: str = "assessed") -> list[Change]:
        """The districts whose controller or status differs between two days, sorted by id."""
        before = self.states_at(first, perspective)
        after = self.states_at(second, perspective)
        return [
            Change(second, d, before[d].state, after[d].state)
            for d in sorted(before)
            if who_holds(before[d].state) != who_holds(after[d].state)
        ]

    def events_between(
        self,
        start: str,
        end: str,
        *,
        province: str | None = None,
        actor: str | None = None,
        verification: str | None = None,
    ) -> list[Event]:
        """The public events whose span touches the days from `start` to `end`, by first day, then id."""
        found = [
            event
            for event in self.dataset.public_events
            if event["date_start"] <= end
            and event["date_end"] >= start
            and (province is None or event["admin1"] == province)
            and (actor is None or actor in event["side_a"] + event["side_b"])
            and (verification is None or event["verification"] == verification)
        ]
        return sorted(found, key=lambda event: (event["date_start"], event["event_id"]))

    def presence_at(self, day: str) -> list[Presence]:
        """The last list of each claimant on or before a day: its rows, by claimant, list, province."""
        rows = [row for row in self.dataset.records("presence") if row["as_of"] <= day]
        last: dict[tuple[str, str], str] = {}
        for row in rows:
            key = (row["claimant"], row["actor_id"])
            last[key] = max(last.get(key, ""), row["as_of"])
        kept = [row for row in rows if row["as_of"] == last[row["claimant"], row["actor_id"]]]
        return sorted(kept, key=lambda row: (row["claimant"], row["list_id"], row["admin1"]))


def window_start(day: str, window: str, first_day: str) -> str:
    """The first day of the trailing window of `window` days that ends on `day`; none lies before the record's first."""
    return first_day if window == EVERYTHING else max(add_days(day, 1 - int(window)), first_day)


def _known(perspective: str, allowed: Sequence[str]) -> None:
    if perspective not in allowed:
        raise ValueError(f"perspective {perspective!r} is not one of {', '.join(allowed)}")


def _shares(by_controller: dict[str, list[tuple[float, bool]]]) -> list[Share]:
    total = sum(area for group in by_controller.values() for area, _ in group)
    shares = [
        Share(
            controller=controller,
            area_km2=round(sum(area for area, _ in group), 1),
            area_pct=round(100 * sum(area for area, _ in group) / total, 2),
            districts=len(group),
            contested_districts=sum(contested for _, contested in group),
        )
        for controller, group in by_controller.items()
    ]
    return sorted(shares, key=lambda share: (-share.area_km2, share.controller))
