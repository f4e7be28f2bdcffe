"""Files with the documented columns of each source: recognised with the reason, mapped, joined."""

from __future__ import annotations

import pytest

from geo.ingest.result import Choices, FileRejected
from geo.ingest.run import ingest
from geo.publishers import acled, gdelt, gtd, ucdp
from geo.publishers.known import PUBLISHERS


def test_the_columns_are_as_many_as_the_codebooks_say() -> None:
    assert (len(acled.NOW), len(ucdp.UCDP.columns), len(gtd.COLUMNS), len(gdelt.COLUMNS)) == (31, 49, 135, 61)
    for layout in PUBLISHERS.values():
        assert len(set(layout.columns)) == len(layout.columns)
        assert set(layout.telling) <= set(layout.columns)


def one(result):
    (event,) = result.accepted
    return event


def test_acled(make, read) -> None:
    result = read(make.acled())
    event = one(result)
    assert result.detected["layout"] == "acled" and "31 of its 31 columns" in result.detected["reason"]
    assert (event["event_id"], event["date_start"], event["date_precision"]) == ("AFG1", "2021-09-05", 1)
    assert (event["event_type"], event["sub_event_type"]) == ("battles", "armed_clash")
    assert event["side_a"] == ["Taliban", "One", "Two"] and event["actor_ids"] == ["taliban"]
    assert (event["killed_low"], event["killed_best"], event["killed_high"]) == (None, 3, None)
    assert (event["admin1"], event["admin2_id"], event["joined_by"]) == ("AF-AAA", "AF-AAA-west", "point")
    assert event["extra"]["timestamp"] == "1" and event["extra"]["source_scale"] == "National"
    assert "latitude" not in event["extra"] and "notes" not in event["extra"]
    assert result.joined.by_province == {"AF-AAA": 1}


@pytest.mark.parametrize(
    ("precision", "days", "ours"),
    [
        ("1", ("2021-09-05", "2021-09-05"), 1),
        ("2", ("2021-09-02", "2021-09-08"), 3),
        ("3", ("2021-09-01", "2021-09-30"), 4),
    ],
)
def test_acled_time_precision_gives_all_days_that_it_can_have_been(make, read, precision, days, ours) -> None:
    event = one(read(make.acled({"time_precision": precision})))
    assert (event["date_start"], event["date_end"], event["date_precision"]) == (*days, ours)


def test_acled_a_point_that_stands_for_a_region_is_put_away(make, read) -> None:
    event = one(read(make.acled({"geo_precision": "3"})))
    assert (event["where_precision"], event["point"], event["admin1"], event["admin2_id"]) == (4, None, "AF-AAA", None)
    assert event["extra"]["stated point"] == [66.2, 34.5]


def test_acled_in_an_older_layout(make, read) -> None:
    event = one(read(make.acled_older()))
    assert (event["date_start"], event["event_type"], event["sub_event_type"]) == (
        "2021-09-05",
        "battles",
        "armed_clash",
    )
    assert event["side_a"] == ["Taliban", "Ally"] and event["layout"] == "acled"


@pytest.mark.parametrize("tags", [False, True])
def test_ucdp_ged_as_published_and_with_hdx_tags(make, read, tags) -> None:
    result = read(make.ucdp(tags=tags))
    event = one(result)
    assert result.detected["layout"] == "ucdp" and result.detected["tag_row"] is tags and result.read == 1
    assert (event["killed_low"], event["killed_best"], event["killed_high"]) == (2, 4, 7)
    assert (event["date_start"], event["date_precision"], event["where_precision"]) == ("2021-09-05", 1, 1)
    assert event["extra"]["deaths_a"] == "1" and event["row"] == (3 if tags else 2)
    assert event["actor_ids"] == ["taliban"]  # the government of September 2021


def test_ucdp_one_sided_violence_targets_civilians(make, read) -> None:
    event = one(read(make.ucdp({"type_of_violence": "3", "date_end": "2021-09-09", "date_prec": "2"})))
    assert event["event_type"] == "violence_against_civilians" and event["civilians_targeted"] is True
    assert (event["date_end"], event["date_precision"]) == ("2021-09-09", 2)


def test_ucdp_candidate_has_the_same_columns_and_is_read_alike(make, read) -> None:
    event = one(read(make.ucdp({"id": "500001", "code_status": "Clear", "where_prec": "3"})))
    assert (event["event_id"], event["where_precision"], event["admin2_id"]) == ("500001", 3, "AF-AAA-west")


