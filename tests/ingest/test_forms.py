"""Forms of files: encodings, delimiters, workbooks, GeoJSON, KML, GeoPackage; columns guessed, shown, changed."""

from __future__ import annotations

import datetime as dt

import pytest

from geo.ingest.limits import MAX_COLUMNS, MAX_ROWS
from geo.ingest.result import Choices, FileRejected, NeedsColumns
from geo.ingest.run import ingest
from geo.record.spreadsheet import quoted

ROW = {"date": "2021-09-05", "lat": "34.5", "lon": "66.2"}
PERSIAN = "تاریخ,عرض,طول,شرح\n۲۰۲۱-۰۹-۰۵,۳۴٫۵,۶۶٫۲,درگیری در ولسوالی نزدیک مرکز ولایت\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (PERSIAN.encode("utf-8"), "utf-8"),
        (PERSIAN.encode("utf-8-sig"), "utf-8"),
        (PERSIAN.encode("utf-16"), "utf-16"),
        (("\ufeff" + PERSIAN).encode("utf-16-be"), "utf-16"),
        (("date,lat,lon,name\n" + "2021-09-05,34.5,66.2,Some town\n").encode("utf-16-le"), "utf-16-le"),
        (("date,lat,lon,name\n" + "2021-09-05,34.5,66.2,Some town\n").encode("utf-16-be"), "utf-16-be"),
        ("date,lat,lon,name\n2021-09-05,34.5,66.2,شهر کوچک نزدیک\n".replace("ی", "ي").encode("cp1256"), "cp1256"),
        ("date,lat,lon,name\n2021-09-05,34.5,66.2,Café\n".encode("cp1252"), "cp1252"),
    ],
)
def test_the_encoding_is_found_and_named(read, content, encoding) -> None:
    result = read(content)
    assert result.detected["encoding"] == encoding and result.detected["encoding_why"]
    assert len(result.accepted) == 1 and result.accepted[0]["point"] == [66.2, 34.5]
    assert result.detected["encoding_sure"] is encoding.startswith("utf")


def test_another_encoding_can_be_chosen(read) -> None:
    content = "date,lat,lon,name\n2021-09-05,34.5,66.2,شهر\n".encode("iso-8859-6", "replace")
    assert read(content, encoding="iso-8859-6").detected["encoding_why"] == "chosen by you"


def test_persian_headings_digits_and_signs_are_read(read) -> None:
    result = read(PERSIAN.encode())
    assert result.detected["columns"] == {"date": "تاریخ", "lat": "عرض", "lon": "طول", "summary": "شرح"}
    assert result.accepted[0]["date_start"] == "2021-09-05"


