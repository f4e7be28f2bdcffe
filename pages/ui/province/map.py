"""The map of all provinces on which one is chosen, on its page."""

from __future__ import annotations

from geo.address.province import ProvinceQuery
from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.reading.charts.count_maps import province_map, provinces_of
from geo.reading.provinces.activity import overview_figure
from geo.reading.provinces.overview import actors_in_words
from geo.wording.dates import span_in_words
from pages.ui import content
from pages.ui.province import overview
from pages.ui.server.snapshot import cached


def show(timeline: Timeline, view: ViewState, requested: ProvinceQuery) -> None:
    """The map; its provinces are links."""
    dataset, actors = timeline.dataset, overview.actors_of(timeline.dataset, view, requested)
    counts = {row["admin1"]: row["activity"] for row in overview.figures(timeline, requested, "assessed", actors)}
    days, actor = span_in_words(requested.start, requested.end), actors_in_words(dataset, actors, requested.branch)
    provinces = cached(dataset, ("provinces_on_map",), lambda: provinces_of(dataset))
    drawn = province_map(dataset, provinces, counts, view.province)
    content.show(dataset, overview_figure(dataset, drawn, counts, days, actor))
