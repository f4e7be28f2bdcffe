"""A file cut anywhere gives the same rows: quotation marks, line breaks in cells, broken rows, row groups."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely.geometry import Point, box

from geo.aggregate import csv_parts
from geo.aggregate.parts import batches_of, files_of, header_of, parts_of

cell = st.text(st.sampled_from('ab",\n\r; é'), max_size=8)
table = st.lists(st.tuples(cell, cell, cell), min_size=1, max_size=30)


def read(path: Path, names: list[str], size: int | None = None) -> tuple[list[tuple[str, ...]], list[int]]:
    """The rows of all parts in order, and the numbers of the broken ones in the file."""
    rows, broken, before = [], [], 0
    for part in parts_of(path, size):
        seen = 0
        for batch in batches_of(part, names):
            rows += [tuple(row.values()) for row in batch.values.to_pylist()]
            broken += [before + number for number in batch.broken]
            seen += len(batch.values) + len(batch.broken)
        before += seen
    return rows, broken


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=table, size=st.integers(1, 60), block=st.integers(7, 90), mark=st.sampled_from(["", "﻿"]))
def test_a_csv_file_cut_anywhere_gives_the_rows_that_were_written(
    tmp_path: Path, rows: list[tuple[str, ...]], size: int, block: int, mark: str
) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerows([("a", "b", "c"), *rows])
    path = tmp_path / "rows.csv"
    path.write_bytes((mark + out.getvalue()).encode("utf-8"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(csv_parts, "BLOCK", block)  # for the search of ends
        parts = parts_of(path, size)
    assert [part.start for part in parts[1:]] == [part.end for part in parts[:-1]]
    assert parts[-1].end == path.stat().st_size
    assert read(path, ["a", "b", "c"], size) == (rows, [])


def test_plain_rows_are_cut_where_asked(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("a,b\n" + "1,2\n" * 100, "utf-8")
    assert len(parts_of(path, 40)) == 10
    assert len(parts_of(path)) == 1


@pytest.mark.parametrize("size", [1, 9, 33, 10_000])
def test_a_stray_quotation_mark_costs_speed_and_no_row(tmp_path: Path, size: int) -> None:
    path = tmp_path / "rows.csv"
    lines = ['x,"a\nb"', *['5" gun,1', "y,2"] * 9, 'z,"c\nd"']
    path.write_text("a,b\n" + "\n".join(lines) + "\n", "utf-8")
    rows, broken = read(path, ["a", "b"], size)
    assert rows == [("x", "a\nb"), *[('5" gun', "1"), ("y", "2")] * 9, ("z", "c\nd")]
    assert broken == []


@pytest.mark.parametrize("size", [1, 12, 10_000])
def test_broken_rows_are_numbered_and_the_others_keep_their_numbers(join: Any, tmp_path: Path, size: int) -> None:
    path = tmp_path / "rows.csv"
    good, bad = "66.25,34.5,2021-08-15,battles", "66.25,34.5,never,battles"
    path.write_text("\n".join(["lon,lat,date_start,event_type", good, "1,2", bad, good + ",x", bad, good, ""]), "utf-8")
    result = join(path, part_size=size)
    assert result.reasons == {"broken_row": [2, 4], "bad_day": [3, 5]}
    assert result.summary["rows"] == 6 and result.summary["in_a_district"] == 2


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiters_and_columns_that_nobody_asks_for(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "rows.csv"
    path.write_text(delimiter.join("abca") + "\r\n" + delimiter.join("1234") + "\r\n", "utf-8")
    assert header_of(path) == ["a", "b", "c", "a"]
    assert read(path, ["c", "b"]) == ([("3", "2")], [])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("a,b\n1,2\n".encode("utf-16"), "the text is UTF-16; save the file as UTF-8"),
        ("a,b\nش,2\n".encode("cp1256"), "the text is not UTF-8"),
        ("a,b\n1,2\nش,2,3\n".encode("cp1256"), "the text is not UTF-8"),  # a row of too many cells
        ("ش,b\n1,2\n".encode("cp1256"), "the header is not UTF-8"),
        (b"", "the first lines hold no header of columns"),
        (b"\n\n", "the first lines hold no header of columns"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "rows.csv"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=message):
        read(path, header_of(path)[:1])


@pytest.mark.parametrize(
    ("above", "sign", "lines"),
    [
        ("", ",", []),
        ("sep=;\n", ";", ["sep=;"]),
        ('"sep=\t"\r\n', "\t", ['"sep=\t"']),
        ("Events of a year\n", ",", ["Events of a year"]),
        ("sep=|\nEvents, of a year\n\n", "|", ["sep=|", "Events, of a year", ""]),
    ],
)
def test_a_line_for_excel_and_titles_stand_above_the_header(
    join: Any, csv_file: Any, tmp_path: Path, above: str, sign: str, lines: list[str]
) -> None:
    plain = join(csv_file())
    path = csv_file(delimiter=sign)
    path.write_text(above + path.read_text("utf-8"), "utf-8", newline="")
    result = join(path)
    assert result.counts == plain.counts
    assert result.summary["rows"] == plain.summary["rows"]
    assert result.summary["bad_rows"] == plain.summary["bad_rows"]
    assert result.summary["above_header"] == lines


def test_columns_that_are_not_used_are_told(join: Any, csv_file: Any) -> None:
    header = ("lon", "notes", "lat", "date_start", "event_type", "=sum")
    result = join(csv_file([("66.25", "x", "34.5", "2021-08-15", "battles", "y")], header))
    assert result.summary["unused_columns"] == ["notes", "=sum"]
    assert join(csv_file()).summary["unused_columns"] == []


@pytest.mark.parametrize(("time", "has_message"), [("T19:30:00Z", True), ("T19:29:00Z", False), ("", False)])
def test_a_time_that_was_another_day_in_kabul_is_told(join: Any, tmp_path: Path, time: str, has_message: bool) -> None:
    path = tmp_path / "times.csv"
    path.write_text(f"date,lon,lat\n2021-09-05{time},66.25,34.5\n", "utf-8")
    summary = join(path).summary
    assert (summary["first_day"], bool(summary["another_day_in_kabul"])) == ("2021-09-05", has_message)


def test_a_header_alone_and_blank_lines_are_no_rows(join: Any, tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    for text in ("lon,lat,date,type", "lon,lat,date,type\n", "lon,lat,date,type\n\n\n"):
        path.write_text(text, "utf-8")
        assert join(path).summary["rows"] == 0


@pytest.mark.parametrize("size", [1, 3, 100])
def test_row_groups_are_parts(parquet_file: Any, size: int) -> None:
    path = parquet_file({"n": list(range(10)), "other": list(range(10))}, rows=3)
    assert len(parts_of(path, size)) == (4 if size < 100 else 1)
    assert [
        row["n"] for part in parts_of(path, size) for b in batches_of(part, ["n"]) for row in b.values.to_pylist()
    ] == list(range(10))


def test_a_folder_of_files_counts_as_one_table(join: Any, parquet_file: Any, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    (folder / "deeper").mkdir(parents=True)
    row = {"lon": [66.25, None], "lat": [34.5, 34.5], "date": ["2021-08-15", "2021-08-16"]}
    parquet_file(row, name="many/b.parquet")
    parquet_file(row, name="many/deeper/a.parquet")
    (folder / "notes.txt").write_text("x")
    result = join(folder)
    assert result.counts == {("2021-08-15", "AF-AAA-west", None): 2}
    first = result.summary["bad_rows"]["no_coordinate"]["first"]
    assert first == [{"file": "b.parquet", "row": 2}, {"file": "a.parquet", "row": 2}]
    parquet_file({"lon": [1.0]}, name="many/c.parquet")
    with pytest.raises(ValueError, match=r"c\.parquet has no column date, lat, which b\.parquet has"):
        join(folder)


def test_what_is_no_file_of_ours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "events.parquet").write_text("lon,lat\n")
    (tmp_path / "events.xlsx").write_text("")
    (tmp_path / "empty").mkdir()
    for name, message in (
        ("nowhere.csv", "there is no such file"),
        ("events.xlsx", "a file ends in .parquet"),
        ("empty", "holds no .parquet file"),
    ):
        with pytest.raises(ValueError, match=message):
            files_of(tmp_path / name)
    with pytest.raises(ValueError, match="not a Parquet file that can be read"):
        header_of(tmp_path / "events.parquet")


def test_points_of_geoparquet_are_coordinates(join: Any, tmp_path: Path) -> None:
    geometry = [Point(66.25, 34.5), None, Point(), box(66, 34, 67, 35), Point(66.5, 34.25)]
    frame = gpd.GeoDataFrame({"date": ["2021-08-15"] * 5}, geometry=geometry, crs="EPSG:4326")
    path = tmp_path / "points.parquet"
    frame.to_parquet(path)
    result = join(path)
    assert result.counts == {("2021-08-15", "AF-AAA-east", None): 1, ("2021-08-15", "AF-AAA-west", None): 1}
    assert result.reasons == {"no_coordinate": [2, 3, 4]}
    frame.assign(lon=66.75, lat=34.5).to_parquet(path)  # columns of coordinates go first
    assert join(path).counts == {("2021-08-15", "AF-AAA-east", None): 5}
    for crs in ("EPSG:3857", None):
        frame.set_crs(crs, allow_override=True).to_parquet(path)
        with pytest.raises(ValueError, match="it has to be in EPSG:4326"):
            join(path)
