"""Every page under the headers of docs/security.md, as readers of all kinds meet it: its states are in `matrix.py`.

One title and headings in order, names and texts for pictures, contrast, every control by the Tab key, no sideways
scrolling on any screen; and complete: nothing is refused, every chart is drawn.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from geo.address.view import first_view
from geo.export.one_file import write_one_file
from geo.wording.language import speaking
from geo.wording.text import catalogue, t
from tests.browser.axe import violations
from tests.browser.checks import COVERED, COVERED_ANYWHERE, FAINT, FITS, HEADINGS, KEYS, SMALL, UNNAMED, WORDLESS
from tests.browser.matrix import APP, FILES, LANGUAGES, PAGES, SCHEMES, WIDTHS, State, all_pairs, states
from trials.proxy import LISTEN, refused

pytestmark = pytest.mark.browser

#: What the Tab key reaches on some pages, among the rest; the map's own controls: test_controls.py.
CONTROLS = {
    "provinces?province=AF-PAN": ["Map", "About", "Province (type a name", "From", "According to", "Takhar", "Show on the map"],
    "events": ["Events", "Search", "Actor", "Whole record", "Order", "Day", "Next page"],
    "compare?a=2021-08-20&b=2021-09-07": ["A: day", "B: according to", "Swap", "Events drawn", "Zoom to what differs"],
    "story": ["Story", "Taliban take Kabul", "Next", "3. 20 August"],
    "sources": ["Days", "Search publishers", "SRC-"],
}  # fmt: skip
#: Tests that name controls as readers in English see them, and those that are tried in English where few states are wanted.
IN_ENGLISH, IN_ENGLISH_AT_FIRST = ("test_the_tab_key_reaches_every_control",), ("test_axe_finds_nothing_in_what_opens",)
#: Where few states are wanted, files in other languages are read by axe and by eye, and not walked as well.
WALKED = ("test_every_control_is_in_the_window_and_under_nothing", "test_nothing_scrolls_sideways")
DESK = {"width": 1440, "height": 900}
TELEPHONE = {"width": 390, "height": 844}

FOCUSED = """() => { let e = document.activeElement; while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
  const box = e.getBoundingClientRect();
  return e === document.body ? null : [e.tagName, e.getAttribute('aria-label') || e.textContent.trim().slice(0, 60), Math.round(box.x), Math.round(box.y + scrollY)].join('|'); }"""

#: As if nothing had been reached yet.
START_AGAIN = """() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex');
  document.querySelector('.stMain')?.scrollTo(0, 0); }"""
#: Opens the first boxes that are folded in, and closes those that are not.
TURN_OVER = "[...document.querySelectorAll('[data-testid=stExpander] summary')].slice(0, 3).forEach((e) => e.click())"
#: Until all that moves and comes to an end has come to it.
UNMOVED = """() => Promise.allSettled(document.getAnimations()
  .filter((one) => one.effect?.getComputedTiming().endTime < Infinity).map((one) => one.finished))"""
#: Everything that is folded in, in the panel.
UNFOLD = """(isOpen) => document.querySelectorAll('*').forEach(function deep(e) {
  if (e.matches('.panel details, .options-box details')) e.open = isOpen; e.shadowRoot?.querySelectorAll('*').forEach(deep); })"""


def type_in_search(words: str):
    return lambda replay: replay.page.get_by_role("searchbox").first.fill(words)


def open_event(replay) -> None:
    replay.page.get_by_role("tab", name=replay.t("tabs.day"), exact=True).click()
    replay.page.locator("ol.events button").first.click()
    replay.card.wait_for()


def close_card(replay) -> None:
    replay.card.get_by_role("button", name=replay.t("card.close")).click()
    replay.until("!conflictReplay.state.event")
    replay.settle()  # the focus goes back to the list
    replay.page.keyboard.press("Escape")


#: What opens on the map, how, and how it closes again.
OPENED = {
    "search": (type_in_search("Panjshir"), type_in_search("")),
    "options": (
        lambda replay: replay.page.locator(".opener").click(),
        lambda replay: replay.page.locator(".opener").click(),
    ),
    "filters and tables": (lambda replay: replay.js(UNFOLD, True), lambda replay: replay.js(UNFOLD, False)),
    "card": (open_event, close_card),
}
#: The cells of a table are pressed through one by one.
MAX_PRESSES = 600


def in_app(test):
    """A test of the app's pages only: what it asks has no place in one file."""
    test.editions = (APP,)
    return test


