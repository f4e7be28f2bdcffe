"""The handle, the keys, the typed date, play and pause."""

from __future__ import annotations

import datetime as dt

import pytest

from geo.wording.dates import plain_date
from geo.wording.text import t
from trials.at_rest import wait_in

pytestmark = pytest.mark.browser

START = "2021-09-05"
AXIS = "conflictReplay.views.get('timeline').axis"


def plus(day: str, days: int) -> str:
    return str(dt.date.fromisoformat(day) + dt.timedelta(days))


def watch_paints(replay) -> None:
    """Collect the days that reach the screen in `__painted`."""
    replay.js(
        """() => {
          window.__painted = [];
          let last = conflictReplay.lastPaint;
          const set = (paint) => { last = paint; __painted.push(paint.day); };
          Object.defineProperty(conflictReplay, 'lastPaint', { get: () => last, set });
        }"""
    )


def test_one_drag_paints_every_day_and_leaves_the_map_alone(replay):
    replay.open(date=START)
    page = replay.page
    x, y = replay.on_map(66, 34)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y + 40, steps=4)
    page.mouse.up()
    before = replay.sight()
    replay.frame.get_by_role("button", name="Zoom in").click()
    wait_in(replay.frame, "(zoom) => conflictMap.map.getZoom() > zoom && !conflictMap.map._animatingZoom", before[2])
    replay.mark()
    sight = replay.sight()
    assert sight[2] > before[2]
    picture = replay.picture()
    watch_paints(replay)

    replay.choose("How much time the axis shows", "90 days")
    (left, y), (right, _) = replay.axis_point(START), replay.axis_point(plus(START, 62))
    page.mouse.move(left, y)
    page.mouse.down()
    page.mouse.move(right, y, steps=int((right - left) / 3))
    assert replay.query["date"] == START, "nothing is said to the server before the handle is let go"
    page.mouse.up()

    replay.wait_for_query(date=plus(START, 62))
    painted = replay.js("__painted")
    assert len(set(painted)) >= 50
    assert painted == sorted(painted)
    assert painted[-1] == plus(START, 62)
    assert replay.picture() != picture
    replay.settle()
    assert replay.same_frame()
    assert replay.sight() == pytest.approx(sight, abs=0.05)


def test_nothing_is_told_to_the_server_while_the_handle_is_held_and_once_when_it_rests(replay):
    sent: list[object] = []
    replay.page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame)))
    replay.open(date=START)
    replay.page.get_by_text(t("take.title")).click()
    replay.until("conflictReplay.views.has('on screen')")
    replay.settle()
    replay.js(
        """() => {
          window.__told = [];
          const tell = conflictReplay.onCommit;
          conflictReplay.onCommit = (view) => (__told.push(view.date), tell(view));
          window.__delayed = [];
          const { outstanding } = conflictReplay;
          const begin = outstanding.begin;
          outstanding.begin = (name) => (__delayed.push(name), begin.call(outstanding, name));
        }"""
    )
    sent.clear()

    (left, y), (right, _) = replay.axis_point(START), replay.axis_point(plus(START, 9))
    replay.page.mouse.move(left, y)
    replay.page.mouse.down()
    replay.page.mouse.move(right, y, steps=3)
    replay.look_at(69, 35, 8)  # as when the map still glides
    delayed = ["a report of the view", "a report of the screen"]
    assert set(delayed) <= set(replay.js("__delayed"))
    replay.until("(delayed) => !conflictReplay.outstanding.names.some((name) => delayed.includes(name))", delayed)
    assert sent == [] and replay.js("__told") == []
    replay.page.mouse.up()
    replay.settle()
    assert replay.js("__told") == [replay.day]
    replay.wait_for_query(date=replay.day)
    assert 1 <= len(sent) <= 2  # the view, and what is on the screen


def test_the_strip_below_reaches_the_whole_record(replay):
    replay.open(date=START)
    box = replay.axis.bounding_box()
    days = replay.js("conflictReplay.record.days")
    middle = replay.js(f"{AXIS}.histogram.stripX({days / 2})")
    replay.page.mouse.click(box["x"] + middle, box["y"] + box["height"] - 6)
    assert abs(replay.js("conflictReplay.state.day") - days / 2) < days / 50
    replay.wait_for_query(date=replay.day)


