"""On a desk and on a telephone: nothing sticks out, the timeline can be reached and dragged by thumb."""

from __future__ import annotations

import itertools

import pytest

from geo.address.keys import LANGUAGES
from geo.queries.versions import versions

pytestmark = pytest.mark.browser

WIDTHS = {"desk": (1440, 900), "phone": (390, 844)}
PHONE = {"has_touch": True, "is_mobile": True, "device_scale_factor": 2}
DAY = "2021-09-05"

#: What of the panel and the timeline reaches beyond a width, cut to ten.
STICKING_OUT = """(width) => [...document.querySelectorAll('*')].filter((e) => e.shadowRoot)
  .flatMap((host) => [...host.shadowRoot.querySelectorAll('.panel *, .timeline *')])
  .filter((e) => { const b = e.getBoundingClientRect(); return b.width && (b.right > width + 0.5 || b.left < -0.5); })
  .map((e) => `${e.tagName}.${e.className} ${e.textContent.slice(0, 40)}`).slice(0, 10)"""
SCROLLS = """(width) => [document.scrollingElement, document.querySelector('[data-testid=stMain]')]
  .filter((e) => e && e.scrollWidth > width).map((e) => `${e.tagName}: ${e.scrollWidth}`)"""

#: The event with the longest word on its card.
LONGEST_WORD = """() => conflictReplay.cards().then(({events}) => {
  const longest = (id) => Math.max(...JSON.stringify(events[id]).split(/[\\s"]/).map((word) => word.length));
  return Object.keys(events).sort((a, b) => longest(b) - longest(a))[0];
})"""


def open_at(pages, server, form, **query):
    width, height = WIDTHS[form]
    return pages(server, width=width, height=height, **(PHONE if form == "phone" else {})).open(**query)


@pytest.mark.parametrize("form", WIDTHS)
def test_nothing_sticks_out(pages, server, form):
    width, _ = WIDTHS[form]
    replay = open_at(
        pages, server, form, date="1400-05-24", perspective="x" * 80
    )  # with what was refused above the map
    event = replay.js(LONGEST_WORD)
    for selection in ({}, {"province": "AF-PAN"}, {"event": event}, {"event": None, "province": None, "window": "all"}):
        replay.js("(selection) => conflictReplay.set(selection)", selection)
        replay.settle()
        assert replay.card.count() == bool(selection.get("province") or selection.get("event"))
        assert replay.js("innerWidth") == width
        assert replay.js(SCROLLS, width) == [], selection
        assert replay.js(STICKING_OUT, width) == [], selection
    replay.axis.scroll_into_view_if_needed()
    box = replay.axis.bounding_box()
    assert box["width"] > 0.6 * min(width, 800)
    assert 0 <= box["x"] <= box["x"] + box["width"] <= width


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_head_has_room_between_desk_and_phone(pages, server, lang):
    """Where all entries of the menu first stand in a row, and where they first stand in words, in each language's own."""
    for width in (1024, 1400):
        head_fits(pages(server, width=width, height=768).open(lang=lang), width)


def head_fits(replay, width):
    assert replay.page.locator(".st-key-head").bounding_box()["height"] == pytest.approx(48, abs=1)
    assert replay.page.locator(".st-key-head_search input").bounding_box()["width"] >= 96
    assert replay.js(SCROLLS, width) == []
    for entry in replay.page.locator(".st-key-head :is(a, button, input)").all():
        box = entry.bounding_box()
        assert not box or 0 <= box["x"] <= box["x"] + box["width"] <= width


@pytest.mark.parametrize("form", WIDTHS)
def test_the_first_screen_has_the_map_and_the_date(pages, server, form):
    replay = open_at(pages, server, form, date=DAY)
    height = WIDTHS[form][1]
    for element in (replay.page.locator("iframe[src*=folium]"), replay.page.locator(".headline .date")):
        box = element.bounding_box()
        assert box["y"] + box["height"] <= height
    assert replay.axis.bounding_box()["y"] < height


def test_buttons_are_large_enough_for_a_thumb(pages, server):
    replay = open_at(pages, server, "phone", date=DAY)
    for name in ("Play", "Previous day", "Next day"):
        box = replay.page.get_by_role("button", name=name, exact=True).bounding_box()
        assert min(box["width"], box["height"]) >= 44, name


def test_a_thumb_drags_the_handle_and_the_page_stays(pages, server):
    replay = open_at(pages, server, "phone", date=DAY)
    replay.mark()
    x, y = replay.axis_point(DAY)
    scrolled = replay.js("document.querySelector('[data-testid=stMain]').scrollTop")
    touch = replay.page.context.new_cdp_session(replay.page)

    def send(kind: str, *points: tuple[float, float]) -> None:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": a, "y": b} for a, b in points]})

    send("touchStart", (x, y))
    for step in range(1, 31):
        send("touchMove", (x + 4 * step, y - step / 3))
    send("touchEnd")
    replay.until("conflictReplay.state.day > 60")
    replay.wait_for_query(date=replay.day)
    assert replay.js("document.querySelector('[data-testid=stMain]').scrollTop") == scrolled
    assert replay.same_frame()


