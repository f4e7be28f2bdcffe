"""As known on an earlier day: the map shows another record in place, and what the reader added stays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from geo.control.timeline import Timeline
from geo.known.record import dataset_known_by
from geo.wording.sentence import day_sentence

pytestmark = pytest.mark.browser

DAY, KNOWN_BY = "2021-09-05", "2021-09-06"
ADDED = "conflictReplay.userData.world?.total ?? 0"


def known(replay: Any) -> str | None:
    """By which day the record is known that is on show, once the map shows it."""
    return replay.js("conflictReplay.record?.raw.known?.by ?? null")


def on_show(replay: Any, day: str | None) -> None:
    """Until the map shows the record as known by a day, and what the reader added on it."""
    replay.until("(day) => conflictReplay.record && (conflictReplay.record.raw.known?.by ?? null) === day", day)
    replay.wait()
    replay.until(f"({ADDED}) === 1")


def test_what_a_reader_added_stays_when_a_day_of_knowledge_is_chosen(
    pages, server: str, shipped_line: Timeline, tmp_path: Path
) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(f"date,lat,lon\n{DAY},35.31,69.51\n", "utf-8")
    replay = pages(server)
    page = replay.page
    page.goto(f"{server}/add")
    page.locator("input[type=file]").set_input_files(str(path))
    page.get_by_role("button", name="Add to the map (1)").click()
    page.get_by_role("link", name="See them on the map").click()
    on_show(replay, None)
    assert replay.day == DAY

    field = replay.unfold().get_by_role("textbox", name="Show only what could be known")
    field.fill(KNOWN_BY)
    field.press("Enter")
    on_show(replay, KNOWN_BY)
    replay.wait_for_query(known_by=KNOWN_BY, date=DAY)
    then = Timeline(dataset_known_by(shipped_line.dataset, KNOWN_BY))
    expect(replay.sentence).to_contain_text(day_sentence(then, DAY).partition(".")[0])
    expect(page.locator(".known-line")).to_contain_text("As known on 6 September 2021.")
    assert page.locator(".known-line").count() == 1 and page.locator(".timeline").count() == 1
    assert page.locator(".panel").count() == 1 and replay.inked("zones") > 0

    page.locator(".known-line").get_by_role("button", name="All that is known now").click()
    on_show(replay, None)
    replay.wait_for_query(known_by=None, date=DAY)
    expect(page.locator(".known-line")).to_have_count(0)

    page.go_back()
    on_show(replay, KNOWN_BY)
    replay.watch.errors[:] = [error for error in replay.watch.errors if "/_stcore/" not in error]
