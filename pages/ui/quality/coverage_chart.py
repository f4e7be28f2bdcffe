"""Our events by quarter and the counts of others, on the quality page; made once for all readers."""

from __future__ import annotations

from geo.queries.coverage import Quarter
from geo.reading.coverage import coverage_blocks
from geo.record.load import Dataset
from pages.ui import content
from pages.ui.server.snapshot import cached


def show(dataset: Dataset, quarters: list[Quarter]) -> None:
    """The two charts over one axis of time, what they mean, and the tables behind them."""
    content.show(dataset, *cached(dataset, ("coverage_chart",), lambda: coverage_blocks(dataset, quarters)))
