"""Columns of every publisher: `import` and `join` find the same ones, in a whole file and in a part of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from geo.aggregate.columns import COUNTRY, DISTRICT, PROVINCE, columns_of
from geo.ingest.cells import Cells
from geo.ingest.registry import DRAFTS, recognise
from geo.ingest.result import ReadTable, RowRejected
from geo.ingest.run import columns_of as import_columns
from geo.publishers import acled, gdelt, gtd
from geo.publishers.base import Publisher
from geo.publishers.days import DateFormat
from geo.publishers.known import PUBLISHERS, fields_of, publisher_of
from geo.publishers.table import FIELDS, TABLE
from geo.record.normalise import heading

#: Headers as they are published: today's, older ones, in capitals, and one heading of each field of another table.
HEADERS: dict[str, tuple[str, Sequence[str]]] = {
    "ACLED": ("acled", acled.NOW),
    "ACLED, in capitals": ("acled", [name.upper() for name in acled.NOW + acled.OLDER]),
    "UCDP": ("ucdp", PUBLISHERS["ucdp"].columns),
    "GTD": ("gtd", gtd.COLUMNS),
    "GDELT": ("gdelt", gdelt.COLUMNS),
} | {
    f"table, {n}": ("table", [usual[min(n, len(usual) - 1)] for usual in FIELDS.values()])
    for n in range(max(map(len, FIELDS.values())))
}


class Watched(Cells):
    """Cells that remember which columns they were asked for."""

    def __init__(self, fields: dict[str, str], columns: Sequence[str]) -> None:
        super().__init__({}, tuple(columns), ())
        self.fields, self.requested = fields, set[str]()

    def raw(self, name: str) -> Any:
        if name in self.fields:
            self.requested.add(self.fields[name])
        known: dict[str, Any] = {"lon": "66", "lat": "34", "longitude": "66", "latitude": "34", "eventcode": "190"}
        known |= dict.fromkeys(("event_date", "date", "date_start", "sqldate"), "2021-08-15") | {"iyear": "2021"}
        return known.get(name)


@pytest.mark.parametrize(("name", "header"), HEADERS.values(), ids=HEADERS)
def test_both_find_the_same_columns(name: str, header: Sequence[str]) -> None:
    table = ReadTable("csv", tuple(header), (), {})
    publisher, _ = recognise(table)
    assert publisher.name == name
    fields = import_columns(publisher, table, _no_choices())
    found = columns_of(header, {})
    requested = Watched(fields, header)
    try:
        DRAFTS[name](requested, DateFormat())
    except RowRejected as rejected:
        pytest.fail(f"{rejected.reason}: {rejected.field}")
    assert {found.lon, found.lat, *found.date, found.type, found.precision} - {None} <= requested.requested
    assert (found.lon, found.lat) == (fields[publisher.lon], fields[publisher.lat])
    assert found.date == tuple(fields[day] for day in publisher.day)
    assert (found.type, found.precision) == (fields.get(publisher.type), fields.get(publisher.precision))


def _no_choices() -> Any:
    from geo.ingest.result import Choices

    return Choices()


@pytest.mark.parametrize("publisher", [p for p in PUBLISHERS.values() if p is not TABLE], ids=lambda p: p.name)
def test_a_part_of_a_file_is_read_by_the_codes_of_its_publisher(publisher: Publisher) -> None:
    """Without it, ACLED's 3 ('a larger region') would be taken for our 3, a district."""
    part = (publisher.lon, publisher.lat, *publisher.day, publisher.type, publisher.precision)
    assert publisher_of(part) is publisher and publisher.title in columns_of(part, {}).reason
    assert publisher_of(part[:-1]) is TABLE


def test_levels_follow_from_the_precision_of_places() -> None:
    levels = {name: columns_of(HEADERS[name][1], {}).levels for name in ("ACLED", "UCDP", "GTD", "GDELT", "table, 0")}
    assert levels["ACLED"] == {1: DISTRICT, 2: DISTRICT, 3: PROVINCE}
    assert levels["UCDP"] == dict.fromkeys((1, 2, 3), DISTRICT) | {4: PROVINCE, 5: COUNTRY, 6: COUNTRY, 7: COUNTRY}
    assert levels["GTD"] == dict.fromkeys((1, 2, 3), DISTRICT) | {4: PROVINCE, 5: COUNTRY}
    assert levels["GDELT"] == {0: COUNTRY, 1: COUNTRY, 4: DISTRICT, 5: PROVINCE}
    assert levels["table, 0"] == dict.fromkeys((1, 2, 3), DISTRICT) | {4: PROVINCE, 5: COUNTRY, 6: COUNTRY}


def test_what_tells_a_publisher_is_documented() -> None:
    for publisher in PUBLISHERS.values():
        placed = (publisher.lon, publisher.lat, *publisher.day, publisher.type, publisher.precision)
        assert {*publisher.telling, *publisher.written_days, *placed} <= set(publisher.columns)
        assert all(column == heading(column) for column in publisher.columns)


def test_the_first_of_two_columns_of_a_field_is_taken_and_each_column_once() -> None:
    assert fields_of(TABLE, ("Event Date", "DATE", "Lat", "Lng", "name")) == {
        "date": "DATE", "lat": "Lat", "lon": "Lng", "title": "name"
    }  # fmt: skip
    assert fields_of(TABLE, ("تاريخ", "ولايت")) == {"date": "تاريخ", "province": "ولايت"}  # typed on an Arabic keyboard
    assert fields_of(PUBLISHERS["acled"], ("Notes", "NOTES"))["notes"] == "Notes"
