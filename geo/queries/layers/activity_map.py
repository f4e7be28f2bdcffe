"""Where events of a window lie: by district where that is known, else by province; beside the window before.

In the browser: `geo/browser/web/layers/activity.js`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geo.address.view import ViewState
from geo.control.timeline import EVERYTHING, Timeline, window_start
from geo.queries.activity import ARMED_TYPES
from geo.queries.coverage import coverage
from geo.queries.find import filter_events
from geo.queries.tally import counts_by_province
from geo.record.months import month_end
from geo.record.records import Event
from geo.record.schema import COUNTRY
from geo.record.spans import add_days, clipped, days_between

#: The least exact place that is still a district.
DISTRICT_PRECISION = 3


@dataclass(frozen=True)
class Activity:
    """The events of a window by place: those known to their district, those known to their province only, the others."""

    first: str
    last: str
    events: tuple[Event, ...]
    districts: Mapping[str, int]
    provinces: Mapping[str, int]
    nowhere: int
    #: All events of each province: those of its districts too.
    totals: Mapping[str, int]
    #: The same of the window before; None where the two can't be compared.
    before: Mapping[str, int] | None
    #: All of it that the window before had, those without a province too.
    count_before: int
    #: Provinces of which the record has nothing before the window.
    fresh: frozenset[str]
    #: How many days of the window lie in months without a record of armed opposition activity.
    silent_days: int

    @property
    def days(self) -> int:
        """How many days the window has."""
        return days_between(self.first, self.last) + 1

    def change(self, admin1: str) -> str:
        """'more', 'fewer', 'same' or 'first' against the window before; '' where that can't be said."""
        if self.before is None:
            return ""
        now, then = self.totals.get(admin1, 0), self.before.get(admin1, 0)
        if now and not then and admin1 in self.fresh:
            return "first"
        return "more" if now > then else "fewer" if now < then else "same"


def activity_at(timeline: Timeline, view: ViewState) -> Activity:
    """The activity of a view's window, of the events that its filters let through.

    Battles and explosions, unless the view chooses types. A record of several happenings counts once.
    """
    dataset, last = timeline.dataset, view.date
    first = window_start(last, view.window, dataset.first_day)
    every = _counted(timeline, view)
    events = _within(every, first, last)
    known, coarse = _by_place(events)
    span = before_span(timeline, view)
    silent = _silent_days(timeline, first, last)
    comparable = span is not None and not silent and not _silent_days(timeline, *span)
    earlier = _within(every, *span) if span and comparable else []
    seen = {event["admin1"] for event in every if event["date_start"] < first}
    totals = counts_by_province(events)
    return Activity(
        first=first,
        last=last,
        events=tuple(events),
        districts=known,
        provinces=coarse,
        nowhere=sum(event["admin1"] is None for event in events),
        totals=totals,
        before=counts_by_province(earlier) if comparable else None,
        count_before=len(earlier),
        fresh=frozenset(totals.keys() - seen),
        silent_days=silent,
    )


def before_span(timeline: Timeline, view: ViewState) -> tuple[str, str] | None:
    """First and last day of the window before a view's; None where it does not lie whole in the record."""
    if view.window == EVERYTHING:
        return None
    days = int(view.window)
    before = add_days(view.date, 1 - 2 * days)
    return (before, add_days(before, days - 1)) if before >= timeline.dataset.first_day else None


def is_counted(event: Event, types: str | None) -> bool:
    """Whether the layer counts an event that the filters let through: in the country, armed unless types are chosen."""
    return event["country"] == COUNTRY and (bool(types) or event["event_type"] in ARMED_TYPES)


def silent_spans(timeline: Timeline) -> tuple[tuple[str, str], ...]:
    """First and last day of each month without a single event of armed opposition activity."""
    return timeline.dataset.cached("silent spans", lambda: _silent_spans(timeline))


def _silent_spans(timeline: Timeline) -> tuple[tuple[str, str], ...]:
    first, last = timeline.dataset.first_day, timeline.dataset.last_day
    months = [month for quarter in coverage(timeline) for month in quarter.silent_months]
    return tuple(clipped(f"{month}-01", month_end(month), first, last) for month in months)


def _counted(timeline: Timeline, view: ViewState) -> list[Event]:
    found = filter_events(timeline.dataset.public_events, view, timeline.dataset)
    return [event for event in found if is_counted(event, view.type)]


def _within(events: Iterable[Event], first: str, last: str) -> list[Event]:
    return [event for event in events if event["date_start"] <= last and event["date_end"] >= first]


def _by_place(events: Iterable[Event]) -> tuple[Counter[str], Counter[str]]:
    """Counts by district of what is known so well, by province of what else has one."""
    known: Counter[str] = Counter()
    coarse: Counter[str] = Counter()
    for event in events:
        if event["admin2_id"] and event["where_precision"] <= DISTRICT_PRECISION:
            known[event["admin2_id"]] += 1
        elif event["admin1"]:
            coarse[event["admin1"]] += 1
    return known, coarse


def _silent_days(timeline: Timeline, first: str, last: str) -> int:
    spans = (clipped(*span, first, last) for span in silent_spans(timeline))
    return sum(days_between(start, end) + 1 for start, end in spans if start <= end)
