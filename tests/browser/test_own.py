"""What a reader adds on /add: on map and timeline in a colour of its own, as text only, for nobody else, removable."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from typing import Any

import pytest

from geo.aggregate.folder import FORM
from geo.browser.sheets import WEB
from geo.ingest.counts import read_counts
from geo.ingest.map_columns import columns_for_map
from geo.ingest.run import ingest
from geo.record.load import Dataset
from geo.record.spans import add_days

pytestmark = pytest.mark.browser

TRAP = "<img src=x onerror=window.__pwned=1> {{7*191}} ![x](https://evil.example/a.png) **bold**"
LON, LAT = 69.51, 35.31
DAY = "2021-09-05"
HEAD = "id,date,latitude,longitude,province,district,title,summary,killed,source,source_url\n"
SMALL = HEAD + (
    f'A,{DAY},{LAT},{LON},,,"{TRAP}","{TRAP}",3,"{TRAP}",https://example.org/a\n'
    f"B,2021-09-01,{LAT},{LON},,,Second,,,,javascript:alert(1)\n"
    "C,2021-09-06,,,Baghlan,Andarab,District only,,,,\n"
    "D,2021-09-07,,,Panjshir,,Province only,,,,\n"
    "E,2019-09-07,34.5,69.2,,,Too early,,,,\n"
)
#: How many pixels of a layer have about our green for what was added; edges are softened.
GREENS = """(where) => {
  let count = 0;
  for (const canvas of document.querySelectorAll(where)) {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    for (let i = 0; i < data.length; i += 4)
      if (data[i + 3] > 99 && [0x11, 0x77, 0x33].every((part, n) => Math.abs(data[i + n] - part) < 40)) count++;
  }
  return count;
}"""
IN_LENSES = ".replay-lens canvas.marks"
#: Where on its frame the first mark of what was added is, in the first lens.
FIRST_IN_LENS = """() => { const [lens] = conflictMap.view.lenses.views.values(), frame = lens.root.getBoundingClientRect();
  const step = 4;
  for (let y = step; y < frame.height; y += step) for (let x = step; x < frame.width; x += step)
    if (lens.guests.at(x * lens.view.ratio, y * lens.view.ratio)?.userData) return [frame.left + x + 6, frame.top + y + 6]; }"""


def add(replay, name: str, content: bytes) -> None:
    """Bring a file on /add, then go to the map by the page's own link."""
    page = replay.page
    page.goto(f"{replay.address}/add")
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})
    page.locator(".st-key-add_take button:enabled").click(timeout=60_000)
    page.locator(".st-key-add_take").wait_for(state="detached")
    page.get_by_test_id("stMain").get_by_role("link", name=re.compile("on the map: |To the map")).click()
    replay.wait()
    replay.until("conflictReplay.userData.world !== null")


def show(replay, day: str, window: str = "30") -> None:
    replay.js("([day, window]) => { conflictReplay.setDay(day); conflictReplay.set({window}); }", [day, window])
    replay.settle()


def green(replay, pane: str = "user-data") -> int:
    """On a pane of the map; events also in lenses."""
    where = f".leaflet-{pane}-pane canvas"
    return replay.frame.evaluate(GREENS, f"{where}, {IN_LENSES}" if pane == "user-data" else where)


