"""The static site: states replayed from deltas, plain pages without script, versions that stay."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from dataclasses import asdict

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.browser.assets import Assets
from geo.cli import main
from geo.control.timeline import Timeline
from geo.export.edition.files import edition_files
from geo.export.edition.frame import Edition
from geo.export.programs.states import state_deltas
from geo.export.reference_site import reference_json, reference_tables
from geo.export.site import contents_of, write_site
from geo.reading.province_words import silence_in_words
from geo.reading.reference.province import rows_in
from geo.record.load import load
from geo.record.schema import PERSPECTIVES
from geo.record.spans import add_days, days_between
from geo.reference.load import load_reference, months_covered
from geo.reference.review import matched
from geo.wording.text import t
from tests.conftest import told_coarsely
from tests.geo.reference.conftest import MONTHS, put, row


@pytest.fixture(scope="module")
def site(shipped_site):
    return shipped_site


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


def test_the_map_is_a_page_without_a_script_of_its_own_and_asks_for_what_is_there(site):
    page = site["index.html"].decode()
    assert "script-src 'self';" in page and "'unsafe-inline'" not in page.split("script-src")[1].split(";")[0]
    scripts = re.findall(r"<script\b([^>]*)>", page)
    assert [re.search(r'type="([^"]+)"', script)[1] for script in scripts] == [
        "application/ld+json",
        "application/json",
        "module",
    ]
    assert "src=" in scripts[-1]
    asked = {*re.findall(r'(?:src|href)="([^"#]+)"', page), *json.loads(facts_of(page))["assets"].values()}
    assert {name for name in asked if not name.startswith("data:") and name not in site} == set()
    assert '<main id="first-picture">' in page and "5 September 2021" in page and b"<html" in site["replay.html"]


def test_a_working_handle_takes_85_kb_and_a_true_map_60(site):
    page = site["index.html"].decode()
    soon = re.findall(r'<link rel="preload" href="([^"]+)"', page) + re.findall(
        r'<script type="module" src="([^"]+)"', page
    )
    packed = {name: len(brotli.compress(site[name.removesuffix(".gz")])) for name in ("index.html", *soon)}
    assert len(packed) == 6 and packed["index.html"] <= 60_000 and sum(packed.values()) <= 85_000, packed
    assert next(size for name, size in packed.items() if "record.json" in name) <= 25_000, packed
    assert next(size for name, size in packed.items() if "texts" in name) <= 3_000, packed
    assert next(size for name, size in packed.items() if "reader.js" in name) <= 25 * 1024, packed
    following = sum(
        len(brotli.compress(site[f"{folder_of(site)}{name}"])) for name in ("reader-next.js", "next-texts.json")
    )
    assert following <= 28_000, following  # what stands around the handle comes at once


def folder_of(site):
    """Where the browser's files lie."""
    return next(name for name in site if name.endswith("reader.js")).removesuffix("reader.js")


def test_what_can_be_kept_is_there_and_each_page_is_the_one_that_is_named(site):
    kept = json.loads(re.match(rb"self\.KEPT = (.*);\n", site["keeper.js"])[1])
    for address, digest in kept["files"].items():
        name = address.partition("?")[0]
        assert name in site, address
        assert digest == (hashlib.sha256(site[name]).hexdigest()[:16] if not name.startswith("assets/") else "")
    names = {address.partition("?")[0] for address in kept["files"]}
    assert kept["missing"] in names and {"index.html", "events/2021.html", "stories/panjshir-2021-1.svg"} <= names
    assert not [name for name in names if re.search(r"/(EV|SRC)-", name)]
    told = json.loads(site["kept.json"])
    assert told["count"] == len(names) and told["bytes"] == sum(len(site[name]) for name in names)


def test_from_a_stick_no_module_runs_and_nothing_is_fetched(tiny_dir, tmp_path, capsys):
    assert main(["publish", "-o", str(tmp_path / "stick"), "--data", str(tiny_dir), "--stick"]) == 0
    names = {path.relative_to(tmp_path / "stick").as_posix() for path in (tmp_path / "stick").rglob("*")}
    assert not names & {"keeper.js", "kept.json"} and not [name for name in names if name.endswith(".json.gz")]
    for page in (tmp_path / "stick").rglob("*.html"):
        text = page.read_text("utf-8")
        assert 'type="module"' not in text and 'as="fetch"' not in text, page.name
    facts = json.loads(facts_of((tmp_path / "stick" / "index.html").read_text("utf-8")))
    assert facts["onStick"] and set(facts["assets"].values()) <= names