def test_keys_move_along_time(replay):
    replay.open(date=START)
    replay.mark()
    sight = replay.sight()
    replay.axis.focus()
    start = replay.day
    steps = [
        ("ArrowRight", plus(START, 1)),
        ("ArrowLeft", START),
        ("Shift+ArrowRight", plus(START, 7)),
        ("Shift+ArrowLeft", START),
        ("ArrowUp", plus(START, 1)),
        ("ArrowDown", START),
        ("PageDown", "2021-10-05"),
        ("PageUp", START),
        ("End", replay.js("conflictReplay.record.iso(conflictReplay.record.days - 1)")),
        ("ArrowRight", replay.js("conflictReplay.record.iso(conflictReplay.record.days - 1)")),
        ("Home", replay.js("conflictReplay.record.firstDay")),
        ("ArrowLeft", replay.js("conflictReplay.record.firstDay")),
    ]
    assert start == START
    for key, day in steps:
        replay.page.keyboard.press(key)
        assert replay.day == day, key
    replay.wait_for_query(date=replay.day)
    assert replay.same_frame()
    assert replay.sight() == pytest.approx(sight, abs=0.05)


def test_the_last_day_of_a_month_stays_in_the_month(replay):
    replay.open(date="2022-01-31")
    replay.axis.focus()
    replay.page.keyboard.press("PageDown")
    assert replay.day == "2022-02-28"


def test_space_plays_and_pauses_once(replay):
    replay.open(date=START)
    playing = "conflictReplay.player.playing"
    replay.axis.focus()
    replay.page.keyboard.press("Space")
    assert replay.js(playing)
    replay.page.keyboard.press("Space")
    assert not replay.js(playing)
    replay.page.get_by_role("button", name="Play", exact=True).focus()
    replay.page.keyboard.press("Space")
    assert replay.js(playing), "on the button itself space is the button's, not both"


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1280, 640), (390, 844)])
def test_a_question_mark_shows_the_keys_in_the_window(pages, server, width, height):
    replay = pages(server, width=width, height=height).open(date=START)
    box = replay.page.locator(".help")
    replay.axis.focus()
    replay.page.keyboard.press("?")
    box.wait_for()
    for part in (box.locator("h2").first, box.locator("dd").first):  # nothing has to be scrolled for them
        where = part.bounding_box()
        assert where["x"] >= 0 and where["x"] + where["width"] <= width
        assert where["y"] >= 0 and where["y"] + where["height"] <= height
        on_top = "(e) => { const b = e.getBoundingClientRect(), root = e.getRootNode();"
        on_top += " return e.contains(root.elementFromPoint(b.x + b.width / 2, b.y + b.height / 2)); }"
        assert part.evaluate(on_top)
    replay.page.keyboard.press("Escape")
    box.wait_for(state="hidden")


def test_keys_in_the_date_field_are_the_fields(replay):
    replay.open(date=START)
    replay.typed.focus()
    for key in ("ArrowRight", "ArrowLeft", "Shift+ArrowRight", "Space"):
        replay.page.keyboard.press(key)
    assert replay.day == START
    assert not replay.js("conflictReplay.player.playing")


def test_a_day_that_arrows_have_set_is_taken_on_leaving_the_field(replay):
    replay.open(date=START)
    replay.typed.focus()
    replay.page.keyboard.press("ArrowUp")
    assert replay.day == START
    replay.page.keyboard.press("Tab")
    replay.until("(day) => conflictReplay.day > day", START)
    replay.js("conflictReplay.set({since: 5})")
    since = replay.page.get_by_role("textbox", name=replay.t("compare.since"))
    since.fill("")
    since.press("ArrowDown")  # from no day at all
    assert since.get_attribute("inputmode") is None  # keyboards of phones have letters and '-'


