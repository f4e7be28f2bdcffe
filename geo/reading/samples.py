"""How well the record agrees with its pages: the last sample in words, its limits, and all samples as a table."""

from __future__ import annotations

from collections.abc import Sequence

from geo.queries.samples import shares_of
from geo.reading.content import Block, Cell, Column, Paragraph, Points, Table, number, text
from geo.record.geojson import Record
from geo.wording.dates import plain_date
from geo.wording.sample_words import COLUMNS, cells_of, figures_of, limits_of
from geo.wording.text import t

#: The columns that hold numbers.
NUMBERS = COLUMNS[2:]


def sample_blocks(samples: Sequence[Record]) -> tuple[Block, ...]:
    """The figures that a reader can rely on, and how far; the last sample first."""
    last = samples[-1]
    return (
        Paragraph((figures_of(last),)),
        Points(tuple((limit,) for limit in limits_of(last))),
        Paragraph((t("samples.caption"),), is_quiet=True),
        samples_table(samples),
    )


def samples_table(samples: Sequence[Record]) -> Table:
    """One row a sample, the last one first, headed by its day."""
    columns = tuple(Column(t(f"samples.column.{name}"), is_number=name in NUMBERS) for name in COLUMNS)
    return Table(columns, tuple(_row(sample) for sample in reversed(samples)), t("samples.caption"))


def _row(sample: Record) -> tuple[Cell, ...]:
    shares, (drawn_from, misleading, wrong) = shares_of(sample), cells_of(sample)
    return (
        text(plain_date(sample["drawn_on"]), sample["drawn_on"]),
        text(drawn_from, sample["events"]),
        *(number(sample[name], "") for name in ("drawn", "read", "no_fault", "words")),
        text(misleading, shares.misleading_pct),
        text(wrong, shares.wrong_pct),
    )
