"""What the map draws and what a click or a hover on it tells."""

from __future__ import annotations

from itertools import pairwise

import pytest

from trials.at_rest import wait_in

pytestmark = pytest.mark.browser

DAY = "2021-09-03"

#: A placed event of a day whose week holds no other within half a degree, with its point.
LONELY_EVENT = """() => {
  const { record } = conflictReplay, { events } = record, { point } = record.raw.events;
  const near = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]) < 0.5;
  const district = (i) => { const d = record.districts[events.district[i]]; return d ? [d.lon, d.lat] : point[i]; };
  for (let i = 0; i < events.id.length; i++) {
    if (!events.drawn[i] || ![1, 2].includes(events.placed[i])) continue;
    const day = events.end[i];
    const others = record.eventsIn(record.windowStart(day, "7"), day).filter((o) => o !== i);
    if (others.every((o) => events.where[o] !== 4 && (!district(o) || !near(district(o), point[i]))))
      return { id: events.id[i], title: events.title[i], day: record.iso(day), lon: point[i][0], lat: point[i][1] };
  }
}"""

#: The last day of a week without any event.
EMPTY_WEEK = """() => {
  const { record } = conflictReplay;
  for (let day = 6; day < record.days; day++) if (!record.eventsIn(day - 6, day).length) return record.iso(day);
}"""


def test_the_map_is_drawn(replay):
    replay.open(date=DAY)
    for layer in ("zones", "basemap", "events"):
        assert replay.inked(layer) > 500, layer
    assert replay.inked("zones") > 50_000
    assert replay.frame.evaluate("document.querySelector('.leaflet-relief-pane img').naturalWidth") > 100
    assert replay.frame.evaluate("conflictMap.view.visibleEvents().length") > 0
    assert replay.frame.evaluate("conflictMap.map.getBounds().contains([[29.5, 60.6], [38.4, 74.8]])")
    assert replay.sight()[2] >= 5
    assert replay.frame.locator(".leaflet-control-attribution").inner_text().startswith("Leaflet")


def test_a_click_on_an_event_opens_its_card_and_close_shuts_it(replay):
    replay.open(window="7")
    event = replay.js(LONELY_EVENT)
    assert event, "the record has no event that stands alone"
    replay.mark()
    replay.go_to(event["day"])
    replay.look_at(event["lon"], event["lat"], 9)
    x, y = replay.on_map(event["lon"], event["lat"])
    replay.page.mouse.move(x, y, steps=3)
    assert event["title"] in replay.frame.locator(".replay-tip").inner_text()
    replay.page.mouse.click(x, y)
    replay.wait_for_query(event=event["id"], date=event["day"])
    assert replay.card.locator("h2").inner_text() == event["title"]
    assert replay.card.locator(".claim").count() >= 1
    assert replay.card.locator(".claim .sources li").count() >= 1
    assert replay.card.get_by_text("Who says so").count() == 1
    sight = replay.sight()
    replay.card.get_by_role("button", name="Close").click()
    replay.wait_for_query(event=None, date=event["day"])
    replay.card.wait_for(state="detached")
    assert replay.same_frame()
    assert replay.sight() == pytest.approx(sight, abs=0.05)


def test_links_to_sources_tell_nobody_who_comes(replay):
    replay.open()
    ids = replay.js(
        "conflictReplay.cards().then((cards) => Object.keys(cards.events).filter((id) => cards.events[id].source_ids.some((s) => cards.sources[s].url)))"
    )
    replay.js("(id) => conflictReplay.set({event: id})", ids[0])
    replay.card.locator("a[href^=http]").first.wait_for()
    for link in replay.card.locator("a[href^=http]").all():
        assert link.get_attribute("href").startswith(("https://", "http://"))
        assert set(link.get_attribute("rel").split()) >= {"noopener", "noreferrer", "nofollow"}
        assert link.get_attribute("target") == "_blank"


def test_cards_of_all_kinds_can_be_opened(replay):
    """Each fourteenth event and every province, one after another."""
    replay.open()
    opened, wrong = replay.js(
        """async () => {
          const { record } = conflictReplay, wrong = [];
          await conflictReplay.cards();
          const root = [...document.querySelectorAll('*')].find((e) => e.shadowRoot?.querySelector('.panel')).shadowRoot;
          const events = record.events.id.map((id, i) => ['event', id, record.events.title[i]]).filter((_, i) => i % 14 === 0);
          const all = [...events, ...record.provinces.map(({ id, name }) => ['province', id, name])];
          for (const [key, id, head] of all) {
            conflictReplay.set({ event: null, province: null, district: null, [key]: id });
            await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
            const found = root.querySelector('.card h2')?.textContent;
            if (found !== head) wrong.push([id, found]);
          }
          return [all.length, wrong];
        }"""
    )
    assert wrong == []
    assert opened > 60