def test_gtd(make, read) -> None:
    result = read(make.gtd())
    event = one(result)
    assert result.detected["layout"] == "gtd" and "135 of its 135" in result.detected["reason"]
    assert (event["event_type"], event["sub_event_type"]) == ("explosions", "remote_explosive_landmine_ied")
    assert (event["killed_best"], event["wounded_best"]) == (2, 5)
    assert event["side_a"] == ["Some group"] and event["side_b"] == ["A market"]


@pytest.mark.parametrize(
    ("change", "days", "precision"),
    [
        ({"iday": "0"}, ("2021-09-01", "2021-09-30"), 4),
        ({"iday": "0", "imonth": "0"}, ("2021-01-01", "2021-12-31"), 5),
        ({"extended": "1", "resolution": "9/8/2021"}, ("2021-09-05", "2021-09-08"), 2),
    ],
)
def test_gtd_days_that_are_not_known(make, read, change, days, precision) -> None:
    event = one(read(make.gtd(change)))
    assert (event["date_start"], event["date_end"], event["date_precision"]) == (*days, precision)


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"suicide": "1"}, ("explosions", "suicide_bomb")),
        ({"attacktype1": "2", "targtype1": "4"}, ("battles", "armed_clash")),
        ({"attacktype1": "2"}, ("violence_against_civilians", "attack")),
        ({"attacktype1": "9"}, (None, None)),
    ],
)
def test_gtd_kinds(make, read, change, kind) -> None:
    event = one(read(make.gtd(change)))
    assert (event["event_type"], event["sub_event_type"]) == kind


def test_gtd_unknown_numbers_are_not_zero_and_unknown_groups_no_side(make, read) -> None:
    event = one(read(make.gtd({"nkill": "", "nwound": "-99", "gname": "Unknown"})))
    assert event["killed_best"] is None and event["wounded_best"] is None and event["side_a"] == []


def test_gdelt_without_heading(make, read) -> None:
    result = read(make.gdelt({}, {"GLOBALEVENTID": "2", "EventCode": "042", "QuadClass": "1"}))
    event = one(result)
    assert result.detected["layout"] == "gdelt" and "61" in result.detected["reason"]
    assert (event["event_type"], event["where_precision"], event["row"]) == ("battles", 2, 1)
    assert event["source_url"] == "https://paper.example/a"
    assert [(row.row, row.reason, row.value) for row in result.set_aside] == [(2, "kind", "042")]


def test_gdelt_zipped_as_it_is_published(make, read) -> None:
    assert one(read(make.zipped(**{"20210905.export.CSV": make.gdelt()})))["event_id"] == "1000000001"


def test_an_unclosed_quote_in_gdelt_swallows_nothing(make, read) -> None:
    rows = [{"GLOBALEVENTID": str(n), "ActionGeo_FullName": 'Some "Town' if n == 2 else "x"} for n in (1, 2, 3)]
    assert len(read(make.gdelt(*rows)).accepted) == 3


@pytest.mark.parametrize("name", ["acled", "ucdp", "gtd"])
def test_a_source_is_known_by_its_columns_in_a_workbook_too(make, read, name) -> None:
    text = getattr(make, name)().decode()
    lines = [line.split(",") for line in text.splitlines() if line]
    assert read(make.xlsx(*lines)).detected["layout"] == name


def test_a_geojson_with_acled_fields_is_acled(make, read) -> None:
    heading, row = (line.split(",") for line in make.acled().decode().splitlines())
    result = read(make.geojson({**dict(zip(heading, row, strict=True)), "point": [66.2, 34.5]}))
    assert result.detected["layout"] == "acled" and one(result)["admin2_id"] == "AF-AAA-west"


def test_what_is_said_of_the_layout_is_held_to(make, tiny) -> None:
    with pytest.raises(FileRejected, match="said to be ACLED, but lacks the columns event_id_cnty"):
        ingest(make.table({"date": "2021-09-05", "lat": "34.5", "lon": "66.2"}), tiny, Choices(layout="acled"))


def test_a_known_source_can_be_read_as_a_plain_table(make, read) -> None:
    result = read(make.acled(), layout="table")
    assert result.detected["layout"] == "table" and one(result)["killed_best"] == 3
