"""How much is missing: our events by quarter and grade, and what others counted, over one axis of time; tables of both."""

from __future__ import annotations

from collections.abc import Sequence

from geo.queries.coverage import Quarter
from geo.reading.charts.tallies import known_end, tallies
from geo.reading.charts.time_bars import quarters
from geo.reading.content import Beside, Block, Figure, Paragraph
from geo.reading.quality import count_table, quarter_table
from geo.record.load import Dataset
from geo.wording.dates import span_in_words
from geo.wording.text import t


def coverage_blocks(dataset: Dataset, found: Sequence[Quarter]) -> tuple[Block, ...]:
    """The two charts, what they mean, and the tables behind them."""
    counts = [count for quarter in found for count in quarter.counts]
    unknown = sum(known_end(count) is None for count in counts)
    total = sum(sum(quarter.ours.values()) for quarter in found)
    left_out = t("quality.coverage_left_out", count=unknown) if unknown else ""
    days = span_in_words(dataset.first_day, dataset.last_day)
    note = t("quality.coverage_note", count=total, days=days, left_out=left_out, version=dataset.version)
    others = tallies(counts, dataset.first_day, dataset.last_day)
    axis_letters = max(len(level.label) for level in others.levels)
    tables = (
        (quarter_table(list(found), t("quality.coverage_ours")),),
        (count_table(list(found), t("quality.coverage_others")),),
    )
    return (
        Figure(quarters(found, axis_letters), t("quality.coverage_ours_alt"), title=t("quality.coverage_ours")),
        Figure(others, t("quality.coverage_others_alt"), title=t("quality.coverage_others")),
        Paragraph((note,), is_quiet=True),
        Beside(tables),
    )
