"""A student's and a journalist's tasks by mouse, by touch and by keys alone: what they find, and in how many clicks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Locator, expect

from geo.address.paths import file_address
from tests.browser.test_reading_pages import done

pytestmark = pytest.mark.browser

#: No task takes more.
MAX_CLICKS = 5
WIDTHS = {1440: 900, 390: 844}
#: The smallest telephone: there every task is done by touch where all states are wanted.
SMALLEST = {360: 640}
HEIGHTS = WIDTHS | SMALLEST
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
PHONE = {"is_mobile": True, "has_touch": True, "device_scale_factor": 2}


#: No page has so many stops.
MAX_TABS = 600
#: Whether the focus is on an element, or on what it belongs to; 'beside': on another choice of the same few, between which
#: arrows move.
REACHED = """(e) => { let a = document.activeElement;
  while (a?.shadowRoot?.activeElement) a = a.shadowRoot.activeElement;
  if (!a || a === document.body) return "away";
  const control = e.closest("label")?.control ?? e.closest("[role=radio], [role=tab]") ?? e;
  if (a === control || (e !== a && e.contains(a)) || (a.contains(e) && a.matches("a, button, summary, label"))) return "there";
  const isRadio = a.type === "radio" && control.type === "radio" && a.name === control.name;
  const isRole = ["tab", "radio"].includes(a.role) && a.role === control.role && a.parentElement === control.parentElement;
  return isRadio || isRole ? "beside" : "away"; }"""
#: What presses the focused element; nothing where it is typed in, or is chosen by coming to it.
KEY_OF = """() => { let a = document.activeElement;
  while (a?.shadowRoot?.activeElement) a = a.shadowRoot.activeElement;
  if (a.type === "checkbox") return "Space";
  if (a.role === "radio") return a.getAttribute("aria-checked") === "true" ? "" : "Enter";
  return a.matches("input, textarea, [role=combobox], [role=tab]") ? "" : "Enter"; }"""


class Task:
    """A reader at work on one task: clicks are counted, what is typed is not."""

    def __init__(self, name: str, replay: Any) -> None:
        self.name = name
        self.replay = replay
        self.page = replay.page
        self.clicks = 0

    @property
    def is_phone(self) -> bool:
        return bool(self.page.viewport_size["width"] <= min(WIDTHS))

    def click(self, target: Locator) -> None:
        self.press(target)
        self.answered()

    def answered(self) -> None:
        """Until what was asked is on the page."""
        self.replay.answered()

    def press(self, target: Locator) -> None:
        """Click on what asks the page for nothing, such as a file."""
        target.tap() if self.is_phone else target.click()
        self.clicks += 1

    def choose(self, label: str, option: str) -> None:
        """Open a box and take an option of it: two clicks."""
        box = self.page.get_by_role("combobox", name=label).first
        box.scroll_into_view_if_needed()
        self.replay.answered()  # a list closes when the page scrolls
        self.click(box)
        self.click(self.page.get_by_role("option", name=option).first)

    def search(self, words: str) -> None:
        """Type into the search of the map: a click."""
        box = self.page.get_by_role("searchbox")
        self.press(box)
        box.fill("")
        self.page.keyboard.type(words)
        self.replay.settle()

    def raise_sheet(self) -> None:
        """Where the panel is a sheet, raise it: a click."""
        if self.page.locator(".raise").is_visible():
            self.click(self.page.locator(".raise"))

    def take(self, ending: str) -> None:
        """Create what is chosen and download it: two clicks."""
        self.click(self.page.get_by_role("button", name="Create"))
        made = self.page.locator(".st-key-take").get_by_role("button", name="Download")
        made.wait_for()
        with self.page.expect_download() as taken:
            self.press(made)
        assert taken.value.suggested_filename.endswith(ending)

    def open_page(self, name: str) -> None:
        """Go to a page under 'About': two clicks."""
        about = self.page.get_by_role("button", name="About")
        self.click(about if about.is_visible() else self.page.get_by_role("button", name="Menu"))
        self.click(self.page.get_by_role("link", name=name).last)

    def sees(self, text: str) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible()


@pytest.fixture(scope="module")
def counted(request: pytest.FixtureRequest) -> Iterator[list[Task]]:
    """The tasks that were walked; how many clicks each took is printed at the end."""
    tasks: list[Task] = []
    yield tasks
    reporter = request.config.pluginmanager.getplugin("terminalreporter")
    for task in tasks if reporter else []:
        width = task.page.viewport_size["width"] if not task.page.is_closed() else ""
        reporter.write_line(f"{task.clicks} clicks  {task.name} {width}")


class FilesTask(Task):
    """The same in the reader's edition: lists are boxes to tick, folded in, and nothing is asked of a server."""

    def answered(self) -> None:
        self.page.wait_for_load_state()
        if self.page.locator("script#page").count():
            self.replay.settle()

    def choose(self, label: str, option: str) -> None:
        self.click(self.page.locator("#asked summary").filter(has_text=label).first)
        self.click(self.page.locator("#asked details[open] label").filter(has_text=option).first)

    def open_page(self, name: str) -> None:
        folded = "details.ways" if self.is_phone else "nav.ways details"
        self.click(self.page.locator(f"header {folded} > summary"))
        self.click(self.page.locator(f"header {folded}").get_by_role("link", name=name))


