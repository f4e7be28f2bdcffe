"""The years of the record as buttons: one click sets a span of days."""

from __future__ import annotations

from geo.record import spans
from geo.record.load import Dataset

WHOLE, SPAN = "record", "span"


def years_of(dataset: Dataset) -> list[str]:
    """The years that the record touches."""
    return spans.years_of(dataset.first_day, dataset.last_day)


def days_of_year(dataset: Dataset, year: str) -> tuple[str, str]:
    """First and last day of a year, as far as the record goes."""
    return spans.clipped(f"{year}-01-01", f"{year}-12-31", dataset.first_day, dataset.last_day)


def year_of(dataset: Dataset, start: str, end: str) -> str | None:
    """The year that a span of days is; None when it is none."""
    return next((year for year in years_of(dataset) if days_of_year(dataset, year) == (start, end)), None)