@pytest.mark.parametrize(("delimiter", "name"), [(",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "bar")])
def test_the_delimiter_is_found(make, read, delimiter, name) -> None:
    result = read(make.table(ROW | {"name": "a, b; c"}, delimiter=delimiter))
    assert result.detected["delimiter"] == name and result.accepted[0]["title"] == "a, b; c"


def test_a_number_with_a_decimal_comma(make, read) -> None:
    assert read(make.table(ROW | {"lat": "34,5"}, delimiter=";")).accepted[0]["point"] == [66.2, 34.5]


def test_what_our_export_quoted_for_spreadsheets_is_as_before(make, read) -> None:
    row = ROW | {"name": quoted("=1+1"), "note": quoted("'-x")}
    event = read(make.table(row)).accepted[0]
    assert event["title"] == "=1+1" and event["extra"] == {"note": "'-x"}


def test_ids_and_missing_words_stay_what_they_are(make, read) -> None:
    event = read(make.table(ROW | {"id": "007", "name": "NA", "killed": "NA"})).accepted[0]
    assert (event["event_id"], event["title"], event["killed_best"]) == ("007", "NA", None)


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [("3-5", (3, None, 5)), ("at least 7", (7, None, None)), ("20+", (20, None, None)), ("۱۲", (None, 12, None))],
)
def test_casualties_in_words_of_range(make, read, cell, numbers) -> None:
    event = read(make.table(ROW | {"killed": cell})).accepted[0]
    assert (event["killed_low"], event["killed_best"], event["killed_high"]) == numbers


def test_casualties_that_are_not_understood_are_kept_as_they_stand(make, read) -> None:
    event = read(make.table(ROW | {"killed": "several"})).accepted[0]
    assert event["killed_best"] is None and event["extra"] == {"killed": "several"}


def test_words_that_are_not_understood_are_kept_as_they_stand(make, read) -> None:
    odd = {"event_type": "Ambush", "sub_event_type": "at night", "where_precision": "about", "source_url": "see file"}
    event = read(make.table(ROW | odd)).accepted[0]
    assert (event["event_type"], event["sub_event_type"], event["where_precision"]) == (None, None, 4)  # coarser
    assert event["extra"] == odd | {"stated point": [66.2, 34.5]}


def test_codes_of_places_are_taken_only_when_they_are_the_same(make, read_shipped) -> None:
    row = {"date": "2021-09-05", "province": "AF-PAN"}
    result = read_shipped(make.table(row, row | {"province": "af18"}, row | {"province": "AF-PAM"}))
    assert [event["admin1"] for event in result.accepted] == ["AF-PAN", "AF-TAK"]
    assert [line.reason for line in result.set_aside] == ["place_unknown"]


def test_our_own_record_comes_back_as_it_is(read_shipped, shipped, shipped_dir) -> None:
    result = read_shipped((shipped_dir / "events.geojson").read_bytes())
    assert {line.reason for line in result.set_aside} <= {"country", "place_missing", "outside"}
    ours = shipped.by_id("events")
    for event in result.accepted:
        mine = ours[event["event_id"]]
        for field in ("title", "date_start", "date_end", "event_type", "sub_event_type", "side_a", "where_precision"):
            assert event[field] == mine[field], (event["event_id"], field)
        assert event["admin1"] == mine["admin1"]
    assert len(result.accepted) > 0.8 * len(ours)


def test_a_table_without_a_date_says_which_columns_there_are(make, tiny) -> None:
    with pytest.raises(NeedsColumns, match=r"no column for date was found.*--map.*lat, lon, weekday"):
        ingest(make.table({"lat": "34.5", "lon": "66.2", "weekday": "Monday"}), tiny)


def test_a_column_of_days_is_taken_for_the_date_whatever_its_heading(make, read) -> None:
    result = read(make.table({"lat": "34.5", "lon": "66.2", "weekday": "Sunday", "fell on": "5 September 2021"}))
    assert result.detected["columns"]["date"] == "fell on" and len(result.accepted) == 1


def test_the_guess_can_be_changed(make, read) -> None:
    content = make.table(ROW | {"a": "A title", "name": "B", "killed": "4"})
    event = read(content, columns={"title": "a", "killed": ""}).accepted[0]
    assert event["title"] == "A title" and event["killed_best"] is None
    assert event["extra"] == {"name": "B", "killed": "4"}


@pytest.mark.parametrize(
    ("columns", "output"), [({"titel": "a"}, "titel is not a field"), ({"title": "z"}, "no column z")]
)
def test_a_mapping_of_what_is_not_there_is_refused(make, tiny, columns, output) -> None:
    with pytest.raises(FileRejected, match=output):
        ingest(make.table(ROW | {"a": "x"}), tiny, Choices(columns=columns))


def test_day_month_order_is_taken_from_a_row_that_tells(make, read) -> None:
    result = read(make.table(ROW | {"date": "03/04/2022"}, ROW | {"date": "25/04/2022"}))
    assert [e["date_start"] for e in result.accepted] == ["2022-04-03", "2022-04-25"]
    assert result.detected["day_order"] == "dmy" and result.detected["day_order_why"] == "by 25/04/2022"


def test_day_month_order_is_asked_when_rows_tell_two_or_none(make, read) -> None:
    both = make.table(ROW | {"date": "13/04/2022"}, ROW | {"date": "04/13/2022"}, ROW | {"date": "01/01/2022"})
    assert [row.reason for row in read(both).set_aside] == ["day_order", "day_order"]
    assert read(make.table(ROW | {"date": "03/04/2022"}), day_order="mdy").accepted[0]["date_start"] == "2022-03-04"


def test_swapped_coordinates_are_exchanged_when_the_reader_says_so(make, read) -> None:
    content = make.table(ROW, ROW | {"lat": "66.2", "lon": "34.5"})
    result = read(content, swap=True)
    assert [event["point"] for event in result.accepted] == [[66.2, 34.5]] * 2 and result.detected["swapped"] == 1


# --- workbooks ----------------------------------------------------------------------------


def test_a_workbook_with_days_numbers_and_empty_rows(make, read) -> None:
    rows = [
        ["date", "lat", "lon", "id"],
        [dt.date(2021, 9, 5), 34.5, 66.2, 7],
        [],
        [dt.datetime(2021, 9, 6, 9), 34.5, 66.2, 8],
    ]
    result = read(make.xlsx(*rows))
    assert [(e["event_id"], e["date_start"], e["row"]) for e in result.accepted] == [
        ("7", "2021-09-05", 2),
        ("8", "2021-09-06", 4),
    ]


def test_the_sheet_is_the_first_with_a_table_or_the_chosen_one(make, read) -> None:
    table = [["date", "lat", "lon"], ["2021-09-05", 34.5, 66.2]]
    book = make.xlsx(sheets={"About": [["Read me"]], "One": table, "Two": [*table, ["2021-09-06", 34.5, 66.2]]})
    assert read(book).detected["sheet"] == "One" and read(book).detected["sheets"] == ["About", "One", "Two"]
    assert read(book, sheet="Two").read == 2
    with pytest.raises(FileRejected, match="no sheet of that name; it has About, One, Two"):
        read(book, sheet="Three")


# --- GeoJSON, KML, GeoPackage --------------------------------------------------------------


def test_geojson_keeps_what_it_cannot_map(make, read) -> None:
    event = read(make.geojson({"date": "2021-09-05", "name": "A", "more": {"deep": [1, 2]}})).accepted[0]
    assert event["point"] == [66.2, 34.5] and event["extra"] == {"more": {"deep": [1, 2]}} and event["row"] == 1


def test_geojson_without_geometry_is_joined_by_name(make, read) -> None:
    feature = {"type": "Feature", "id": 3, "properties": {"date": "2021-09-05", "province": "Bbb"}, "geometry": None}
    event = read(make.geojson(feature)).accepted[0]
    assert (event["event_id"], event["admin1"], event["where_precision"]) == ("3", "AF-BBB", 4)


@pytest.mark.parametrize("place", [["66.2", "34.5"], [66.2, 34.5, 1200]])
def test_coordinates_as_text_or_with_height(make, read, place) -> None:
    assert read(make.geojson({"date": "2021-09-05", "point": place})).accepted[0]["point"] == [66.2, 34.5]


KML = """
<Placemark id="a"><name>Some town</name><description><![CDATA[<b>What</b>]]></description>
<TimeStamp><when>2021-09-05</when></TimeStamp><ExtendedData><Data name="killed"><value>4</value></Data></ExtendedData>
<Point><coordinates>66.2,34.5,0</coordinates></Point></Placemark>
<Placemark><TimeSpan><begin>2021-09-05</begin><end>2021-09-07</end></TimeSpan><Point><coordinates>66.2,34.5</coordinates></Point></Placemark>
<Placemark><name>A road</name><LineString><coordinates>66,34 67,35</coordinates></LineString></Placemark>
"""


def test_kml(make, read) -> None:
    result = read(make.kml(KML))
    first, second = result.accepted
    assert (first["event_id"], first["title"], first["killed_best"]) == ("a", "Some town", 4)
    assert first["summary"] == "<b>What</b>" and first["point"] == [66.2, 34.5]
    assert (second["date_start"], second["date_end"], second["date_precision"]) == ("2021-09-05", "2021-09-07", 2)
    assert [(row.row, row.reason, row.value) for row in result.set_aside] == [(3, "geometry", "LineString")]


def test_kmz(make, read) -> None:
    result = read(make.zipped(doc_kml=make.kml(KML), icon_png=b"x"))
    assert result.detected["form"] == "kmz" and len(result.accepted) == 2


def test_geopackage(make, read) -> None:
    result = read(make.gpkg(("2021-09-05", 66.2, 34.5), ("2021-09-06", 68.5, 34.2)))
    assert result.detected["form"] == "gpkg" and result.detected["sheets"] == ["events"]
    assert [(e["point"], e["admin1"]) for e in result.accepted] == [([66.2, 34.5], "AF-AAA"), ([68.5, 34.2], "AF-CCC")]


def test_a_geopackage_that_gdal_wrote(read, tmp_path) -> None:
    import geopandas as gpd

    frame = gpd.GeoDataFrame(
        {"date": ["2021-09-05"], "name": ["x"]}, geometry=gpd.points_from_xy([66.2], [34.5]), crs="EPSG:4326"
    )
    frame.to_file(tmp_path / "a.gpkg", layer="incidents", driver="GPKG")
    result = read((tmp_path / "a.gpkg").read_bytes())
    assert result.detected["sheet"] == "incidents" and result.accepted[0]["point"] == [66.2, 34.5]


def test_a_geopackage_in_another_system_says_so(make, read) -> None:
    with pytest.raises(FileRejected, match="EPSG:99999"):
        read(make.gpkg(("2021-09-05", 500000.0, 3800000.0), system=99999))


# --- limits -------------------------------------------------------------------------------


def test_too_many_rows_or_columns(make, read) -> None:
    with pytest.raises(FileRejected, match=f"more than {MAX_ROWS} rows"):
        read(b"date,lat,lon\n" + b"a,b,c\n" * (MAX_ROWS + 1))
    with pytest.raises(FileRejected, match=f"at most {MAX_COLUMNS}"):
        read(make.table({f"c{n}": "x" for n in range(MAX_COLUMNS + 1)}))


def test_as_many_rows_as_are_allowed_are_read(read) -> None:
    assert read(b"date,lat,lon\n" + b"a,b,c\n" * MAX_ROWS).read == MAX_ROWS


@pytest.mark.parametrize("content", [b"", b"   \n", b"\xef\xbb\xbf"])
def test_an_empty_file(read, content) -> None:
    with pytest.raises(FileRejected, match=r"empty|not a table"):
        read(content)


def test_a_heading_without_rows_is_read_and_gives_nothing(read) -> None:
    result = read(b"date,lat,lon\n")
    assert (result.read, result.accepted, result.set_aside) == (0, [], [])
