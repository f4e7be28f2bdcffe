"""Counts per district and day out of a `map.json`: as the map reads them, or refused with the field that is wrong."""

from __future__ import annotations

import json

import pytest

from geo.aggregate.folder import FORM
from geo.aggregate.join import JoinOptions, join_events
from geo.ingest.counts import is_counts, read_counts
from geo.ingest.result import FileRejected
from geo.record.schema import EVENT_TYPES

TYPES = list(EVENT_TYPES)


def counts_file(**changes) -> bytes:
    """Two days, two districts, a type of ours, one of ACLED's spelling, one that nobody knows, none."""
    form = {
        "form": FORM,
        "first_day": "2021-08-16",
        "districts": ["AF-AAA-west", "AF-BBB-west"],
        "types": ["battles", "Explosions/Remote violence", "weather", None],
        "days": [0, 2],
        "starts": [0, 3, 5],
        "cells": [0, 1, 7, 2, 4],
        "events": [5, 1, 2, 3, 4],
    }
    return json.dumps(form | changes).encode()


@pytest.fixture
def districts(tiny):
    return list(tiny.by_id("districts"))


@pytest.fixture
def file(districts):
    return lambda **changes: counts_file(**({"districts": districts[1::-1]} | changes))


def test_each_count_keeps_its_day_district_type_and_number(tiny, file) -> None:
    found = read_counts(file(), tiny)
    battles, explosions = TYPES.index("battles"), TYPES.index("explosions")
    assert found["day"] == [1, 1, 1, 3, 3]
    assert found["district"] == [1, 1, 0, 1, 0]
    assert found["type"] == [battles, explosions, -1, -1, battles]
    assert found["events"] == [5, 1, 2, 3, 4]
    assert found["total"] == 15 and found["types"] == ["weather"] and found["leftOut"] == {"before": 0, "after": 0}


def test_days_outside_the_replay_are_counted_not_kept(tiny, file) -> None:
    found = read_counts(file(first_day="2021-08-13"), tiny)
    assert found["leftOut"] == {"before": 8, "after": 0} and found["day"] == [0, 0]
    found = read_counts(file(first_day="2099-01-01"), tiny)
    assert found["leftOut"] == {"before": 0, "after": 15} and found["total"] == 0


def test_a_folder_without_events_gives_none(tiny, file) -> None:
    nothing = {"first_day": None, "districts": [], "types": [], "days": [], "starts": [0], "cells": [], "events": []}
    assert read_counts(file(**nothing), tiny)["total"] == 0


def test_it_is_told_by_its_content(file) -> None:
    assert is_counts(file()) and is_counts(b" \n" + file())
    assert not is_counts(b'{"type":"FeatureCollection","features":[]}')
    assert not is_counts(b"id,date\n" + FORM.encode())


@pytest.mark.parametrize(
    ("changes", "output"),
    [
        ({"districts": ["AF-NOWHERE", "AF-NOR"]}, "AF-NOWHERE is not a district"),
        ({"districts": "AF"}, "districts: a list of names"),
        ({"types": ["a", "b", 3, None]}, "types: a list of names"),
        ({"types": ["a", "a", "b", None]}, "types: a name stands there twice"),
        ({"first_day": "16.08.2021"}, "first_day: 16.08.2021"),
        ({"first_day": "2021-02-30"}, "first_day: 2021-02-30"),
        ({"first_day": None}, "first_day"),
        ({"days": [0, 0]}, "days: they have to rise"),
        ({"days": [-1, 2]}, "days: they have to rise"),
        ({"days": [0, 2.5]}, "days: a list of whole numbers"),
        ({"days": [0, True]}, "days: a list of whole numbers"),
        ({"starts": [0, 3]}, "starts"),
        ({"starts": [0, 3, 6]}, "starts"),
        ({"starts": [1, 3, 5]}, "starts"),
        ({"events": [5, 1, 2, 3]}, "events: 4 numbers for 5 cells"),
        ({"events": [5, 1, 2, 3, 0]}, "events: 0 is not a number"),
        ({"events": [5, 1, 2, 3, 2**40]}, "is not a number of events"),
        ({"cells": [0, 1, 8, 2, 4]}, "cells: 8 is not a place"),
        ({"cells": [-1, 1, 7, 2, 4]}, "cells: -1 is not a place"),
        ({"cells": [1, 0, 7, 2, 4]}, "cells: they have to rise"),
        ({"cells": [0, 0, 7, 2, 4]}, "cells: they have to rise"),
        ({"more": 1}, "expected are form"),
        ({"form": FORM + "9"}, "expected is"),
    ],
)
def test_what_is_wrong_is_refused_in_one_line(tiny, file, changes, output) -> None:
    with pytest.raises(FileRejected) as refused:
        read_counts(file(**changes), tiny)
    assert output in str(refused.value) and "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "content",
    [
        b'{"form":"%s","form":"x"}' % FORM.encode(),
        b'{"form":"%s","days":[NaN]}' % FORM.encode(),
        b'{"form":"%s","days":%s}' % (FORM.encode(), b"[" * 100_000),
        b'{"form":"%s"' % FORM.encode(),
        b'{"form":"%s","x":"\xff"}' % FORM.encode(),
    ],
    ids=["twice", "NaN", "deep", "cut", "not UTF-8"],
)
def test_what_is_no_sound_json_is_refused(tiny, content) -> None:
    assert is_counts(content)
    with pytest.raises(FileRejected, match="JSON"):
        read_counts(content, tiny)


def test_what_join_writes_is_read(tiny, tmp_path, districts) -> None:
    """The whole way: points, the command's counts, the map's columns."""
    rows = ["lon,lat,date,type"]
    for number, name in enumerate(districts):
        place = tiny.by_id("districts")[name]
        rows += [f"{place['label_lon']},{place['label_lat']},2021-08-{16 + number},battles"] * (number + 1)
    source = tmp_path / "events.csv"
    source.write_text("\n".join(rows) + "\n")
    join_events(source, tmp_path / "out", tiny, JoinOptions(workers=1))
    found = read_counts((tmp_path / "out" / "map.json").read_bytes(), tiny)
    numbers = range(len(districts))
    assert found["day"] == [1 + number for number in numbers]
    assert found["district"] == list(numbers) and found["events"] == [1 + number for number in numbers]
