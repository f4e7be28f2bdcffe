"""What rests on which source, and the source balance."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geo.cli import main
from geo.queries.integrity import report
from geo.queries.sources import MEASURES, RESTING, balance, is_near_party, kind_shares, resting
from geo.record.load import Dataset, public
from geo.record.schema import FILES


def test_every_naming_is_found_and_no_other(shipped: Dataset) -> None:
    rests = resting(shipped)
    assert list(rests) == list(shipped.by_id("sources"))
    for name in RESTING:
        records = public(shipped.records(name)) if name == "events" else shipped.records(name)
        for record in records:
            record_id = record[FILES[name].id_field]
            holders = {s for s, rest in rests.items() if record_id in getattr(rest, name)}
            claims = {s for claim in record.get("claims", []) for s in claim["source_ids"]}
            assert holders == {*record["source_ids"], *claims}
    for source in shipped.records("sources"):
        assert all(source["source_id"] in rests[through].carries for through in source["seen_through"])


def test_nothing_withheld_is_named(tiny: Dataset) -> None:
    rests = resting(tiny)
    assert "SRC-0005" not in rests, "a source that only a withheld event rests on"
    assert all("EV-2021-0003" not in rest.events for rest in rests.values())


def test_the_balance_over_all_events_is_that_of_the_report(shipped: Dataset) -> None:
    found = report(shipped)
    pct = {measure.key: measure.pct for measure in balance(shipped, public(shipped.records("events")))}
    assert pct["two_independent"] == found["share_two_independent_sources_pct"]
    assert pct["one_party"] == found["share_single_party_pct"]


def test_the_measures_of_the_tiny_record(tiny: Dataset) -> None:
    events = {e["event_id"]: e for e in tiny.records("events")}
    found = {m.key: m.event_ids for m in balance(tiny, [events["EV-2021-0002"], events["EV-2021-0004"]])}
    assert found["party_near"] == ("EV-2021-0002",)
    assert found["party_near_only"] == ()
    assert found["one_independent"] == ("EV-2021-0002", "EV-2021-0004")
    assert found["not_read"] == ()
    assert list(found) == list(MEASURES)


def test_a_share_of_nothing_is_unknown_and_not_zero(tiny: Dataset) -> None:
    assert all((m.events, m.pct) == (0, None) for m in balance(tiny, []))
    assert all((k.events, k.events_pct) == (0, None) for k in kind_shares(tiny, []))


def test_kinds_count_an_event_once_a_kind(shipped: Dataset) -> None:
    events = public(shipped.records("events"))
    sources = shipped.by_id("sources")
    for share in kind_shares(shipped, events):
        assert share.sources == sum(source["kind"] == share.kind for source in sources.values())
        assert share.events == sum(any(sources[s]["kind"] == share.kind for s in e["source_ids"]) for e in events)


def test_near_a_party(tiny: Dataset) -> None:
    near = {s["source_id"] for s in tiny.records("sources") if is_near_party(s)}
    assert near == {"SRC-0002", "SRC-0003"}


def test_the_command_tells_the_same(tiny_dir: Path, tiny: Dataset, capsys: pytest.CaptureFixture[str]) -> None:
    span = ["--from", "2021-08-24", "--to", "2021-08-24", "--data", str(tiny_dir)]
    assert main(["sources", "--json", *span]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["dataset"], answer["events"]) == (tiny.version, 1)
    assert {row["key"]: row["events"] for row in answer["balance"]}["party_near"] == 1
    assert "SRC-0005" not in answer["sources"]
    assert main(["sources", *span]) == 0
    assert "1 event from 2021-08-24 to 2021-08-24" in capsys.readouterr().out
    assert main(["sources", "--from", "2021-09-02", "--to", "2021-09-01", "--data", str(tiny_dir)]) == 2
