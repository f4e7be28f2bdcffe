"""The field of a day: what a browser reports is checked, and no page has Streamlit's own field any more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pages.ui import date_field as field
from pages.ui.date_field import _take, day_in

ROOT = Path(__file__).resolve().parents[2]
SPAN = ("2021-08-15", "2026-05-20")


@pytest.mark.parametrize("day", ["2021-08-15", "2024-02-29", "2026-05-20"])
def test_a_day_of_the_span_is_taken(day: str) -> None:
    taken: list[str] = []
    _take({"day": day}, SPAN, "day", taken.append)
    assert taken == [day]


@pytest.mark.parametrize(
    "value", [None, 5, "", "20210905", "2021-W36-7", "2021-02-30", "2021-08-14", "2026-05-21", "<b>", ["2021-09-05"]]
)
def test_junk_is_not(value: object) -> None:
    assert day_in(value, SPAN) is None
    taken: list[str] = []
    for report in ({"day": value}, value):
        _take(report, SPAN, "day", taken.append)
    assert taken == []


def test_no_page_commits_a_day_on_leaving_its_field_only() -> None:
    pages = [*(ROOT / "pages").rglob("*.py")]
    assert pages and not any("date_input(" in path.read_text("utf-8") for path in pages)


def test_a_day_outside_is_answered_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: dict[str, Any] = {}
    monkeypatch.setattr(field, "_field", lambda **given: drawn.update(given))
    monkeypatch.setattr(field.st, "session_state", {})
    field.date_field("Day", "2021-09-05", SPAN, "day", print)
    outside = drawn["data"]["words"]["outside"]
    assert "15 August 2021" in outside and "20 May 2026" in outside and "2021-08" not in outside
