"""The shipped reference holds: counts by release, credit, ids that exist, and it is no part of the record."""

from __future__ import annotations

import json
from pathlib import Path

from geo.record.geojson import Row, write_rows
from geo.record.load import DATA_DIR, Dataset, load
from geo.record.schema import FILES, FIRST_DAY
from geo.reference.actors import OURS
from geo.reference.coverage import sides
from geo.reference.load import load_reference, months_covered, read_reference
from geo.reference.places import Districts
from geo.reference.releases import leading
from geo.reference.review import renewed
from geo.reference.schema import FOLDER, NONE, REFERENCE_FILES, YES

ROWS = {"Candidate 26.01.26.06": 109, "Candidate 26.0.7": 6, "GED 23.1": 3}


def shipped() -> Dataset:
    return load(DATA_DIR)


def test_it_is_sound_and_has_the_rows_that_are_told() -> None:
    reference = load_reference(shipped())
    assert {release["release"]: release["rows"] for release in reference.releases} == ROWS
    assert leading(reference.releases) == {
        **dict.fromkeys([f"2026-0{month}" for month in range(1, 7)], "Candidate 26.01.26.06"),
        "2026-07": "Candidate 26.0.7",
    }
    for event in reference.events:
        month_told = event["date_start"][:7] in months_covered(reference)
        assert month_told == event["release"].startswith("Candidate")
        assert event["date_end"] >= FIRST_DAY


def test_what_ucdp_counts_adds_up() -> None:
    for event in load_reference(shipped()).events:
        parts = [event[f"deaths_{side}"] for side in ("a", "b", "civilians", "unknown")]
        assert sum(parts) == event["best"] and event["low"] <= event["best"] <= event["high"]


def test_our_areas_are_those_of_the_points() -> None:
    record = shipped()
    districts = Districts(record)
    names = {row["admin1"]: row for row in record.records("provinces")}
    for event in load_reference(record).events:
        assert (event["admin1"] is None) == (event["adm_1"] is None)
        if event["admin2_id"]:
            assert event["where_prec"] <= 3
            assert districts.district(event["longitude"], event["latitude"]) == event["admin2_id"]
        assert event["admin1"] is None or event["admin1"] in names


def test_every_mapped_actor_is_one_of_ours() -> None:
    assert set(OURS.values()) <= set(shipped().by_id("actors"))


def test_each_row_is_told_and_each_event_exists() -> None:
    record = shipped()
    reference = load_reference(record)
    assert {line["ucdp_id"] for line in reference.matches} == {event["ucdp_id"] for event in reference.events}
    assert {line["event_id"] for line in reference.matches if line["how"] != NONE} <= set(record.by_id("events"))
    found = sides(reference, record)
    assert len(found.both) + len(found.only_ucdp) == len(reference.events)
    assert all(line["remark"] for line in reference.matches if line["reviewed"] == YES)


def test_the_matches_are_those_of_the_record_of_now() -> None:
    record = shipped()
    reference = load_reference(record)
    lines, gone = renewed(list(reference.events), record, reference.matches)
    assert not gone and lines == list(reference.matches), "run: python -m geo reference matches --anew"


def test_the_files_are_canonical() -> None:
    tables, version = read_reference(DATA_DIR)
    for name, form in REFERENCE_FILES.items():
        text = (DATA_DIR / FOLDER / form.path).read_text("utf-8")
        assert write_rows([Row(0, row.record) for row in tables[name]], form) == text
    assert len(version) == 12


def test_it_is_no_part_of_the_record() -> None:
    assert not {form.path for form in FILES.values()} & {form.path for form in REFERENCE_FILES.values()}
    assert not any(FOLDER in Path(form.path).parts for form in FILES.values())


def test_the_credit_stands_where_it_is_asked_for() -> None:
    licence = " ".join((DATA_DIR / "LICENSE").read_text("utf-8").split())
    for release in load_reference(shipped()).releases:
        for part in release["cite"].split("; "):
            assert part in licence
    package = json.loads((DATA_DIR / "datapackage.json").read_text("utf-8"))
    ours = [resource for resource in package["resources"] if resource["path"].startswith(f"{FOLDER}/")]
    assert len(ours) == len(REFERENCE_FILES)
    assert any("Uppsala" in source["title"] for source in package["sources"])
