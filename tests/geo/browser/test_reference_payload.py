"""UCDP's rows as the browser reads them: each inside the record's days once, none finer than UCDP knows it."""

from __future__ import annotations

import json

from geo.browser.reference_payload import reference_payload
from geo.record.load import Dataset
from geo.record.spans import add_days
from geo.reference.load import load_reference


def test_every_row_is_there_once_or_counted_as_outside(shipped: Dataset) -> None:
    reference = load_reference(shipped)
    payload = json.loads(reference_payload(reference, shipped))
    ids = payload["columns"]["id"]
    assert len(ids) == len(set(ids)) and len(ids) + payload["outside"] == len(reference.events)
    assert payload["columns"]["start"] == sorted(payload["columns"]["start"])
    assert all(len(column) == len(ids) for column in payload["columns"].values())
    assert len(payload["cards"]) == len(payload["matches"]) == len(ids)


def test_a_point_is_given_only_where_ucdp_knows_the_place(shipped: Dataset) -> None:
    payload = json.loads(reference_payload(load_reference(shipped), shipped))
    known = [card["where_prec"] in (1, 2) for card in payload["cards"]]
    assert [point is not None for point in payload["columns"]["point"]] == known
    assert 0 < sum(known) < len(known)


def test_covered_months_are_within_the_record_and_whole_but_for_its_end(shipped: Dataset) -> None:
    payload = json.loads(reference_payload(load_reference(shipped), shipped))
    assert payload["covered"], "the shipped reference covers months whole"
    for first, last in payload["covered"]:
        assert add_days(shipped.first_day, first).endswith("-01")
        after = add_days(shipped.first_day, last + 1)
        assert after.endswith("-01") or after > shipped.last_day


def test_matches_are_events_of_ours(shipped: Dataset) -> None:
    payload = json.loads(reference_payload(load_reference(shipped), shipped))
    named = {event_id for ids in payload["matches"] for event_id in ids}
    assert named and named <= set(shipped.by_id("events"))
