"""The compare page without a browser: what an address shows, its numbers, swapping, junk."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo.address.compare import Side, Sides
from geo.control.difference import difference
from geo.control.timeline import Timeline
from geo.export.multiples.change_days import change_days
from geo.queries.layers.activity_map import silent_spans
from geo.wording.dates import plain_date
from geo.wording.text import t
from pages.ui.map import days_of_change
from pages.ui.server.gate import Busy
from tests.pages.html_page import HtmlPage
from tests.pages.visited import visited

pytestmark = pytest.mark.usefixtures("own_snapshot")

#: Markup that Markdown would read.
RAW = re.compile(r"(?<!\\)(!\[|\]\(|<|\$|`c|\*b)|https?://")
ROOT = Path(__file__).resolve().parents[2]
DAYS = {"a": "2021-08-20", "b": "2021-09-07"}


visit = partial(visited, "compare")


def days_of(page: AppTest, key: str) -> str:
    """What the address says."""
    return page.session_state["address"][key]


def sides(page: AppTest) -> Sides:
    assert not page.exception
    return page.session_state["sides"]


def test_cold_it_compares_two_days_of_the_record(shipped_line: Timeline) -> None:
    shown = sides(visit())
    assert shipped_line.dataset.first_day <= shown.a.day < shown.b.day <= shipped_line.dataset.last_day


@pytest.mark.parametrize("perspective", ["assessed", "nrf", "taliban"])
def test_tables_and_sentence_are_those_of_the_difference(shipped_line: Timeline, perspective: str) -> None:
    page = visit(**DAYS, perspective=perspective)
    answer = difference(shipped_line, Sides(Side(DAYS["a"], perspective), Side(DAYS["b"], perspective)))
    shown = HtmlPage(page)
    sums, each = shown.table(t("sides.column.districts")), shown.table(t("sides.column.district"))
    assert sums.column(t("sides.column.km2")) == [f"{area.area_km2:,.0f}" for area in answer.areas]
    assert each.column(t("sides.column.district")) == [row.name for row in answer.districts]
    head = next(text.value for text in page.text if t(f"perspective.{perspective}") in text.value)
    assert f" {len(answer.districts)} districts" in head and f"between: {len(answer.events)}." in head
    assert len(shown.table(t("events.column.id")).rows) == len(answer.events)


def test_each_number_is_the_command_lines(answered: Any) -> None:
    answer = answered("diff", DAYS["a"], DAYS["b"], "--perspective", "nrf")
    page = visit(**DAYS, perspective="nrf")
    shown = HtmlPage(page)
    sums, each = shown.table(t("sides.column.districts")), shown.table(t("sides.column.district"))
    assert sums.column(t("sides.column.km2")) == [f"{area['area_km2']:,.0f}" for area in answer["areas"]]
    assert sums.column(t("sides.column.districts")) == [str(area["districts"]) for area in answer["areas"]]
    assert each.column(t("sides.column.km2")) == [f"{row['area_km2']:,.0f}" for row in answer["districts"]]
    assert len(shown.table(t("events.column.id")).rows) == len(answer["events"]) > 0


def test_two_views_of_one_day() -> None:
    shown = sides(visit(date="2021-09-03", pa="nrf", pb="taliban"))
    assert shown == Sides(Side("2021-09-03", "nrf"), Side("2021-09-03", "taliban"))


def test_the_same_side_twice_says_that_nothing_differs() -> None:
    page = visit(a="2021-09-07", b="2021-09-07")
    assert any(text.value == t("sides.no_row") for text in page.text)


def test_swapping_is_written_to_the_address() -> None:
    page = visit(**DAYS)
    next(button for button in page.button if button.label == t("sides.swap")).click().run()
    assert (days_of(page, "a"), days_of(page, "b")) == (DAYS["b"], DAYS["a"])
    assert sides(page).a.day == DAYS["b"]


def test_choosing_a_perspective_is_written_to_the_address() -> None:
    page = visit(**DAYS)
    page.selectbox(key="side_perspective_a").select("nrf").run()
    assert days_of(page, "pa") == "nrf" and sides(page).a.perspective == "nrf"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("a", "<b>"),
        ("b", "1400-05-24"),
        ("pa", "both"),
        ("pb", "{{7*7}}"),
        ("window", "x"),
        ("of", "AF-XXX"),
        ("from", "x"),
    ],
)
def test_junk_is_told(key: str, value: str) -> None:
    page = visit(**{key: value})
    assert any(f"asked for {key} " in element.value for element in page.text)


def rows_under(page: AppTest, column: str) -> dict[str, dict[str, str]]:
    """The rows of the first table that has a column, by province."""
    table = HtmlPage(page).table(t(column))
    rows = [dict(zip(table.heads, row, strict=True)) for row in table.rows]
    return {row[t("sides.column.province")]: row for row in rows}


def test_on_the_layer_of_activity_the_counts_of_both_windows_stand_beside_each_other(answered: Any) -> None:
    requested = {"window": "90", "actor": "nrf", "layer": "activity"}
    page = visit(a="2024-06-30", b="2024-12-31", **requested)
    table = rows_under(page, "sides.column.events_b")
    for side, day in (("a", "2024-06-30"), ("b", "2024-12-31")):
        answer = answered("at", day, "--layer", "activity", "--window", "90", "--actor", "nrf")
        counts = {row["name"]: row["events"] for row in answer["provinces"] if row["events"]}
        column = {name: int(row[t(f"sides.column.events_{side}")]) for name, row in table.items()}
        assert {name: count for name, count in column.items() if count and name != t("sides.nowhere")} == counts
    kabul = table["Kabul"]
    more = int(kabul[t("sides.column.events_b")]) - int(kabul[t("sides.column.events_a")])
    assert kabul[t("sides.column.more")] == f"{more:+d}".replace("-", "−")
    assert any(
        text.value.startswith("Recorded events in the window that ends on 31 December 2024") for text in page.text
    )


def test_windows_in_silence_are_set_side_by_side_and_not_compared(shipped_line: Timeline) -> None:
    silent = silent_spans(shipped_line)[0][0]
    page = visit(a="2021-09-05", b=silent, window="7", layer="activity")
    table = rows_under(page, "sides.column.events_b")
    assert {row[t("sides.column.more")] for row in table.values()} == {"–"}
    assert any("silence is not ‘few’" in text.value for text in page.text)


def test_on_the_layer_of_presence_the_lists_stand_beside_each_other() -> None:
    page = visit(a="2022-02-01", b="2025-12-31", layer="presence", presence="claims")
    table = rows_under(page, "sides.column.voices_b")
    panjshir = table["Panjshir"]
    assert "2022" in panjshir[t("sides.column.voices_a")] + panjshir[t("sides.column.voices_b")] and len(table) > 10


def test_the_layer_of_control_has_no_table_of_another() -> None:
    page = visit(**DAYS)
    assert not any(t("sides.column.more") in table.heads for table in HtmlPage(page).tables)


@pytest.mark.parametrize("chosen", ["district", "event"])
def test_what_is_chosen_is_told(shipped_line: Timeline, chosen: str) -> None:
    ids = {
        "district": shipped_line.districts[0],
        "event": difference(shipped_line, Sides(Side(DAYS["a"], "nrf"), Side(DAYS["b"], "nrf"))).events[0],
    }
    page = visit(**DAYS, **{chosen: ids[chosen]})
    name = {
        "district": shipped_line.dataset.by_id("districts")[ids["district"]]["name_en"],
        "event": shipped_line.dataset.by_id("events")[ids["event"]]["title"],
    }[chosen]
    assert any(name in text.value for text in page.text)


@pytest.mark.parametrize("chosen", [{"district": "AF-BBB-ne"}, {"event": "EV-2021-0001"}])
def test_hostile_text_never_stands_in_markdown(visit_hostile: Any, chosen: dict[str, str]) -> None:
    page = visit_hostile("compare", a="2021-08-15", b="2021-08-24", **chosen)
    assert not page.exception
    assert any("evil" in text.value for text in page.text)
    for kind in ("markdown", "caption", "header", "subheader"):
        texts = [str(element.value) for element in page.get(kind)]
        assert not any(RAW.search(text) for text in texts if "evil" in text)


def test_without_a_record_it_says_so(visit_broken: Any) -> None:
    page = visit_broken("compare")
    assert not page.exception and page.error[0].value == t("app.no_data")


def test_the_days_of_change_stand_below_with_links_and_words(shipped_line: Timeline) -> None:
    page = visit(**DAYS, of="panjshir", **{"from": "2021-08-16", "to": "2021-09-15"})
    found = change_days(shipped_line, "panjshir", "2021-08-16", "2021-09-15", "assessed")
    output = [text.value for text in page.text]
    assert all(one.words in output for one in found.shown)
    links = [link.proto.label for link in page.get("page_link")]
    assert all(plain_date(one.day) in links for one in found.shown)
    assert (days_of(page, "of"), days_of(page, "from"), days_of(page, "to")) == ("panjshir", "2021-08-16", "2021-09-15")


def test_it_starts_with_the_province_that_differs_most() -> None:
    page = visit(**DAYS)
    assert days_of(page, "of") == "AF-PAN"
    page.selectbox(key="days_area").select("AF-BGL").run()
    assert days_of(page, "of") == "AF-BGL"


def test_each_side_has_its_sums() -> None:
    table = HtmlPage(visit(**DAYS)).table(t("sides.sums.side"))
    sums = {row[0]: dict(zip(table.heads, row, strict=True)) for row in table.rows}
    assert sums["Taliban"][t("sides.sums.gained")] == "6"
    assert (sums["NRF"][t("sides.sums.lost")], sums["NRF"][t("sides.sums.contested")]) == ("4", "3")


def test_an_event_of_the_table_opens_its_record_and_can_be_marked_on_the_maps(shipped_line: Timeline) -> None:
    page = visit(**DAYS)
    assert not page.dataframe
    event_ids = difference(shipped_line, sides(page)).events
    title = shipped_line.dataset.by_id("events")[event_ids[0]]["title"]
    links = HtmlPage(page).links
    assert [link.query["event"] for link in links if link.label == t("sides.mark")] == list(event_ids)
    record = next(link for link in links if link.label == title)
    assert (record.page, record.query["event"]) == ("events", event_ids[0])
    mark = next(link for link in links if link.label == t("sides.mark"))
    assert mark.page == "compare" and (mark.query["a"], mark.query["b"]) == (DAYS["a"], DAYS["b"])
    marked = visit(**mark.query)
    assert sides(marked) == sides(page) and any(title in text.value for text in marked.text)


def test_days_stand_without_their_pictures_while_too_many_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: Any) -> tuple[bytes, ...]:
        raise Busy

    message = t("multiples.no_pictures")
    assert message not in [caption.value for caption in visit(**DAYS).caption]
    monkeypatch.setattr(days_of_change, "pictures_of", busy)
    page = visit(**DAYS)
    assert not page.exception and not page.get("imgs")
    assert message in [caption.value for caption in page.caption]
