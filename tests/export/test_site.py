"""The static site: states replayed from deltas, plain pages without script, versions that stay."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.export.province_html import province_page, source_link
from geo.export.site import contents_of, state_deltas, write_site
from geo.record.schema import PERSPECTIVES
from geo.record.spans import add_days, days_between


@pytest.fixture(scope="module")
def site(shipped_line, shipped_dir):
    return contents_of(shipped_line, shipped_dir)


def replayed(deltas, day):
    areas = dict(deltas["first"])
    for delta in deltas["deltas"]:
        if delta["day"] <= day:
            areas |= delta["areas"]
    return areas


@pytest.mark.parametrize("perspective", PERSPECTIVES)
@given(data=st.data())
def test_deltas_give_the_state_of_any_day(shipped_line, perspective, data):
    dataset = shipped_line.dataset
    number = data.draw(st.integers(0, days_between(dataset.first_day, dataset.last_day)))
    day = add_days(dataset.first_day, number)
    deltas = json.loads(json.dumps(_deltas(shipped_line, perspective)))
    areas = replayed(deltas, day)
    for admin2_id, interval in shipped_line.states_at(day, perspective).items():
        expected = asdict(interval.state) | {"since": interval.since} if interval.state else None
        assert areas.get(admin2_id) == json.loads(json.dumps(expected))


_kept = {}


def _deltas(line, perspective):
    key = (line.dataset.version, perspective)
    if key not in _kept:
        _kept[key] = state_deltas(line, perspective)
    return _kept[key]


def test_every_file_is_there(site, shipped):
    version = shipped.version
    latest = json.loads(site["api/latest.json"])
    assert latest["version"] == version
    assert all(f"api/{name}" in site for name in latest["files"])
    assert all(
        f"data/{version}/{kind}.{form}" in site for kind in ("events", "zones", "provinces") for form in ("csv", "gpkg")
    )
    assert all(f"provinces/{code}.html" in site for code in shipped.by_id("provinces"))


def test_province_pages_say_what_the_record_says(site, shipped_line):
    page = site["provinces/AF-PAN.html"].decode()
    for event in shipped_line.events_between("2021-08-15", "9999-12-31", province="AF-PAN"):
        assert f'id="{event["event_id"]}"' in page
    assert "<script" not in page and "default-src 'none'" in page and shipped_line.dataset.version in page


def test_text_stays_text(trapped):
    page = province_page(trapped, "AF-BBB")
    assert "<script" not in page and "<img" not in page and "javascript:" not in page
    assert "&lt;script&gt;" in page


def test_only_web_addresses_become_links():
    source = {"publisher": "P", "title": "T", "date": None, "date_note": None, "archive_url": None}
    assert "href" not in source_link(source | {"url": "javascript:alert(1)"})
    assert "href" not in source_link(source | {"url": None})
    assert 'rel="noopener noreferrer nofollow" href="https://a.example/?a=1&amp;b=&quot;"' in source_link(
        source | {"url": 'https://a.example/?a=1&b="'}
    )


def test_withheld_records_are_in_no_file(tiny_line, tiny_dir):
    withheld = [e for e in tiny_line.dataset.records("events") if e["sensitivity"] == "withheld"]
    for name, content in contents_of(tiny_line, tiny_dir).items():
        for event in withheld:
            assert event["event_id"].encode() not in content and event["title"].encode() not in content, name


def test_files_of_earlier_versions_stay(tiny_line, tiny_dir, tmp_path):
    folder = tmp_path / "site"
    write_site(tiny_line, folder, tiny_dir)
    old = folder / "data" / "0123456789ab" / "events.csv"
    old.parent.mkdir()
    old.write_text("before")
    names = write_site(tiny_line, folder, tiny_dir)
    assert old.read_text() == "before" and names[-1] == "index.html"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
