"""The folder: GeoParquet that others read, the map's form, whole or not at all."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import geopandas as gpd
import psutil
import pytest

from geo.aggregate.aggregates import aggregates_for_map
from geo.aggregate.join import JoinOptions, join_events
from geo.cli import main
from geo.record.load import Dataset

ROOT = Path(__file__).resolve().parents[2]
COUNTS = {
    ("2021-08-15", "AF-AAA-east", "battles"): 2,
    ("2021-08-15", "AF-AAA-west", "battles"): 1,
    ("2021-08-16", "AF-AAA-west", None): 1,
    ("2022-08-15", "AF-BBB-ne", "protests"): 1,
}


def test_the_squares_by_pencil(join: Any, csv_file: Any) -> None:
    result = join(csv_file())
    assert result.counts == COUNTS
    assert result.without == [
        ("2021-08-15", None, "battles", "no_coordinate", 1),
        ("2021-08-15", None, "battles", "not_a_number", 1),
        ("2021-08-15", None, "battles", "not_finite", 1),
        ("2021-08-15", None, "battles", "out_of_range", 1),
        ("2021-08-15", None, "battles", "outside", 2),
    ]
    summary = result.summary
    assert (summary["first_day"], summary["last_day"], summary["counts"]) == ("2021-08-15", "2022-08-15", 4)
    assert summary["input"] == "events.csv" and str(result.folder.parent) not in json.dumps(summary)


def test_geopandas_reads_the_counts_and_the_districts(join: Any, csv_file: Any, tiny: Dataset) -> None:
    folder = join(csv_file()).folder
    assert sorted(path.parent.name for path in folder.glob("counts/*/*.parquet")) == ["year=2021", "year=2022"]
    counts = gpd.read_parquet(folder / "counts")
    assert counts["events"].sum() == 5 and counts.crs.to_epsg() in (4326, None)
    districts = gpd.read_parquet(folder / "districts.parquet").set_index("admin2_id")
    assert districts["events"].to_dict() == {
        district: sum(events for (_, name, _), events in COUNTS.items() if name == district)
        for district in tiny.by_id("districts")
    }
    for row in counts.itertuples():  # each count stands inside its district
        assert districts.geometry[row.admin2].contains(row.geometry) and row.admin1 == row.admin2[:6]
    one = gpd.read_parquet(next((folder / "counts" / "year=2022").glob("*.parquet")))
    assert one["admin2"].tolist() == ["AF-BBB-ne"]


def unfolded(form: dict[str, Any]) -> dict[tuple[str, str, str | None], int]:
    """The counts of the map's form, by its description in docs/scale.md."""
    import datetime as dt

    found = {}
    for n, offset in enumerate(form["days"]):
        date = dt.date.fromisoformat(form["first_day"]) + dt.timedelta(days=offset)
        for i in range(form["starts"][n], form["starts"][n + 1]):
            district, kind = divmod(form["cells"][i], len(form["types"]))
            found[date.isoformat(), form["districts"][district], form["types"][kind]] = form["events"][i]
    return found


def test_the_form_for_the_map_holds_the_same_counts(join: Any, csv_file: Any) -> None:
    result = join(csv_file())
    assert unfolded(result.map) == COUNTS == result.counts
    assert aggregates_for_map(result.folder) == result.map
    assert result.map == {
        "form": "counts per day, district and type, 1", "first_day": "2021-08-15",
        "districts": ["AF-AAA-east", "AF-AAA-west", "AF-BBB-ne"], "types": ["battles", "protests", None],
        "days": [0, 1, 365], "starts": [0, 2, 3, 4], "cells": [0, 3, 5, 7], "events": [2, 1, 1, 1],
    }  # fmt: skip


def test_the_form_without_an_event(join: Any, csv_file: Any, tmp_path: Path) -> None:
    result = join(csv_file([("0", "0", "2021-08-15", "battles")]))
    assert unfolded(result.map) == result.counts == {} and result.map["first_day"] is None
    with pytest.raises(FileNotFoundError, match="there is no such folder"):
        aggregates_for_map(tmp_path / "nowhere")


def test_a_result_is_replaced_only_when_asked_and_nothing_else_ever(
    csv_file: Any, tiny: Dataset, tmp_path: Path
) -> None:
    events, out = csv_file(), tmp_path / "out"
    join_events(events, out, tiny, JoinOptions(workers=1))
    with pytest.raises(ValueError, match="is there already; --force"):
        join_events(events, out, tiny, JoinOptions(workers=1))
    (out / "counts" / "year=1999").mkdir()
    join_events(events, out, tiny, JoinOptions(workers=1, force=True))
    assert not (out / "counts" / "year=1999").exists()
    home = tmp_path / "home"
    home.mkdir()
    join_events(events, home, tiny, JoinOptions(workers=1))  # an empty folder is as good as none
    (home / "summary.json").write_text("{}")
    for target, message in (
        (home, "holds something else"),
        (events, "is a file"),
        (tmp_path / "a" / "b", "does not exist"),
    ):
        with pytest.raises(ValueError, match=message):
            join_events(events, target, tiny, JoinOptions(workers=1, force=True))
    assert (home / "map.json").exists() and not list(tmp_path.glob(".*"))