def first_of_each(chosen: list[State]) -> list[State]:
    """One state of each page of each edition."""
    return list({(state.edition, state.page): state for state in reversed(chosen)}.values())[::-1]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each test that asks for a state is tried in all that were chosen."""
    if "state" not in metafunc.fixturenames:
        return
    editions = getattr(metafunc.function, "editions", tuple(PAGES))
    only = getattr(metafunc.function, "only", None)
    chosen = states(metafunc.config.getoption("states"))
    chosen = [state for state in chosen if state.edition in editions and (only is None or state.page in only)]
    is_few = metafunc.config.getoption("states") == "pairs"
    if metafunc.function.__name__ in (*IN_ENGLISH, *(IN_ENGLISH_AT_FIRST if is_few else ())):
        chosen = [state for state in chosen if state.language == LANGUAGES[0]]
    if metafunc.function.__name__ in WALKED and is_few:
        chosen = [state for state in chosen if state.edition != FILES or state.language == LANGUAGES[0]]
    if getattr(metafunc.function, "few", False) and is_few:
        chosen = first_of_each(chosen)
    metafunc.parametrize("state", chosen, ids=str, scope="module")


@pytest.fixture(scope="module")
def one_file(shipped_line, shipped_dir, tmp_path_factory):
    """The address of the one-file edition in a language."""
    folder, view = tmp_path_factory.mktemp("one_file"), first_view(shipped_line.dataset)

    @cache
    def address(lang: str) -> str:
        path = folder / f"{lang}.html"
        write_one_file(shipped_line, path, shipped_dir, replace(view, lang=lang))
        return f"file://{path}"

    return address


def said(state, key: str) -> str:
    """A text in the language of a state."""
    with speaking(state.language):
        return t(key)


@pytest.fixture(scope="module")
def opened(browser, watched, request, state):
    """The page of a state, at rest; the tests of a state share it."""
    address = address_of(request, state)
    with watched(browser) as new:
        yield at_rest(new(address, **state.screen, color_scheme=state.scheme), state)


def address_of(request, state) -> str:
    """Where a state is served; files of other languages than English by the app, which has them beside its own pages."""
    if state.edition == APP:
        return request.getfixturevalue("guarded")
    if state.edition == FILES:
        is_first = state.language == LANGUAGES[0]
        return request.getfixturevalue("files_host") if is_first else f"{request.getfixturevalue('guarded')}/read"
    return request.getfixturevalue("one_file")(state.language)


@pytest.fixture
def page_of(opened, state):
    """The same, as it was when it had been opened: no test leans on what another has left."""
    opened.page.set_viewport_size(state.screen)
    opened.js(START_AGAIN)
    return at_rest_again(opened, state)


def at_rest(replay, state):
    replay.page.context.add_init_script(LISTEN)
    replay.page.goto(f"{replay.address}{'/' if state.edition in (APP, FILES) else ''}{state.address}")
    replay.page.get_by_text(said(state, "app.credits")).first.wait_for(state="attached")
    if state.edition == APP and state.is_map:
        replay.wait()
    return at_rest_again(replay, state)


def at_rest_again(replay, state):
    if not state.has_store:
        return replay
    return replay.answered() if state.edition == APP else replay.settle()


def test_headings_names_pictures_and_contrast(page_of, state) -> None:
    levels = page_of.js(HEADINGS)
    assert levels.count(1) == 1 and levels[0] == 1, levels
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    assert page_of.js(UNNAMED) == []
    assert page_of.js(KEYS, list(catalogue())) == []
    assert page_of.js(WORDLESS) == []
    assert page_of.js(FAINT) == []
    assert page_of.js("document.documentElement.lang") == state.language
    assert page_of.js("matchMedia('(prefers-color-scheme: dark)').matches") == (state.scheme == "dark")
    assert page_of.watch.errors == []


def test_axe_finds_nothing(page_of, state) -> None:
    assert violations(page_of.page) == []


def to_step(page_of, state, name: str, key: str) -> None:
    """The step of a story after or before: by its button in the app, by a key in files."""
    if state.edition == APP:
        page_of.page.get_by_role("button", name=said(state, name), exact=True).click()
    else:
        page_of.page.keyboard.press(key)
    at_rest_again(page_of, state)


def test_axe_finds_nothing_in_what_opens(page_of, state) -> None:
    """Search, cards, filters, every folded part and export on the map; steps of a story."""
    page = page_of.page
    if not state.is_map:
        to_step(page_of, state, "story.next", "ArrowRight")
        assert violations(page) == []
        to_step(page_of, state, "story.previous", "ArrowLeft")  # as it was
        return
    found = {}
    for name, (open_it, close_it) in OPENED.items():
        open_it(page_of)
        page_of.settle()
        page_of.js(UNMOVED)
        # (what opens lies over the page, and covers controls until it is closed)
        found[name] = [one for one in violations(page) if "partially obscured" not in one]
        close_it(page_of)
        page_of.settle()
    if state.edition == APP:
        page.get_by_role("button", name=said(state, "take.title")).click()
        page.get_by_test_id("stPopoverBody").locator("a, button, input").first.wait_for()
        page_of.answered()
        found["export"] = violations(page)
        page.keyboard.press("Escape")
        page.get_by_test_id("stPopoverBody").wait_for(state="detached")
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


test_axe_finds_nothing_in_what_opens.only = (
    "", "index.html", "#date=2021-09-05&province=AF-PAN", "story", "stories/panjshir-2021.html",
)  # fmt: skip
test_axe_finds_nothing_in_what_opens.few = True


@in_app
def test_the_tab_key_reaches_every_control(page_of, state) -> None:
    page_of.page.set_viewport_size(DESK)
    page_of.answered()
    reached: list[str] = []
    for _ in range(MAX_PRESSES):
        page_of.page.keyboard.press("Tab")
        here = page_of.js(FOCUSED)
        if here is None and reached:  # past the last control, out of the page
            break
        if here is not None:
            reached.append(here)
    assert len(reached) < MAX_PRESSES, "the Tab key never leaves the page"
    message = "\n".join(reached).replace("\u2060", "")
    assert [name for name in CONTROLS[state.page] if name not in message] == [], message


test_the_tab_key_reaches_every_control.only = tuple(CONTROLS)


@in_app
def test_nothing_is_refused_and_the_page_is_whole(page_of, state) -> None:
    page = page_of.page
    if state.is_map:
        page_of.axis.focus()
        page.keyboard.press("PageDown")
        page_of.wait_for_query(date=page_of.day)  # the server answers over the socket
        assert page_of.inked("zones") > 10_000
        assert page_of.frame.evaluate("document.querySelector('.leaflet-relief-pane img').naturalWidth") > 100
    page_of.js(TURN_OVER)
    page_of.answered()
    assert page_of.js(FAINT) == []  # also in what was folded in
    assert (refused(page), page_of.watch.errors) == ([], [])  # Chromium tells of what it refuses on the console too
    assert page.get_by_test_id("stVegaLiteChart").count() == 0  # charts are ours: nothing is fetched for them
    page_of.js(TURN_OVER)  # as it was


def test_every_control_is_in_the_window_and_under_nothing(page_of, state) -> None:
    """All of them, with what opens; on pages that one reads also after scrolling there."""
    page = page_of.page
    if state.edition == APP:
        assert in_the_way(page_of, COVERED, ".st-key-head") == []
        assert page_of.js(SMALL, ".st-key-head") == []
        walk_opened(
            page_of, page.get_by_role("button", name=said(state, "menu.menu" if state.width <= 1000 else "menu.about"))
        )
    if state.edition == FILES:
        assert in_the_way(page_of, COVERED, "body > header") == []
        assert page_of.js(SMALL, "body > header") == []
        walk_folded(page_of, "nav.ways details" if state.width > 860 else "details.ways")
    if not state.is_map:
        assert in_the_way(page_of, COVERED_ANYWHERE, ".stMain, .page main") == []
        return
    assert in_the_way(page_of, COVERED, ".headline, .timeline, .search-slot, .panel") == []
    page.locator(".opener").click()
    assert in_the_way(page_of, COVERED, ".options-box") == []
    page.keyboard.press("Escape")
    tabs = [said(state, f"tabs.{key}") for key in ("day", "place", "sources")]
    for name in tabs:
        page.get_by_role("tab", name=name, exact=True).click()
        page_of.settle()
        assert in_the_way(page_of, COVERED, ".panel") == [], name
    page.get_by_role("tab", name=tabs[0], exact=True).click()
    if state.width <= 1000:
        page.keyboard.press("Escape")
    if state.edition == APP:
        for name in (said(state, "take.title"), said(state, "coverage.name")):
            walk_opened(page_of, page.get_by_role("button", name=name))
    page.locator(".headline .copy-parts summary").click()
    assert in_the_way(page_of, COVERED, ".headline .copy-list") == []
    page.locator(".headline .copy-parts summary").click()
    page.get_by_role("searchbox").fill("Panjshir")
    page_of.settle()
    assert in_the_way(page_of, COVERED, ".results") == []
    page.get_by_role("searchbox").fill("")


def in_the_way(page_of, check: str, scope: str) -> list[str]:
    """What a check finds once nothing moves any more: a box that closes does so slowly."""
    page_of.js(UNMOVED)
    return list(page_of.js(check, scope))


def walk_opened(page_of, opener) -> None:
    """What an opener of the head opens, and closes again."""
    opener.click()
    body = page_of.page.get_by_test_id("stPopoverBody")
    body.locator("a, button, input").first.wait_for()
    page_of.answered()
    assert in_the_way(page_of, COVERED, "[data-testid=stPopoverBody]") == []
    page_of.page.keyboard.press("Escape")
    body.wait_for(state="detached")


def walk_folded(page_of, details: str) -> None:
    """What is folded into the head of a page of files, and folded in again."""
    summary = page_of.page.locator(f"header {details} > summary")
    summary.click()
    page_of.page.locator(f"header {details} a").first.wait_for()
    assert in_the_way(page_of, COVERED, f"header {details}") == []
    assert page_of.js(SMALL, f"header {details}") == []
    summary.click()


def test_nothing_scrolls_sideways(page_of, state) -> None:
    for screen in (state.screen, DESK, TELEPHONE):
        page_of.page.set_viewport_size(screen)
        at_rest_again(page_of, state)
        page_of.until(FITS, screen["width"])  # charts are drawn anew in the new width


#: Tables of what is read that are wider than their box, also those that are folded in.
WIDE_TABLES = """() => { for (const folded of document.querySelectorAll("details")) if (folded.querySelector(".table")) folded.open = true;
  return [...document.querySelectorAll(".reading .scroll")].filter((e) => e.clientWidth && e.scrollWidth > e.clientWidth + 1)
    .map((e) => `${e.getAttribute("aria-label").slice(0, 60)} ${e.scrollWidth} > ${e.clientWidth}`); }"""


def test_no_table_is_wider_than_a_telephone(page_of, state) -> None:
    """Each row of a wide one is a few lines there."""
    if state.is_map:
        return
    for width in (TELEPHONE["width"], 360):
        page_of.page.set_viewport_size({**TELEPHONE, "width": width})
        at_rest_again(page_of, state)
        assert page_of.js(WIDE_TABLES) == []


def test_the_states_are_all_or_each_page_and_each_pair_of_the_rest() -> None:
    every, few = states("all"), states("pairs")
    pages = sum(map(len, PAGES.values()))
    assert len(every) == len(set(every)) == pages * len(WIDTHS) * len(SCHEMES) * len(LANGUAGES)
    assert set(few) <= set(every) and len(few) < 2 * pages
    assert {(s.edition, s.page) for s in few} == {(s.edition, s.page) for s in every}
    rests = [{"edition": s.edition, "width": s.width, "scheme": s.scheme, "language": s.language} for s in few]
    for one in rests[0]:
        for other in rests[0]:
            wanted = {(getattr(s, one), getattr(s, other)) for s in every}
            assert {(rest[one], rest[other]) for rest in rests} == wanted, (one, other)
    assert len(all_pairs({"a": range(3), "b": range(3), "c": range(3)})) < 27 / 2


def test_the_checks_see_what_is_wrong(pages, server: str) -> None:
    replay = pages(server)
    replay.page.goto(f"{server}/quality")
    replay.page.get_by_text("Boundaries: geoBoundaries and AIMS").wait_for()
    replay.answered()
    replay.js("""() => { document.querySelector('.stMain').insertAdjacentHTML('beforeend',
      `<button></button><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" style="width:9px;height:9px">
       <p style="color:#bbb;background:#fff">faint</p><p>Once card.close stood here</p><h1>Second</h1><p style="width:4000px">wide</p>`); }""")
    assert replay.js(HEADINGS).count(1) == 2
    assert len(replay.js(UNNAMED)) == 1 and len(replay.js(WORDLESS)) == 1
    assert any("faint" in found for found in replay.js(FAINT))
    assert replay.js(KEYS, list(catalogue())) == ["card.close"]
    assert replay.js("document.querySelector('.stMain').scrollWidth") > 1440
    rules = {found.partition(" |")[0] for found in violations(replay.page)}
    assert {"button-name", "image-alt"} <= rules
