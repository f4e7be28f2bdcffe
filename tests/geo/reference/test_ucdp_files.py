"""Files of UCDP's are read as they are published, and told what is wrong with them, line and value."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.record.problems import DataError
from geo.reference.places import Districts
from geo.reference.ucdp_files import MAX_PROBLEMS, ROWS_A_REPORT, read_file
from tests.geo.reference.conftest import MONTH, ROW, YEAR, put, row, text, zipped

ONE_LINE = {"source_article": "", "source_headline": ""}


def quiet(*_: object) -> None:
    pass


def read(path: Path, districts: Districts) -> list[dict]:
    return read_file(path, districts, quiet)[1]


def refused(path: Path, districts: Districts) -> str:
    with pytest.raises((DataError, ValueError)) as error:
        read(path, districts)
    return str(error.value)


def test_a_row_is_told_in_full(tmp_path: Path, districts: Districts) -> None:
    (event,) = read(put(tmp_path, YEAR, [ROW]), districts)
    assert (event["ucdp_id"], event["release"]) == ("500001", "GED 22.1")
    assert (event["date_start"], event["date_end"]) == ("2021-08-20", "2021-08-20")
    assert (event["side_a"], event["actor_a"], event["actor_b"]) == ("Government of Afghanistan", "taliban", "nrf")
    assert (event["low"], event["best"], event["high"]) == (1, 3, 9)
    assert (event["admin1"], event["admin2_id"]) == ("AF-AAA", "AF-AAA-east")
    assert event["where_description"] == "near the bridge"
    first = ("A paper", "2021-08-21", "Fight, with losses")
    assert (event["source_office"], event["source_date"], event["source_headline"]) == first


def test_a_zip_and_its_file_say_the_same(tmp_path: Path, districts: Districts) -> None:
    rows = [row(id=str(number)) for number in range(1, 30)]
    plain = read_file(put(tmp_path, YEAR, rows), districts, quiet)
    packed = read_file(
        zipped(tmp_path, "ged221-csv.zip", {"readme.txt": "x", f"a/{YEAR}": text(rows)}), districts, quiet
    )
    assert plain == packed and len(plain[1]) == 29


def test_columns_stand_in_any_order_and_others_do_no_harm(tmp_path: Path, districts: Districts) -> None:
    there = read(put(tmp_path, YEAR, [ROW]), districts)
    columns = ["new", *reversed(ROW)]
    assert read(put(tmp_path, YEAR, [ROW | {"new": "x"}], columns=columns), districts) == there
    with_mark = tmp_path / YEAR
    with_mark.write_bytes(b"\xef\xbb\xbf" + text([ROW]).encode())
    assert read(with_mark, districts) == there


def test_other_countries_and_older_days_are_left_out(tmp_path: Path, districts: Districts) -> None:
    rows = [row(id="1", country_id="770"), row(id="2", day="2021-08-14"), row(id="3", day="2021-08-15")]
    abroad = row(id="4", country_id="770", best="many")
    assert [event["ucdp_id"] for event in read(put(tmp_path, YEAR, [*rows, abroad]), districts)] == ["3"]


@pytest.mark.parametrize(
    ("precision", "province", "district"),
    [("1", "AF-AAA", "AF-AAA-east"), ("3", "AF-AAA", "AF-AAA-east"), ("4", "AF-AAA", None), ("5", "AF-AAA", None)],
)
def test_no_finer_place_than_ucdp_knows(
    tmp_path: Path, districts: Districts, precision: str, province: str, district: str | None
) -> None:
    (event,) = read(put(tmp_path, YEAR, [row(where_prec=precision)]), districts)
    assert (event["admin1"], event["admin2_id"]) == (province, district)


def test_a_row_of_the_country_has_no_province(tmp_path: Path, districts: Districts) -> None:
    (event,) = read(put(tmp_path, YEAR, [row(where_prec="6", adm_1="", adm_2="")]), districts)
    assert (event["admin1"], event["admin2_id"], event["latitude"]) == (None, None, 34.25)


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"best": "many"}, "best: 'many' is not a whole number"),
        ({"best": ""}, "best: is empty"),
        ({"deaths_a": "-4"}, "deaths_a: '-4' is not a whole number"),
        ({"where_prec": "8"}, "where_prec: 8 is not one of 1, 2, 3, 4, 5, 6, 7"),
        ({"type_of_violence": "4"}, "type_of_violence: 4 is not one of"),
        ({"date_start": "21/08/2021"}, "date_start: '21/08/2021' is not a day"),
        ({"date_end": "2021-09-31"}, "date_end: 2021-09-31 is not a day of the calendar"),
        ({"date_start": "2021-08-25"}, "date_end: 2021-08-20 is before date_start 2021-08-25"),
        ({"latitude": "66.6", "longitude": "34.25"}, "longitude: 34.25 lies outside"),
        ({"latitude": "north"}, "latitude: 'north' is not a number"),
        ({"id": ""}, "ucdp_id: is empty"),
        ({"id": "=1+1"}, "ucdp_id: '=1+1' does not match"),
        ({"side_a": " "}, "side_a: is empty"),
    ],
)
def test_a_bad_cell_is_told_with_line_and_value(
    tmp_path: Path, districts: Districts, changes: dict[str, str], wanted: str
) -> None:
    path = put(tmp_path, YEAR, [row(id="1", **ONE_LINE), row(**ONE_LINE, **changes)])
    message = refused(path, districts)
    assert wanted in message and message.startswith(f"{YEAR}:3 ")  # the bad row, not the sound one before it


def test_an_id_twice_is_refused(tmp_path: Path, districts: Districts) -> None:
    assert "500001 stands in an earlier line already" in refused(put(tmp_path, YEAR, [ROW, ROW]), districts)


def test_many_bad_rows_are_cut(tmp_path: Path, districts: Districts) -> None:
    with pytest.raises(DataError) as error:
        read(put(tmp_path, YEAR, [row(id=str(number), best="x") for number in range(3 * MAX_PROBLEMS)]), districts)
    assert MAX_PROBLEMS <= len(error.value.problems) < 2 * MAX_PROBLEMS


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("ged221.csv", "is not named as UCDP names its files"),
        ("GEDEvent_v22_2.csv", "is not named as"),
        ("GEDEvent_v22_0_13.csv", "is not named as"),
        ("GEDEvent_v22_06_22_01.csv", "is not named as"),
        ("GEDEvent_v2٢_1.csv", "is not named as"),
    ],
)
def test_a_file_must_be_named_as_ucdp_names_it(tmp_path: Path, districts: Districts, name: str, wanted: str) -> None:
    assert wanted in refused(put(tmp_path, name, [ROW]), districts)


def test_a_missing_column_is_named(tmp_path: Path, districts: Districts) -> None:
    path = put(tmp_path, YEAR, [ROW], columns=[name for name in ROW if name != "date_prec"])
    assert "the heading needs, once each, date_prec" in refused(path, districts)


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (b"", "the heading needs"),
        (b"\x00\x01\x02", "the heading needs"),
        (text([ROW]).encode() + b'1,"open', "is not CSV"),
        (text([ROW]).encode() + b"1,2,3\n", "has 3 cells; the heading has 49"),
        (text([ROW]).encode() + b"\xff\xfe,\n", "is not UTF-8"),
    ],
)
def test_odd_files_are_refused(tmp_path: Path, districts: Districts, content: bytes, wanted: str) -> None:
    path = tmp_path / YEAR
    path.write_bytes(content)
    assert wanted in refused(path, districts)


def test_odd_archives_are_refused(tmp_path: Path, districts: Districts) -> None:
    assert "has 0 files named" in refused(zipped(tmp_path, "a.zip", {"other.csv": "x"}), districts)
    assert "has 2 files named" in refused(zipped(tmp_path, "b.zip", {YEAR: "x", MONTH: "x"}), districts)
    broken = zipped(tmp_path, "c.zip", {YEAR: text([row(id=str(number)) for number in range(1, 500)])})
    content = bytearray(broken.read_bytes())
    content[len(content) // 2] ^= 0xFF
    broken.write_bytes(content)
    assert "breaks off or is damaged" in refused(broken, districts) or "is not" in refused(broken, districts)
    (tmp_path / "d.zip").write_bytes(content[:100])
    assert "is not a ZIP file" in refused(tmp_path / "d.zip", districts)
    assert "is no file" in refused(tmp_path / "none.zip", districts)


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, districts: Districts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.reference.ucdp_files.MAX_BYTES", 100)
    assert "100 are read at most" in refused(put(tmp_path, YEAR, [ROW]), districts)
    assert "100 are read at most" in refused(zipped(tmp_path, "a.zip", {YEAR: text([ROW])}), districts)


def test_text_that_turns_or_hides_becomes_plain(tmp_path: Path, districts: Districts) -> None:
    (event,) = read(put(tmp_path, YEAR, [row(where_coordinates="\u202eevil\u0000 <b>town</b>")]), districts)
    assert event["where_coordinates"] == "evil <b>town</b>"


def test_progress_is_told_to_the_end(tmp_path: Path, districts: Districts) -> None:
    wanted: list[tuple[str, int, int, float]] = []
    rows = [row(id=str(number), country_id="1") for number in range(ROWS_A_REPORT + 5)]
    read_file(put(tmp_path, YEAR, [*rows, ROW]), districts, lambda *state: wanted.append(state))
    assert [state[1] for state in wanted] == [ROWS_A_REPORT, ROWS_A_REPORT + 6]
    assert wanted[-1][2:] == (1, 1.0) and 0 < wanted[0][3] <= 1