def test_a_click_on_a_district_opens_it_with_its_province(replay):
    replay.open(window="7")
    replay.mark()
    day = replay.js(EMPTY_WEEK)
    replay.go_to(day)
    district = replay.js(
        "conflictReplay.record.districts.map((d) => ({...d, admin1: conflictReplay.record.provinces[d.province]})).find((d) => d.id.startsWith('AF-PAN'))"
    )
    replay.look_at(district["lon"], district["lat"], 9)
    x, y = replay.on_map(district["lon"], district["lat"])
    replay.page.mouse.move(x, y, steps=3)
    tip = replay.frame.locator(".replay-tip")
    assert f"{district['name']}, {district['admin1']['name']}" in tip.inner_text()
    assert len(tip.inner_text().splitlines()) >= 2
    replay.page.mouse.click(x, y)
    replay.wait_for_query(province="AF-PAN", district=district["id"], event=None)
    head = replay.card.locator("h2")
    assert head.inner_text() == f"{district['name']}, {district['admin1']['name']}"
    assert replay.card.locator(".sources li").count() >= 1
    assert replay.card.locator(".districts li").count() == replay.js(
        "conflictReplay.record.districts.filter((d) => d.id.startsWith('AF-PAN')).length"
    )
    replay.card.get_by_role("button", name="Close").click()
    replay.wait_for_query(province=None, district=None)
    replay.card.wait_for(state="detached")
    assert replay.same_frame()


def test_a_click_outside_the_country_closes_the_card(replay):
    replay.open(province="AF-PAN")
    replay.card.wait_for()
    x, y = replay.on_map(62.0, 37.6)
    replay.page.mouse.click(x, y)
    replay.wait_for_query(province=None)
    replay.card.wait_for(state="detached")


def test_the_list_opens_the_same_card(replay):
    replay.open(date=DAY)
    row = replay.page.locator(".event").first
    title = row.locator(".title").inner_text()
    row.click()
    replay.card.locator("h2").wait_for()
    assert replay.card.locator("h2").inner_text() == title
    replay.wait_for_query(event=replay.state["event"])


def test_a_party_sees_another_map(replay):
    replay.open(date=DAY)
    sentence = replay.page.locator(".sentence")
    holders = """(perspective) => { const {record, state} = conflictReplay, {state: of} = record.control(state.day, perspective);
      return record.districts.flatMap((d, i) => d.id.startsWith('AF-PAN') ? [record.states[of[i]].controller] : []); }"""
    assert set(replay.js(holders, "assessed")) == {"nrf"}
    assert "NRF" in sentence.inner_text()
    assert "Panjshir" in sentence.inner_text()
    before, words = replay.picture(), sentence.inner_text()
    replay.choose("According to", "As the Taliban say")
    replay.wait_for_query(perspective="taliban")
    assert replay.js(holders, "taliban") != replay.js(holders, "assessed")
    assert replay.picture() != before
    assert sentence.inner_text() != words
    assert sentence.inner_text().startswith("What the Taliban say")
    replay.choose("According to", "Assessed")
    replay.wait_for_query(perspective=None)
    assert replay.picture() == before
    assert sentence.inner_text() == words


def test_an_empty_week_says_so(replay):
    replay.open(window="7")
    day = replay.js(EMPTY_WEEK)
    assert day, "the record has no empty week"
    replay.go_to(day)
    replay.page.get_by_text("None recorded").wait_for()
    assert "No event in the window" in replay.page.locator(".legend").inner_text()
    assert "Events, past 7 days: 0" in replay.panel.inner_text()
    assert replay.frame.evaluate("conflictMap.view.visibleEvents()") == []
    assert replay.frame.evaluate("conflictMap.view.clusters()") == []
    assert replay.inked("events") > 1_000  # names stand on the same canvas
    assert replay.coloured("events") == 0
    assert replay.inked("zones") > 50_000
    replay.go_to(DAY)
    assert replay.coloured("events") > 10


def test_the_two_extents(replay):
    replay.open()
    country = replay.sight()
    replay.choose("Look at", "Panjshir and Andarab")
    wait_in(
        replay.frame, "(zoom) => conflictMap.map.getZoom() > zoom + 1 && !conflictMap.map._animatingZoom", country[2]
    )
    replay.choose("Look at", "Whole country")
    wait_in(replay.frame, "(zoom) => conflictMap.map.getZoom() < zoom + 1", country[2])
    assert replay.frame.evaluate("conflictMap.map.getBounds().contains([[29.5, 60.6], [38.4, 74.8]])")


def test_a_click_on_a_named_place_opens_it(replay):
    replay.open(date="2021-09-05", at="35.680,69.800,9.50")
    zone = replay.js("conflictReplay.record.zones.find(({ id }) => id === 'PL-khawak-pass')")
    x, y = replay.on_map(zone["lon"], zone["lat"])
    replay.page.mouse.move(x, y, steps=3)
    assert zone["name"] in replay.frame.locator(".replay-tip").inner_text()
    replay.page.mouse.click(x, y)
    replay.wait_for_query(place=zone["id"], province="AF-PAN")
    assert zone["name"] in replay.card.locator("h2").inner_text()
    assert replay.card.locator(".claim .sources li").count() >= 1
    replay.go_to("2021-09-20")
    replay.until("document.querySelector('.panel .card .claim') === null")  # no claim on it holds any more


