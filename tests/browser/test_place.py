"""The card of a place answers first; a list leads to a card and back; the address stays as it was while nothing is touched."""

from __future__ import annotations

import re

import pytest

from geo.wording.dates import plain_date

pytestmark = pytest.mark.browser

RUKHA = {"date": "2021-09-05", "province": "AF-PAN", "district": "AF-PAN-rukha"}


def test_a_district_is_answered_first(replay):
    """Who held it, the claim that decides it with its source, the claims about the whole country folded and last."""
    replay.open(**RUKHA)
    card = replay.card
    card.locator("h2").wait_for()
    assert card.locator(".kind").inner_text() == "District"
    assert card.locator("h2").inner_text() == "Rukha, Panjshir"
    sentence = card.locator(".place-sentence").inner_text()
    assert sentence.startswith("At the end of 5 September 2021") and "since 5 September 2021" in sentence
    text = card.inner_text()
    parts = [sentence, "What decides it", "Other claims of this day", "Claims about the whole country", "Events here"]
    assert sorted(parts, key=text.index) == parts
    decides = card.locator(".claim").first
    kind = """async () => { const { record, state } = conflictReplay, { claims } = await conflictReplay.cards();
      const number = record.districts.findIndex(({id}) => id === state.district);
      return claims[record.states[record.control(state.day, 'assessed').state[number]].claims[0]].area_type; }"""
    assert replay.js(kind) == "district"
    for source in decides.locator(".sources li").all():
        assert source.locator("a").count() or "no address" in source.inner_text()
    lined = "(all) => all.map((e) => getComputedStyle(e).textDecorationLine)"
    assert set(card.locator(".sources a").evaluate_all(lined)) == {"underline"}, "a link looks like one"
    country = card.locator(".country-claims")
    assert country.get_attribute("open") is None
    country.locator("summary").click()
    assert "Not about Rukha by itself." in country.inner_text()
    area = "Math.round(conflictReplay.record.districts.find(({id}) => id === 'AF-PAN-rukha').km2)"
    assert f"{replay.js(area)} km²" in card.locator(".scripts").inner_text()


def test_cards_and_glossary_tell_the_letter_of_a_certainty_with_its_word(replay):
    """The letters stand in the data and in the method; the words on the map."""
    replay.open(**RUKHA)
    words = {letter: replay.t(f"certainty.{letter}") for letter in "ABCDE"}
    for claim in replay.card.locator(".claim").all():
        word, letter = re.search(r"\(([^()]+), certainty ([A-E])\)", claim.text_content()).groups()
        assert words[letter] == word
    replay.tab(replay.t("tabs.day"))
    replay.panel.locator(".definitions summary").click()
    terms = replay.panel.locator(".definitions dt").all_inner_texts()
    assert [f"{letter}: {word}" for letter, word in words.items()] == [term for term in terms if term[1] == ":"]


def test_what_is_unfolded_and_focused_stays_while_the_day_moves(replay):
    replay.open(**RUKHA)
    province = replay.card.locator("details[data-keep=province]")
    province.locator("summary").click()
    first = replay.card.locator(".spans").get_by_role("button").first
    first.focus()
    first.press("Enter")
    replay.settle()
    assert replay.day == replay.js("conflictReplay.record.firstDay")
    assert province.get_attribute("open") is not None
    assert replay.card.locator(".spans button:focus").count() == 1
    label = replay.card.locator(".strip").get_attribute("aria-label")
    assert label.startswith("Rukha:") and "NRF" in label


#: A day with a short month; "May" is the same in both forms.
SHORT_DAY = re.compile(r"\b\d{1,2} (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec) 20\d\d")


def test_a_card_writes_days_in_one_form(replay):
    replay.open(**RUKHA)
    nothing = {"province": None, "district": None, "place": None, "event": None}
    for chosen in (
        RUKHA, {"province": "AF-PAN"}, {"place": replay.js("conflictReplay.record.zones[0].id")}, {"event": "EV-2021-0043"}, {"province": "AF-PAN", "layer": "activity"},
        {"province": "AF-PAN", "layer": "presence"},
    ):  # fmt: skip
        change = nothing | {key: value for key, value in chosen.items() if key != "date"}
        replay.js("(change) => conflictReplay.set(change)", change)
        replay.settle()
        for folded in replay.card.locator("details").all():
            folded.evaluate("(e) => { e.open = true; }")
        text = replay.card.inner_text()
        assert " 20" in text and SHORT_DAY.findall(text) == [], chosen


