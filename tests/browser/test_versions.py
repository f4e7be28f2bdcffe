"""Links that were made with an earlier version of the data open that version, in the app and in the reader's edition."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from geo.browser.record_parts import record_parts
from geo.control.timeline import Timeline
from geo.queries.releases.history import told_versions
from geo.queries.releases.kept import release
from geo.queries.versions import versions
from geo.record.load import Dataset
from geo.wording.dates import plain_date
from geo.wording.sentence import day_sentence

pytestmark = pytest.mark.browser

DAY = "2021-09-05"
#: Told otherwise in each of the two versions than now.
EVENT = "EV-2021-0225"
NOTE = "#other-version, header ~ p.intro, .st-key-earlier"
#: What the record in the browser holds of who holds what, on all days and in every view.
SAME = ("version", "firstDay", "days", "states", "intervals", "zones", "changes", "denied", "deniedDays", "actors")
HELD = "(keys) => keys.map((key) => conflictReplay.record.raw[key])"


@pytest.fixture(scope="module", params=["app", "read", "files"])
def edition(request: pytest.FixtureRequest) -> Iterator[str]:
    """Where the map is: in the app, in the edition beside it, or on a host of files."""
    if request.param == "files":
        yield request.getfixturevalue("files_host")
        return
    yield request.getfixturevalue("server") + ("/read" if request.param == "read" else "")


@pytest.fixture(scope="module")
def earlier(shipped: Dataset) -> list[Timeline]:
    """The two versions before that of today."""
    return [Timeline(release(version)) for version, _ in told_versions(shipped)[-3:-1]]


def test_links_of_two_earlier_versions_open_what_they_showed(pages, edition: str, earlier: list[Timeline]) -> None:
    for line in earlier:
        version = line.dataset.version
        replay = pages(edition).open(date=DAY, event=EVENT, data=version)
        expect(replay.sentence).to_contain_text(day_sentence(line, DAY).partition(".")[0])
        expect(replay.card).to_contain_text(line.dataset.public_by_id[EVENT]["title"])
        expect(replay.page.locator(NOTE).first).to_contain_text(f"data version {version}. What you see is that version")
        told = json.loads(record_parts(line)["record"])
        assert replay.js(HELD, list(SAME)) == [told[key] for key in SAME]
        assert replay.query["data"] == version


def test_from_an_earlier_version_one_goes_on_to_today(pages, edition: str, earlier: list[Timeline]) -> None:
    replay = pages(edition).open(date=DAY, data=earlier[0].dataset.version)
    replay.page.get_by_role("link", name="Open the record as it is now").click()
    replay.until(
        "(old) => window.conflictReplay?.record && conflictReplay.record.version !== old", earlier[0].dataset.version
    )
    replay.wait()
    assert replay.js("conflictReplay.record.version") != earlier[0].dataset.version
    expect(replay.page.get_by_text("What you see is that version")).to_have_count(0)


def test_a_link_older_than_the_first_release_says_so(pages, edition: str, shipped: Dataset) -> None:
    replay = pages(edition).open(date=DAY, data="0" * 12)
    first = plain_date(versions()[-1][1])
    expect(replay.page.get_by_text(f"older than the first release, of {first}")).to_be_visible()
    assert replay.js("conflictReplay.record.version") == shipped.version