def test_a_date_can_be_typed_key_by_key(replay):
    replay.open(date=START)
    for typed, day in (("2022-02-03", "2022-02-03"), ("7 May 2022", "2022-05-07"), ("14 Sunbula 1400", "2021-09-05")):
        replay.typed.fill("")
        replay.page.keyboard.type(typed, delay=30)
        assert replay.day != day  # nothing moves while a day is typed
        replay.page.keyboard.press("Enter")
        assert replay.day == day
        assert replay.typed.input_value() == day
        replay.wait_for_query(date=day)


@pytest.mark.parametrize("typed", ["1999-01-01", "2026-11-29", "14 Sunbula 1399"])
def test_a_typed_date_outside_the_record_is_answered_in_words_and_the_day_stays(replay, typed):
    replay.open(date=START)
    replay.typed.fill(typed)
    replay.page.keyboard.press("Enter")
    message = replay.page.locator(".timeline [role=alert]")
    message.wait_for()
    last = plain_date(replay.js("conflictReplay.record.iso(conflictReplay.record.days - 1)"))
    why = "is not a day that can be chosen here" if "S" in typed else f"days from 15 August 2021 to {last} can"
    assert typed in message.inner_text() and why in message.inner_text()
    assert replay.day == START
    replay.axis.focus()
    assert replay.typed.input_value() == START
    replay.page.keyboard.press("ArrowRight")
    message.wait_for(state="hidden")


ROW_OF = f"""(id) => {{ const {{canvas, rows}} = {AXIS}.histogram.ribbon, {{top, height}} = rows.find((row) => row.id === id);
  return canvas.getBoundingClientRect().top + top + height / 2; }}"""


def ribbon_point(replay, area: str, day: str) -> tuple[float, float]:
    """Where on the screen a row of the ribbon has a day."""
    x, _ = replay.axis_point(day)
    return x, replay.js(ROW_OF, area)


def test_the_pointer_tells_the_day_and_the_row_under_it_before_one_clicks(replay):
    replay.open(date=START)
    hint = replay.page.locator(".axis-hint")
    replay.page.mouse.move(*replay.axis_point("2021-09-06"))
    hint.wait_for()
    for part in ("Monday 6 September 2021", "Panjshir falls", "Events that begin: ", "Districts that change"):
        assert part in hint.inner_text(), part
    assert replay.day == START
    replay.page.mouse.move(*ribbon_point(replay, "AF-PAN-rukha", "2021-08-20"))
    for part in ("Rukha, Panjshir", "NRF: control", "15 August 2021 to "):
        assert part in hint.inner_text(), part
    replay.page.mouse.move(5, 5)
    hint.wait_for(state="hidden")


def test_a_click_in_the_ribbon_selects_the_district_and_goes_to_the_day(replay):
    replay.open(date=START)
    day = "2021-08-27"
    replay.page.mouse.click(*ribbon_point(replay, "AF-BGL-dih-salah", day))
    replay.wait_for_query(date=day, district="AF-BGL-dih-salah", province="AF-BGL")
    rows = replay.js(f"{AXIS}.histogram.ribbon.rows.map(({{id}}) => id)")
    replay.choose("According to", "Both sides")
    height = replay.axis.bounding_box()["height"]
    replay.settle()
    assert replay.js(f"{AXIS}.histogram.ribbon.rows.map(({{id}}) => id)") != rows
    assert replay.axis.bounding_box()["height"] == height


def test_named_days_are_reached_by_mouse_and_keys(replay):
    replay.open(date=START)
    names = replay.page.get_by_role("toolbar", name="Days with a name")
    names.get_by_role("button", name="Panjshir falls").locator(".name").click()
    replay.wait_for_query(date="2021-09-06")
    replay.page.keyboard.press("ArrowRight")  # among the names
    replay.page.keyboard.press("Enter")
    assert replay.day == "2022-01-13"
    replay.axis.focus()
    replay.page.keyboard.press(".")
    assert replay.day == "2022-05-06"
    replay.page.keyboard.press(",")
    assert replay.day == "2022-01-13"