@pytest.mark.parametrize(
    ("layer", "day"), [("control", "2021-09-05"), ("activity", "2024-12-31"), ("presence", "2024-12-31")]
)
def test_legend_table_caption_and_search_write_days_in_the_same_form(replay, layer, day):
    replay.open(date=day, layer=layer, presence="lists")
    replay.page.get_by_role("searchbox").fill("Rukha")
    replay.page.locator(".results li").nth(2).wait_for()
    found = replay.page.locator(".results").inner_text()
    replay.page.get_by_role("searchbox").press("Escape")
    replay.panel.locator(".data-table summary").click()
    replay.panel.locator(".data-table td").first.wait_for()
    caption = replay.frame.locator(".layer-caption").inner_text() if layer != "control" else found
    for text in (found, replay.panel.inner_text(), caption, replay.page.locator(".headline").inner_text()):
        assert " 20" in text and SHORT_DAY.findall(text) == []


def test_table_and_card_say_until_when_a_state_is_known_and_until_when_a_claim_is_confirmed(replay):
    """The claim about Rukha is confirmed for less long than another one that says the same of the whole country."""
    replay.open(**RUKHA)
    own, known = replay.js(
        """async () => { const { record, state } = conflictReplay, { claims } = await conflictReplay.cards();
          const number = record.districts.findIndex(({id}) => id === state.district);
          const known = record.states[record.control(state.day, 'assessed').state[number]];
          return [claims[known.claims[0]].last_confirmed, record.iso(known.lastConfirmed)]; }"""
    )
    assert own < known
    told = replay.card.locator(".claim").first.inner_text()
    assert f"last confirmed {plain_date(own)}." in told and f"last known on {plain_date(known)}." in told
    replay.tab(replay.t("tabs.day"))
    replay.panel.locator(".data-table summary").click()
    row = replay.panel.locator(".data-table tr", has_text="Rukha").locator("th, td").all_inner_texts()
    assert plain_date(known) in row and plain_date(own) not in row


def test_the_day_is_marked_where_the_strip_has_it_also_where_text_runs_from_the_right(replay):
    replay.open(**RUKHA)
    replay.card.locator(".strip").wait_for()
    replay.js("document.documentElement.dir = 'rtl'")
    strip, mark = (replay.card.locator(one).first.bounding_box() for one in (".strip", ".strip-box .now"))
    share = replay.js("(conflictReplay.state.day + 0.5) / conflictReplay.record.days")
    assert mark["x"] + mark["width"] / 2 == pytest.approx(strip["x"] + share * strip["width"], abs=1.5)


def test_a_province_lists_its_own_events_and_the_nearest_beside_them(replay):
    replay.open(date="2025-10-31", province="AF-KDZ")
    here = replay.card.locator(".here")
    here.wait_for()
    titles = here.locator("ol").first.locator(".title").all_inner_texts()
    assert len(titles) == 2 and all("Kunduz" in title for title in titles)
    assert replay.card.locator(".kind").inner_text() == "Province"
    here.get_by_role("heading", name="Last event here").wait_for()
    before = here.locator("ol").nth(1).locator("button")
    event = before.get_attribute("data-event")
    before.click()
    replay.wait_for_query(event=event)
    assert replay.day < "2025-10-31"
    replay.card.get_by_role("button", name="Back to the place").click()
    replay.wait_for_query(event=None, date="2025-10-31", province="AF-KDZ")
    replay.until("(id) => document.activeElement?.shadowRoot?.activeElement?.dataset.event === id", event)


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_a_list_leads_to_the_card_and_back(pages, server, width, height):
    replay = pages(server, width=width, height=height).open(date="2021-09-05")
    if width < 1000:
        replay.page.locator(".raise").click()
    row = replay.page.locator(".events > li > button.event").nth(12)
    row.scroll_into_view_if_needed()
    event = row.get_attribute("data-event")
    before = row.bounding_box()["y"]
    row.click()
    replay.card.locator("h2").wait_for()
    replay.settle()
    box = replay.card.locator("h2").bounding_box()
    assert 0 <= box["y"] < height
    replay.card.get_by_role("button", name="Back to the list").click()
    replay.until("(id) => document.activeElement?.shadowRoot?.activeElement?.dataset.event === id", event)
    assert row.bounding_box()["y"] == pytest.approx(before, abs=60)
    replay.card.wait_for(state="detached")


def test_an_event_without_a_day_opens_on_its_own(replay):
    replay.open(event="EV-2025-0043")
    assert replay.day == "2025-10-15"
    replay.card.locator("h2").wait_for()
    assert "Kunduz" in replay.card.locator("h2").inner_text()


# --- the view, untouched ------------------------------------------------------------------


