"""UCDP's rows found: days, the filters that their columns know, words; each with the events of ours that tell the same."""

from __future__ import annotations

import json

from geo.address.view import ViewState
from geo.browser.reference_payload import reference_payload
from geo.record.load import Dataset
from geo.record.normalise import normalise
from geo.reference.coverage import by_quarter
from geo.reference.find import find_rows, rows_of_event
from geo.reference.load import load_reference, months_covered
from geo.reference.review import matched


def test_every_row_is_found_once_with_what_the_reviewed_table_says(shipped: Dataset) -> None:
    reference = load_reference(shipped)
    view = ViewState(date=shipped.last_day)
    found = find_rows(reference, shipped, view, ("2021-08-15", "2026-12-31"))
    assert sorted(one.row["ucdp_id"] for one in found) == sorted(row["ucdp_id"] for row in reference.events)
    pairs = matched(reference.matches)
    assert all(
        [line["event_id"] for line in one.lines] == [p["event_id"] for p in pairs[one.row["ucdp_id"]]] for one in found
    )
    covered = months_covered(reference)
    assert {one.is_covered for one in found} == {True, False}
    assert all(one.is_covered == (max(one.row["date_start"], "2021-08-15")[:7] in covered) for one in found)


def test_a_span_and_the_filters_let_through_what_the_columns_say(shipped: Dataset) -> None:
    reference = load_reference(shipped)
    span = ("2026-03-01", "2026-03-31")
    every = find_rows(reference, shipped, ViewState(date="2026-03-31"), span)
    assert every and all(one.row["date_start"] <= span[1] and one.row["date_end"] >= span[0] for one in every)
    assert [one.row["date_start"] for one in every] == sorted(one.row["date_start"] for one in every)
    for key, value, holds in (
        ("actor", "pakistan", lambda row: "pakistan" in (row["actor_a"], row["actor_b"])),
        ("area", "AF-KNR", lambda row: row["admin1"] == "AF-KNR"),
        ("type", "violence_against_civilians", lambda row: row["type_of_violence"] == 3),
    ):
        found = find_rows(reference, shipped, ViewState(date="2026-03-31", **{key: value}), span)
        assert [one.row["ucdp_id"] for one in found] == [one.row["ucdp_id"] for one in every if holds(one.row)], key
    other = find_rows(reference, shipped, ViewState(date="2026-03-31", grade="verified", claimant="un"), span)
    assert other == every, "what UCDP's columns know nothing of hides nothing"


def test_words_are_found_in_places_and_sides_in_any_script(shipped: Dataset) -> None:
    reference, view = load_reference(shipped), ViewState(date=shipped.last_day)
    span = ("2021-08-15", "2026-12-31")
    english = find_rows(reference, shipped, view, span, normalise("Panjshir").split())
    dari = find_rows(reference, shipped, view, span, normalise("پنجشیر").split())
    assert english and dari == [one for one in english if one.row["admin1"] == "AF-PAN"]
    assert not find_rows(reference, shipped, view, span, ["nowhereatall"])


def test_an_event_knows_the_rows_that_tell_the_same(shipped: Dataset) -> None:
    reference = load_reference(shipped)
    for lines in matched(reference.matches).values():
        for line in lines:
            ids = [one.row["ucdp_id"] for one in rows_of_event(reference, line["event_id"])]
            assert line["ucdp_id"] in ids
    rejected = next(line for line in reference.matches if line["how"] == "rejected")
    message = [one.row["ucdp_id"] for one in rows_of_event(reference, rejected["event_id"])]
    assert rejected["ucdp_id"] not in message


def test_the_browser_counts_the_same_types_as_the_filter(shipped: Dataset) -> None:
    reference = load_reference(shipped)
    payload = json.loads(reference_payload(reference, shipped))
    view = ViewState(date=shipped.last_day, type="battles")
    found = find_rows(reference, shipped, view, (shipped.first_day, shipped.last_day))
    battles = payload["columns"]["type"].count(
        payload["columns"]["type"][payload["columns"]["id"].index(found[0].row["ucdp_id"])]
    )
    assert battles == len(found)


def test_where_our_record_has_ended_it_is_not_told_to_have_nothing(shipped: Dataset) -> None:
    for quarter in by_quarter(load_reference(shipped), shipped):
        if quarter.covered and quarter.covered[0] > shipped.last_day[:7]:
            assert quarter.ours is None and quarter.ucdp is not None
