"""Accepted events as the browser engine reads them."""

from __future__ import annotations

import json

from geo.ingest.event import new_event, write_events
from geo.ingest.map_columns import columns_for_map


def event(**changes):
    known = {
        "event_id": "A1", "title": "armed clash, Town", "date_start": "2021-08-20", "date_end": "2021-08-20",
        "date_precision": 1, "where_precision": 1, "row": 2, "layout": "table", "point": [0.5, 0.5],
    }  # fmt: skip
    return new_event(**(known | changes))


def test_columns_are_sorted_by_day_and_count_from_the_first(tiny) -> None:
    columns = columns_for_map([event(event_id="B"), event(event_id="A", date_start="2021-08-16")], tiny)
    assert columns["id"] == ["A", "B"]
    assert columns["start"] == [1, 5] and columns["end"] == [5, 5]
    lengths = {len(values) for name, values in columns.items() if name != "leftOut"}
    assert lengths == {2}
    json.dumps(columns, allow_nan=False)


def test_events_outside_the_days_of_the_replay_are_counted_not_drawn(tiny) -> None:
    days = [
        event(date_start="2019-01-01", date_end="2019-01-01"),
        event(date_start="2099-01-01", date_end="2099-01-02"),
    ]
    columns = columns_for_map(days, tiny)
    assert columns["id"] == [] and columns["leftOut"] == {"before": 1, "after": 1}


def test_an_event_that_began_earlier_begins_on_the_first_day(tiny) -> None:
    columns = columns_for_map([event(date_start="2021-07-01", date_end="2021-09-01")], tiny)
    assert columns["start"] == [0]


def test_an_event_known_to_its_district_stands_at_the_districts_name(tiny) -> None:
    district = tiny.records("districts")[0]
    known = event(point=None, where_precision=3, admin2_id=district["admin2_id"], admin1=district["admin1"])
    columns = columns_for_map([known, event(point=None, where_precision=4, admin1="AF-AAA")], tiny)
    assert [district["label_lon"], district["label_lat"]] in columns["point"] and None in columns["point"]
    assert sorted(columns["district"]) == [-1, 0]


def test_the_card_keeps_the_words_and_cuts_long_ones(tiny) -> None:
    (card,) = columns_for_map([event(summary="x" * 5000, killed_best=3, side_a=["One", "Two"])], tiny)["cards"]
    assert len(card["summary"]) == 600 and card["killed"] == [None, 3, None] and card["sides"] == [["One", "Two"], []]


def test_events_are_written_one_a_line() -> None:
    text = write_events([event(), event(event_id="A0", point=None, extra={"note": "x"})])
    first, second = [json.loads(line.rstrip(",")) for line in text.splitlines()[1:-1]]
    assert first["id"] == "A0" and first["geometry"] is None and first["properties"]["extra"] == {"note": "x"}
    assert second["geometry"] == {"type": "Point", "coordinates": [0.5, 0.5]} and "point" not in second["properties"]