def test_brought_events_are_drawn_beside_ours_as_text_and_for_this_reader_only(pages, server) -> None:
    replay = pages(server)
    add(replay, "mine.csv", SMALL.encode())
    page = replay.page
    replay.mark()
    assert replay.js("conflictReplay.userData.world.record.events.id") == ["B", "A", "C", "D"]

    seen = {}
    for day in ("2021-08-31", "2021-09-01", DAY, "2021-09-06", "2021-09-07", "2021-10-20"):
        show(replay, day)
        seen[day] = (
            replay.js("conflictReplay.userData.inWindow(conflictReplay.state).numbers().length"),
            green(replay) > 0,
        )
    assert [count for count, _ in seen.values()] == [0, 1, 2, 3, 4, 0]
    assert [drawn for _, drawn in seen.values()] == [False, True, True, True, True, False]
    assert replay.js("[...conflictReplay.userData.world.perDay.entries()].filter(([, n]) => n)") == [
        [17, 1], [21, 1], [22, 1], [23, 1],
    ]  # fmt: skip
    bars = replay.js(
        """() => { const {histogram} = conflictReplay.views.get('timeline').axis, {data} = histogram.canvas.getContext('2d')
        .getImageData(0, 0, histogram.canvas.width, histogram.canvas.height);
        return data.some((_, i) => i % 4 === 0 && data[i] === 0x11 && data[i+1] === 0x77 && data[i+2] === 0x33); }"""
    )
    assert bars and replay.axis.bounding_box()["height"] > 100  # the strip has room of its own

    show(replay, "2021-09-07")
    own = replay.panel.locator(".user-data")
    assert "Your events in the window: 4 of 4." in own.inner_text() and "One lies outside" in own.inner_text()
    replay.look_at(LON, LAT, 9)
    x, y = replay.on_map(LON, LAT)
    page.mouse.move(x, y, steps=3)
    tip = replay.frame.locator(".replay-tip")
    tip.get_by_text("of your events, not checked by us").wait_for()
    assert TRAP in tip.inner_text()
    page.mouse.click(x, y)
    card = replay.panel.locator(".user-data-card")
    card.wait_for()
    if card.locator("h2").inner_text() != TRAP:
        page.mouse.click(x, y)  # the next of those that lie there
        card.get_by_text("row 2, id A").wait_for()
    assert card.locator("h2").inner_text() == TRAP
    assert card.inner_text().count(TRAP) == 3 and "YOUR DATA, NOT CHECKED BY US" in card.inner_text().upper()
    link = card.get_by_role("link")
    assert link.get_attribute("href") == "https://example.org/a"
    assert link.get_attribute("rel") == "noopener noreferrer nofollow"
    page.keyboard.press("Escape")  # closes what is told under the pointer
    tip.wait_for(state="hidden")
    page.keyboard.press("Escape")
    card.wait_for(state="detached")
    for place in (page, replay.frame):
        assert place.evaluate("window.__pwned") is None
        assert "1337" not in place.evaluate("document.documentElement.textContent")

    replay.js("conflictReplay.commit()")
    replay.wait_for_query(date="2021-09-07")
    assert not {"own", "added"} & replay.query.keys()
    assert all(word not in replay.js("decodeURIComponent(location.href)") for word in ("mine", "Second", "row"))
    stranger = pages(server).open(date="2021-09-07")
    assert stranger.js("conflictReplay.userData.world") is None and green(stranger) == 0

    own.get_by_role("button", name="Hide them").click()
    replay.until("conflictReplay.userData.hidden && conflictReplay.waiting === 0")
    assert green(replay) == 0
    own.get_by_role("button", name="Show them").click()
    replay.until("!conflictReplay.userData.hidden && conflictReplay.waiting === 0")
    assert green(replay) > 0
    own.get_by_role("button", name="Remove them").click()
    own.get_by_role("button", name="Press again to remove").click()
    replay.until("conflictReplay.userData.world === null && conflictReplay.waiting === 0")
    assert green(replay) == 0 and own.is_hidden()
    assert replay.same_frame()
    page.get_by_role("link", name="Events", exact=True).click()
    page.get_by_role("link", name="Map", exact=True).click()
    replay.wait()
    assert replay.js("conflictReplay.userData.world") is None


def test_in_a_lens_brought_events_are_drawn_small_and_can_be_chosen(pages, server) -> None:
    replay = pages(server)
    add(replay, "mine.csv", SMALL.encode())
    show(replay, "2024-10-31", "all")  # no lens: all on the map itself
    assert green(replay) > 0 and replay.frame.evaluate(GREENS, IN_LENSES) == 0
    show(replay, DAY)
    in_lens = replay.frame.evaluate(GREENS, IN_LENSES)
    assert in_lens > 0 and green(replay) == in_lens  # the map leaves to the lens what that shows
    frame = replay.page.locator("iframe[src*=folium]")
    frame.scroll_into_view_if_needed()
    x, y = replay.frame.evaluate(FIRST_IN_LENS)
    at = frame.bounding_box()
    replay.page.mouse.move(at["x"] + x, at["y"] + y, steps=3)
    replay.frame.locator(".replay-tip").get_by_text("of your events, not checked by us").wait_for()
    replay.page.mouse.click(at["x"] + x, at["y"] + y)
    replay.panel.locator(".user-data-card").wait_for()


def test_a_step_sends_none_of_it_again(pages, server) -> None:
    replay = pages(server)
    sent: list[int] = []
    replay.page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: sent.append(len(frame))))
    pick = random.Random(1)  # noqa: S311
    rows = "".join(f"R{n},{DAY},{LAT},{LON},,,{pick.getrandbits(900)},,,,\n" for n in range(1500))
    add(replay, "mine.csv", (HEAD + rows).encode())
    assert max(sent) > 100_000
    sent.clear()
    replay.page.get_by_role("button", name="Next day", exact=True).click()
    replay.wait_for_query(date=replay.day)
    replay.settle().answered()
    assert sent and sum(sent) < 12_000  # nor what the page looks like: 14 KB


def many_events() -> bytes:
    """More than can be drawn one by one; some last longer than others, some are known to the province only."""
    pick = random.Random(7)  # noqa: S311
    rows = ["id,date,date_end,latitude,longitude,province,title"]
    for number in range(4600):
        day = add_days("2021-08-15", pick.randrange(400))
        end = add_days(day, pick.choice([0, 0, 0, 2, 45]))
        if number % 40 == 0:
            rows.append(f"M{number},{day},{end},,,Kabul,Somewhere")
        else:
            rows.append(f"M{number},{day},{end},{34.5 + pick.gauss(0, 1):.3f},{68.5 + pick.gauss(0, 1.5):.3f},,There")
    return "\n".join(rows).encode()