def test_the_wheel_is_the_pages_unless_a_key_says_otherwise(replay):
    replay.page.set_viewport_size({"width": 1440, "height": 480})  # so low that the page scrolls
    replay.open(date=START)
    top = "document.querySelector('[data-testid=stMain]').scrollTop"
    span = replay.js(f"{AXIS}.span")
    replay.page.mouse.move(*replay.axis_point(START))
    scrolled = replay.js(top)
    replay.page.mouse.wheel(0, 200)
    replay.until(f"(before) => {top} > before", scrolled)
    assert replay.js(f"{AXIS}.span") == span
    replay.page.mouse.move(*replay.axis_point(START))
    for key, turn in (("Control", -100), ("Shift", 100)):
        replay.page.keyboard.down(key)
        replay.page.mouse.wheel(0, turn)
        replay.page.keyboard.up(key)
        replay.until(f"(before) => Math.round({AXIS}.span) !== Math.round(before)", span)
        span = replay.js(f"{AXIS}.span")


def test_it_plays_slowly_where_control_changes_and_says_so(replay):
    replay.open(date="2021-08-15")
    seconds = replay.js(
        """() => { let sum = 0;
          for (let day = 0; conflictReplay.record.iso(day) <= '2021-09-09'; day++) sum += conflictReplay.player.secondsOn(day);
          return sum; }"""
    )
    assert seconds >= 20
    assert replay.js("conflictReplay.player.secondsOn(conflictReplay.record.dayNumber('2023-12-01'))") < 0.2
    slows = replay.page.get_by_text("slows at changes", exact=True)
    assert not slows.is_visible()
    replay.page.get_by_role("button", name="Play", exact=True).click()
    slows.wait_for()
    replay.unfold()
    replay.page.get_by_text(t("timeline.options"), exact=True).click()
    replay.page.get_by_label(t("timeline.slow")).uncheck()
    slows.wait_for(state="hidden")
    assert replay.js("conflictReplay.player.secondsOn(5)") < 0.2


def test_play_at_full_speed_and_pause(replay):
    replay.open(date="2021-08-15")
    replay.mark()
    watch_paints(replay)
    replay.play_at("60")
    replay.until("__painted.length > 30")
    assert replay.query["date"] == "2021-08-15"
    replay.page.get_by_role("button", name="Pause").click()
    day = replay.day
    assert day >= "2021-09-10"
    replay.wait_for_query(date=day)
    replay.settle()
    assert replay.day == day
    assert replay.js("conflictReplay.lastPaint.day") == day
    assert replay.same_frame()


def test_buttons_go_to_the_next_and_the_last_change_of_control(replay):
    replay.open(date="2021-08-15")
    days = replay.js("conflictReplay.record.changeDays('assessed').map(({day}) => conflictReplay.record.iso(day))")
    assert len(days) > 2
    for day in days[:2]:
        replay.page.get_by_role("button", name="Next change of control").click()
        assert replay.day == day
    replay.page.get_by_role("button", name="Previous change of control").click()
    assert replay.day == days[0]
    replay.wait_for_query(date=days[0])


def test_the_panel_follows_while_it_plays(replay):
    replay.open(date="2021-08-15")
    replay.js(
        """() => {
          const span = [...document.querySelectorAll('*')].find((e) => e.shadowRoot?.querySelector('.headline')).shadowRoot;
          const sentence = span.querySelector('.sentence');
          window.__said = new Set();
          new MutationObserver(() => conflictReplay.player.playing && __said.add(sentence.textContent))
            .observe(sentence, { childList: true, characterData: true, subtree: true });
        }"""
    )
    replay.play_at("60")
    replay.until("__said.size >= 3")
    assert replay.js("conflictReplay.player.playing")


def test_playing_ends_with_the_record(replay):
    replay.open(date="2021-08-15")
    last = replay.js("conflictReplay.record.iso(conflictReplay.record.days - 1)")
    replay.go_to(plus(last, -20))
    replay.play_at("60")
    replay.wait_for_query(date=last)
    assert replay.day == last
    assert not replay.js("conflictReplay.player.playing")
