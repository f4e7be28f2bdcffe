"""A student's three tasks of docs/tasks.md, walked: the pages and the command line give the same answers."""

from __future__ import annotations

from pathlib import Path

from geo.control.timeline import Timeline
from geo.queries.casualties import ledger
from geo.queries.province import overview
from geo.wording.dates import plain_date
from tests.pages.html_page import HtmlPage

ROOT = Path(__file__).resolve().parents[2]


def shown(page) -> str:
    kinds = ("text", "caption", "markdown", "subheader", "header", "title")
    message = "\n".join(str(element.value) for kind in kinds for element in getattr(page, kind))
    return message + "\n" + HtmlPage(page).text


def test_which_provinces_had_nrf_activity_in_2024_and_who_says_so(visit_page, shipped_line: Timeline) -> None:
    year = ("2024-01-01", "2024-12-31")
    page = visit_page("provinces", **{"from": year[0], "to": year[1]})
    assert not page.exception
    table = HtmlPage(page).table("Province", "Incidents")
    counts = zip(table.row_heads, table.column("Incidents"), strict=True)
    active = {row["admin1"]: row["activity"] for row in overview(shipped_line, *year) if row["activity"]}
    names = shipped_line.dataset.by_id("provinces")
    assert {name: int(count) for name, count in counts if count != "–"} == {
        names[code]["name_en"]: count for code, count in active.items()
    } and len(active) > 5
    page = visit_page("events", actor="nrf", **{"from": year[0], "to": year[1]})
    wanted = [e["event_id"] for e in shipped_line.events_between(*year, actor="nrf")]
    assert sorted(HtmlPage(page).table("Record").column("Record")) == sorted(wanted) and len(wanted) > 10
    record = visit_page("events", event=wanted[0])
    event = shipped_line.dataset.by_id("events")[wanted[0]]
    message = " ".join(shown(record).split())
    assert f"Graded {event['verification']}" in message
    assert all(" ".join(claim["says"].split()) in message for claim in event["claims"])
    assert all(source_id in message for source_id in event["source_ids"])


def test_how_did_control_of_andarab_change(visit_page, shipped_line: Timeline) -> None:
    changes = shipped_line.changes("2021-08-16", "2022-12-31", areas=["AF-BGL-andarab"])
    assert changes and all(change.after and change.after.claim_ids for change in changes)
    page = visit_page("provinces", province="AF-BGL")
    assert not page.exception
    strips = HtmlPage(page).table("Until (not included)")
    keys = zip(strips.column("District"), strips.column("According to"), strips.column("From"), strict=True)
    andarab = {start for district, view, start in keys if (district, view) == ("Andarab", "Assessed")}
    assert {plain_date(change.day) for change in changes} <= andarab, "every change begins a strip"
    assert len(andarab) > 2


def test_what_is_confirmed_about_15_august_2022_in_panjshir(visit_page, shipped_line: Timeline) -> None:
    day = ("2022-08-15", "2022-08-15")
    event = next(e for e in shipped_line.events_between(*day, province="AF-PAN") if "89 Taliban" in e["title"])
    claimants = {claim["claimant"] for claim in event["claims"]}
    assert {"nrf", "taliban"} <= claimants, "both sides stand in one record"
    page = visit_page("events", event=event["event_id"])
    assert not page.exception
    entries = ledger(shipped_line, *day, "AF-PAN").entries
    killed = [entry for entry in entries if (entry.side, entry.kind) == ("taliban", "killed")]
    assert len(killed) == len({entry.claimant for entry in killed}) > 1, "a row a claimant, never one for all"


def test_the_page_of_tasks_names_commands_that_exist() -> None:
    from geo.cli import make_parser

    lines = [part.split("`")[0] for part in (ROOT / "docs/tasks.md").read_text("utf-8").split("`python -m geo ")[1:]]
    assert len(lines) >= 4
    for line in lines:
        assert make_parser().parse_args(line.split()).run