def counted(columns: dict[str, Any], dataset: Dataset, first: int, last: int) -> Counter[int]:
    """Events of a window by cell, counted plainly: district, else province behind the districts, else -1."""
    cells: Counter[int] = Counter()
    districts = len(dataset.by_id("districts"))
    for start, end, precision, where, district, province in zip(
        *(columns[name] for name in ("start", "end", "datePrecision", "where", "district", "province")), strict=True
    ):
        if start > last or end < first:
            continue
        if precision > 3:
            cells[-1] += 1
        elif where <= 3 and district >= 0:
            cells[district] += 1
        else:
            cells[districts + province if where <= 4 and province >= 0 else -1] += 1
    return cells


def heat(replay) -> Counter[int]:
    found = replay.js(
        "(() => { const f = conflictReplay.userData.inWindow(conflictReplay.state); return f.choropleth && [...f.counts]; })()"
    )
    assert found, "no heat"
    counts = Counter({cell: int(count) for cell, count in enumerate(found[:-1]) if count})
    return counts + Counter({-1: int(found[-1])})


def test_more_than_can_be_drawn_is_heat_by_district(pages, server, shipped) -> None:
    content = many_events()
    columns = columns_for_map(ingest(content, shipped).accepted, shipped)
    replay = pages(server)
    add(replay, "many.csv", content)
    assert replay.js("conflictReplay.userData.world.record.events.id.length") == len(columns["id"])
    for day in ("2022-09-25", "2022-10-20", "2022-09-30"):  # there and back: what leaves is taken out again
        show(replay, day, "all")
        last = replay.js("conflictReplay.state.day")
        assert heat(replay) == counted(columns, shipped, 0, last)
    assert replay.inked("user-data-choropleth") > 5_000
    rows = replay.panel.locator(".user-data .keys li").all()
    in_districts = [count for cell, count in heat(replay).items() if 0 <= cell < len(shipped.by_id("districts"))]
    shown = 0
    for row in rows:
        text, number = row.locator(".key").inner_text(), row.locator(".number").inner_text()
        if not text.startswith("Districts"):
            continue
        low, _, high = text.split()[2].replace("+", "–1000000").replace(",", "").partition("–")
        inside = sum(int(low) <= count <= int(high or low) for count in in_districts)
        assert inside == int(number), text
        shown += inside
    assert shown == len(in_districts) > 20
    show(replay, "2022-01-31", "30")
    assert replay.inked("user-data-choropleth") == 0 and green(replay) > 50  # few enough to be read


def test_counts_of_a_join_are_heat_too(pages, server, shipped) -> None:
    pick = random.Random(3)  # noqa: S311
    districts = list(shipped.by_id("districts"))
    days = sorted(pick.sample(range(300), 60))
    cells = [sorted(pick.sample(range(2 * len(districts)), 50)) for _ in days]
    form = {
        "form": FORM, "first_day": "2021-08-20", "districts": districts, "types": ["battles", None], "days": days,
        "starts": [50 * n for n in range(61)], "cells": [cell for row in cells for cell in row], "events": [pick.randrange(1, 90) for _ in range(3000)],
    }  # fmt: skip
    content = json.dumps(form).encode()
    columns = read_counts(content, shipped)
    rows = list(zip(*(columns[name] for name in ("day", "district", "type", "events")), strict=True))
    replay = pages(server)
    add(replay, "map.json", content)

    def wanted(first: int, last: int, kinds: tuple[int, ...] = (0, -1)) -> Counter[int]:
        cells: Counter[int] = Counter()
        for day, district, kind, events in rows:
            if first <= day <= last and kind in kinds:
                cells[district] += events
        return cells

    for day, window in (("2022-01-31", "30"), ("2022-03-31", "all"), ("2021-11-15", "30")):
        show(replay, day, window)
        last = replay.js("conflictReplay.state.day")
        assert heat(replay) == wanted(0 if window == "all" else last - 29, last)
    assert replay.inked("user-data-choropleth") > 5_000
    assert replay.js("conflictReplay.userData.world.perDay.reduce((a, b) => a + b)") == columns["total"]
    replay.js("conflictReplay.set({type: 'battles'})")
    replay.until("conflictReplay.waiting === 0")
    assert heat(replay) == wanted(last - 29, last, (0,))
    replay.look_at(LON, LAT, 9)
    assert replay.inked("user-data") > 100  # the numbers, where there is room


def test_classes_hold_every_count_once(replay) -> None:
    replay.open()
    limits = replay.js(
        """async ([text, most]) => {
        const heat = await import(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
        return most.map((m) => [heat.classLimits(m), [1, Math.ceil(m / 2), m].map((n) => heat.classOf(n, heat.classLimits(m)))]); }""",
        [
            (WEB / "userdata" / "choropleth.js").read_text("utf-8"),
            sizes := [1, 2, 5, 6, 7, 20, 100, 999, 1_000, 54_321, 10_000_000],
        ],
    )
    for most, (lows, (least, _, last)) in zip(sizes, limits, strict=True):
        assert lows[0] == 1 and lows == sorted(set(lows)) and lows[-1] <= most, (most, lows)
        assert len(lows) == min(most, 5) and least == 0 and last == len(lows) - 1
    assert limits[6][0] == [1, 2, 5, 10, 30]