def test_a_failure_leaves_what_was_there(
    csv_file: Any, tiny: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events, out = csv_file(), tmp_path / "out"
    join_events(events, out, tiny, JoinOptions(workers=1))
    before = (out / "summary.json").read_bytes()

    def full(_: Path) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("geo.aggregate.join.write_map", full)
    for target in (out, tmp_path / "new"):
        with pytest.raises(OSError, match="no space left"):
            join_events(events, target, tiny, JoinOptions(workers=1, force=True))
    assert (out / "summary.json").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["events.csv", "out"]


def killed(tmp_path: Path, code: str) -> list[int]:
    """Run code that kills itself; the process ids that it printed."""
    start = f"""
        import multiprocessing, os, signal, sys
        from pathlib import Path
        from geo.record.load import load
        from geo.aggregate import join
        def end(*_):
            print(*[child.pid for child in multiprocessing.active_children()], flush=True)
            os.kill(os.getpid(), signal.SIGKILL)
        events, out = Path({str(tmp_path / "events.csv")!r}), Path({str(tmp_path / "out")!r})
        record = load(Path("tests/tiny/data"))
    """
    text = textwrap.dedent(start) + "if __name__ == '__main__':\n" + textwrap.indent(textwrap.dedent(code), "    ")
    script = tmp_path / "script.py"
    script.write_text(text, "utf-8")
    done = subprocess.run(
        [sys.executable, str(script)], cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL
    return [int(pid) for pid in done.stdout.split()]


def test_killed_while_it_counts_it_leaves_no_folder_and_no_process(csv_file: Any, tmp_path: Path) -> None:
    csv_file()
    workers = killed(tmp_path, "join.join_events(events, out, record, join.JoinOptions(workers=2, part_size=40), end)")
    assert len(workers) == 2
    left = psutil.wait_procs([psutil.Process(pid) for pid in workers if psutil.pid_exists(pid)], timeout=30)[1]
    assert left == []
    assert not (tmp_path / "out").exists()


def test_killed_while_it_writes_it_leaves_no_folder(csv_file: Any, tmp_path: Path) -> None:
    csv_file()
    killed(tmp_path, "join.write_map = end\njoin.join_events(events, out, record, join.JoinOptions(workers=1))")
    assert not (tmp_path / "out").exists()
    assert [path.name for path in tmp_path.glob(".out.*/counts/*")], "it was killed too early to tell anything"


# --- the command --------------------------------------------------------------------------


def ask(*words: Any) -> int:
    try:
        return main(["join", *map(str, words), "--data", str(ROOT / "tests/tiny/data"), "--workers", "1"])
    except SystemExit as left:
        return int(left.code or 0)


def test_the_command_says_what_it_took_and_what_not(csv_file: Any, tmp_path: Path, capsys: Any) -> None:
    assert ask(csv_file(), "-o", tmp_path / "out") == 0
    output = capsys.readouterr().out
    assert (
        "columns: lon = lon, lat = lat, date = date_start, type = event_type, precision = none (by their headings)"
        in output
    )
    assert "rows: 14; in a district: 5" in output
    assert "without district: outside 2 (first: 6, 7)" in output
    assert "bad rows: solar_hijri_day 1 (first: 14)" in output
    assert "1 of those outside would lie in a district if lon and lat were exchanged" in output
    assert ask(csv_file(), "-o", tmp_path / "again", "--json") == 0
    assert json.loads(capsys.readouterr().out) == json.loads((tmp_path / "out" / "summary.json").read_text())


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["-o", "out", "--type", "colour"], "--type 'colour' is not a column"),
        (["-o", "nowhere/out"], "nowhere does not exist"),
        (["-o", "out", "--scheduler", "tcp://127.0.0.1:1"], "--scheduler goes with --engine dask"),
        (["-o", "out", "--engine", "spark"], "invalid choice: 'spark'"),
        ([], "the following arguments are required: -o"),
        (["-o", "out", "--workers", "0"], "'0' is not a number of processes"),
    ],
)
def test_a_wrong_call_ends_with_2(
    words: list[str], message: str, csv_file: Any, tmp_path: Path, capsys: Any, monkeypatch: Any
) -> None:
    events = csv_file()
    monkeypatch.chdir(tmp_path)
    assert ask(events, *words) == 2
    assert message in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["events.csv"]


def test_when_nothing_lies_in_a_district_it_ends_with_1(csv_file: Any, tmp_path: Path) -> None:
    assert ask(csv_file([("0", "0", "2021-08-15", "battles")]), "-o", tmp_path / "out") == 1
    assert (tmp_path / "out" / "summary.json").exists()
