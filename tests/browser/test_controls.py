"""Every control by mouse, keys and touch; every view's address gives the same picture again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from trials.at_rest import wait_in

pytestmark = pytest.mark.browser

DAY = "2021-09-05"
PHONE = {"width": 390, "height": 844, "is_mobile": True, "has_touch": True, "device_scale_factor": 2}
DAY_OF = "(iso) => conflictReplay.record.dayNumber(iso)"
STATE = "conflictReplay.state"
#: Button of the timeline -> what is true when it has been used on the DAY.
BUTTONS = {
    "First day": f"{STATE}.day === 0",
    "Last day": f"{STATE}.day === conflictReplay.record.days - 1",
    "Previous day": f"{STATE}.day === 20",
    "Next day": f"{STATE}.day === 22",
    "Previous change of control": f"{STATE}.day < 21 && conflictReplay.record.changesOn({STATE}.day, 'assessed').length",
    "Next change of control": f"{STATE}.day > 21 && conflictReplay.record.changesOn({STATE}.day, 'assessed').length",
    "Previous event": f"{STATE}.day < 21 && conflictReplay.record.events.start.includes({STATE}.day)",
    "Next event": f"{STATE}.day > 21 && conflictReplay.record.events.start.includes({STATE}.day)",
    "As the NRF says": f"{STATE}.perspective === 'nrf'",
    "As the Taliban say": f"{STATE}.perspective === 'taliban'",
    "Both sides": f"{STATE}.perspective === 'both'",
    "Assessed": f"{STATE}.perspective === 'assessed'",
    "7 days": f"{STATE}.window === '7'",
    "All so far": f"{STATE}.window === 'all'",
    "30 days": f"{STATE}.window === '30'",
    "Panjshir and Andarab": f"{STATE}.at?.startsWith('35.')",
    "Whole country": f"{STATE}.at === null",
}
NAMED = "button:is([aria-label='{0}'], :text-is('{0}'))"
SPANS = {"90 days": 90, "All": None, "Year": 365}


def by_mouse(replay, locator) -> None:
    locator.click()


def by_touch(replay, locator) -> None:
    locator.tap()


def by_keys(replay, locator) -> None:
    locator.focus()
    replay.page.keyboard.press("Enter")


def in_sight(replay, use: Callable, locator):
    """A control, with the choices unfolded where it lies among them."""
    if not locator.is_visible():
        use(replay, replay.page.locator(".opener"))
    return locator


@pytest.mark.parametrize("use", [by_mouse, by_touch, by_keys])
def test_every_button_of_the_timeline(pages, server, use: Callable) -> None:
    replay = pages(server, **(PHONE if use is by_touch else {})).open(date=DAY)
    replay.mark()
    page = replay.page
    for name, reached in BUTTONS.items():
        replay.go_to(DAY)
        use(replay, in_sight(replay, use, page.locator(".timeline").locator(NAMED.format(name))))
        replay.until(reached)
    axis_span = "Math.round(conflictReplay.views.get('timeline').axis.span)"
    for name, days in SPANS.items():
        group = page.get_by_role("group", name="How much time the axis shows")
        use(replay, in_sight(replay, use, group.get_by_role("button", name=name, exact=True)))
        assert replay.js(axis_span) == (days or replay.js("conflictReplay.record.days - 1")), name
    use(replay, in_sight(replay, use, page.get_by_role("button", name="Keys", exact=True)))
    page.locator(".help").wait_for()
    use(replay, page.get_by_role("button", name="Play", exact=True))
    replay.until("conflictReplay.player.playing")
    use(replay, page.get_by_role("button", name="Pause", exact=True))
    replay.until("!conflictReplay.player.playing")
    assert replay.same_frame()


@pytest.mark.parametrize("use", [by_mouse, by_touch, by_keys])
def test_what_opens_in_the_panel_and_how_it_plays(pages, server, use: Callable) -> None:
    replay = pages(server, **(PHONE if use is by_touch else {})).open(date=DAY)
    page = replay.page
    replay.unfold()
    unfold(replay, use, "Playback")
    for option in ("slow", "reverse", "loop"):
        before = replay.js(f"conflictReplay.player.{option}")
        assert before is (option == "slow")
        box = page.locator(".play-options").get_by_label(replay.t(f"timeline.{option}"), exact=True)
        if use is by_keys:
            box.focus()
            page.keyboard.press("Space")
        else:
            use(replay, box)
        assert replay.js(f"conflictReplay.player.{option}") is not before
    page.get_by_label("Step").select_option("week")
    assert replay.js("conflictReplay.player.step") == "week"
    replay.options.wait_for()
    page.keyboard.press("Escape")
    replay.options.wait_for(state="hidden")
    use(replay, page.get_by_role("tab", name="Day", exact=True))
    for name in ("What changed since another day", "What the words mean", "This map as a table"):
        unfold(replay, use, name)
    page.locator(".data-table tbody tr").nth(7).wait_for()  # the panel is drawn after the map
    use(replay, page.locator(".compare").get_by_role("button", name="−7 days"))
    replay.wait_for_query(since="2021-08-29")
    assert page.locator(".compare table tbody tr").count() > 0
    use(replay, page.locator(".compare").get_by_role("button", name="Clear"))
    replay.wait_for_query(since=None)
    use(replay, page.locator("ol.events button").first)
    replay.card.wait_for()
    replay.until("new URLSearchParams(location.search).has('event')")
    use(replay, replay.card.locator(".copy-line .copy-parts summary"))
    use(replay, replay.card.locator(".copy-list").get_by_role("button", name="Link", exact=True))
    replay.card.locator(".copy-said").filter(has_text="Cop").or_(replay.card.locator(".copy-by-hand")).first.wait_for()
    use(replay, replay.card.get_by_role("button", name=replay.t("card.close")))
    replay.card.wait_for(state="detached")


def unfold(replay, use: Callable, name: str) -> None:
    use(replay, replay.page.locator("summary", has_text=name))
    assert replay.page.locator("details[open] > summary", has_text=name).count() == 1, name


def test_filters_count_hide_and_clear(replay) -> None:
    replay.open(date=DAY)
    page = replay.page
    shown = replay.js("conflictReplay.record.eventsIn(0, 21).length")
    page.locator(".filter-box > summary").click()
    page.locator(".filter-group > summary", has_text="Grade").click()
    row = page.locator(".filter-group label", has_text="verified").first
    listed = int(row.locator(".number").inner_text())
    row.locator("input").check()
    replay.wait_for_query(grade="verified")
    assert replay.js("conflictReplay.record.eventsIn(0, 21).length") == listed < shown
    assert page.locator(".panel h2", has_text=replay.t("panel.events.30").replace("{count}", str(listed))).count() == 1
    hidden = replay.js("conflictReplay.record.filter.hidden")
    assert f"that they hide: {hidden}" in page.locator(".filter-box > summary").inner_text()
    page.get_by_role("button", name="Clear all filters").click()
    replay.wait_for_query(grade=None)
    assert replay.js("conflictReplay.record.eventsIn(0, 21).length") == shown


def test_the_edges_of_the_overview_choose_what_the_axis_shows(replay) -> None:
    replay.open(date=DAY)
    x_of = "(day) => conflictReplay.views.get('timeline').axis.histogram.stripX(day)"
    box = replay.axis.bounding_box()
    y = box["y"] + box["height"] - 8
    last = replay.js("conflictReplay.views.get('timeline').axis.histogram.range[1]")
    replay.page.mouse.move(box["x"] + replay.js(x_of, last), y)
    replay.page.mouse.down()
    replay.page.mouse.move(box["x"] + replay.js(x_of, 700), y, steps=8)
    replay.page.mouse.up()
    first, last = replay.js("conflictReplay.views.get('timeline').axis.histogram.range")
    assert (first, last) == (0, pytest.approx(700, abs=3))
    assert replay.day == DAY
    replay.axis.focus()
    replay.page.keyboard.press("z")
    assert replay.js("conflictReplay.views.get('timeline').axis.span") == replay.js("conflictReplay.record.days - 1")
    replay.page.keyboard.press("z")
    assert replay.js("conflictReplay.views.get('timeline').axis.span") == 90


def test_two_fingers_zoom_the_axis(pages, server) -> None:
    replay = pages(server, **PHONE).open(date=DAY)
    x, y = replay.axis_point(DAY)
    before = replay.js("conflictReplay.views.get('timeline').axis.span")
    touch = replay.page.context.new_cdp_session(replay.page)

    def send(kind: str, *places: float) -> None:
        points = [{"x": place, "y": y, "id": number} for number, place in enumerate(places)]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    send("touchStart", x)
    send("touchStart", x, x + 60)
    for wider in range(60, 181, 20):
        send("touchMove", x, x + wider)
    send("touchEnd")
    assert replay.js("conflictReplay.views.get('timeline').axis.span") == pytest.approx(before / 3, rel=0.1)
    replay.wait_for_query(date=replay.day)


#: Views of all kinds; the map's sight is among them.
VIEWS = (
    {"date": "2021-08-20"},
    {"date": "2021-09-03", "perspective": "taliban", "window": "7", "at": "35.300,69.800,8.50"},
    {"date": "2021-09-05", "perspective": "both", "district": "AF-PAN-rukha", "province": "AF-PAN"},
    {"date": "2021-09-05", "place": "PL-khawak-pass", "province": "AF-PAN", "since": "2021-08-29"},
    {"date": "2022-08-29", "window": "all", "type": "battles", "grade": "verified,reported", "actor": "nrf"},
)
SHOWN = "() => conflictMap.view.visibleEvents().sort().join()"


def pictures(replay) -> tuple:
    replay.settle()
    layers = tuple(replay.picture(layer) for layer in ("zones", "highlights", "events"))
    return (
        replay.day,
        replay.frame.evaluate(SHOWN),
        replay.sentence.inner_text(),
        replay.sight(),
        layers,
    )


@pytest.mark.parametrize("query", VIEWS)
def test_an_address_gives_the_same_picture_again(pages, server, query) -> None:
    """Reached by hand in one browser, opened from its address in another."""
    replay = pages(server).open(date=DAY)
    view = {key: value for key, value in query.items() if key not in ("date", "since")}
    replay.js(
        """([view, day, since]) => {
          const { record } = conflictReplay;
          conflictReplay.set({ ...view, day: record.dayNumber(day), since: since ? record.dayNumber(since) : null });
          conflictReplay.commit();
        }""",
        [view, query["date"], query.get("since")],
    )
    replay.wait_for_query(**query)
    other = pages(server)
    other.page.goto(replay.js("location.href"))
    other.wait()
    (*said, sight, layers), (*its, its_sight, its_layers) = pictures(other), pictures(replay)
    assert said == its and sight == pytest.approx(
        its_sight, abs=0.004
    )  # a pixel, where the page's height came after the map
    assert sight != its_sight or layers == its_layers
    assert len(other.frame.evaluate(SHOWN)) > 0


def test_two_hundred_changes_leave_the_frame_the_sight_and_the_card(replay) -> None:
    event = "EV-2021-0091"
    replay.open(date=DAY, event=event, at="35.300,69.800,8.50")
    replay.card.wait_for()
    replay.mark()
    title, sight = replay.card.locator("h2").inner_text(), replay.sight()
    perspectives, grades = ("nrf", "taliban", "both", "assessed"), ("verified", "claimed,disputed", None)
    for turn in range(200):
        change = [
            {"day": (37 * turn) % 1700},
            {"perspective": perspectives[turn % 4]},
            {"grade": grades[turn % 3]},
            {"window": ("7", "90", "all")[turn % 3]},
        ][turn % 4]
        replay.js("async (change) => { conflictReplay.set(change); await new Promise(requestAnimationFrame); }", change)
        if turn % 20 == 19:
            replay.js("conflictReplay.commit()")
            replay.wait_for_query(date=replay.day, event=event)
    assert replay.same_frame()
    assert replay.sight() == pytest.approx(sight, abs=0.002)
    assert replay.card.locator("h2").inner_text() == title


def test_moving_the_map_is_in_the_address_and_the_country_is_not(replay) -> None:
    replay.open(date=DAY)
    assert "at" not in replay.query
    replay.mark()
    x, y = replay.on_map(66, 34)
    replay.page.mouse.move(x, y)
    replay.page.mouse.down()
    replay.page.mouse.move(x + 120, y + 60, steps=6)
    replay.page.mouse.up()
    replay.until("new URLSearchParams(location.search).has('at')")
    lat, lon, zoom = map(float, replay.query["at"].split(","))
    assert replay.sight() == pytest.approx([lat, lon, zoom], abs=0.001)
    replay.choose("Look at", "Whole country")
    replay.wait_for_query(at=None)
    assert replay.same_frame()
    wait_in(replay.frame, "conflictMap.map.getBounds().contains([[29.5, 60.6], [38.4, 74.8]])")
