"""The hard cases of the method as small maps, on its page; made once for all readers."""

from __future__ import annotations

from geo.control.timeline import Timeline
from geo.reading.hard_cases import case_blocks
from pages.ui import content
from pages.ui.server.snapshot import cached


def show(timeline: Timeline) -> None:
    """Each case: its name, a map for each perspective, and a way to the map page."""
    content.show(timeline.dataset, *cached(timeline.dataset, ("cases",), lambda: case_blocks(timeline)))
