"""What is withheld, and the sources that only it rests on, stand in no list that a curator is shown."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from geo.queries.archives import archived, to_archive
from geo.queries.integrity import report
from geo.queries.join import check_places
from geo.queries.sources import kind_shares
from geo.record.geojson import Row
from geo.record.load import Dataset, public_sources

#: A source that only the withheld event rests on, and that event.
HIDDEN, WITHHELD = "SRC-0005", "EV-2021-0003"
Changed = Callable[..., dict[str, list[Row]]]


def dataset(tables: dict[str, list[Row]]) -> Dataset:
    return Dataset("changed", {name: tuple(rows) for name, rows in tables.items()})


@pytest.mark.parametrize(
    "fault",
    [{"unresolved": True}, {"copy_of": [HIDDEN]}, {"url": "https://example.org/report"}],
    ids=["unresolved", "a circle", "the address of another"],
)
def test_no_hidden_source_is_in_the_report(changed: Changed, fault: dict[str, Any]) -> None:
    found = report(dataset(changed("sources", HIDDEN, **fault)))
    assert HIDDEN not in json.dumps(found) and WITHHELD not in json.dumps(found)


def test_no_withheld_event_is_among_those_out_of_place(changed: Changed) -> None:
    elsewhere = {"type": "Point", "coordinates": [66.25, 34.5]}
    assert check_places(dataset(changed("events", WITHHELD, geometry=elsewhere))) == []
    assert len(check_places(dataset(changed("events", "EV-2021-0002", geometry=elsewhere)))) == 1


def test_no_hidden_source_is_sent_to_an_archive(changed: Changed) -> None:
    record = dataset(changed("sources", HIDDEN, url="https://example.org/hidden"))
    assert all(HIDDEN not in row["sources"] for row in to_archive(record, everything=True))
    answer = archived(record, [(2, {"link": "https://example.org/hidden", "archive location": "https://a.example/1"})])
    assert not answer.taken


def test_what_a_public_source_was_read_through_is_public_too_however_far_back(changed: Changed) -> None:
    """SRC-0004 was read through SRC-0001, which is changed to have been read through the hidden one."""
    assert HIDDEN not in {source["source_id"] for source in public_sources(dataset(changed("sources", HIDDEN)))}
    tables = changed("sources", "SRC-0001", seen_through=[HIDDEN])
    assert HIDDEN in {source["source_id"] for source in public_sources(dataset(tables))}


def test_no_hidden_source_is_counted(tiny: Dataset) -> None:
    assert "local_media" not in {share.kind for share in kind_shares(tiny, list(tiny.public_events))}
