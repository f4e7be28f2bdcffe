"""The live map by another definition: opened by its address, chosen with keys, stepped, and as known by a day."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

DAY = "2021-09-05"
STATE_OF = (
    "(id) => { const { record, state } = conflictReplay; const at = record.districts.findIndex((one) => one.id === id);"
    " const known = record.states[record.control(state.day, state.perspective).state[at]];"
    " return [known.controller, known.status]; }"
)


def test_an_address_opens_the_map_by_a_definition_and_the_handle_steps(replay) -> None:
    replay.open(date=DAY, definition="strict")
    assert replay.state["definition"] == "strict"
    assert replay.js(STATE_OF, "AF-PAN-bazarak") == ["unknown", "undecided"]
    said = replay.sentence.inner_text()
    assert said.startswith("By the strict rule") and "No answer by this definition: all of Panjshir." in said
    assert "This definition cannot say" in replay.panel.locator(".legend").inner_text()
    assert "Control of districts: Strict" in replay.panel.locator(".legend").inner_text()
    assert replay.page.locator(".known-line").inner_text().startswith("By the strict rule")
    replay.page.get_by_role("button", name="Next day", exact=True).click()
    replay.wait_for_query(date="2021-09-06", definition="strict")
    assert replay.js(STATE_OF, "AF-PAN-bazarak") == ["taliban", "control"]
    assert replay.js("conflictReplay.lastPaint.day") == "2021-09-06"


def test_it_goes_with_a_day_of_knowledge_and_with_no_perspective(replay) -> None:
    replay.open(date=DAY, definition="lwj", known_by="2021-09-08")
    lines = replay.page.locator(".known-line").all_inner_texts()
    assert lines[0].startswith("By the Long War Journal’s published rule, applied by us.")
    assert lines[1].startswith("As known on 8 September 2021.")
    replay.js("conflictReplay.set({ perspective: 'nrf' })")
    replay.settle()
    assert replay.state["perspective"] == "assessed"
    replay.unfold()
    assert not replay.page.get_by_role("group", name=replay.t("timeline.perspective"), exact=True).is_visible()


def test_a_definition_is_chosen_with_keys_and_left_again(replay) -> None:
    replay.open(date=DAY, perspective="nrf")
    replay.unfold()
    box = replay.page.get_by_label(replay.t("definitions.choose_rule.hint"), exact=True)
    box.focus()
    box.press("ArrowDown")
    replay.wait_for_query(definition="lwj", perspective=None)
    replay.until("conflictReplay.record?.raw.definition === 'lwj'")  # the page stays; the record is another one
    replay.wait()
    replay.page.locator(".known-line").get_by_role("button", name=replay.t("definitions.ours")).click()
    replay.wait_for_query(definition=None)
    replay.until("Boolean(conflictReplay.record) && !conflictReplay.record.raw.definition")
    replay.wait()
    assert replay.page.locator(".known-line").count() == 0
