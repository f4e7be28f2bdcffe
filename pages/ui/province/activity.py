"""What happened in a province and who held it, on its page."""

from __future__ import annotations

from geo.control.timeline import Timeline
from geo.queries.province import control_strips
from geo.queries.province_types import Profile
from geo.reading.province_activity import activity_section, control_section, districts_section
from pages.ui import content
from pages.ui.server.snapshot import cached


def show(timeline: Timeline, found: Profile) -> None:
    """Activity by month, kind and actor; districts; control over time."""
    dataset = timeline.dataset
    what = (found["province"]["admin1"], found["start"], found["end"])
    strips = cached(dataset, ("strips", *what), lambda: control_strips(timeline, *what))
    sections = (activity_section(dataset, found), districts_section(dataset, found))
    content.show(dataset, *sections, control_section(dataset, found, strips))
