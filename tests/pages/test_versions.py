"""Old links open the version that they name; the pages of claims and of versions say what the record has."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest

from geo.control.timeline import Timeline
from geo.queries.releases.history import changes_between, told_versions
from geo.queries.releases.kept import release
from geo.record.load import Dataset
from pages.ui.server import earlier
from pages.ui.server import snapshot as shared
from pages.ui.server.kept import Few
from tests.pages.conftest import Visit
from tests.pages.html_page import HtmlPage


@pytest.fixture
def old(shipped: Dataset) -> str:
    """A version that was released before the one of today."""
    return told_versions(shipped)[-2][0]


@pytest.fixture(autouse=True)
def own_static(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Earlier versions write the browser's files into a folder of the test."""
    monkeypatch.setattr(earlier.snapshot_for, "__defaults__", (*earlier.snapshot_for.__defaults__[:1], tmp_path))
    monkeypatch.setattr(earlier, "_held", Few(earlier.MOST))


def texts(page: object) -> str:
    return " ".join(one.value for one in page.text)  # type: ignore[attr-defined]


def test_an_old_link_opens_what_it_showed(visit_page: Visit, old: str) -> None:
    page = visit_page("claims", data=old)
    assert not page.exception
    assert f"data version {old}" in texts(page)
    assert page.query_params["data"] == old


def test_a_link_of_today_says_nothing_of_versions(visit_page: Visit, shipped: Dataset) -> None:
    for query in ({}, {"data": shipped.version}, {"data": "0" * 12}, {"data": "nonsense"}):
        page = visit_page("claims", **query)
        assert not page.exception and "This link was made with" not in texts(page)


def test_an_earlier_version_is_not_shown_when_it_tells_what_is_withheld(shipped_line, old, tmp_path) -> None:
    line = shipped_line
    now = shared.Snapshot(line, shared.Assets("replay-x"), ())
    assert earlier.snapshot_for({"data": old}, now).timeline.dataset.version == old
    event_id = release(old).public_events[0]["event_id"]
    rows = tuple(
        dataclasses.replace(row, record=row.record | {"sensitivity": "withheld"})
        if row.record["event_id"] == event_id
        else row
        for row in line.dataset.tables["events"]
    )
    hidden = Timeline(Dataset("0123456789ab", {**line.dataset.tables, "events": rows}))
    now = dataclasses.replace(now, timeline=hidden)
    assert earlier.snapshot_for({"data": old}, now) is now


@pytest.mark.full
def test_few_earlier_versions_are_held(shipped_line: Timeline, shipped: Dataset) -> None:
    now = shared.Snapshot(shipped_line, shared.Assets("replay-x"), ())
    for version, _ in told_versions(shipped)[:4]:
        found = earlier.snapshot_for({"data": version}, now)
        assert (found.timeline.dataset.version, found.newer) == (version, shipped.version)
        assert len(earlier._held) <= earlier.MOST


def test_every_claim_has_a_page(visit_page: Visit, shipped: Dataset) -> None:
    page = visit_page("claims")
    shown = HtmlPage(page).text
    assert all(claim_id in shown for claim_id in shipped.by_id("control_claims"))
    claim = shipped.records("control_claims")[4]
    page = visit_page("claims", claim=claim["claim_id"])
    assert not page.exception
    shown = HtmlPage(page).text
    assert all(source in shown for source in claim["source_ids"])
    assert "History of this record" in shown
    assert any(claim["claim_id"] in one.value and shipped.version in one.value for one in page.code)


def test_a_claim_that_is_none_is_told(visit_page: Visit) -> None:
    page = visit_page("claims", claim="CC-9999")
    assert not page.exception and "CC-9999" in texts(page)


def test_what_changed_is_told_with_counts_first(visit_page: Visit, shipped: Dataset, old: str) -> None:
    page = visit_page("versions", old=old, new=shipped.version)
    assert not page.exception
    shown = HtmlPage(page).text
    found = changes_between(shipped, old, shipped.version)
    assert shown.index("How many records differ") < shown.index(found["events"].changed[0].record_id)
    assert all(change.record_id in shown for change in found["events"].changed)


@pytest.mark.parametrize("query", [{"old": "0" * 12}, {"old": "x"}, {"old": "<script>", "new": "y"}])
def test_versions_that_are_not_kept_are_told(visit_page: Visit, query: dict[str, str]) -> None:
    page = visit_page("versions", **query)
    assert not page.exception


def test_hostile_records_stay_text(visit_hostile: Visit, shows_only_text: Callable[..., None]) -> None:
    page = visit_hostile("claims")
    shows_only_text(page)