def test_a_hover_tells_who_holds_since_when_and_who_says_so(replay):
    replay.open(date=DAY, at="35.300,69.500,8.50")
    khenj = replay.js("conflictReplay.record.districts.find(({ id }) => id === 'AF-PAN-khenj')") or replay.js(
        "conflictReplay.record.districts.find(({ name }) => name.startsWith('Khenj'))"
    )
    replay.page.mouse.move(*replay.on_map(khenj["lon"] + 0.12, khenj["lat"] + 0.08), steps=3)
    message = replay.frame.locator(".replay-tip").inner_text()
    assert "Panjshir" in message and "since" in message and "source:" in message
    assert "the NRF" in message or "press reports" in message


def test_clusters_split_on_zoom_and_hold_what_the_filters_let_through(replay):
    replay.open(date="2024-10-31", window="all", at="35.000,69.000,6.00")
    far = replay.frame.evaluate("conflictMap.view.clusters()")
    replay.look_at(69, 35, 9)
    near = replay.frame.evaluate("conflictMap.view.clusters()")
    assert sum(far) == sum(near)
    assert len(near) > len(far)
    replay.js("conflictReplay.set({ grade: 'verified' })")
    replay.settle()
    fewer = replay.frame.evaluate("conflictMap.view.clusters()")
    visible = replay.js("conflictReplay.record.eventsIn(0, conflictReplay.state.day).length")
    assert 0 < sum(fewer) < sum(near) and sum(fewer) <= visible


def test_names_stand_still_while_days_go_by_and_leave_the_marks_at_rest(replay):
    replay.open(date="2025-06-30", window="365")
    covered = "() => conflictMap.view.coveredNames()"
    at_first = replay.frame.evaluate(covered)
    day = replay.js("conflictReplay.record.dayNumber('2023-02-15')")
    passing, laid = replay.frame.evaluate(
        """(day) => { parent.conflictReplay.set({ day }); const { view } = conflictMap; return new Promise((done) =>
          requestAnimationFrame(() => requestAnimationFrame(() => done([view.coveredNames(), view.names.timesLaid])))); }""",
        day,
    )
    replay.settle()
    at_rest = replay.frame.evaluate(covered)
    assert len(at_rest) < len(passing) / 2
    assert replay.frame.evaluate("conflictMap.view.names.timesLaid") == laid + 1
    replay.go_to("2025-06-30")
    replay.settle()
    assert replay.frame.evaluate(covered) == at_first  # where names stand follows from what is shown


def test_less_motion_is_respected(pages, server):
    replay = pages(server, reduced_motion="reduce").open(date=DAY)
    assert replay.js("conflictReplay.player.speed") < 2
    usual = pages(server).open(date=DAY)
    assert usual.js("conflictReplay.player.speed") == 6


def test_what_changed_is_told_in_the_order_of_time(replay):
    replay.open(date="2021-08-20", since="2021-09-07")
    before = replay.page.locator(".compare table").inner_text()
    words = replay.page.locator(".compare p:not(.refused)").first.inner_text()
    assert words.startswith("Between 20 August 2021 and 7 September 2021")
    assert replay.frame.evaluate("document.querySelector('.leaflet-highlights-pane canvas') !== null")
    assert replay.inked("highlights") > 1000
    replay.js("conflictReplay.set({ day: 23, since: 5 })")
    replay.settle()
    assert replay.page.locator(".compare table").inner_text() == before
    replay.page.locator(".compare summary").nth(1).click()
    assert replay.page.locator(".compare ol.events li").count() > 10


def test_spellings_that_sound_alike_find_the_same(replay):
    replay.open(date=DAY)
    spellings = {"Panjsheer": "Panjshir", "Bazorak": "Bazarak", "Andrab": "Andarab", "پنجشیر": "Panjshir"}
    for typed, found in spellings.items():
        replay.page.get_by_role("searchbox").fill(typed)
        assert found in replay.page.locator(".results").inner_text(), typed
    replay.page.get_by_role("searchbox").fill("Bazorak")
    replay.page.locator(".results li button").first.click()
    replay.until("conflictReplay.state.district === 'AF-PAN-bazarak'")


def test_the_list_begins_with_what_began_last_and_what_lasts_long_comes_late(replay):
    replay.open(date="2021-09-05").settle()
    shown = replay.page.locator(".panel ol.events .title").all_inner_texts()
    starts, precisions = replay.js(
        """(titles) => { const { events } = conflictReplay.record;
           const at = titles.map((title) => events.title.indexOf(title));
           return [at.map((i) => events.start[i]), at.map((i) => events.datePrecision[i])]; }""",
        shown,
    )
    assert len(shown) >= 20 and starts == sorted(starts, reverse=True)
    for one, other in pairwise(zip(starts, precisions, strict=True)):
        assert one[0] > other[0] or one[1] <= other[1]
