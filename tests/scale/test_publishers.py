"""Files as publishers give them out, counted: codes of place, days in three columns, no heading, dates in other forms."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from geo.ingest.readers.sniff import read_table
from geo.ingest.result import Choices
from geo.ingest.run import ingest
from geo.publishers import acled, gdelt, gtd
from geo.record.load import Dataset

WEST, LAT = "66.25", "34.5"


def rows_of(columns: Any, *rows: dict[str, str]) -> list[list[str]]:
    return [[row.get(name, "") for name in columns] for row in rows]


def test_acled(join: Any, csv_file: Any) -> None:
    row = {"longitude": WEST, "latitude": LAT, "event_date": "05 September 2021", "event_type": "Battles"}
    rows = rows_of(acled.NOW, *(row | {"geo_precision": code} for code in ("1", "2", "3", "9")))
    result = join(csv_file(rows, acled.NOW))
    assert result.counts == {("2021-09-05", "AF-AAA-west", "Battles"): 2}
    assert {why: len(found) for why, found in result.reasons.items()} == {"bad_precision": 1, "province_only": 1}
    assert result.summary["columns_reason"] == "as in ACLED"


def test_gtd_has_its_days_in_three_columns(join: Any, csv_file: Any, parquet_file: Any) -> None:
    row = {"longitude": WEST, "latitude": LAT, "iyear": "2020", "attacktype1": "3", "specificity": "1"}
    days = ({"imonth": "9", "iday": "5"}, {"imonth": "9", "iday": "0"}, {"imonth": "0", "iday": "0"}, {"iyear": "0"})
    result = join(csv_file(rows_of(gtd.COLUMNS, *(row | day for day in days)), gtd.COLUMNS))
    expected = {
        ("2020-09-05", "AF-AAA-west", "3"): 1,
        ("2020-09-01", "AF-AAA-west", "3"): 1,
        ("2020-01-01", "AF-AAA-west", "3"): 1,
    }
    assert result.counts == expected and result.reasons == {"no_day": [4]}
    assert result.summary["columns"]["date"] == "iyear, imonth, iday"
    numbers = {"longitude": [66.25, 66.25], "latitude": [34.5, 34.5], "attacktype1": [3, 3], "specificity": [1.0, None]}
    numbers |= {"iyear": [2020, 2020], "imonth": [9.0, None], "iday": [5.0, None]}
    assert sum(join(parquet_file(numbers)).counts.values()) == 2


def test_gdelt_has_no_heading_and_no_quoting(join: Any, tmp_path: Path) -> None:
    row = {"GLOBALEVENTID": "1", "SQLDATE": "20210905", "QuadClass": "4", "EventCode": "193", "ActionGeo_Type": "4",
           "ActionGeo_Lat": LAT, "ActionGeo_Long": WEST, "Actor1Name": 'a "quoted', "ActionGeo_CountryCode": "AF"}  # fmt: skip
    many = [row | {"GLOBALEVENTID": str(n)} for n in range(50)] + [row | {"ActionGeo_Type": "5"}]
    path = tmp_path / "20210905.export.CSV"
    path.write_text("".join("\t".join(cells) + "\n" for cells in rows_of(gdelt.COLUMNS, *many)), "utf-8")
    for size in (None, 700):  # in one part and in many
        result = join(path, part_size=size)
        assert result.counts == {("2021-09-05", "AF-AAA-west", "193"): 50}
        assert result.reasons == {"province_only": [51]}
        assert result.summary["columns_reason"] == "as in GDELT events"


@pytest.mark.parametrize("part_size", [None, 40])
def test_the_order_of_day_and_month_is_that_of_the_whole_file(
    join: Any, csv_file: Any, tiny: Dataset, part_size: int | None
) -> None:
    """As the import has it: also where only the last row shows it, and in another column."""
    header = ("lon", "lat", "date", "date_end", "type")
    rows = [(WEST, LAT, f"0{n}/04/2022", "", "x") for n in (3, 4, 5)]
    for more, starts in (
        ([(WEST, LAT, "25/04/2022", "", "x")], {"2022-04-03", "2022-04-04", "2022-04-05", "2022-04-25"}),
        ([(WEST, LAT, "05/04/2022", "04/25/2022", "x")], {"2022-03-04", "2022-04-04", "2022-05-04"}),
        ([(WEST, LAT, "25/04/2022", "", "x"), (WEST, LAT, "04/25/2022", "", "x")], {"2022-04-04"}),
        ([], {"2022-04-04"}),
    ):
        events = csv_file(rows + more, header)
        result = join(events, part_size=part_size)
        assert {day for day, _, _ in result.counts} == starts
        imported = ingest(events.read_bytes(), tiny, Choices(), read=read_table)
        assert {event["date_start"] for event in imported.accepted} == starts
        ours, theirs = len(result.reasons.get("day_order", [])), imported.by_reason().get("day_order", 0)
        assert ours == theirs and (ours > 0) == (result.summary["day_order"] == "")
    chosen = join(csv_file(rows, header), day_order="mdy", part_size=part_size)
    assert {day for day, _, _ in chosen.counts} == {"2022-03-04", "2022-04-04", "2022-05-04"}


def test_solar_days_when_the_calendar_is_said(join: Any, csv_file: Any) -> None:
    events = csv_file([(WEST, LAT, "24 اسد 1400", "x"), (WEST, LAT, "2021-08-15", "x")])
    assert join(events).reasons == {"solar_hijri_day": [1]}
    solar = join(events, calendar="solar-hijri")
    assert solar.counts == {("2021-08-15", "AF-AAA-west", "x"): 1} and solar.reasons == {"not_solar_hijri_day": [2]}


def test_a_table_with_other_headings_and_codes_of_its_own(join: Any, csv_file: Any) -> None:
    rows = [(WEST, LAT, "2021-08-15", "exact", "x"), (WEST, LAT, "2021-08-15", "4", "x")]
    result = join(csv_file(rows, ("Lng", "GPS-Lat", "Incident Date", "where precision", "Category"), delimiter="|"))
    assert result.counts == {("2021-08-15", "AF-AAA-west", "x"): 1} and result.reasons == {"province_only": [2]}


def test_places_and_days_in_the_forms_that_the_import_reads(join: Any, csv_file: Any) -> None:
    letters = [
        ("66°15'E", "34.5 N", "5-Sep-21", "x"),
        ("66.25", "66.25 E", "2021-09-05", "x"),
        (WEST, LAT, "44444", "x"),
    ]
    result = join(csv_file(letters))
    assert result.counts == {("2021-09-05", "AF-AAA-west", "x"): 1}
    assert result.reasons == {"not_a_number": [2], "serial_day": [3]}
    both = csv_file(
        [("POINT (66.25 34.5)", "2021", "9"), ("34.5, 66.25", "2021", "Sep"), ("", "2021", "9")],
        ("WKT", "year", "month"),
    )
    assert join(both).counts == {("2021-09-01", "AF-AAA-west", None): 2}
    assert join(both).reasons == {"no_coordinate": [3]}


def test_rows_behind_an_open_quotation_mark_are_not_lost_in_silence(join: Any, tmp_path: Path) -> None:
    path = tmp_path / "open.csv"
    path.write_text(f'lon,lat,date,type\n{WEST},{LAT},2021-09-05,"open\n' + f"{WEST},{LAT},2021-09-06,x\n" * 5, "utf-8")
    with pytest.raises(ValueError, match="quotation mark is not closed"):
        join(path)
