"""UCDP's rows beside ours: on by the address or the switch, in a colour of their own, with their own card."""

from __future__ import annotations

import json

import pytest

from geo.browser.reference_payload import reference_payload
from geo.record.load import Dataset
from geo.reference.load import load_reference
from geo.wording.reference_words import facts_of, title_of

pytestmark = pytest.mark.browser

DAY = "2026-03-31"
#: How many pixels of the layer have about UCDP's colour; edges are softened.
PINKS = """() => {
  const canvas = document.querySelector('.leaflet-reference-pane canvas');
  if (!canvas || canvas.style.display === 'none') return 0;
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let count = 0;
  for (let i = 0; i < data.length; i += 4)
    if (data[i + 3] > 99 && [0xa3, 0x00, 0x5c].every((part, n) => Math.abs(data[i + n] - part) < 40)) count++;
  return count;
}"""


def test_the_rows_of_a_window_stand_on_the_map_and_go_again(replay, shipped: Dataset) -> None:
    payload = json.loads(reference_payload(load_reference(shipped), shipped))
    replay.open(date=DAY, window="90").settle()
    assert replay.frame.evaluate(PINKS) == 0
    assert replay.js("conflictReplay.reference.payload") is None, "nothing is loaded before it is asked for"
    switch = replay.page.get_by_label("Show UCDP’s rows beside ours")
    switch.check()
    replay.settle()
    assert replay.frame.evaluate(PINKS) > 100
    wanted = [
        row
        for row, (start, end) in enumerate(zip(payload["columns"]["start"], payload["columns"]["end"], strict=True))
        if start <= replay.js("conflictReplay.state.day") and end >= replay.js("conflictReplay.state.day") - 89
    ]
    assert replay.js("conflictReplay.reference.inWindow(conflictReplay.state)") == wanted
    section = replay.page.locator("section.reference")
    assert f"{len(wanted)} rows of UCDP" in section.inner_text()
    assert "All of these days lie in months" in section.inner_text()
    assert "CC BY 4.0" in section.inner_text()
    replay.page.wait_for_url("**reference=ucdp**")
    switch.uncheck()
    replay.settle()
    assert replay.frame.evaluate(PINKS) == 0


def test_a_link_shows_the_rows_and_months_that_are_not_covered_say_so(replay) -> None:
    replay.open(date="2022-06-30", window="90", reference="ucdp").settle()
    section = replay.page.locator("section.reference")
    assert "None of these days lies in a month" in section.inner_text()
    assert section.get_by_role("checkbox").is_checked()


def test_a_row_has_a_card_of_its_own_with_the_event_of_ours_that_tells_it(replay) -> None:
    replay.open(date=DAY, window="90", reference="ucdp").settle()
    number = replay.js("conflictReplay.reference.payload.matches.findIndex((ids) => ids.length)")
    replay.js("(number) => conflictReplay.reference.select(number)", number)
    replay.settle()
    card = replay.page.locator(".reference-card")
    fields = replay.js("(number) => conflictReplay.reference.payload.cards[number]", number)
    assert "best, lowest and highest estimate" in card.inner_text()
    assert fields["release"] in card.inner_text()
    card.get_by_role("button").last.click()
    replay.settle()
    ours = replay.js("(number) => conflictReplay.reference.payload.matches[number][0]", number)
    assert replay.js("conflictReplay.state.event") == ours
    assert card.count() == 0


#: How many pixels of the time axis have UCDP's colour, in full or as thin lines.
PINKS_ON_THE_AXIS = """() => {
  const canvas = conflictReplay.views.get('timeline').axis.canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let count = 0;
  for (let i = 0; i < data.length; i += 4)
    if (data[i] - data[i + 1] > 60 && data[i + 2] - data[i + 1] > 30 && data[i] > data[i + 2]) count++;
  return count;
}"""


def test_the_timeline_has_a_strip_of_rows_only_while_they_are_shown(replay) -> None:
    replay.open(date=DAY, window="90").settle()
    height, without = (
        replay.js("conflictReplay.views.get('timeline').axis.histogram.height"),
        replay.js(PINKS_ON_THE_AXIS),
    )
    page = replay.page
    replay.unfold()
    page.get_by_text("What the bars show").click()
    key = page.get_by_text("none of its releases covers whole. Few rows")
    assert not key.is_visible()
    page.get_by_label("Show UCDP’s rows beside ours").check()
    replay.settle()
    assert replay.js("conflictReplay.views.get('timeline').axis.histogram.height") > height
    assert replay.js(PINKS_ON_THE_AXIS) > without + 200
    replay.unfold()
    assert key.is_visible()
    counted = replay.js(
        "(day) => conflictReplay.views.get('timeline').axis.histogram.strips.referenceOn(day)",
        replay.js("conflictReplay.reference.payload.columns.start[20]"),
    )
    assert counted["covered"] and counted["count"] >= 1
    page.get_by_label("Show UCDP’s rows beside ours").uncheck()
    replay.settle()
    assert replay.js("conflictReplay.views.get('timeline').axis.histogram.height") == height
    assert replay.js(PINKS_ON_THE_AXIS) == without


def test_days_of_months_that_no_release_covers_are_told_as_not_known(replay) -> None:
    replay.open(date="2022-06-30", window="90", reference="ucdp").settle()
    x, y = replay.axis_point("2022-06-30")
    replay.page.mouse.move(x - 3, y)
    hint = replay.page.locator(".axis-hint")
    hint.wait_for()
    assert "UCDP: not known, none of its releases covers this month whole" in hint.inner_text()


def test_a_card_tells_of_a_row_what_the_pages_tell(replay, shipped: Dataset) -> None:
    replay.open(date=DAY, window="all", reference="ucdp").settle()
    ids = replay.js("conflictReplay.reference.payload.columns.id")
    rows = {row["ucdp_id"]: row for row in load_reference(shipped).events}
    different = {(row["date_prec"], row["where_prec"], row["low"] == row["high"]): row for row in rows.values()}
    for row in (one for one in different.values() if one["ucdp_id"] in ids):
        replay.js("(number) => conflictReplay.reference.select(number)", ids.index(row["ucdp_id"]))
        replay.settle()
        card = replay.page.locator(".reference-card")
        assert card.locator("h2").inner_text() == title_of(row)
        message = list(zip(card.locator("dt").all_inner_texts(), card.locator("dd").all_inner_texts(), strict=True))
        assert message == [(label, text) for label, text in facts_of(shipped, row) if text]
