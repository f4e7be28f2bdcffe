"""From files to the data set: every problem told, one version for one content, frames with one type a column."""

from __future__ import annotations

import dataclasses
import gc
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geo.control.timeline import Timeline
from geo.lens.areas import lenses
from geo.queries.layers.activity_map import silent_spans
from geo.record.geojson import Row
from geo.record.load import Dataset, load, public, read_tables
from geo.record.problems import DataError, Problem
from geo.record.schema import CRS, FILES


def test_all_files_are_read(tiny: Dataset) -> None:
    assert list(tiny.tables) == list(FILES)
    assert [len(tiny.records(name)) for name in ("provinces", "districts", "events", "control_claims")] == [3, 8, 6, 13]
    assert tiny.by_id("districts")["AF-BBB-ne"]["name_en"] == "Bbb ne"


def test_the_period_ends_with_the_last_thing_told(tiny: Dataset) -> None:
    assert (tiny.first_day, tiny.last_day) == ("2021-08-15", "2021-10-01")  # a list of presence is the last


def test_the_version_changes_with_any_file(tiny_copy: Path, tiny: Dataset) -> None:
    assert load(tiny_copy).version == tiny.version
    for form in FILES.values():
        path = tiny_copy / form.path
        before = path.read_bytes()
        path.write_bytes(before + b" ")
        assert read_tables(tiny_copy)[2] != tiny.version or read_tables(tiny_copy)[1], form.path
        path.write_bytes(before)
    path = tiny_copy / "actors.json"
    path.write_text(path.read_text("utf-8").replace("Civilians", "People"), "utf-8")
    assert load(tiny_copy).version != tiny.version


def test_the_data_set_can_not_be_changed(tiny: Dataset) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        tiny.version = "x"  # type: ignore[misc]
    with pytest.raises(TypeError):
        tiny.tables["events"] = ()  # type: ignore[index]


def test_every_problem_of_every_file_is_told(tiny_copy: Path) -> None:
    (tiny_copy / "presence.json").unlink()
    (tiny_copy / "actors.json").write_bytes(b"\xff\xfe")
    with pytest.raises(DataError) as refused:
        load(tiny_copy)
    assert [(p.file, p.rule) for p in refused.value.problems] == [
        ("data/actors.json", "encoding"),
        ("data/presence.json", "missing"),
    ]


def test_an_unsound_record_is_not_loaded(tiny_copy: Path) -> None:
    path = tiny_copy / "events.geojson"
    path.write_text(path.read_text("utf-8").replace('"verification":"', '"verification":"un'), "utf-8")
    with pytest.raises(DataError, match=r"data/events.geojson:2 EV-2021-0001 verification: 'unreported'") as refused:
        load(tiny_copy)
    assert len(refused.value.problems) == 6


def test_a_long_list_of_problems_is_cut_in_words_only() -> None:
    problems = [Problem("f", number, "", "", "r", "m") for number in range(1, 31)]
    error = DataError(reversed(problems))
    assert error.problems == problems
    assert str(error).endswith("f:20 m\n… and 10 more")


def test_withheld_events_are_not_public(tiny: Dataset) -> None:
    shown = public(tiny.records("events"))
    assert [e["event_id"][-1] for e in shown] == ["1", "2", "4", "5", "6"]
    assert tiny.public_events == tuple(shown)


def test_a_withheld_event_does_not_make_the_replay_longer(
    changed: Callable[..., dict[str, list[Row]]], tiny: Dataset
) -> None:
    tables = changed("events", "EV-2021-0003", date_end="2021-12-31")
    assert Dataset("later", {name: tuple(rows) for name, rows in tables.items()}).last_day == tiny.last_day


def test_what_is_known_to_the_month_only_does_not_make_the_replay_longer(
    changed: Callable[..., dict[str, list[Row]]],
) -> None:
    def last_day(**fields: Any) -> str:
        tables = changed("events", "EV-2021-0001", **fields)
        return Dataset("later", {name: tuple(rows) for name, rows in tables.items()}).last_day

    assert last_day(date_end="2021-10-20", date_precision=3) == "2021-10-20"
    assert last_day(date_end="2021-10-20", date_precision=4) == "2021-10-01"
    assert last_day(date_start="2021-10-12", date_end="2021-10-31", date_precision=4) == "2021-10-12"


def test_what_is_public_is_worked_out_once(tiny_copy: Path) -> None:
    record = load(tiny_copy)
    assert record.public_events is record.public_events
    assert load(tiny_copy).public_events is not record.public_events


def test_nothing_holds_a_record_that_was_replaced(tiny_dir: Path) -> None:
    old = Timeline(load(tiny_dir))
    assert silent_spans(old) and lenses(old) is not None
    gone = weakref.ref(old), weakref.ref(old.dataset)
    del old
    gc.collect()
    assert [one() for one in gone] == [None, None]


@pytest.mark.parametrize("name", [name for name, form in FILES.items() if form.form == "geojson"])
def test_a_frame_has_the_columns_of_the_schema_in_file_order(tiny: Dataset, name: str) -> None:
    frame: Any = tiny.frame(name)
    assert list(frame.columns) == [*(field.name for field in FILES[name].fields), "geometry"]
    assert frame.crs == CRS
    assert list(frame[FILES[name].id_field]) == [r[FILES[name].id_field] for r in tiny.records(name)]
    assert [g is None for g in frame.geometry] == [row.geometry is None for row in tiny.tables[name]]


def test_frames_keep_dates_as_text_and_lists_as_lists(tiny: Dataset) -> None:
    event = tiny.frame("events").iloc[1]
    assert event["date_start"] == "2021-08-24"
    assert event["source_ids"] == ["SRC-0001", "SRC-0002", "SRC-0003"]
