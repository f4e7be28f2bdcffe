"""Situations that people who do this work reported: each with the right value, or told and not lost in silence."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from typing import Any

import pytest

from geo.ingest.names import Gazetteer
from geo.ingest.result import FileRejected, Result
from geo.ingest.summary import summary
from geo.publishers.codes import code_table
from tests.properties import brought

DAY = "2021-09-05"
PLACE = [69.466, 35.28]


@pytest.fixture(scope="session")
def gazetteer(shipped) -> Gazetteer:
    return Gazetteer(shipped)


def message(result: Result) -> dict[tuple[str, str], int]:
    return {(note["code"], note["value"]): note["count"] for note in result.notes}


def reasons(result: Result) -> list[str]:
    return [row.reason for row in result.set_aside]


def points(result: Result) -> list[Any]:
    return [event["point"] for event in result.accepted]


# --- nothing is lost in silence ------------------------------------------------------------


def test_an_answer_moves_only_the_rows_that_were_asked_about(read_shipped) -> None:
    rows = "".join(f"{DAY},{province},Kohistan\n" for province in ("Faryab", "Badakhshan", "Kapisa", ""))
    content = ("date,province,district\n" + rows).encode()
    requested = read_shipped(content)
    (question,) = requested.joined.doubtful
    assert (question["rows"], question["count"]) == ([5], 1)
    assert {area["name"] for area in question["alike"]} == {"Kohistan, Faryab", "Kohistan, Badakhshan"}
    answered = read_shipped(content, names={"Kohistan": "AF-BDS-kohistan"})
    assert [(e["admin1"], e["admin2_id"]) for e in answered.accepted] == [
        ("AF-FYB", "AF-FYB-kohistan"),
        ("AF-BDS", "AF-BDS-kohistan"),
        ("AF-KAP", None),
        ("AF-BDS", "AF-BDS-kohistan"),
    ]


def test_a_district_that_is_not_used_is_told(read_shipped) -> None:
    rows = f"{DAY},Panjshir,Nowhereabad\n{DAY},Baghlan,Rukha\n{DAY},Panjshir,Rukha\n"
    result = read_shipped(f"date,province,district\n{rows}".encode())
    assert [(e["admin2_id"], e["where_precision"]) for e in result.accepted[:2]] == [(None, 4), (None, 4)]
    assert message(result) == {
        ("district_unknown", "Nowhereabad, Panjshir"): 1,
        ("district_elsewhere", "Rukha, Baghlan → Rukha, Panjshir"): 1,
    }


@pytest.mark.parametrize("row", code_table("pcodes"), ids=lambda row: row["pcode"])
def test_codes_of_ocha_mean_what_ocha_means(gazetteer, row) -> None:
    """Of provinces all, of districts those that the scheme of 2005 has."""
    if len(row["pcode"]) == 4:
        assert gazetteer.province(row["pcode"]).area_id == gazetteer.province(row["name_fa"]).area_id == row["area"]
    elif row["area"]:
        assert gazetteer.district(row["pcode"], None).area_id == row["area"]
        province = gazetteer.province_of[row["area"]]
        for name in (row["name_fa"], row["name_en"]):  # sure, or one of those that are asked about
            match = gazetteer.district(name, province)
            assert row["area"] in (match.area_id, *match.alike)
    else:
        assert gazetteer.district(row["pcode"], None) is None


def test_a_file_with_codes_of_ocha_is_placed_by_them(make, read_shipped) -> None:
    rows = ({"date": DAY, "adm1_pcode": "AF33"}, {"date": DAY, "adm1_pcode": "AF27", "adm2": "AF2701"})
    result = read_shipped(make.table(*rows))
    assert [(e["admin1"], e["admin2_id"]) for e in result.accepted] == [("AF-FRA", None), ("AF-KAN", "AF-KAN-kandahar")]


def test_a_district_in_dari_is_known(make, read_shipped) -> None:
    (event,) = read_shipped(make.table({"date": DAY, "province": "پنجشیر", "district": "رخه"})).accepted
    assert (event["admin2_id"], event["where_precision"]) == ("AF-PAN-rukha", 3)


@pytest.mark.parametrize("end", ["", '\n2021-10-31,Baghlan,"quoted"'])
def test_no_line_vanishes_behind_a_quotation_mark(read_shipped, end) -> None:
    rows = [f'{DAY},Panjshir,"not closed', *(f"2021-10-{n:02},Baghlan,row {n}" for n in range(1, 31))]
    result = read_shipped(("date,province,notes\n" + "\n".join(rows) + end).encode())
    assert result.detected["held"]["lines"] == 1 + result.read == 32 + bool(end)
    assert reasons(result) == ["broken_row"] and result.set_aside[0].row == 2


def test_lines_are_accounted_for_one_by_one(read_shipped) -> None:
    text = f'Incident log,,\n,,\nDate,Province,Notes\n{DAY},Panjshir,"two\nlines"\n\n{DAY},Panjshir\n'
    result = read_shipped(text.encode())
    assert result.detected["held"] == {"lines": 7, "above_heading": 2, "heading": 1, "empty": 1, "inside_cells": 1}
    assert (result.read, reasons(result)) == (2, ["cells"])
    assert message(result)["title_rows", "Incident log"] == 1


def test_events_below_a_gap_of_a_sheet_are_read(make, read_shipped) -> None:
    rows = [["date", "province"], [DAY, "Kabul"], *([[]] * 1300), [DAY, "Kabul"], [DAY, "Kabul"]]
    result = read_shipped(make.xlsx(*rows))
    assert result.read == 3 and result.detected["held"]["empty"] == 1300


def test_columns_codes_and_numbers_that_are_not_used_are_told(make, read) -> None:
    row = {"event_id_cnty": "1", "geo_precision": "about", "time_precision": "x", "fatalities": "some"}
    result = read(make.acled(row))
    notes = message(result)
    assert notes["code_unreadable", "geo_precision"] == notes["code_unreadable", "time_precision"] == 1
    assert notes["number_unreadable", "fatalities"] == 1
    assert "disorder_type" in result.detected["columns_unused"]
    (event,) = result.accepted
    assert (event["where_precision"], event["point"], event["date_precision"]) == (4, None, 4)
    assert notes["point_stands_in", "province"] == 1


def test_a_decimal_comma_in_a_code_is_read(make, read) -> None:
    (event,) = read(make.acled({"geo_precision": "2,0", "fatalities": "3,0"})).accepted
    assert (event["where_precision"], event["killed_best"]) == (2, 3)


def test_rows_that_are_the_same_are_told(read_shipped) -> None:
    result = read_shipped(("date,province,title\n" + f"{DAY},Panjshir,same\n" * 3).encode())
    assert len(result.accepted) == 3 and message(result)["same_row", ""] == 2


def test_other_sheets_layers_and_files_are_told(make, read_shipped) -> None:
    sheet = [["date", "province"], [DAY, "Panjshir"]]
    assert message(read_shipped(make.xlsx(sheets={"2021": sheet, "2022": sheet})))["sheet_unused", "2022"] == 1
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a/events.csv", f"date,province\n{DAY},Panjshir\n")
        archive.writestr("__MACOSX/a/._events.csv", b"\x00\x05\x16\x07")
        archive.writestr("a/.DS_Store", b"\x00")
        archive.writestr("a/readme.txt", "read me")
    result = read_shipped(packed.getvalue())
    assert len(result.accepted) == 1 and [key for key in message(result) if key[0] == "file_unused"] == [
        ("file_unused", "a/readme.txt")
    ]


def test_what_the_report_says_the_command_line_says(make, read_shipped) -> None:
    """Each kind of thing that is told: what the file holds, guesses, rows set aside, doubts, disagreement, notes."""
    sheet = [
        ["date", "province", "district"],
        [DAY, "Panjshir", "Nowhereabad"],
        ["x", "Kabul", ""],
        [DAY, "", "Kohistan"],
    ]
    found = summary(read_shipped(make.xlsx(sheets={"2021": sheet, "2022": sheet})))
    for said in (
        "in the file: rows 4",
        "read 3 = accepted 1 + set aside 2",
        "set aside 1: the date is not in a form that is read",
        "Kohistan, Faryab: --name 'Kohistan=AF-FYB-kohistan'",
        "note: sheet 2022: not read",
        "note: district Nowhereabad, Panjshir: not known",
    ):
        assert any(said in line for line in found), said
    rows = "date,province,lat,lon,شرح\n25/09/2021,Kapisa,35.28,69.466,شهر\n05/09/2021,,34.53,69.17,شهر\n"
    found = summary(read_shipped(rows.encode("cp1256")))
    for said in ("cp1256 is a guess", "by 25/09/2021", "(the point counts): 1, in rows 2"):
        assert any(said in line for line in found), said
    many = [{"date": DAY, "province": "Kabul", "district": f"Nowhere {chr(97 + number)}"} for number in range(25)]
    assert "and 5 more notes (--report lists all)" in summary(read_shipped(make.table(*many)))[-1]


def test_what_a_geojson_says_oddly_is_read_and_told(make, read_shipped) -> None:
    """Letters that are not UTF-8, coordinates as text, positions of four numbers."""
    places = [["69.466", "35.28"], [69.466, 35.28, 2100, 7]]
    features = [{"date": DAY, "title": "Café", "point": place} for place in places]
    content = make.geojson(*features).decode("unicode_escape").encode("cp1252")
    result = read_shipped(content)
    assert points(result) == [PLACE, PLACE] and result.accepted[0]["title"] == "Café"
    assert message(result) == {("coordinates_text", ""): 1, ("position_of_four", ""): 1}
    assert any("cp1252 is a guess" in line for line in summary(result))


# --- places --------------------------------------------------------------------------------


def test_a_point_of_a_neighbour_is_set_aside_by_shape_and_by_code(make, read_shipped) -> None:
    places = {
        "Peshawar": (34.01, 71.58),
        "Islamabad": (33.69, 73.04),
        "Dushanbe": (38.56, 68.79),
        "Quetta": (30.18, 67.0),
    }
    rows = [{"date": DAY, "lat": lat, "lon": lon, "title": name} for name, (lat, lon) in places.items()]
    assert reasons(read_shipped(make.table(*rows))) == ["outside"] * 4
    kabul = {"date": DAY, "lat": 34.53, "lon": 69.17}
    result = read_shipped(make.table(*(kabul | {"country_code": code} for code in ("PK", "AF", "AFG", ""))))
    assert reasons(result) == ["country"] and len(result.accepted) == 3
    named = ("Islamic Emirate of Afghanistan", "جمهوری اسلامی افغانستان", "Iran")
    assert reasons(read_shipped(make.table(*(kabul | {"country": name} for name in named)))) == ["country"]


@pytest.mark.parametrize(
    ("lat", "lon"),
    [
        ("35.28° N", "69.466° E"), ("N35.28", "E69.466"), ("35°16'48\"N", "69°27'57.6\"E"), ("35:16:48", "69:27:57.6"),
        ("35° 16.8'", "69° 27.96'"), ("3.528E+01", "6.9466E+01"), ("35,28", "69,466"), ("۳۵٫۲۸", "۶۹٫۴۶۶"),
    ],
)  # fmt: skip
def test_coordinates_in_every_usual_form(make, read_shipped, lat, lon) -> None:
    assert points(read_shipped(make.table({"date": DAY, "lat": lat, "lon": lon}))) == [PLACE]


def test_a_letter_of_the_other_axis_is_no_coordinate(make, read_shipped) -> None:
    assert reasons(read_shipped(make.table({"date": DAY, "lat": "69.466 E", "lon": "35.28 N"}))) == ["number"]


@pytest.mark.parametrize("cell", ["35.28, 69.466", "POINT (69.466 35.28)", "35.28 69.466 1800 5", "69.466E 35.28N"])
@pytest.mark.parametrize("heading", ["coordinates", "WKT", "where it was", "location"])
def test_one_column_of_coordinates(make, read_shipped, cell, heading) -> None:
    assert points(read_shipped(make.table({"date": DAY, heading: cell, "title": "a"}))) == [PLACE]


def test_columns_of_kobo(make, read_shipped) -> None:
    row = {
        "start": f"{DAY}T08:10:00.000+04:30",
        "Province": "Panjshir",
        "_GPS_latitude": "35.28",
        "_GPS_longitude": "69.466",
    }
    result = read_shipped(make.table(row))
    assert points(result) == [PLACE] and result.accepted[0]["where_precision"] == 2


def test_projected_coordinates_are_asked_for_and_brought(make, read_shipped) -> None:
    rows = make.table({"date": DAY, "x": 542417, "y": 3903980}, {"date": DAY, "x": 69.466, "y": 35.28})
    assert reasons(read_shipped(rows)) == ["projected"]
    result = read_shipped(rows, crs="EPSG:32642")
    assert points(result)[1] == PLACE and points(result)[0] == pytest.approx([69.466, 35.28], abs=0.01)
    with pytest.raises(FileRejected, match="EPSG:4"):
        read_shipped(rows, crs="EPSG:4")


CRS84 = ("urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84", "OGC:CRS84", "CRS84", "EPSG:4326", "epsg:4326",
         "http://www.opengis.net/def/crs/OGC/1.3/CRS84", "http://www.opengis.net/def/crs/EPSG/0/4326", "WGS 84",
         "urn:ogc:def:crs:EPSG::4326", "urn:ogc:def:crs:EPSG:6.9:4326")  # fmt: skip


@pytest.mark.parametrize("name", CRS84)
def test_any_spelling_of_longitude_and_latitude(make, read_shipped, name) -> None:
    crs = {"type": "name", "properties": {"name": name}}
    assert points(read_shipped(make.geojson({"date": DAY, "point": PLACE}, crs=crs))) == [PLACE]


def test_a_geojson_in_another_system_is_brought(make, read_shipped) -> None:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32642"}}
    (point,) = points(read_shipped(make.geojson({"date": DAY, "point": [542417, 3903980]}, crs=crs)))
    assert point == pytest.approx(PLACE, abs=0.01)


WKT = 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]'
LISTED = "CREATE TABLE gpkg_spatial_ref_sys (srs_name, srs_id, organization, organization_coordsys_id, definition)"


@pytest.mark.parametrize("named", [("OGC", "CRS84", ""), ("EPSG", 4326, ""), ("NONE", 7, WKT)])
def test_the_system_of_a_geopackage_is_what_the_file_says_of_its_number(make, read_shipped, named) -> None:
    values = "', '".join(map(str, named))
    listed = (LISTED, f"INSERT INTO gpkg_spatial_ref_sys VALUES ('x', 100000, '{values}')")  # noqa: S608 - our own words
    assert points(read_shipped(make.gpkg((DAY, *PLACE), system=100000, statements=listed))) == [PLACE]
    assert message(read_shipped(make.gpkg((DAY, *PLACE), system=-1)))["no_crs", ""] == 1


def shapefile(kind: int = 1) -> bytes:
    """A point of 5 September 2021, as a zip of its parts."""
    shape = struct.pack("<I2d", kind, *PLACE)
    shp = struct.pack(">7I", 9994, 0, 0, 0, 0, 0, 64).ljust(100, b"\0") + struct.pack(">2I", 1, 10) + shape
    field = b"date".ljust(11, b"\0") + b"D" + b"\0" * 4 + bytes([8]) + b"\0" * 15
    dbf = struct.pack("<4BIHH", 3, 121, 9, 5, 1, 65, 9).ljust(32, b"\0") + field + b"\r" + b" 20210905"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for end, content in (("shp", shp), ("dbf", dbf), ("prj", WKT.encode())):
            archive.writestr(f"pts.{end}", content)
    return out.getvalue()


def test_a_zipped_shapefile_is_read(read_shipped) -> None:
    result = read_shipped(shapefile())
    assert points(result) == [PLACE] and result.accepted[0]["date_start"] == DAY
    with pytest.raises(FileRejected, match=r"none of the 1 geometries is one \("):
        read_shipped(shapefile(kind=3))
    with pytest.raises(FileRejected, match="zip of all its parts"):
        read_shipped(struct.pack(">I", 9994) + b"\0" * 96)


def test_a_record_that_was_deleted_from_a_shapefile_is_no_event(read_shipped) -> None:
    place = brought.in_shapefile("POINT (69.466 35.28)")
    result = read_shipped(brought.shapefile([place, place], ["date"], [["2021-09-04"], [DAY]], gone=1))
    assert [event["date_start"] for event in result.accepted] == [DAY]
    assert (result.read, result.detected["held"]) == (1, {"records": 2, "deleted": 1})


def test_areas_without_a_date_are_told_to_be_areas(make, read_shipped) -> None:
    area = {"type": "Polygon", "coordinates": [[[69, 35], [70, 35], [70, 36], [69, 35]]]}
    feature = {"type": "Feature", "geometry": area, "properties": {"title": "a"}}
    with pytest.raises(FileRejected, match=r"only points are events, and none of the 2 geometries is one \(Polygon\)"):
        read_shipped(make.geojson(feature, feature))
    with pytest.raises(FileRejected, match="no column for date"):  # a point among them: the date is what lacks
        read_shipped(make.geojson(feature, {"title": "b", "point": PLACE}))


def test_names_in_the_letters_of_every_keyboard(make, read_shipped) -> None:
    names = ("میدان وردک", "ميدان وردګ", "پنجشير", "كابل", "ننګرهار", "ننگرهار")
    result = read_shipped(make.table(*({"date": DAY, "province": name} for name in names)))
    assert [event["admin1"] for event in result.accepted] == [
        "AF-WAR",
        "AF-WAR",
        "AF-PAN",
        "AF-KAB",
        "AF-NAN",
        "AF-NAN",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256"])
def test_headings_in_the_letters_of_every_keyboard(read_shipped, encoding) -> None:
    text = f"تاريخ,ولايت,شرح,كشته\n{DAY},پنجشير,درگيري,3\n"
    (event,) = read_shipped(text.encode(encoding)).accepted
    assert (event["admin1"], event["killed_best"], event["summary"]) == ("AF-PAN", 3, "درگيري")


# --- days ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("5-Sep-21", DAY), ("25/9/21", "2021-09-25"), ("Sep 5, 2021, 2:30:00 PM", DAY), ("Sunday, 5 September 2021", DAY),
        ("1630785600", DAY), ("1630785600000", DAY), ("5 سپتمبر 2021", DAY), ("5 سپټمبر 2021", DAY), ("Sept. 5 2021", DAY),
    ],
)  # fmt: skip
def test_days_in_every_usual_form(make, read_shipped, cell, day) -> None:
    (event,) = read_shipped(make.table({"date": cell, "province": "Panjshir"})).accepted
    assert (event["date_start"], event["date_end"]) == (day, day)


@pytest.mark.parametrize("cell", ["14 Sunbula 1400", "۱۴ سنبله ۱۴۰۰", "۱۴ وږی ۱۴۰۰", "14 وږي 1400", "14 شهریور 1400"])
def test_solar_months_in_three_languages(make, read_shipped, cell) -> None:
    rows = make.table({"date": cell, "province": "Panjshir"})
    assert reasons(read_shipped(rows)) == ["solar_hijri"]
    assert read_shipped(rows, calendar="solar-hijri").accepted[0]["date_start"] == DAY


def test_year_and_month_in_columns_of_their_own(make, read_shipped) -> None:
    rows = [{"province": "Panjshir", "year": "2021", "month": month} for month in ("9", "Sep", "September", "13", "")]
    result = read_shipped(make.table(*rows))
    assert [(e["date_start"], e["date_end"], e["date_precision"]) for e in result.accepted] == [
        *[("2021-09-01", "2021-09-30", 4)] * 3,
        ("2021-01-01", "2021-12-31", 5),
    ]
    assert reasons(result) == ["date_none"]
    (event,) = read_shipped(make.table({"Year": 2021, "Month": 9, "Day": 5, "province": "Panjshir"})).accepted
    assert (event["date_start"], event["date_precision"]) == (DAY, 1)


def test_a_year_in_the_date_is_made_finer_by_the_month_beside_it(make, read_shipped) -> None:
    (event,) = read_shipped(make.table({"date": "2021", "year": "2021", "month": "9", "province": "Panjshir"})).accepted
    assert (event["date_start"], event["date_precision"]) == ("2021-09-01", 4)


def test_each_placemark_is_dated_by_what_it_has(make, read_shipped) -> None:
    point = "<Point><coordinates>69.466,35.28</coordinates></Point>"
    own = f'<Placemark><ExtendedData><Data name="date"><value>{DAY}</value></Data></ExtendedData>{point}</Placemark>'
    stamp = f"<Placemark><TimeStamp><when>2021-09-06</when></TimeStamp>{point}</Placemark>"
    result = read_shipped(make.kml(own + stamp + "<GroundOverlay/>"))
    assert [event["date_start"] for event in result.accepted] == [DAY, "2021-09-06"]
    assert message(result)["date_from", "begin"] == message(result)["part_unused", "GroundOverlay"] == 1


def test_numbers_of_days_are_asked_for(make, read_shipped) -> None:
    book = make.xlsx(["date", "province"], [44444, "Panjshir"], [DAY, "Panjshir"])
    assert reasons(read_shipped(book)) == ["serial_day"]
    assert [event["date_start"] for event in read_shipped(book, serials=True).accepted] == [DAY, DAY]


def test_days_that_a_spreadsheet_exchanged_are_asked_for(make, read_shipped) -> None:
    import datetime as dt

    book = make.xlsx(["date", "province"], [dt.date(2021, 5, 9), "Panjshir"], ["25/09/2021", "Panjshir"])
    assert reasons(read_shipped(book)) == ["excel_day"]
    for answer, day in (("exchanged", DAY), ("kept", "2021-05-09")):
        result = read_shipped(book, excel_days=answer)
        assert [event["date_start"] for event in result.accepted] == [day, "2021-09-25"]
    sure = make.xlsx(["date", "province"], [dt.date(2021, 5, 19), "Panjshir"], ["25/09/2021", "Panjshir"])
    assert len(read_shipped(sure).accepted) == 2


def test_another_day_in_kabul_is_told(make, read_shipped) -> None:
    rows = [{"date": f"{DAY}T{time}", "province": "Kabul"} for time in ("19:30:00Z", "19:29:00Z", "23:00:00+04:30")]
    result = read_shipped(make.table(*rows))
    assert {event["date_start"] for event in result.accepted} == {DAY}
    assert message(result) == {("zone_day", f"{DAY}T19:30:00Z → 2021-09-06"): 1}


# --- forms ---------------------------------------------------------------------------------


def test_the_line_that_tells_excel_the_sign(read_shipped) -> None:
    result = read_shipped(f"sep=;\ndate;lat;lon\n{DAY};35,28;69,466\n".encode())
    assert points(result) == [PLACE] and result.accepted[0]["row"] == 3


def test_titles_and_merged_cells_of_a_sheet(make, read_shipped) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    rows = (["Incident log"], ["Prepared by", "the team"], [], ["Date", "Province", "Notes"], [DAY, "Panjshir", "a"], ["2021-09-06"], ["2021-09-07", None, "c"])  # fmt: skip
    for row in rows:
        book.active.append(row)
    book.active.merge_cells("A1:C1")
    book.active.merge_cells("B5:B7")
    out = io.BytesIO()
    book.save(out)
    result = read_shipped(out.getvalue())
    assert [(e["row"], e["admin1"]) for e in result.accepted] == [(5, "AF-PAN"), (6, "AF-PAN"), (7, "AF-PAN")]
    assert message(result)["merged_cells", ""] == 2 and message(result)["title_rows", "Incident log"] == 1


def test_gdelt_of_before(make, read_shipped) -> None:
    from geo.publishers import gdelt

    row = {"GLOBALEVENTID": "1", "SQLDATE": "20210905", "EventCode": "190", "QuadClass": "4", "ActionGeo_Type": "4",
           "ActionGeo_CountryCode": "AF", "ActionGeo_Lat": "35.28", "ActionGeo_Long": "69.466"}  # fmt: skip
    for columns in (gdelt.COLUMNS_1, gdelt.COLUMNS_1[:-1]):
        content = ("\t".join(row.get(name, "") for name in columns) + "\n").encode()
        result = read_shipped(content)
        assert (len(columns), result.detected["layout"], points(result)) == (len(columns), "gdelt", [PLACE])
    assert {len(columns) for columns in gdelt.BY_WIDTH.values()} == {61, 58, 57}


@pytest.mark.parametrize("form", ['{{"status": 200, "data": {}}}', "{}"])
def test_the_answer_of_an_interface(make, read_shipped, form) -> None:
    record = {"event_id_cnty": "AFG1", "event_date": DAY, "event_type": "Battles", "sub_event_type": "Armed clash", "actor1": "x",
              "country": "Afghanistan", "admin1": "Panjshir", "latitude": "35.28", "longitude": "69.466"}  # fmt: skip
    result = read_shipped(form.format(json.dumps([record])).encode())
    assert (result.detected["layout"], result.detected["form"], points(result)) == ("acled", "json", [PLACE])


def test_the_newest_of_an_id_counts(make, read) -> None:
    rows = [
        {"fatalities": killed, "timestamp": stamp}
        for killed, stamp in (("3", "1700000000"), ("5", "1710000000"), ("4", "1705000000"))
    ]
    result = read(make.acled(*rows))
    assert [(e["row"], e["killed_best"]) for e in result.accepted] == [(3, 5)]
    assert [(row.row, row.reason) for row in result.set_aside] == [(2, "older_version"), (4, "older_version")]


def test_waypoints_of_a_receiver(read_shipped) -> None:
    """GPX: its times are of UTC; tracks and routes are told."""
    text = f"""<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">
    <wpt lat="35.28" lon="69.466"><ele>2100</ele><time>{DAY}T20:00:00Z</time><name>A post</name><desc>What</desc></wpt>
    <wpt lat="35.28" lon="69.466"><time>{DAY}</time><extensions><x><killed>3</killed></x></extensions></wpt>
    <wpt lat="35.28"><time>{DAY}</time></wpt>
    <trk><trkseg><trkpt lat="35" lon="69"><time>{DAY}</time></trkpt></trkseg></trk></gpx>"""
    result = read_shipped(text.encode())
    first, second = result.accepted
    assert (first["title"], first["summary"], first["date_start"], first["extra"]["ele"]) == (
        "A post",
        "What",
        DAY,
        "2100",
    )
    assert points(result) == [PLACE, PLACE] and second["killed_best"] == 3
    assert reasons(result) == ["coordinate_half"] and result.detected["held"] == {"waypoints": 3}
    notes = message(result)
    assert notes["line_unused", "trk"] == notes["zone_day", f"{DAY}T20:00:00Z → 2021-09-06"] == 1
    with pytest.raises(FileRejected, match="begins with rss; of XML, KML and GPX are read"):
        read_shipped(b"<rss/>")


def test_what_stands_beside_records_and_placemarks_is_told(make, read_shipped) -> None:
    record = {"date": DAY, "province": "Panjshir"}
    listed = {"status": 200, "data": [record], "next": "page 2", "events": [record, record]}
    assert message(read_shipped(json.dumps(listed).encode()))["beside_records", "status, next, events"] == 3
    point = f"<Placemark><TimeStamp><when>{DAY}</when></TimeStamp><Point><coordinates>69.466,35.28</coordinates></Point></Placemark>"
    result = read_shipped(make.zipped(doc_kml=make.kml(point), more_csv=b"date,province\n", icon_png=b"x"))
    assert [key for key in message(result) if key[0] == "file_unused"] == [("file_unused", "more.csv")]


def test_empty_lines_of_gdelt_are_counted(make, read_shipped) -> None:
    result = read_shipped(make.gdelt() + b"\n\n")
    assert (result.read, result.detected["held"]) == (1, {"lines": 3, "empty": 2})
