"""The years of the record as buttons: one click sets a span of days."""

from __future__ import annotations

from geo.record.load import Dataset
from geo.record.spans import clipped

WHOLE, SPAN = "record", "span"


def years_of(dataset: Dataset) -> list[str]:
    """The years that the record touches."""
    return [str(year) for year in range(int(dataset.first_day[:4]), int(dataset.last_day[:4]) + 1)]


def days_of_year(dataset: Dataset, year: str) -> tuple[str, str]:
    """First and last day of a year, as far as the record goes."""
    return clipped(f"{year}-01-01", f"{year}-12-31", dataset.first_day, dataset.last_day)


def year_of(dataset: Dataset, start: str, end: str) -> str | None:
    """The year that a span of days is; None when it is none."""
    return next((year for year in years_of(dataset) if days_of_year(dataset, year) == (start, end)), None)
