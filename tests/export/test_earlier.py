"""Earlier versions on a site of files: what old links open, and what is never written."""

from __future__ import annotations

import json
from dataclasses import replace
from types import MappingProxyType

import pytest

from geo.address.view import first_view
from geo.browser.assets import Assets
from geo.browser.card_payload import card_payload
from geo.browser.record_parts import record_parts
from geo.cli.make.publish import how_many
from geo.control.timeline import Timeline
from geo.export.edition.earlier import FILE, earlier_versions, told_file
from geo.export.edition.frame import Edition
from geo.queries.releases.history import told_versions
from geo.queries.releases.kept import release
from geo.queries.versions import versions
from geo.record.load import Dataset
from geo.wording.dates import plain_date
from geo.wording.language import speaking

VIEW = first_view


@pytest.fixture(scope="module")
def site(shipped_site: dict[str, bytes]) -> dict[str, bytes]:
    """A site with two earlier versions."""
    return shipped_site


@pytest.fixture(scope="module")
def today(site: dict[str, bytes]) -> dict[str, bytes]:
    """The browser's files of today by name."""
    (folder,) = {name.rpartition("/")[0] for name in site if name.endswith("/modules.js")}
    return {name.rpartition("/")[2]: content for name, content in site.items() if name.startswith(f"{folder}/")}


def test_old_links_open_the_files_of_their_version(site: dict[str, bytes], shipped: Dataset) -> None:
    told = json.loads(site[FILE])["versions"]
    opened = {version: one["page"]["assets"] for version, one in told.items() if "page" in one}
    assert list(opened) == [version for version, _ in told_versions(shipped)[-3:-1]][::-1]
    for version, assets in opened.items():
        earlier = Timeline(release(version))
        parts = record_parts(earlier) | {"cards": card_payload(earlier.dataset)}
        assert {key: site[assets[key].removesuffix(".gz")] for key in parts} == parts
        assert all(name in site for name in assets.values() if name) and assets["reference"] is None
        assert told[version]["told"].startswith(f"This link was made with data version {version}. What you see is that")


def test_each_other_release_is_told_and_what_was_never_released(site: dict[str, bytes], shipped: Dataset) -> None:
    told = json.loads(site[FILE])
    assert set(told["versions"]) == {version for version, _ in versions()} - {shipped.version}
    closed = [version for version, one in told["versions"].items() if "page" not in one]
    assert all("which is not opened here" in told["versions"][version]["told"] for version in closed) and closed
    assert f"older than the first release, of {plain_date(versions()[-1][1])}" in told["unknown"]


def test_a_version_that_tells_what_is_withheld_by_now_is_not_written(today: dict[str, bytes], shipped: Dataset) -> None:
    hidden = release(told_versions(shipped)[-2][0]).public_events[0]["event_id"]
    rows = tuple(
        replace(row, record=row.record | {"sensitivity": "withheld"}) if row.record["event_id"] == hidden else row
        for row in shipped.tables["events"]
    )
    now = replace(shipped, tables=MappingProxyType({**shipped.tables, "events": rows}), _index={})
    edition = Edition(Timeline(now), Assets("replay-x"), "assets")
    earlier = earlier_versions(edition, first_view(now), today)
    assert all(hidden.encode() not in content for content in earlier.files.values())
    assert told_versions(shipped)[-2][0] not in earlier.pages
    text = told_file(edition, earlier)[FILE]
    assert hidden.encode() not in text and "page" not in json.loads(text)["versions"][told_versions(shipped)[-2][0]]


def test_names_of_places_are_those_of_the_version(today: dict[str, bytes], shipped_line: Timeline) -> None:
    with speaking("fa"):
        edition = Edition(shipped_line, Assets("replay-x"), "assets", lang="fa")
        earlier = earlier_versions(edition, first_view(shipped_line.dataset), today, most=3)
    *_, page = earlier.pages.values()
    texts = json.loads(earlier.files[page["assets"]["firstTexts"].removesuffix(".gz")])
    then, now = texts.items(), json.loads(today["first-texts.fa.json"]).items()
    assert texts.keys() >= {key for key, _ in now if not key.startswith("name.")}
    assert {key.partition(".")[0] for key, _ in then ^ now} == {"name"}


def test_from_a_disk_the_web_is_named(shipped_line: Timeline) -> None:
    edition = Edition(shipped_line, Assets("replay-x", on_stick=True), "assets")
    ((name, script),) = told_file(edition).items()
    assert name == f"{FILE}.js" and b"opened by this map on the web" in script and b'"page"' not in script


def test_how_many_versions_is_a_number_or_all() -> None:
    assert [how_many(text) for text in ("all", "0", "12")] == [None, 0, 12]
    for wrong in ("-1", "two", ""):
        with pytest.raises(Exception, match="expected all"):
            how_many(wrong)
