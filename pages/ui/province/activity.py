"""What happened in a province and who held it, on its page; made once for all readers."""

from __future__ import annotations

from typing import Any

from geo.control.timeline import Timeline
from geo.queries.province import control_strips
from geo.reading import province_activity
from geo.reading.content import Section
from pages.ui import content
from pages.ui.server.snapshot import cached

Profile = dict[str, Any]


def show(timeline: Timeline, found: Profile) -> None:
    """Activity by month, kind and actor; districts; control over time."""
    what = (found["province"]["admin1"], found["start"], found["end"])
    key = ("province_activity", *what, found["perspective"])
    content.show(timeline.dataset, *cached(timeline.dataset, key, lambda: _sections(timeline, found)))


def _sections(timeline: Timeline, found: Profile) -> tuple[Section, ...]:
    dataset = timeline.dataset
    strips = control_strips(timeline, found["province"]["admin1"], found["start"], found["end"])
    return (
        province_activity.activity_section(dataset, found),
        province_activity.districts_section(dataset, found),
        province_activity.control_section(dataset, found, strips),
    )
