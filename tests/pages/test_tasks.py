"""A student's three tasks of docs/tasks.md, walked: the pages and the command line give the same answers."""

from __future__ import annotations

from pathlib import Path

from geo.casualties import ledger
from geo.timeline import Timeline

ROOT = Path(__file__).resolve().parents[2]


def shown(page) -> str:
    kinds = ("text", "caption", "markdown", "subheader", "header", "title")
    told = "\n".join(str(element.value) for kind in kinds for element in getattr(page, kind))
    return told + "\n".join(frame.value.to_string() for frame in page.dataframe)


def test_which_provinces_had_nrf_activity_in_2024_and_who_says_so(visit_page, shipped_line: Timeline) -> None:
    events = shipped_line.events_between("2024-01-01", "2024-12-31", actor="nrf")
    provinces = {event["admin1"] for event in events if event["admin1"]}
    assert len(provinces) > 5
    page = visit_page("events", actor="nrf", date="2024-12-31", window="365")
    assert not page.exception
    listed = set(page.dataframe[0].value["Record"])
    assert listed <= {
        event["event_id"] for event in shipped_line.events_between("2024-01-02", "2024-12-31", actor="nrf")
    }
    assert listed
    assert all(claim["claimant"] and claim["source_ids"] for event in events for claim in event["claims"])


def test_how_did_control_of_andarab_change(visit_page, shipped_line: Timeline) -> None:
    changes = shipped_line.changes("2021-08-16", "2022-12-31", areas=["AF-BGL-andarab"])
    assert [change.day for change in changes] == sorted(change.day for change in changes)
    assert changes and all(change.after and change.after.claim_ids for change in changes)
    page = visit_page("provinces", province="AF-BGL")
    assert not page.exception
    assert "Andarab" in shown(page)


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