def test_a_swipe_down_that_begins_on_the_timeline_scrolls_the_page_and_the_day_stays(pages, server):
    replay = pages(server, width=390, height=480, **PHONE).open(date=DAY)  # so low that the page scrolls
    x, y = replay.axis_point(DAY)
    top = "document.querySelector('[data-testid=stMain]').scrollTop"
    before = replay.js(top)
    touch = replay.page.context.new_cdp_session(replay.page)

    def send(kind: str, *points: tuple[float, float]) -> None:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": a, "y": b} for a, b in points]})

    send("touchStart", (x + 100, y))
    for step in range(1, 21):
        send("touchMove", (x + 100, y + 10 * step))
    send("touchEnd")
    replay.until(f"(before) => {top} < before - 60", before)
    assert replay.day == DAY


def test_a_finger_that_rests_reads_a_day_and_one_that_taps_goes_there(pages, server):
    replay = open_at(pages, server, "phone", date=DAY)
    hint = replay.page.locator(".axis-hint")
    x, y = replay.axis_point("2022-03-01")
    touch = replay.page.context.new_cdp_session(replay.page)
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    hint.wait_for()
    assert "2022" in hint.inner_text()
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    hint.wait_for(state="hidden")
    assert replay.day == DAY
    replay.page.touchscreen.tap(x, y)
    replay.until("conflictReplay.state.day > 150")
    replay.wait_for_query(date=replay.day)


@pytest.mark.parametrize(("form", "most"), [("desk", 156), ("phone", 120)])
def test_the_timeline_is_low_and_its_names_lie_apart(pages, server, form, most):
    replay = open_at(pages, server, form, date=DAY)
    assert replay.page.locator(".axis-box").bounding_box()["height"] <= most
    boxes = replay.js(
        """() => conflictReplay.views.get('timeline').axis.histogram.moments.buttons.map((b) => b.querySelector('.name'))
          .filter((n) => n.offsetWidth).map((n) => n.getBoundingClientRect()).map(({left, right}) => [left, right])"""
    )
    assert boxes
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(sorted(boxes)))


#: How far the row of buttons reaches under the sheet at the foot of a telephone, in pixels.
UNDER_THE_SHEET = """() => { const find = (what, root = document) => root.querySelector(what)
    ?? [...root.querySelectorAll('*')].map((e) => e.shadowRoot && find(what, e.shadowRoot)).find(Boolean);
  return find('.play').getBoundingClientRect().bottom - find('.panel').getBoundingClientRect().top; }"""
#: What is told over the map, by the end of the address; the last four at once.
TOLD = {
    "map of the beginning": "",
    "a day that is not in the record": "date=2030-09-05",
    "an earlier version": f"data=EARLIER&date={DAY}",
    "four things": f"data=EARLIER&date={DAY}&perspective=nobody&known_by=2022-01-01&reference=ucdp",
}


@pytest.mark.parametrize("lang", ["en", "fa", "ps"])
def test_what_is_told_over_the_map_pushes_no_button_under_the_sheet(pages, server, lang):
    """The map gives way, down to a height that still shows its subject; a low telephone tells three things at most."""
    earlier = versions()[-2][0]
    replay = pages(server)
    for (told, query), (width, height) in itertools.product(TOLD.items(), ((390, 844), (360, 640))):
        if (told, height) == ("four things", 640):
            continue
        replay.page.set_viewport_size({"width": width, "height": height})
        replay.page.goto(f"{server}/?{query.replace('EARLIER', earlier)}&lang={lang}")
        replay.wait().answered()
        assert replay.js(UNDER_THE_SHEET) <= 0, (told, height)
        assert replay.page.locator(".st-key-map iframe").bounding_box()["height"] >= 150, (told, height)


#: How plain text is laid, at the elements that hold it.
ALIGNED = """() => [...document.querySelectorAll('[data-testid=stText] *')].filter((e) => e.firstChild?.nodeType === 3)
  .map((e) => getComputedStyle(e).textAlign)"""


def test_plain_text_begins_where_its_language_does(pages, server):
    replay = pages(server, width=390, height=844)
    replay.page.goto(f"{server}/?perspective=nobody&lang=fa")
    replay.wait().answered()
    assert set(replay.js(ALIGNED)) == {"start"}


@pytest.mark.parametrize("lang", ["en", "fa"])
def test_nor_in_the_readers_edition(pages, server, lang):
    earlier = versions()[-2][0]
    replay = pages(server)
    for query, (width, height) in itertools.product(("", f"data={earlier}&"), ((390, 844), (360, 640))):
        replay.page.set_viewport_size({"width": width, "height": height})
        replay.page.goto(f"{server}/read/index.html?{query}lang={lang}")
        replay.wait()
        assert replay.js(UNDER_THE_SHEET) <= 0, (query, height)
