"""`python -m geo reference …` and `coverage --reference`: answers, exit codes, messages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from geo.cli import main
from tests.geo.reference.conftest import MONTHS, put, row


@pytest.fixture
def brought(tiny_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    file = put(tmp_path, MONTHS, [row(id="1"), row(id="2", day="2021-09-02")])
    assert main(["reference", "ucdp", str(file), "--data", str(tiny_copy)]) == 0
    message = capsys.readouterr()
    assert "Candidate 21.01.21.09: 2 rows" in message.out and f"{MONTHS}: 100%" in message.err
    return tiny_copy


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    assert main([*words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_it_tells_what_is_there(brought: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, "reference", "--data", str(brought))
    assert (found["rows"], found["in_both"]) == (2, 1)
    assert found["months"] == {"2021-08": "Candidate 21.01.21.09", "2021-09": "Candidate 21.01.21.09"}
    assert main(["reference", "--data", str(brought)]) == 0
    message = capsys.readouterr().out
    assert "2021-08 to 2021-09 whole" in message and "Hegre" in message


@pytest.mark.parametrize(("only", "keys"), [("ucdp", {"ucdp"}), ("ours", {"ours"}), ("both", {"both"}), (None, None)])
def test_matches_by_who_has_them(
    brought: Path, capsys: pytest.CaptureFixture[str], only: str | None, keys: set[str] | None
) -> None:
    words = ["reference", "matches", "--data", str(brought), *(["--only", only] if only else [])]
    found = answer(capsys, *words)
    assert set(found) - {"dataset", "reference"} == (keys or {"ucdp", "ours", "both"})
    assert main(words) == 0
    assert capsys.readouterr().out


def test_what_is_reviewed_stays_when_made_anew(brought: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = brought / "reference" / "ucdp_matches.csv"
    seen = path.read_text("utf-8").replace(
        "1,EV-2021-0001,point,0,9.2,1.0,no,", "1,EV-2021-0001,rejected,0,9.2,1.0,yes,no"
    )
    path.write_text(seen, "utf-8")
    assert ",yes,no" in seen
    found = answer(capsys, "reference", "matches", "--anew", "--data", str(brought))
    assert path.read_text("utf-8") == seen and found["both"] == []


def test_coverage_shows_both(brought: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quarter = answer(capsys, "coverage", "--reference", "--data", str(brought))["quarters"][0]
    assert (quarter["ucdp"], quarter["ucdp_only"], quarter["ours"], quarter["ours_only"]) == (2, 1, 3, 2)
    there = answer(capsys, "coverage", "--reference", "--province", "AF-CCC", "--data", str(brought))
    assert there["quarters"][0]["ucdp"] == 0
    for switch in (["--reference"], ["--reference", "ucdp"]):
        assert main(["coverage", *switch, "--data", str(brought)]) == 0
        assert "UCDP 2 rows (1 only there" in capsys.readouterr().out


def test_bad_calls_are_told(tiny_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--data", str(tiny_copy)]
    assert main(["reference", *data]) == 2
    assert "has no reference; bring one" in capsys.readouterr().err
    assert main(["coverage", "--province", "AF-AAA", *data]) == 2
    assert main(["reference", "ucdp", str(tmp_path / "none.csv"), *data]) == 2
    assert main(["reference", "ucdp", str(put(tmp_path, MONTHS, [row(best="x")])), *data]) == 1
    assert f"{MONTHS}:" in capsys.readouterr().err
    assert not (tiny_copy / "reference").exists()


def test_validate_looks_at_the_reference(brought: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(brought)]) == 0
    path = brought / "reference" / "ucdp_matches.csv"
    path.write_text(path.read_text("utf-8").replace("EV-2021-0001", "EV-2021-0998"), "utf-8")
    assert main(["validate", str(brought)]) == 1
    assert "EV-2021-0998" in capsys.readouterr().out
