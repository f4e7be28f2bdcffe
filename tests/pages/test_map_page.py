"""The pages as Streamlit runs them, without a browser: what is drawn, what is told, what is refused."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.address.keys import URL_KEYS
from geo.address.view import OPENING_DAY, ViewState, first_view
from geo.control.timeline import Timeline
from geo.queries.coverage import coverage
from geo.record.load import public
from geo.record.problems import DataError
from geo.wording.text import t
from pages.ui.map import page as map_page
from pages.ui.server import snapshot as shared
from tests.pages.html_page import HtmlPage

pytestmark = pytest.mark.usefixtures("own_snapshot")

ROOT = Path(__file__).resolve().parents[2]
SHOWS_MARKDOWN = (
    "markdown",
    "caption",
    "title",
    "header",
    "subheader",
    "error",
    "warning",
    "info",
    "success",
    "toast",
    "metric",
    "table",
)


def visit(**query: str) -> AppTest:
    page = AppTest.from_file(str(ROOT / "map.py"), default_timeout=30)
    for key, value in query.items():
        page.query_params[key] = value
    return page.run()


def view(page: AppTest) -> ViewState:
    assert not page.exception
    return page.session_state["view"]


def messages(page: AppTest) -> list[str]:
    return [element.value for element in page.text]


def test_a_cold_visit_shows_the_telling_day_and_writes_the_address(shipped_line: Timeline) -> None:
    page = visit()
    assert view(page) == first_view(shipped_line.dataset) == ViewState(date=OPENING_DAY)
    assert page.title[0].value == "Afghanistan Conflict Replay"
    assert messages(page) == [] and not page.error and not page.warning
    assert page.session_state["address"]["date"] == OPENING_DAY
    assert page.session_state["opening"] is True
    assert visit(date=OPENING_DAY).session_state["opening"] is False


def test_the_coverage_table_is_drawn_when_it_is_opened(shipped_line: Timeline) -> None:
    page = visit()
    assert not HtmlPage(page).tables
    page.session_state["coverage_open"] = True
    shown = HtmlPage(page.run())
    assert not page.dataframe
    quarters = coverage(shipped_line)[::-1]
    ours, others = shown.table(t("quality.column.total")), shown.table(t("quality.column.window"))
    assert ours.column(t("quality.column.quarter")) == [quarter.name for quarter in quarters]
    totals = [sum(quarter.ours.values()) for quarter in quarters]
    assert ours.column(t("quality.column.total")) == [str(total) if total else "–" for total in totals]
    assert len(others.rows) == sum(len(quarter.counts) for quarter in quarters)
    assert not re.search(r"\b\d{4}-\d{2}\b", shown.text), "days and months in words"


def values(timeline: Timeline) -> dict[str, str]:
    """A value for every key of the address."""
    event = public(timeline.dataset.records("events"))[0]["event_id"]
    return {
        "date": "2021-09-05", "perspective": "nrf", "window": "all", "since": "2021-08-20", "province": "AF-PAN",
        "district": "AF-PAN-bazarak", "place": "PL-khawak-pass", "event": event, "at": "35.300,69.800,8.50", "layer": "presence", "presence": "lists", "known_by": "2021-09-20", "definition": "lwj", "reference": "ucdp", "lang": "fa", "type": "battles", "grade": "claimed", "actor": "nrf", "area": "AF-PAN",
        "precision": "1,4", "claimant": "taliban", "kind": "party",
    }  # fmt: skip


@pytest.mark.parametrize("key", URL_KEYS)
def test_each_key_of_the_address_is_taken_and_kept(shipped_line: Timeline, key: str) -> None:
    value = values(shipped_line)[key]
    page = visit(**{key: value})
    assert getattr(view(page), key) == value
    assert messages(page) == []
    assert page.session_state["address"][key] == value


@pytest.mark.parametrize("key", URL_KEYS)
def test_junk_gives_the_default_and_a_message_in_plain_text(shipped_line: Timeline, key: str) -> None:
    """An image in Markdown would tell another host who reads: the value is shown by st.text only."""
    evil = "![x](http://evil) {used} <img src=x>"
    page = visit(**{key: evil})
    assert view(page) == first_view(shipped_line.dataset)
    (message,) = messages(page)
    assert evil in message and key in message
    for kind in SHOWS_MARKDOWN:
        for element in getattr(page, kind):
            assert "evil" not in str(element.value) + str(getattr(element, "label", ""))


def test_all_junk_at_once_is_told_once_each() -> None:
    page = visit(**dict.fromkeys(URL_KEYS, "\x00x"), utm_source="mail")
    assert len(messages(page)) == len(URL_KEYS)
    assert not page.exception


def test_the_message_goes_when_the_address_is_mended() -> None:
    page = visit(date="1400-05-24")
    assert len(messages(page)) == 1
    assert messages(page.run()) == []


def test_what_the_browser_reports_is_checked_like_an_address() -> None:
    def script() -> None:
        from pathlib import Path

        import streamlit as st

        from geo.record.load import load
        from pages.ui import state

        dataset = load(Path(st.session_state["data"]))
        state.current_view(dataset)
        state.take_report({"date": "2021-09-05", "window": "7"}, dataset)
        state.take_report({"date": "2021-09-06", "window": "<script>"}, dataset)
        state.take_report({"date": ["2021-09-07"], "event": {"x": 1}}, dataset)
        state.write_address(dataset)

    page = AppTest.from_function(script)
    page.session_state["data"] = str(ROOT / "tests" / "tiny" / "data")
    assert view(page.run()) == ViewState(date="2021-09-05", window="7")


def test_an_unsound_record_is_told_beside_the_last_sound_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared, "_current", dataclasses.replace(shared.snapshot(), stale=True))
    page = visit()
    (warning,) = page.warning
    assert "last sound version" in warning.value and shared.snapshot().timeline.dataset.version in warning.value
    assert view(page)


def test_without_any_record_the_page_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise DataError([])

    monkeypatch.setattr(map_page, "snapshot", fail)
    page = visit()
    assert not page.exception
    assert "python -m geo validate" in page.error[0].value


def test_the_method_page_shows_the_method() -> None:
    page = visit().switch_page("pages/method.py").run()
    assert not page.exception
    assert any("assessed" in element.value for element in page.markdown)