class ByKeys(Task):
    """The same without a pointer: what would be pressed is gone to with Tab, as one who sees or hears where the focus is."""

    def press(self, target: Locator) -> None:
        target.wait_for()
        for _ in range(MAX_TABS):
            where = target.evaluate(REACHED)
            if where == "there":
                break
            self.page.keyboard.press("ArrowRight" if where == "beside" else "Tab")
        assert where == "there", f"{self.name}: the focus never comes to {target}"
        key = target.evaluate(KEY_OF)
        if key:
            self.page.keyboard.press(key)
        self.clicks += 1

    def choose(self, label: str, option: str) -> None:
        """What is typed leaves one option of a box."""
        self.press(self.page.get_by_role("combobox", name=label).first)
        self.page.keyboard.type(option)
        self.page.get_by_role("option", name=option).first.wait_for()
        self.page.keyboard.press("Enter")
        self.answered()


class FilesByKeys(FilesTask):
    """The reader's edition by keys alone."""

    press = ByKeys.press


TASKS = {
    ("app", "pointer"): Task,
    ("files", "pointer"): FilesTask,
    ("app", "keys"): ByKeys,
    ("files", "keys"): FilesByKeys,
}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What both editions have is tried in both; where few states are wanted, each edition at one width."""
    if "begin" in metafunc.fixturenames:
        editions = getattr(metafunc.function, "editions", ("app",))
        widths = tuple(WIDTHS)
        few = {"app": widths[:1] if len(editions) > 1 else widths[-1:], "files": widths[-1:]}
        is_every = metafunc.config.getoption("states") == "all"
        rows = [(one, width, "pointer") for one in editions for width in (widths if is_every else few[one])]
        rows += [(one, width, "pointer") for one in editions for width in (SMALLEST if is_every else ())]
        rows += [(one, widths[0], "keys") for one in (editions if is_every else ())]
        metafunc.parametrize("begin", rows, indirect=True, ids=[" ".join(map(str, row)) for row in rows])


def in_both(test):
    """A task that both editions have."""
    test.editions = ("app", "files")
    return test


def file_of(path: str) -> str:
    """The file of a page of the app."""
    page, _, query = path.partition("?")
    return file_address(page, dict(parse_qsl(query)))


@pytest.fixture
def begin(request: pytest.FixtureRequest, pages, counted: list[Task]) -> Iterator[Callable[..., Task]]:
    """begin("S1", "provinces"): a clean page of one edition and width; at the end no task took too many clicks."""
    (edition, width, by), begun = request.param, []
    address = request.getfixturevalue("server" if edition == "app" else "files_host")

    def new(name: str, path: str) -> Task:
        replay = pages(
            address, width=width, height=HEIGHTS[width], **CLIPBOARD, **(PHONE if width <= min(WIDTHS) else {})
        )
        replay.page.goto(f"{address}/{path if edition == 'app' else file_of(path)}")
        if not path:
            replay.wait()
        elif edition == "app":
            replay.page.get_by_text("Boundaries: geoBoundaries and AIMS").wait_for()
            replay.answered()
        else:
            replay.settle()
        task = TASKS[edition, by](f"{name} at {width} px, {edition}, {by}", replay)
        counted.append(task)
        begun.append(task)
        return task

    yield new
    for task in begun:
        assert task.clicks <= MAX_CLICKS, f"{task.name}: {task.clicks} clicks"
        assert task.page.evaluate("document.documentElement.scrollWidth") <= width
        if edition == "app":
            done(task.replay)


def test_s1_from_the_page_of_provinces(pages, begin) -> None:
    nrf_activity_in_2024(pages, begin, "provinces")


@in_both
def test_s1_from_the_list_of_events(pages, begin) -> None:
    nrf_activity_in_2024(pages, begin, "events")


def nrf_activity_in_2024(pages, begin, path: str) -> None:
    """Which provinces had NRF activity in 2024?"""
    task = begin(f"S1 from {path}", path)
    task.click(task.page.get_by_text("2024", exact=True).first)
    task.choose("Actor", "NRF")
    task.sees("Kabul 13")
    expect(task.page.locator(".reading", has_text="By province:").first).to_contain_text("Kabul 13, Takhar 8, ")
    assert task.clicks <= 3
    wanted = {"actor": "nrf", "from": "2024-01-01", "to": "2024-12-31"}
    task.replay.wait_for_query(**wanted)
    reopened = pages(task.replay.address)
    reopened.page.goto(task.page.url)
    expect(reopened.page.get_by_text("Kabul 13").first).to_be_visible()


def test_s2_baghlan_over_time_beside_two_provinces(begin) -> None:
    task = begin("S2", "provinces")
    task.choose("Province", "Baghlan")
    task.page.get_by_role("heading", name="Baghlan", exact=True).wait_for()
    task.click(task.page.get_by_role("combobox", name="Compare with"))
    for name in ("Takhar", "Kapisa"):
        task.page.keyboard.type(name)
        task.page.keyboard.press("Enter")
        task.answered()
    task.replay.wait_for_query(province="AF-BGL", **{"with": "AF-TAK,AF-KAP"})
    table = task.page.locator(".reading table", has_text="Measure").first
    expect(table.locator("thead")).to_contain_text("Kapisa")


def test_s5_the_story_and_its_lesson(begin) -> None:
    task = begin("S5", "story?id=panjshir-2021")
    task.click(task.page.get_by_role("button", name="Next", exact=True))
    task.replay.wait_for_query(step="2")
    expect(task.page.locator(".story-legend li").first).to_be_visible()
    question = task.page.get_by_text("In how many districts did the NRF and the Taliban name different holders")
    task.click(question)
    task.sees("See it on the map: 3 September 2021")
    task.click(task.page.get_by_role("link", name="See it on the map: 3 September 2021"))
    task.replay.wait()
    assert task.replay.state["day"] == "2021-09-03" and task.replay.state["perspective"] == "both"


@in_both
def test_j5_what_happened_in_kunduz_in_october_2025(begin) -> None:
    task = begin("J5", "events")
    box = task.page.get_by_label("Search", exact=True).first
    task.press(box)
    box.fill("Kunduz October 2025")
    task.page.keyboard.press("Enter")
    task.answered()
    task.sees("2 events ·")
    first = task.page.locator(".reading table tbody th a").first
    title = first.text_content()
    task.click(first)
    task.page.locator("h2", has_text=title.split(":")[0]).wait_for()
    task.sees("Who says what")


def test_s7_the_data_of_takhar_in_2023(begin) -> None:
    task = begin("S7", "provinces?province=AF-TAK")
    task.click(task.page.get_by_text("2023", exact=True).first)
    task.click(task.page.get_by_role("link", name="The same list with filters"))
    task.replay.wait_for_query(area="AF-TAK", **{"from": "2023-01-01", "to": "2023-12-31"})
    with task.page.expect_download() as taken:
        task.press(task.page.get_by_role("button", name="Download these events (CSV)"))
    text = Path(taken.value.path()).read_text("utf-8")
    assert "2023" in taken.value.suggested_filename and text.count("AF-TAK") > 5 and "AF-KAB" not in text


# --- a journalist's ---------------------------------------------------------------------------


def copied(task: Task) -> str:
    task.page.locator(".copy-said").filter(has_text="Copied").first.wait_for()
    return str(task.replay.js("navigator.clipboard.readText()"))


@in_both
def test_j1_who_held_rukha_and_a_sentence_to_quote(pages, begin) -> None:
    task = begin("J1", "")
    task.search("Rukha")
    task.page.keyboard.press("Enter")
    task.replay.wait_for_query(district="AF-PAN-rukha")
    answer = task.replay.card.locator(".place-sentence")
    answer.wait_for()
    assert "the Taliban held Rukha" in answer.inner_text() and "reported" in answer.inner_text()
    assert task.replay.card.locator("a[href^=http]").count() >= 1  # its source
    task.replay.settle()
    task.click(task.replay.card.locator(".copy-all").first)
    sentence, _, citation, link = copied(task).split("\n")
    assert "Rukha" in sentence and "Afghanistan Conflict Replay" in citation
    assert task.clicks <= 3
    width = next(other for other in WIDTHS if other != task.page.viewport_size["width"])
    other = pages(task.replay.address, width=width, height=WIDTHS[width])
    other.page.goto(link)
    other.wait()
    same = ("day", "perspective", "window", "layer", "province", "district", "at")
    assert {key: other.state.get(key) for key in same} == {key: task.replay.state.get(key) for key in same}
    assert "Rukha" in other.card.locator("h2").text_content()


@pytest.mark.full
def test_j2_a_picture_and_a_film_with_credits(begin) -> None:
    task = begin("J2 picture", "")
    task.click(task.page.get_by_role("button", name="Download & cite"))
    task.take(".png")
    film = begin("J2 film", "")
    film.click(film.page.get_by_role("button", name="Download & cite"))
    film.click(film.page.get_by_text("Film", exact=True).first)
    film.take(".mp4")


@in_both
def test_j3_two_days_compared(begin) -> None:
    task = begin("J3", "compare")
    for number, day in enumerate(("20 August 2021", "2021-09-07")):
        field = task.page.locator(".date-field input[type=text]").nth(number)
        task.press(field)
        field.fill(day)
        task.page.keyboard.press("Enter")
        task.answered()
    task.replay.wait_for_query(a="2021-08-20", b="2021-09-07")
    task.sees("Between 20 August 2021 and 7 September 2021")


@in_both
def test_j4_the_claim_of_three_districts_and_that_it_is_disputed(begin) -> None:
    task = begin("J4", "")
    task.search("three Panjshir districts")
    task.page.keyboard.press("Enter")
    task.replay.settle()
    assert task.replay.day[:7] == "2022-05"
    card = task.replay.card
    card.locator("h2").wait_for()
    assert "NRF" in card.inner_text() and "disputed" in card.inner_text()


def test_j6_a_line_that_embeds_the_map(begin) -> None:
    task = begin("J6", "")
    task.click(task.page.get_by_role("button", name="Download & cite"))
    line = task.page.locator("code").filter(has_text="<iframe").last
    task.click(task.page.get_by_text("Replay in one file", exact=True).first)
    line.wait_for()
    embedded = line.inner_text()
    assert embedded.startswith("<iframe") and 'src="' in embedded and "title=" in embedded and "2021-09-05" in embedded


@in_both
def test_j7_names_in_any_spelling(begin) -> None:
    task = begin("J7", "")
    for typed, first in (
        ("Panjsheer", "Panjshir"),
        ("اندراب", "Andarab"),
        ("Massoud", "Massoud"),
        ("Balkhab", "Balkhab"),
    ):
        task.search(typed)
        rows = task.page.locator(".results li")
        rows.first.wait_for()
        assert first in rows.first.inner_text(), typed
        found = int(task.page.locator(".results .found").inner_text().split()[0])
        assert rows.count() == found or task.page.get_by_role("button", name=f"Show all {found}").is_visible()
    task.click(rows.first)
    task.replay.wait_for_query(district="AF-SAR-balkhab")


# --- a student's ------------------------------------------------------------------------------


@in_both
def test_s3_what_contested_means(begin) -> None:
    task = begin("S3", "")
    task.raise_sheet()
    task.click(task.page.get_by_text("What the words mean"))
    task.sees("both sides are in it")


@in_both
def test_s4_what_is_not_known(begin) -> None:
    task = begin("S4", "")
    task.open_page("Data quality")
    task.sees("What it can’t show")
    task.sees("That is silence of the record, not peace")


def test_s6_an_own_table_on_the_map(begin, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("date,lat,lon,title\n2022-05-03,35.31,69.51,A\n2022-05-04,35.4,69.6,B\n", "utf-8")
    task = begin("S6", "add")
    task.page.locator("input[type=file]").set_input_files(str(path))
    task.click(task.page.get_by_role("button", name="Add to the map (2)"))
    task.click(task.page.get_by_role("link", name="See them on the map: 4 May 2022"))
    task.replay.wait()
    assert task.replay.day == "2022-05-04"
    shown = "conflictReplay.userData?.inWindow(conflictReplay.state)?.numbers().length === 2"
    task.replay.until(shown)


def test_s5_in_files_the_story_leads_the_map_and_the_lesson_to_it(pages, files_host: str) -> None:
    replay = pages(files_host)
    replay.page.goto(f"{files_host}/stories/panjshir-2021.html")
    replay.settle()
    first = replay.day
    replay.page.locator("#step-3").scroll_into_view_if_needed()
    replay.page.keyboard.press("ArrowRight")
    replay.until("(first) => conflictReplay.day !== first && location.hash.startsWith('#step-')", first)
    replay.settle()
    assert (
        replay.page.locator(".step[aria-current=step]").count() == 1
        and replay.page.locator(".leaflet-zones-pane canvas").count()
    )
    replay.page.goto(f"{files_host}/stories/index.html")
    replay.page.get_by_text("In how many districts did the NRF and the Taliban name different holders").click()
    replay.page.get_by_role("link", name="See it on the map: 3 September 2021").click()
    replay.wait()
    assert replay.state["day"] == "2021-09-03" and replay.state["perspective"] == "both"
