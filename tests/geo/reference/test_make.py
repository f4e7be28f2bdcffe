"""Bringing files: releases beside each other, whole or not at all, and what the files must keep."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from geo.record.load import Dataset, load
from geo.record.problems import DataError
from geo.reference.load import is_there, load_reference
from geo.reference.make import bring, match_anew
from geo.reference.schema import FOLDER
from tests.geo.reference.conftest import MONTH, MONTHS, YEAR, put, row


def quiet(*_: object) -> None:
    pass


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / FOLDER).iterdir()}


@pytest.fixture
def brought(tiny: Dataset, tiny_copy: Path, tmp_path: Path) -> Path:
    bring([put(tmp_path, MONTHS, [row(id="1"), row(id="2", day="2021-09-02")])], tiny_copy, tiny, quiet)
    return tiny_copy


def test_a_later_release_takes_the_place_of_its_months(brought: Path, tiny: Dataset, tmp_path: Path) -> None:
    made = bring([put(tmp_path, YEAR, [row(id="1", best="4"), row(id="9", day="2021-11-01")])], brought, tiny, quiet)
    reference = load_reference(tiny, brought)
    assert [(event["ucdp_id"], event["release"]) for event in reference.events] == [
        ("1", "GED 22.1"),
        ("9", "GED 22.1"),
    ]
    assert reference.events[0]["best"] == 4 and made.gave_way == 2
    assert [release["release"] for release in reference.releases] == ["GED 22.1"]


def test_the_order_of_bringing_does_not_matter(tiny: Dataset, tmp_path: Path, tiny_dir: Path) -> None:
    files = [
        put(tmp_path, YEAR, [row(id="1")]),
        put(tmp_path, MONTH, [row(id="2", day="2021-09-03")]),
        put(tmp_path, "GEDEvent_v22_0_1.csv", [row(id="3", day="2022-01-03")]),
    ]
    folders = [shutil.copytree(tiny_dir, tmp_path / name) for name in ("one", "other", "each")]
    bring(files, folders[0], tiny, quiet)
    bring(files[::-1], folders[1], tiny, quiet)
    for path in (files[1], files[2], files[0]):
        bring([path], folders[2], tiny, quiet)
    assert contents(folders[0]) == contents(folders[1]) == contents(folders[2])


def test_the_same_release_again_replaces_itself(brought: Path, tiny: Dataset, tmp_path: Path) -> None:
    bring([put(tmp_path, MONTHS, [row(id="5")])], brought, tiny, quiet)
    assert [event["ucdp_id"] for event in load_reference(tiny, brought).events] == ["5"]


def test_a_bad_file_among_good_ones_changes_nothing(brought: Path, tiny: Dataset, tmp_path: Path) -> None:
    before = contents(brought)
    with pytest.raises(DataError):
        bring([put(tmp_path, YEAR, [row(id="7")]), put(tmp_path, MONTH, [row(best="x")])], brought, tiny, quiet)
    assert contents(brought) == before
    assert not [path for path in brought.iterdir() if path.name.startswith(".")]


def test_the_record_and_its_version_stay(brought: Path, tiny: Dataset) -> None:
    assert load(brought).version == tiny.version


def test_other_files_of_the_folder_stay(brought: Path, tiny: Dataset) -> None:
    (brought / FOLDER / "notes.txt").write_text("kept", "utf-8")
    match_anew(brought, tiny)
    assert (brought / FOLDER / "notes.txt").read_text("utf-8") == "kept"


def test_the_version_is_its_own(brought: Path, tiny: Dataset) -> None:
    one = load_reference(tiny, brought).version
    change(brought, "ucdp_matches.csv", lambda text: text.replace(",no,", ",yes,", 1))
    assert load_reference(tiny, brought).version != one


def change(folder: Path, name: str, how: Callable[[str], str]) -> None:
    path = folder / FOLDER / name
    before = path.read_text("utf-8")
    path.write_text(how(before), "utf-8")
    assert path.read_text("utf-8") != before


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("ucdp_matches.csv", "EV-2021-0001", "EV-2021-0999", "'EV-2021-0999' is not in events"),
        ("ucdp_matches.csv", "\n1,", "\n3,", "3 is not in ucdp_events"),
        ("ucdp_matches.csv", ",point,", ",none,", "is empty where how is none"),
        ("ucdp_matches.csv", ",no,", ",perhaps,", "'perhaps' is not one of yes, no"),
        ("ucdp_matches.csv", ",1.0,", ",much,", "'much' is not a number"),
        ("ucdp_matches.csv", "2,,none,,,,no,\n", "", "no line of ucdp_matches.csv tells it"),
        ("ucdp_matches.csv", "2,,none,,,,no,\n", "2,,none,,,,no,\n" * 2, "each once, in order"),
        ("ucdp_releases.json", '"rows":2', '"rows":3', "says 3, here are 2"),
        ("ucdp_releases.json", '"months_to":"2021-09"', '"months_to":null', "both given or both null"),
        ("ucdp_releases.json", '"months_to":"2021-09"', '"months_to":"2021-07"', "is after months_to"),
        ("ucdp_events.json", '"release":"Candidate 21.01.21.09"', '"release":"GED 22.1"', "is not in ucdp_releases"),
        ("ucdp_events.json", '"actor_b":"nrf"', '"actor_b":"nobody"', "'nobody' is not in actors"),
        ("ucdp_events.json", '"best":3', '"best":"3"', "is not a whole number"),
        ("ucdp_events.json", '"latitude":34.25', '"latitude":3.425', "lies outside the country's surroundings"),
    ],
)  # fmt: skip
def test_a_broken_file_is_told(brought: Path, tiny: Dataset, name: str, old: str, new: str, message: str) -> None:
    change(brought, name, lambda text: text.replace(old, new, 1))
    with pytest.raises(DataError) as error:
        load_reference(tiny, brought)
    assert message in str(error.value) and f"{FOLDER}/{name.replace('matches.csv', '')}"[:14] in str(error.value)


def test_a_missing_file_is_told(brought: Path, tiny: Dataset) -> None:
    (brought / FOLDER / "ucdp_releases.json").unlink()
    assert is_there(brought)
    with pytest.raises(DataError, match="missing"):
        load_reference(tiny, brought)
