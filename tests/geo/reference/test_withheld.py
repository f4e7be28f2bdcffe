"""An event that is withheld, or told coarsely, is in no match of UCDP's rows, whoever has looked at the pair."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geo.address.view import ViewState
from geo.browser.reference_payload import reference_payload
from geo.cli import main
from geo.record.load import Dataset, load
from geo.reference.coverage import sides
from geo.reference.find import find_rows
from geo.reference.load import Reference, load_reference
from tests.geo.reference.conftest import MONTHS, put, row

EVENT = "EV-2021-0001"
Withheld = tuple[Path, Dataset, Reference]


@pytest.fixture(params=["withheld", "generalised"])
def withheld(
    tiny_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> Withheld:
    """UCDP's rows beside a record whose event, that one of them tells, was reviewed and then kept back in a way."""
    file = put(tmp_path, MONTHS, [row(id="1"), row(id="2", day="2021-09-02")])
    assert main(["reference", "ucdp", str(file), "--data", str(tiny_copy)]) == 0
    matches = tiny_copy / "reference" / "ucdp_matches.csv"
    matches.write_text(matches.read_text("utf-8").replace("9.2,1.0,no,", "9.2,1.0,yes,the same people"), "utf-8")
    assert f"1,{EVENT},point" in matches.read_text("utf-8") and "the same people" in matches.read_text("utf-8")
    events = tiny_copy / "events.geojson"
    lines = events.read_text("utf-8").splitlines(keepends=True)
    hidden = [
        one.replace('"sensitivity":"public"', f'"sensitivity":"{request.param}"') if EVENT in one else one
        for one in lines
    ]
    events.write_text("".join(hidden), "utf-8")
    record = load(tiny_copy)
    assert (EVENT in record.public_by_id) == (request.param == "generalised")
    capsys.readouterr()
    return tiny_copy, record, load_reference(record, tiny_copy)


def test_no_answer_names_it(withheld: Withheld) -> None:
    _, record, reference = withheld
    assert [(line["ucdp_id"], line["event_id"], line["how"]) for line in reference.matches] == [
        ("1", None, "none"),
        ("2", None, "none"),
    ]
    assert json.loads(reference_payload(reference, record))["matches"] == [[], []]
    assert EVENT not in {event["event_id"] for event in sides(reference, record).only_ours}
    found = find_rows(reference, record, ViewState(date=record.last_day), (record.first_day, record.last_day))
    assert [one.lines for one in found] == [(), ()]
    assert [one["ucdp_id"] for one in sides(reference, record).only_ucdp] == ["1", "2"]


@pytest.mark.parametrize("words", [["reference", "matches"], ["reference", "matches", "--json"]])
def test_no_command_names_it(withheld: Withheld, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    title = withheld[1].by_id("events")[EVENT]["title"]
    assert main([*words, "--data", str(withheld[0])]) == 0
    message = capsys.readouterr()
    assert EVENT not in message.out and title not in message.out


def test_a_reviewed_match_goes_with_it_and_says_nothing(withheld: Withheld, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reference", "matches", "--anew", "--data", str(withheld[0])]) == 0
    message, kept = capsys.readouterr(), (withheld[0] / "reference" / "ucdp_matches.csv").read_text("utf-8")
    assert EVENT not in kept and "the same people" not in kept
    assert "1  point: its event is withheld, or told more coarsely" in message.err
    assert EVENT not in message.out + message.err and "the same people" not in message.err
