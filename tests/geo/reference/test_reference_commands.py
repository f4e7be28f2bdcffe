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


def test_days_set_ucdp_beside_ours(brought: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--data", str(brought)]
    days = {day["day"]: day for day in answer(capsys, "days", "--reference", "ucdp", *data)["days"]}
    assert days["2021-08-20"]["ucdp"]["rows"] == 1 and days["2021-08-20"]["ours"]["events"] >= 1
    assert main(["days", "--reference", "ucdp", *data]) == 0
    message = capsys.readouterr().out
    assert "UCDP 1 row (1 dated to the day; killed 3, 1 to 9)" in message and "CC BY 4.0" in message
    later = answer(capsys, "days", *data)
    assert "reference" not in later and all(set(day) == {"day", "ours"} for day in later["days"])


def test_days_that_no_release_covers_are_not_known(
    tiny_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data", str(tiny_copy)]
    assert main(["days", "--reference", "ucdp", *data]) == 2
    assert "bring one" in capsys.readouterr().err
    file = put(tmp_path, "GEDEvent_v21_0_9.csv", [row(id="1")])
    assert main(["reference", "ucdp", str(file), *data]) == 0
    capsys.readouterr()
    days = {day["day"]: day for day in answer(capsys, "days", "--reference", "ucdp", *data)["days"]}
    assert days["2021-08-20"]["ucdp"] == {"rows": None, "dated_to_the_day": None, "killed": None, "not_counted": 1}
    assert main(["days", "--to", "2021-08-31", "--reference", "ucdp", *data]) == 0
    assert "UCDP not known (1 row here, not counted)" in capsys.readouterr().out


@pytest.mark.parametrize(
    "wrong",
    [
        ["--extent", "AF"], ["--size", "800x600"], ["--province", "AF-XXX"],
        ["--from", "2021-09-02", "--to", "2021-09-01"], ["-o", "days.png", "--reference", "ucdp"], ["-o", "days.png", "--json"],
    ],
)  # fmt: skip
def test_days_refuse_what_they_cannot_answer(
    brought: Path, capsys: pytest.CaptureFixture[str], wrong: list[str]
) -> None:
    assert main(["days", *wrong, "--data", str(brought)]) == 2
    assert capsys.readouterr().err.startswith("python -m geo days: ")


def test_a_province_lists_ucdp_s_rows_only_when_asked(brought: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["province", "AF-AAA", "--data", str(brought)]
    alone, both = answer(capsys, *words), answer(capsys, *words, "--reference", "ucdp")
    assert [row["ucdp_id"] for row in both.pop("reference")["rows"]] == ["1", "2"] and both == alone
    assert main([*words, "--reference", "ucdp"]) == 0
    message = capsys.readouterr().out
    assert "UCDP 2" in message and "only in UCDP" in message and "2 rows. UCDP’s rows, beside our record" in message
    assert main(words) == 0
    assert "UCDP" not in capsys.readouterr().out
