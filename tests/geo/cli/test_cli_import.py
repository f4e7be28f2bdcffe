"""`python -m geo import`: files written whole or not at all, the report, the exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geo.cli import main

SOUND = "id,date,lat,lon\nA,2021-09-05,34.5,66.2\nB,2021-13-05,34.5,66.2\n"


@pytest.fixture
def run(tmp_path: Path, tiny_dir: Path):
    """run(text, "--calendar", "solar-hijri"): exit code, events and report (None when not written)."""

    def importing(content: str | bytes, *options: str):
        source, out, report = tmp_path / "in.csv", tmp_path / "events.geojson", tmp_path / "report.json"
        source.write_bytes(content.encode() if isinstance(content, str) else content)
        call = ["import", str(source), "-o", str(out), "--report", str(report), "--data", str(tiny_dir), *options]
        code = main(call)
        found = [json.loads(path.read_text("utf-8")) if path.exists() else None for path in (out, report)]
        assert {path.name for path in tmp_path.iterdir()} <= {"in.csv", "events.geojson", "report.json"}
        return code, *found

    return importing


def test_events_and_report_are_written(run, capsys) -> None:
    code, events, report = run(SOUND)
    assert code == 0
    assert [feature["id"] for feature in events["features"]] == ["A"]
    assert set(report) == {"read", "accepted", "set_aside", "detected", "joined", "notes"}
    assert (report["read"], report["accepted"]) == (2, 1)
    assert report["set_aside"] == [{"row": 3, "id": "B", "field": "date", "value": "2021-13-05", "reason": "date_none"}]
    assert report["joined"]["by_province"] == {"AF-AAA": 1}
    output = capsys.readouterr().out
    assert "read 2 = accepted 1 + set aside 1" in output and "there is no such day (row 3)" in output


def test_nothing_accepted_is_1_and_the_report_says_why(run, capsys) -> None:
    code, events, report = run("date,lat,lon\n1400-05-24,34.5,66.2\n")
    assert code == 1 and events is None and report["set_aside"][0]["reason"] == "solar_hijri"
    assert "--calendar solar-hijri" in capsys.readouterr().out


def test_a_refused_file_is_2_and_writes_nothing(run, capsys) -> None:
    code, events, report = run(b"%PDF-1.7")
    assert code == 2 and events is None and report is None
    output = capsys.readouterr().err
    assert output.count("\n") == 1 and "in.csv is refused: the file is a PDF" in output


@pytest.mark.parametrize(
    ("content", "options"),
    [
        ("date,lat,lon\n1400-06-14,34.5,66.2\n", ("--calendar", "solar-hijri")),
        ("date,lat,lon\n05/09/2021,34.5,66.2\n", ("--day-order", "dmy")),
        ("date,lat,lon\n2021-09-05,66.2,34.5\n", ("--swap-coordinates",)),
        ("fell,n,e\n2021-09-05,34.5,66.2\n", ("--map", "date=fell", "--map", "lat=n", "--map", "lon=e")),
        ("date,province\n2021-09-05,Aaaab\n", ("--name", "Aaaab=AF-AAA")),
        ("date,lat,lon\n2021-09-05,34.5,66.2\n".encode("utf-16"), ("--encoding", "utf-16")),
        ("date,lat,lon,event_id_cnty\n2021-09-05,34.5,66.2,1\n", ("--as", "table")),
    ],
)
def test_what_the_reader_says_of_the_file(run, content, options) -> None:
    code, events, _ = run(content, *options)
    assert code == 0
    assert [feature["properties"]["date_start"] for feature in events["features"]] == ["2021-09-05"]


def test_a_call_that_can_not_be_meant_is_2(run, capsys, tmp_path, tiny_dir) -> None:
    assert run(SOUND, "--name", "x=AF-ZZZ")[0] == 2 and "no province or district" in capsys.readouterr().err
    assert main(["import", str(tmp_path), "-o", str(tmp_path / "x"), "--data", str(tiny_dir)]) == 2
    assert "is no file" in capsys.readouterr().err
    both = str(tmp_path / "both")
    assert main(["import", str(tmp_path / "in.csv"), "-o", both, "--report", both, "--data", str(tiny_dir)]) == 2
    with pytest.raises(SystemExit):
        run(SOUND, "--map", "date")


def test_an_earlier_output_stays_when_the_next_file_is_refused(run) -> None:
    _, before, _ = run(SOUND)
    code, after, _ = run(b"%PDF-1.7")
    assert code == 2 and after == before
