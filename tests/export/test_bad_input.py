"""What can't be done is said in one line, with exit code 2, and leaves no file."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from geo.cli import main

ROOT = Path(__file__).resolve().parents[2]
DAY = "2021-09-05"
TINY = ["--data", str(ROOT / "tests" / "tiny" / "data")]


@pytest.mark.parametrize(
    "call",
    [
        ["render", DAY, "--extent", "AF-XXX", "-o", "x.png"],
        ["render", DAY, "-o", "x.bmp"],
        ["render", "1999-01-01", "-o", "x.png"],
        ["render", DAY, "--size", "10x10", "-o", "x.png"],
        ["render", DAY, "-o", "no/such/folder/x.png"],
        ["replay", "--from", "2021-09-05", "--to", "2021-09-01", "-o", "x.mp4"],
        ["replay", "--from", "2021-09-01", "--to", "2021-09-05", "-o", "x.avi"],
        ["replay", "--from", "2021-09-01", "--to", "2021-09-05", "--fps", "0", "-o", "x.gif"],
        ["export", "events", "--from", "2021-09-05", "--to", "2021-09-01", "-o", "x.csv"],
        ["export", "events", "--province", "AF-XXX", "-o", "x.csv"],
        ["export", "events", "--actor", "nobody", "-o", "x.csv"],
        ["export", "events", "--day", DAY, "-o", "x.csv"],
        ["export", "zones", "--day", "1999-01-01", "-o", "x.csv"],
        ["export", "zones", "--day", DAY, "-o", "x.xlsx"],
        ["export", "provinces", "--from", DAY, "-o", "x.csv"],
        ["export", "provinces", "--perspective", "both", "-o", "x.csv"],
        ["export-html", "-o", "x.pdf"],
        ["pack", DAY, "-o", "x.tar"],
        ["publish", "-o", "file"],
    ],
    ids=" ".join,
)
def test_one_line_exit_2_no_file(call, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("file").write_text("in the way")
    assert main([*call, *TINY]) == 2
    said = capsys.readouterr()
    assert said.out == "" and len(said.err.strip().splitlines()) == 1
    assert said.err.startswith(f"python -m geo {call[0]}: ") and "Traceback" not in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def no_room() -> None:
    """A process that may write no file larger than this, as on a full disk."""
    # (with no byte code written: the limit would cut that too)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


@pytest.mark.parametrize(
    "call",
    [
        ["render", DAY, "--size", "800x450", "-o", "x.png"],
        ["render", DAY, "--size", "800x450", "-o", "x.svg"],
        ["replay", "--from", "2021-09-01", "--to", "2021-09-12", "--size", "640x360", "-o", "x.mp4"],
        ["replay", "--from", "2021-09-01", "--to", "2021-09-03", "--size", "640x360", "-o", "x.gif"],
        ["export", "events", "-o", "x.gpkg"],
        ["export", "events", "-o", "x.csv"],
        ["export", "zones", "-o", "x.geojson"],
        ["export", "events", "-o", "x.parquet"],
        ["export-html", "-o", "x.html"],
        ["pack", DAY, "--size", "800x450", "-o", "x.zip"],
        ["publish", "-o", "site"],
    ],
    ids=lambda call: f"{call[0]} {call[-1]}",
)
def test_a_full_disk(call, tmp_path):
    command = [sys.executable, "-m", "geo", *call]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "HOME": str(tmp_path.parent), "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=no_room,
        text=True,
        capture_output=True,
    )
    assert done.returncode == 2, done.stderr
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith(f"python -m geo {call[0]}: ") and "Traceback" not in done.stderr
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert left == []
