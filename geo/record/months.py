"""Months and quarters: `YYYY-MM` as text, the next one, the last day, runs of months that follow each other."""

from __future__ import annotations

from collections.abc import Iterable

from geo.record.spans import add_days


def next_month(month: str) -> str:
    """The month after a month YYYY-MM."""
    year, number = int(month[:4]), int(month[5:])
    return f"{year + 1:04d}-01" if number == 12 else f"{year:04d}-{number + 1:02d}"


def months_between(first: str, last: str) -> list[str]:
    """The months from one to another, both included; none when the last lies before the first."""
    months, month = [], first
    while month <= last:
        months.append(month)
        month = next_month(month)
    return months


def month_end(month: str) -> str:
    """The last day of a month YYYY-MM."""
    return add_days(f"{next_month(month)}-01", -1)


def quarter_of(month: str) -> str:
    """The quarter of a month YYYY-MM, as 2021-Q3."""
    return f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}"


def by_quarter(months: Iterable[str]) -> dict[str, list[str]]:
    """Months by their quarter, in their order."""
    quarters: dict[str, list[str]] = {}
    for month in months:
        quarters.setdefault(quarter_of(month), []).append(month)
    return quarters


def runs_of_months(months: Iterable[str]) -> list[tuple[str, str]]:
    """Months in order, put together to runs of consecutive ones: [(first, last), …]."""
    runs: list[tuple[str, str]] = []
    for month in months:
        if runs and next_month(runs[-1][1]) == month:
            runs[-1] = (runs[-1][0], month)
        else:
            runs.append((month, month))
    return runs
