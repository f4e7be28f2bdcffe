"""The feed of changes, the sitemap, the data described for catalogues: whole, true to their forms, and nothing withheld."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from geo.address.view import from_query
from geo.answers.record import Record, record_of
from geo.cli import main
from geo.control.timeline import Timeline
from geo.export.programs.earlier import FieldChange, corrections
from geo.export.programs.feed import MAX_ENTRIES, feed
from geo.export.programs.sitemap import last_change
from geo.export.site import contents_of
from geo.record.load import load

ATOM = "{http://www.w3.org/2005/Atom}"
MAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def record(shipped_line: Timeline, shipped_dir: Path) -> Record:
    return record_of(shipped_line, shipped_dir)


def entries(content: bytes) -> list[Any]:
    return ElementTree.fromstring(content).findall(f"{ATOM}entry")  # noqa: S314 - our own


def kind(entry: Any) -> str:
    return str(entry.find(f"{ATOM}category").get("term"))


def test_the_feed_is_atom_with_corrections_first(record: Record) -> None:
    root = ElementTree.fromstring(feed(record))  # noqa: S314 - our own
    for one in (root, *root.findall(f"{ATOM}entry")):
        assert all(one.find(f"{ATOM}{name}").text for name in ("id", "title", "updated"))
        dt.datetime.fromisoformat(one.find(f"{ATOM}updated").text)
    ids = [entry.find(f"{ATOM}id").text for entry in root.findall(f"{ATOM}entry")]
    assert len(ids) == len(set(ids)) > MAX_ENTRIES and all(one.startswith("urn:uuid:") for one in ids)
    kinds = [kind(entry) for entry in root.findall(f"{ATOM}entry")]
    assert kinds == sorted(kinds) and set(kinds) == {"corrected", "new"}
    days = [entry.find(f"{ATOM}updated").text for entry in root.findall(f"{ATOM}entry")]
    split = kinds.index("new")
    assert days[:split] == sorted(days[:split], reverse=True) and days[split:] == sorted(days[split:], reverse=True)
    assert root.find(f"{ATOM}author/{ATOM}name").text and root.find(f"{ATOM}updated").text == max(days)


def test_each_correction_of_the_record_is_told(record: Record) -> None:
    revised = sorted(e["revised_on"] for e in record.dataset.public_events if e["revised_on"])
    told = [entry for entry in entries(feed(record)) if kind(entry) == "corrected"]
    assert revised and len(told) >= min(len(revised), MAX_ENTRIES)


def test_a_correction_says_what_it_changed_where_a_version_before_it_is_known(line: Timeline, tiny_dir: Path) -> None:
    told = record_of(line, tiny_dir)
    event = next(one for one in told.dataset.public_events if one["sensitivity"] == "public")
    now = {**event, "revised_on": "2026-11-30"}
    points = {row.record["event_id"]: row.geometry for row in told.dataset.tables["events"]}
    old = {
        **now,
        "geometry": points[event["event_id"]],
        "revised_on": None,
        "verification": "claimed",
        "title": "Secret words",
    }
    assert corrected(now, old) == [FieldChange("title"), FieldChange("verification", "claimed", now["verification"])]
    assert corrected(now, {**old, "sensitivity": "generalised"}) is None
    assert corrected({**now, "revised_on": None}, old) is None


def corrected(now: dict[str, Any], old: dict[str, Any]) -> list[FieldChange] | None:
    """What is told of an event's correction."""
    row = SimpleNamespace(record=now, geometry=old["geometry"])
    dataset = SimpleNamespace(tables={"events": [row]}, public_events=[now])
    return corrections(dataset, [{}, {now["event_id"]: old}]).get(now["event_id"])  # type: ignore[arg-type]


def test_a_site_that_has_the_version_before_tells_it_in_its_feed(tiny_dir: Path, tmp_path: Path) -> None:
    data, site = tmp_path / "data", tmp_path / "site"
    shutil.copytree(tiny_dir, data)
    assert main(["publish", "-o", str(site), "--data", str(data)]) == 0
    before = load(data)
    (data / "versions.csv").write_text(f"version,released_on\n{before.version},2026-11-01\n", "utf-8")
    lines = (data / "events.geojson").read_text("utf-8")
    event = next(one for one in before.public_events if one["sensitivity"] == "public" and not one["revised_on"])
    changed = [
        line.replace('"revised_on":null', '"revised_on":"2026-11-20"').replace(
            '"date_precision":1', '"date_precision":2'
        )
        if f'"{event["event_id"]}"' in line and '"type":"Feature"' in line
        else line
        for line in lines.splitlines(keepends=True)
    ]
    (data / "events.geojson").write_text("".join(changed), "utf-8")
    after = {one["event_id"]: one for one in load(data).public_events}[event["event_id"]]
    assert after["revised_on"] == "2026-11-20" and after["date_precision"] != event["date_precision"]
    assert main(["publish", "-o", str(site), "--data", str(data)]) == 0
    said = [
        e.find(f"{ATOM}summary").text
        for e in entries((site / "api/v1/feed.atom").read_bytes())
        if kind(e) == "corrected"
    ]
    assert [one for one in said if one.startswith("Changed: date_precision: 1 → 2.")]


