"""The headline: the sentence of the day, and Copy, whose link opens the same view again, on another width too."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from geo.record.load import Dataset
from geo.wording.cite import AUTHOR, Reading, cite_day

pytestmark = pytest.mark.browser

DAY = "2021-09-05"
VIEW = {
    "date": DAY, "perspective": "nrf", "window": "7", "district": "AF-PAN-rukha", "province": "AF-PAN",
    "at": "35.300,69.800,8.50",
}  # fmt: skip
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
PHONE = {"width": 390, "height": 844, "is_mobile": True, "has_touch": True}


def copied(replay) -> str:
    replay.page.locator(".headline .copy-said").filter(has_text="Copied").wait_for()
    return replay.js("navigator.clipboard.readText()")


@pytest.mark.parametrize("width", [1440, 390])
def test_one_press_copies_sentence_citation_and_link_and_the_link_opens_the_view(pages, server, width) -> None:
    replay = pages(server, width=width, height=900, **CLIPBOARD).open(**VIEW)
    state = replay.state
    replay.page.locator(".headline .copy-all").click()
    sentence, _, citation, link = copied(replay).split("\n")
    assert sentence == replay.sentence.inner_text()
    assert AUTHOR in citation and f"State as of {DAY}, perspective nrf" in citation
    other = pages(server, **(PHONE if width == 1440 else {"width": 1440, "height": 900}))
    other.page.goto(link)
    other.wait()
    assert {key: value for key, value in other.state.items() if key != "extent"} == state


def test_each_part_can_be_copied_alone(pages, server, shipped: Dataset) -> None:
    replay = pages(server, **CLIPBOARD).open(**VIEW)
    parts = {}
    for name in ("Sentence", "Link", "Citation"):
        replay.page.locator(".headline .copy-parts summary").click()
        replay.page.locator(".headline .copy-list").get_by_role("button", name=name, exact=True).click()
        parts[name] = copied(replay)
    assert parts["Sentence"] == replay.sentence.inner_text()
    read_on = parts["Citation"].removesuffix(".").rpartition("read on ")[2]
    assert parts["Citation"] == cite_day(shipped, DAY, "nrf", Reading(parts["Link"], read_on)).text


@pytest.mark.parametrize("width", [1440, 390])
def test_what_came_of_it_covers_no_map_and_goes_with_the_next_view(pages, server, width) -> None:
    replay = pages(server, width=width, height=900, **CLIPBOARD).open(**VIEW)
    status = replay.page.locator(".headline .copy-said")
    changes = (lambda: replay.go_to("2021-09-07"), lambda: replay.js("conflictReplay.set({perspective: 'taliban'})"))
    for change in changes:
        replay.page.locator(".headline .copy-all").click()
        copied(replay)
        bottom = status.evaluate("(e) => e.getBoundingClientRect().bottom")
        assert bottom <= replay.page.locator("iframe[src*=folium]").bounding_box()["y"]
        assert status.evaluate("(e) => e.scrollWidth <= e.clientWidth")
        change()
        replay.until(
            "() => ![...document.querySelectorAll('*')].some((e) =>"
            " e.shadowRoot?.querySelector('.headline .copy-said')?.textContent)"
        )


def test_the_link_of_a_card_opens_the_view_though_the_address_has_not_followed(pages, server) -> None:
    replay = pages(server, **CLIPBOARD).open(date=DAY, district="AF-PAN-rukha", province="AF-PAN")
    replay.go_to("2021-09-07")
    assert replay.query["date"] == DAY
    replay.card.locator(".copy-parts summary").click()
    replay.card.get_by_role("button", name="Link", exact=True).click()
    replay.card.locator(".copy-said").filter(has_text="Copied").wait_for()
    assert "date=2021-09-07" in replay.js("navigator.clipboard.readText()")
    assert not replay.card.locator("input.link").count()


FLIES = "() => conflictReplay.set({extent: [[35.1, 69.2], [35.7, 70.0]]})"
PANS = "(map) => map.panBy([150, -60], {animate: true, duration: 2})"


@pytest.mark.parametrize(("move", "begins"), [(FLIES, "zoomanim"), (PANS, "move")])
def test_a_link_that_is_copied_while_the_map_is_on_its_way_leads_to_where_it_goes(pages, server, move, begins) -> None:
    replay = pages(server, **CLIPBOARD).open(date=DAY, at="34.500,67.700,7.00")
    replay.page.locator(".headline .copy-list button", has_text="Link").evaluate(
        f"""(link, begins) => new Promise((done) => {{
          const {{ map }} = document.querySelector("iframe[src*=folium]").contentWindow.conflictMap;
          map.once(begins, () => {{ link.click(); done(); }});
          ({move})(map); }})""",
        begins,
    )
    link = copied(replay)
    replay.settle()
    at = parse_qs(urlsplit(link).query)["at"][0].split(",")
    assert [float(part) for part in at] == pytest.approx(replay.sight(), abs=0.002) != [34.5, 67.7, 7.0]


def test_where_no_page_may_copy_the_text_is_selected_to_be_copied_by_hand(replay) -> None:
    replay.open(**VIEW)
    replay.js(
        """() => { navigator.clipboard.writeText = () => Promise.reject(new Error('denied'));
          document.execCommand = () => false; }"""
    )
    replay.page.locator(".headline .copy-all").click()
    by_hand = replay.page.locator(".headline .copy-by-hand")
    by_hand.wait_for()
    assert replay.sentence.inner_text() in by_hand.input_value()
    assert "Ctrl+C" in replay.page.locator(".headline .copy-said").inner_text()


def test_the_headline_follows_the_day_and_the_map_stands_still(replay) -> None:
    replay.open(date="2021-08-16")
    frame = replay.page.locator("iframe[src*=folium]")
    before, words = frame.bounding_box(), replay.sentence.inner_text()
    replay.go_to(DAY)
    replay.settle()
    assert replay.page.locator(".headline .date").inner_text() == "Sunday 5 September 2021"
    assert replay.page.locator(".headline .solar").inner_text() == "14 Sunbula 1400"
    assert replay.sentence.inner_text() != words
    assert "reported" in replay.page.locator(".headline .sure").inner_text()
    assert frame.bounding_box() == before


def test_who_asks_for_no_day_is_told_what_this_is_and_can_play_the_fall_of_the_panjshir(replay) -> None:
    replay.open()
    assert replay.day == DAY
    welcome = replay.page.locator(".welcome")
    assert replay.js("conflictReplay.record.iso(conflictReplay.record.days - 1)")[:4] in welcome.inner_text()
    welcome.get_by_role("button", name="Play the fall of the Panjshir").click()
    replay.until("conflictReplay.player.playing && conflictReplay.day < '2021-09-05'")
    welcome.wait_for(state="hidden")
    replay.js("conflictReplay.player.speed = 60; conflictReplay.player.slow = false")
    replay.until("!conflictReplay.player.playing")
    assert replay.day == "2021-09-09"


def test_who_comes_back_to_the_map_is_not_told_again_and_its_link_stays_in_the_app(pages, server, replay) -> None:
    replay.open()
    welcome = replay.page.locator(".welcome")
    welcome.get_by_role("button", name=replay.t("welcome.close")).click()
    for page, wait in (("Events", "events?"), ("Map", "/?")):
        link = replay.page.locator(".st-key-menu").get_by_role("link", name=page, exact=True)
        link.click()
        replay.page.wait_for_url(f"**{wait}**")
    replay.wait()
    assert not welcome.is_visible()
    other = pages(server).open().page
    other.locator(".welcome a").click()
    other.get_by_role("heading", name="Method", exact=False).first.wait_for()
    assert "/method?" in other.url and "date=" in other.url
    assert (
        other.evaluate("performance.getEntriesByType('navigation')[0].name").split("?")[0].rstrip("/") == replay.address
    )


def test_a_link_with_a_day_opens_as_it_was_made(replay) -> None:
    replay.open(date="2022-05-07")
    assert replay.day == "2022-05-07"
    assert not replay.page.locator(".welcome").is_visible()


#: Whether a line of the sentence is cut off, and whether how sure it is can't be seen.
CUT = """(() => { const s = [...document.querySelectorAll('*')].map((e) => e.shadowRoot)
    .map((root) => root?.querySelector('.headline')).find(Boolean);
  const [words, sure] = ['.sentence', '.sure'].map((one) => s.querySelector(one));
  return words.scrollHeight > words.clientHeight + 6 || Boolean(sure.textContent &&
    (!sure.offsetHeight || sure.scrollWidth > sure.clientWidth)); })()"""


@pytest.mark.parametrize("width", [1440, 1100, 900, 390])
def test_what_the_headline_cuts_can_be_opened(pages, server, width) -> None:
    replay = pages(server, width=width, height=900).open(date=DAY)
    more = replay.page.locator(".headline .more")
    for day in ("2021-08-16", DAY, "2022-05-07", "2024-03-01"):
        replay.go_to(day)
        replay.settle()
        assert more.is_visible() == replay.js(CUT), day
    replay.go_to(DAY)
    replay.settle()
    if width < 1000:  # there is no room for how sure it is
        assert not replay.page.locator(".headline .sure").is_visible()
        more.click()
        assert replay.page.locator(".headline .sure").is_visible() and not replay.js(CUT)


def test_a_window_made_narrow_offers_the_rest_of_the_sentence(replay) -> None:
    replay.open(date="2022-05-07")
    more = replay.page.locator(".headline .more")
    for width, is_there in ((390, True), (1600, False), (390, True)):
        replay.page.set_viewport_size({"width": width, "height": 900})
        more.wait_for(state="visible" if is_there else "hidden")