@pytest.mark.parametrize(
    "screen",
    [
        {"width": 360, "height": 740, "device_scale_factor": 3, "is_mobile": True, "has_touch": True},
        {"width": 390, "height": 844, "device_scale_factor": 3, "is_mobile": True, "has_touch": True},
        {"width": 412, "height": 915, "device_scale_factor": 2.625, "is_mobile": True, "has_touch": True},
        {"width": 768, "height": 1024},
        {"width": 1440, "height": 900},
    ],
    ids=lambda screen: str(screen["width"]),
)
def test_the_address_is_not_written_while_nothing_is_touched(pages, server, screen):
    replay = pages(server, **screen).open(date="2021-09-05")
    replay.answered()
    assert "at" not in replay.query and replay.state["at"] is None
    replay.page.set_viewport_size({"width": screen["height"], "height": screen["width"]})  # turned
    replay.settle().answered()
    assert "at" not in replay.query and replay.state["at"] is None
    assert replay.frame.evaluate("conflictMap.map.getBounds().contains([34.5, 66])")


def test_a_sharp_screen_gets_a_sharp_map(pages, server):
    replay = pages(server, width=390, height=844, device_scale_factor=3, is_mobile=True, has_touch=True)
    replay.open(date="2021-09-05")
    ratio = """() => { const c = document.querySelector('.leaflet-zones-pane canvas');
        return c.width / c.getBoundingClientRect().width; }"""
    assert replay.frame.evaluate(ratio) == pytest.approx(3, abs=0.02)


# --- the one-file replay ------------------------------------------------------------------


@pytest.fixture(scope="module")
def one_file(shipped_line, tmp_path_factory) -> str:
    from geo.export.one_file import write_one_file

    path = tmp_path_factory.mktemp("one_file") / "replay.html"
    write_one_file(shipped_line, path)
    return path.as_uri()


def at_rest(frame) -> None:
    frame.wait_for_function("window.conflictReplay?.views.has('panel')")
    frame.evaluate("() => conflictReplay.settled().then(() => 1)")


def test_a_file_that_is_not_shown_at_first_fits_when_it_is(pages, one_file, tmp_path):
    """As in a tab of a page that opens later: the frame has no size while the file loads."""
    (tmp_path / "page.html").write_text(
        f'<body><iframe src="{one_file}#date=2021-09-05" style="display: none; width: 900px; height: 700px"></iframe>',
        "utf-8",
    )
    page = pages("file://", width=1000, height=800).page
    page.goto((tmp_path / "page.html").as_uri())
    inner = page.frames[1]
    inner.wait_for_function("window.conflictReplay?.views.has('panel')")
    page.evaluate("document.querySelector('iframe').style.display = 'block'")
    at_rest(inner)
    inner.wait_for_function(
        "conflictMap.map.getSize().x > 0 && conflictMap.map.getBounds().contains([[29.5, 60.6], [38.4, 74.8]])"
    )
    inner.wait_for_function(
        "!document.querySelector('.leaflet-control-zoom-out').classList.contains('leaflet-disabled') || conflictMap.map.getZoom() <= conflictMap.map.getMinZoom()"
    )
    assert inner.evaluate("conflictReplay.state.at") is None
    drawn = """() => { const c = document.querySelector('.leaflet-zones-pane canvas');
        return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some((value) => value); }"""
    assert inner.evaluate(drawn)


def test_an_event_without_a_day_opens_a_file_on_its_own(pages, one_file):
    page = pages("file://", width=1200, height=800).page
    page.goto(f"{one_file}#event=EV-2025-0043")
    at_rest(page.main_frame)
    assert page.evaluate("conflictReplay.day") == "2025-10-15"


def test_on_paper_the_map_is_whole_and_comes_back(pages, one_file):
    page = pages("file://", width=1400, height=900).page
    page.goto(f"{one_file}#date=2021-09-05")
    at_rest(page.main_frame)
    size = "(() => { const {x, y} = conflictMap.map.getSize(); return [x, y]; })()"
    before = page.evaluate(size)
    page.evaluate(
        f"addEventListener('beforeprint', () => {{ window.printed = {{size: {size},"
        " fits: conflictMap.map.getBounds().contains([[29.5, 60.6], [38.4, 74.8]])}; })"
    )
    page.pdf(format="A4")
    assert page.evaluate("printed.size") == [680, 420]
    assert page.evaluate("printed.fits")
    at_rest(page.main_frame)
    assert page.evaluate(size) == before
    assert page.evaluate("conflictReplay.state.at") is None


def test_a_card_leads_to_the_whole_record_and_the_page_of_the_province(replay):
    replay.open(date="2021-09-05", event="EV-2021-0091")
    replay.card.get_by_role("link", name="The whole record").click()
    replay.page.get_by_role("heading", name="Who says what").wait_for()
    replay.wait_for_query(event="EV-2021-0091", date="2021-09-05")
    replay.page.go_back()
    replay.wait()
    replay.js("conflictReplay.set({ event: null, province: 'AF-PAN' })")
    replay.card.get_by_role("link", name="All figures of this province").click()
    replay.page.get_by_role("heading", name="Panjshir", exact=True).wait_for()
    replay.wait_for_query(province="AF-PAN")
