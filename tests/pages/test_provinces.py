"""The provinces page without a browser: what an address shows, that its numbers are the command line's, junk."""

from __future__ import annotations

import json
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo.cli import main
from geo.control.timeline import Timeline
from geo.queries.places import neighbours
from geo.queries.province import overview
from geo.reading.provinces.page import SECTIONS
from geo.wording.text import t
from tests.pages.html_page import HtmlPage, HtmlTable
from tests.pages.visited import visited

pytestmark = pytest.mark.usefixtures("own_snapshot")

ROOT = Path(__file__).resolve().parents[2]
SPAN = {"from": "2021-08-15", "to": "2022-12-31"}


visit = partial(visited, "provinces")


def requested(page: AppTest, key: str) -> str:
    """What the address says."""
    return page.session_state["address"][key]


def figures(page: AppTest) -> dict[str, str]:
    return HtmlPage(page).facts


def table_with(page: AppTest, *columns: str) -> HtmlTable:
    """The first table that has these columns."""
    return HtmlPage(page).table(*map(t, columns))


def counts(table: HtmlTable, column: str) -> list[int]:
    """The numbers of a column; 0 where there is no record."""
    return [0 if message == "–" else int(message.replace(",", "")) for message in table.column(t(column))]


def refused(page: AppTest, key: str) -> bool:
    return any(f"asked for {key} " in element.value for element in page.text)


def test_cold_it_shows_all_provinces_and_none_in_particular(shipped_line: Timeline) -> None:
    page = visit()
    table = table_with(page, "provinces.column.months")
    dataset = shipped_line.dataset
    rows = overview(shipped_line, dataset.first_day, dataset.last_day)
    assert len(table.rows) == len(rows) and not figures(page)
    activity = counts(table, "provinces.column.activity")
    names = dataset.by_id("provinces")
    assert dict(zip(table.row_heads, activity, strict=True)) == {
        names[row["admin1"]]["name_en"]: row["activity"] for row in rows
    }
    assert activity == sorted(activity, reverse=True), "the busiest stand first"


def test_no_record_is_no_zero_in_the_table(shipped_line: Timeline) -> None:
    table = table_with(visit(), "provinces.column.months")
    for column in ("provinces.column.activity", "provinces.column.events"):
        assert "0" not in table.column(t(column))
    assert "–" in table.column(t("provinces.column.activity"))