def test_a_link_of_the_feed_opens_a_view_that_there_is(record: Record) -> None:
    for entry in entries(feed(record))[::17]:
        address = urljoin("https://map.example/base/api/v1/feed.atom", entry.find(f"{ATOM}link").get("href"))
        assert address.startswith("https://map.example/base/?")
        assert from_query(dict(parse_qsl(urlsplit(address).query)), record.dataset)[1] == []


def test_nothing_withheld_is_told_and_no_text_is_markup(line: Timeline, tiny_dir: Path) -> None:
    content = feed(record_of(line, tiny_dir)).decode()
    assert not [secret for secret in ("EV-2021-0003", "Household", "must not leave") if secret in content]
    assert "EV-2021-0001" in content and not re.search(r"<(script|img|a)\b", content)


def test_pages_lead_programs_to_files_that_are_there(line: Timeline, tiny_dir: Path) -> None:
    site = contents_of(line, tiny_dir)
    for page in ("index.html", "provinces/index.html", "provinces/AF-AAA.html"):
        text = site[page].decode()
        for rel in ("alternate", "describedby", "service-desc"):
            (link,) = re.findall(rf'<link rel="{rel}" type="[^"]+" href="([^"]+)"', text)
            assert urljoin(page, unescape(link)) in site, (page, link)


def test_the_map_s_head_describes_the_data_as_schema_org_has_it(line: Timeline, tiny_dir: Path) -> None:
    site = contents_of(line, tiny_dir)
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', site["index.html"].decode())
    told = json.loads(data)
    assert (told["@context"], told["@type"]) == ("https://schema.org/", "Dataset")
    assert 50 <= len(told["description"]) <= 5000 and told["version"] == line.dataset.version
    assert told["temporalCoverage"] == f"{line.dataset.first_day}/{line.dataset.last_day}"
    assert re.fullmatch(r"(?:-?\d+(?:\.\d+)? ){3}-?\d+(?:\.\d+)?", told["spatialCoverage"]["geo"]["box"])
    assert all(download["contentUrl"] in site for download in told["distribution"])
    assert json.loads(site["api/v1/dataset.jsonld"])["distribution"][0]["contentUrl"] == "events.geojson"


def test_the_tables_are_a_data_package(line: Timeline, tiny_dir: Path) -> None:
    site, folder = contents_of(line, tiny_dir), f"data/{line.dataset.version}"
    package = json.loads(site[f"{folder}/datapackage.json"])
    assert {one["path"] for one in package["resources"]} == {
        f"{kind}.{form}" for kind in ("events", "zones", "provinces") for form in ("csv", "geojson", "gpkg", "parquet")
    }
    for one in package["resources"]:
        content = site[f"{folder}/{one['path']}"]
        assert one["bytes"] == len(content) and re.fullmatch(r"[a-z0-9._-]+", one["name"])
        if one["format"] == "csv":
            head = content.decode().splitlines()[0].split(",")
            assert [field["name"] for field in one["schema"]["fields"]] == head
            assert one["schema"]["primaryKey"] in head


def test_a_site_with_an_address_has_a_sitemap_of_its_pages(tiny_dir: Path, tmp_path: Path) -> None:
    call = ["publish", "-o", str(tmp_path), "--data", str(tiny_dir)]
    assert main([*call, "--address", "https://map.example/afghanistan"]) == 0
    root = ElementTree.parse(tmp_path / "sitemap.xml").getroot()  # noqa: S314 - our own
    found = [url.find(f"{MAPS}loc").text for url in root.findall(f"{MAPS}url")]
    pages = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.html"))
    assert found == [f"https://map.example/afghanistan/{page.removesuffix('index.html')}" for page in pages]
    assert {url.find(f"{MAPS}lastmod").text for url in root.findall(f"{MAPS}url")} == {last_change(load(tiny_dir))}