def facts_of(page):
    """What the page tells its script."""
    return re.search(r'<script type="application/json" id="page">(.*?)</script>', page, re.DOTALL)[1]


def test_province_pages_say_what_the_record_says(site, shipped_line):
    page = site["provinces/AF-PAN.html"].decode()
    for event in shipped_line.events_between("2021-08-15", "9999-12-31", province="AF-PAN"):
        assert f'href="../events/{event["event_id"]}.html"' in page
    assert shipped_line.dataset.version in page


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
    names, gone = write_site(tiny_line, folder, tiny_dir)
    assert old.read_text() == "before" and not gone and names[-3:] == ["index.html", "keeper.js", "kept.json"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def _with_sensitivity(folder, sensitivity):
    """The tiny record with its withheld event as sensitive as that."""
    path = folder / "events.geojson"
    path.write_text(
        path.read_text("utf-8").replace('"sensitivity":"withheld"', f'"sensitivity":"{sensitivity}"'), "utf-8"
    )
    return folder


def test_earlier_versions_go_that_hold_what_is_withheld_now(tiny_line, tiny_dir, tiny_copy, tmp_path, capsys):
    folder, before = tmp_path / "site", Timeline(load(_with_sensitivity(tiny_copy, "public")))
    write_site(before, folder, tiny_copy)
    harmless = folder / "api" / "0123456789ab" / "events.json"
    harmless.parent.mkdir()
    harmless.write_text('{"events":["EV-2021-0001","EV-2021-00031"]}')
    assert b"EV-2021-0003" in (folder / "data" / before.dataset.version / "events.csv").read_bytes()
    (folder / "data" / before.dataset.version / "events.csv").unlink()  # its packed tables hold it still
    assert main(["publish", "-o", str(folder), "--data", str(tiny_dir)]) == 0
    assert re.search(
        rf"went: {before.dataset.version}, assets/replay-\w+, events/EV-2021-0003.html, sources/SRC-0005.html; remove",
        capsys.readouterr().out,
    )
    assert len(list((folder / "assets").iterdir())) == 1
    assert {path.name for path in (folder / "data").iterdir()} == {tiny_line.dataset.version}
    kept = {tiny_line.dataset.version, "0123456789ab", "v1"}
    assert {path.name for path in (folder / "api").iterdir() if path.is_dir()} == kept
    for path in (path for path in folder.rglob("*") if path.is_file() and path != harmless):
        assert b"EV-2021-0003" not in path.read_bytes() and b"SRC-0005" not in path.read_bytes(), path


@pytest.mark.full
def test_earlier_versions_go_that_tell_more_finely_what_is_told_coarsely_now(tiny_copy, tmp_path, capsys):
    folder, path = tmp_path / "site", tiny_copy / "events.geojson"
    publish = ["publish", "-o", str(folder), "--data", str(tiny_copy)]
    text, versions = path.read_text("utf-8"), []
    coarse = told_coarsely(text, "EV-2021-0001")
    other_record = coarse.replace('"EV-2021-0002","title":"', '"EV-2021-0002","title":"Later: ')
    coarser = other_record.replace("exactly on the line between east and west", "in the province")
    for now in (text, coarse, other_record, coarser):
        path.write_text(now, "utf-8")
        assert main(publish) == 0
        versions.append((load(tiny_copy).version, capsys.readouterr().out))
        there = [{place.name for place in (folder / part).iterdir() if place.is_dir()} for part in ("data", "api")]
        assert there[0] == there[1] - {"v1"}
        if now == other_record:  # the version before tells the event as coarsely
            assert there[0] == {versions[1][0], versions[2][0]}
    assert there[0] == {versions[3][0]}
    assert re.search(rf"went: {versions[0][0]}, assets/replay-\w+; remove", versions[1][1])
    assert "went" not in versions[2][1]
    for file in (file for file in folder.rglob("*") if file.is_file()):
        assert b"exactly on the line" not in file.read_bytes(), file


# --- UCDP's rows --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def reference(shipped):
    return load_reference(shipped)


@pytest.fixture(scope="module")
def both(shipped_line, reference):
    """The makers of the pages with UCDP's rows beside ours."""
    return edition_files(Edition(shipped_line, Assets("replay-0"), "assets", reference))


@pytest.fixture(scope="module")
def ours(shipped_line):
    return edition_files(Edition(shipped_line, Assets("replay-0"), "assets"))


def test_province_pages_carry_ucdp_s_rows_beside_ours(shipped_line, reference, both):
    dataset = shipped_line.dataset
    for code in ("AF-KNR", "AF-PAN", "AF-ZAB"):
        part = both[f"provinces/{code}.html"]().split('<h3 id="reference">')[1].split('<h3 id="all">')[0]
        found = rows_in(dataset, reference, code)
        assert all(f">{one.row['ucdp_id']}</td>" in part for one in found)
        assert (t("provinces.reference_no_rows") in part) == (not found)
        assert "CC BY 4.0" in part and reference.version in part
        assert all(release["release"] in part for release in reference.releases)
        assert silence_in_words(sorted(months_covered(reference))) in part
        assert f">{t('quality.not_known')}</span>" in part and '<th scope="row"' in part


def test_an_event_s_page_tells_what_ucdp_says_of_it(reference, both):
    lines = [line for pairs in matched(reference.matches).values() for line in pairs]
    page = both[f"events/{lines[0]['event_id']}.html"]()
    assert lines[0]["ucdp_id"] in page and t("events.reference_match") in page


def test_the_ways_of_ucdp_s_tables_lead_to_what_is_there(shipped_line, both):
    for code in ("AF-KNR", "AF-PAN"):
        ways = re.findall(r'href="\.\./([^"?]+)[^"]*" data-way', both[f"provinces/{code}.html"]())
        assert ways and {way for way in ways if way not in both} <= {"index.html"}


def test_our_part_of_a_page_is_the_same_with_ucdp_s_rows(ours, both):
    """Nothing is added to what is ours: it stands there in the same words, in the same order."""
    for name in ("provinces/AF-KNR.html", "provinces/AF-KAB.html"):
        plain, beside = ours[name](), both[name]()
        assert 'id="reference"' not in plain
        cut = beside.index('<section><h3 id="reference">')
        head = re.sub(r'<li><a href="#reference">.*?</a></li>', "", beside[:cut])
        assert plain.startswith(head) and plain.endswith(beside[beside.index('<section><h3 id="all">') :])


def test_the_rows_are_files_of_their_own_with_a_version_of_their_own(shipped_line, reference):
    tables = reference_tables(shipped_line, reference)
    assert {f"ucdp-{reference.version}.{form}" for form in ("csv", "geojson", "gpkg", "parquet")} <= set(tables)
    found = reference_json(shipped_line, reference)
    assert len(found["rows"]) == len(reference.events) and found["author"].startswith("Uppsala")
    assert set(found["months_covered_whole"]) == months_covered(reference)


def assets_of(site):
    return {name for name in site if name.startswith("assets/")}


def test_the_switch_of_publish_adds_files_and_changes_none_of_ours(tiny_dir, tmp_path, capsys):
    data = tmp_path / "data"
    shutil.copytree(tiny_dir, data)
    command = ["publish", "--data", str(data), "-o"]
    assert main([*command, str(tmp_path / "ours")]) == 0
    assert main([*command, str(tmp_path / "none"), "--reference", "ucdp"]) == 2
    assert "bring one" in capsys.readouterr().err and not (tmp_path / "none").exists()
    file = put(tmp_path, MONTHS, [row(id="1"), row(id="2", day="2021-09-02")])
    assert main(["reference", "ucdp", str(file), "--data", str(data)]) == 0
    assert main([*command, str(tmp_path / "both"), "--reference", "ucdp"]) == 0
    ours, both = (
        {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (tmp_path / "ours", tmp_path / "both")
    )
    more = set(both) - set(ours)
    assert all("ucdp-" in name or name.startswith("api/v1/reference") for name in more - assets_of(both))
    assert all(name.startswith("assets/") for name in set(ours) - set(both))
    assert {name for name in more if name.endswith("/reference.json.gz")}
    tell_of_both = {"api/latest.json", "api/v1/index.json", "api/v1/versions.json"}
    same = [name for name in ours if name.startswith(("data/", "api/")) and name not in tell_of_both]
    assert same and all(ours[name] == both[name] for name in same)
    latest = json.loads(both["api/latest.json"])
    assert all(f"api/{name}" in both for name in latest["files"]) and latest["reference_version"]
    assert b'"reference":"ucdp"' in both["index.html"] and b'"reference":"ucdp"' not in ours["index.html"]