def test_each_number_of_a_province_is_the_command_lines(shipped_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = visit(province="AF-PAN", **SPAN)
    words = ["province", "AF-PAN", "--from", SPAN["from"], "--to", SPAN["to"], "--json", "--data", str(shipped_dir)]
    assert main(words) == 0
    answer = json.loads(capsys.readouterr().out)
    shown = figures(page)
    assert shown[t("provinces.figure.activity")] == str(answer["activity"]["count"])
    assert shown[t("provinces.figure.events")] == str(len(answer["events"]))
    assert shown[t("provinces.figure.districts")] == str(len(answer["districts"]))
    assert shown[t("provinces.figure.lists")] == str(answer["unknown"]["presence_lists"])
    unknown = answer["unknown"]
    assert shown[t("provinces.figure.silent")] == f"{len(unknown['silent_months'])} of {unknown['months']}"
    districts = counts(table_with(page, "provinces.column.confirmed"), "provinces.column.events")
    assert districts == [row["events"] for row in answer["districts"]]
    assert len(table_with(page, "provinces.column.says").rows) == len(answer["presence"])
    assert len(table_with(page, "provinces.column.covers").rows) == len(answer["statistics"])
    assert len(table_with(page, "provinces.column.in_words").rows) == len(answer["ledger"]["entries"])


def test_others_stand_beside(shipped_line: Timeline) -> None:
    page = visit(province="AF-BGL", **{"with": "AF-TAK,AF-KAP"}, **SPAN)
    table = table_with(page, "provinces.column.measure")
    names = [shipped_line.dataset.by_id("provinces")[code]["name_en"] for code in ("AF-BGL", "AF-TAK", "AF-KAP")]
    assert table.heads[1:] == names
    assert requested(page, "with") == "AF-TAK,AF-KAP"


def test_every_province_can_be_shown(shipped_line: Timeline) -> None:
    for code in shipped_line.dataset.by_id("provinces"):
        assert visit(province=code, **SPAN).header[1].value


@pytest.mark.parametrize("perspective", ["nrf", "taliban", "both"])
def test_a_perspective_of_the_address_is_kept(perspective: str) -> None:
    page = visit(province="AF-PAN", perspective=perspective)
    assert requested(page, "perspective") == perspective


@pytest.mark.parametrize(
    ("key", "value"),
    [("province", "AF-XXX"), ("from", "<b>"), ("to", "2021-13-01"), ("with", "{{7*7}}"), ("perspective", "x")],
)
def test_junk_is_told(key: str, value: str) -> None:
    assert refused(visit(**{key: value}), key)


def test_choosing_another_province_and_days_is_written_to_the_address() -> None:
    page = visit(province="AF-BGL", date="2021-09-05")
    page.selectbox(key="province_code").select("AF-TAK").run()
    assert requested(page, "province") == "AF-TAK" and requested(page, "date") == "2021-09-05"
    page.multiselect(key="province_beside").select("AF-BGL").run()
    assert requested(page, "with") == "AF-BGL" and not page.exception


def test_each_neighbour_is_a_way_to_its_page(shipped_line: Timeline) -> None:
    span = {"from": "2022-01-01", "to": "2022-12-31"}
    page = visit(province="AF-BGL", date="2021-09-05", **span)
    ways = {link.label: link for link in HtmlPage(page).links if link.page == "provinces"}
    for code in neighbours(shipped_line.dataset, "AF-BGL"):
        query = ways[shipped_line.dataset.by_id("provinces")[code]["name_en"]].query
        assert (query["province"], query["from"], query["to"]) == (code, *span.values())


def test_an_actor_in_a_year_is_told_by_province(shipped_line: Timeline) -> None:
    """As the command line lists them: `geo events --from 2024-01-01 --to 2024-12-31 --actor nrf`."""
    page = visit()
    page.multiselect(key="filter_actor").set_value(["nrf"]).run()
    page.button_group(key="province_years").set_value("2024").run()
    assert (requested(page, "actor"), requested(page, "from"), requested(page, "to")) == (
        "nrf", "2024-01-01", "2024-12-31",
    )  # fmt: skip
    events = shipped_line.events_between("2024-01-01", "2024-12-31", actor="nrf")
    table, names = table_with(page, "provinces.column.fighting"), shipped_line.dataset.by_id("provinces")
    wanted = Counter(names[e["admin1"]]["name_en"] if e["admin1"] else t("events.no_province") for e in events)
    message = dict(zip(table.row_heads, counts(table, "provinces.column.events"), strict=True))
    assert message == dict(wanted) and sum(message.values()) == len(events)
    shown = HtmlPage(page).text
    assert "NRF (National Resistance Front of Afghanistan), 1 January – 31 December 2024" in shown
    assert f"Kabul {wanted['Kabul']}, Takhar {wanted['Takhar']}, " in shown
    rows = overview(shipped_line, "2024-01-01", "2024-12-31", actors=("nrf",))
    active = {names[row["admin1"]]["name_en"]: row["activity"] for row in rows}
    every = table_with(page, "provinces.column.months")
    assert dict(zip(every.row_heads, counts(every, "provinces.column.activity"), strict=True)) == active


def test_each_section_of_a_province_can_be_reached(shipped_line: Timeline) -> None:
    page = visit(province="AF-BGL")
    ways = [link.address for link in HtmlPage(page).links if link.address.startswith("#")]
    assert len(ways) == len(SECTIONS)
    there = {heading.proto.anchor for heading in page.subheader}
    html = "".join(element.proto.body for element in page.get("html"))
    assert all(way[1:] in there or f'id="{way[1:]}"' in html for way in ways)


def test_hostile_text_is_shown_as_text(visit_hostile: Any, shows_only_text: Any) -> None:
    shows_only_text(visit_hostile("provinces", province="AF-AAA", **{"with": "AF-BBB"}))


def test_without_a_record_it_says_so(visit_broken: Any) -> None:
    page = visit_broken("provinces")
    assert not page.exception and page.error[0].value == t("app.no_data")
