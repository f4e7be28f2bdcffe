"""What a layer of activity or presence shows at two days, side by side, province by province."""

from __future__ import annotations

from dataclasses import dataclass, replace

from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.queries.layers.activity_map import Activity, activity_at
from geo.queries.layers.presence_map import PresenceMap, Voice, presence_on


@dataclass(frozen=True)
class CountRow:
    """The events of a province (None: those without one) in the two windows."""

    admin1: str | None
    before: int
    after: int

    @property
    def more(self) -> int:
        """How many more the second window has; less than nothing where it has fewer."""
        return self.after - self.before


@dataclass(frozen=True)
class VoiceRow:
    """Who speaks of a province at the two days."""

    admin1: str
    before: tuple[Voice, ...]
    after: tuple[Voice, ...]

    @property
    def more(self) -> int:
        """How many more name the province as one of presence at the second day."""
        before, after = (sum(voice.present for voice in voices) for voices in (self.before, self.after))
        return after - before


@dataclass(frozen=True)
class ActivityDifference:
    """The windows that end on two days, and their provinces: where the counts differ most comes first."""

    before: Activity
    after: Activity
    rows: tuple[CountRow, ...]

    @property
    def is_comparable(self) -> bool:
        """Whether a difference says anything: silence is not 'few'."""
        return not self.before.silent_days and not self.after.silent_days


def activity_difference(timeline: Timeline, view: ViewState, day: str, other: str) -> ActivityDifference:
    """The events of a view's filters in the windows that end on one day and on another.

    Provinces without an event in both are left out.
    """
    before, after = (activity_at(timeline, replace(view, date=date)) for date in (day, other))
    names = timeline.dataset.by_id("provinces")
    rows = [
        CountRow(admin1, before.totals.get(admin1, 0), after.totals.get(admin1, 0))
        for admin1 in sorted({*before.totals, *after.totals}, key=lambda admin1: names[admin1]["name_en"])
    ]
    if before.nowhere or after.nowhere:
        rows.append(CountRow(None, before.nowhere, after.nowhere))
    return ActivityDifference(before, after, tuple(sorted(rows, key=lambda row: -abs(row.more))))


def presence_difference(timeline: Timeline, view: ViewState, day: str, other: str) -> tuple[VoiceRow, ...]:
    """Who names which province at one day and at another, as strictly as a view asks; where most differs comes first."""
    before, after = (presence_on(timeline, replace(view, date=date)) for date in (day, other))
    names = timeline.dataset.by_id("provinces")
    found = sorted({*before.voices, *after.voices}, key=lambda admin1: names[admin1]["name_en"])
    rows = [VoiceRow(admin1, _voices(before, admin1), _voices(after, admin1)) for admin1 in found]
    return tuple(sorted(rows, key=lambda row: (-abs(row.more), row.before == row.after)))


def _voices(presence: PresenceMap, admin1: str) -> tuple[Voice, ...]:
    return presence.voices.get(admin1, ())
