"""What can't be done is said in one line, with exit code 2, and leaves no file."""

from __future__ import annotations

import json
import resource
import shutil
import signal
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
    output = capsys.readouterr()
    assert output.out == "" and len(output.err.strip().splitlines()) == 1
    assert output.err.startswith(f"python -m geo {call[0]}: ") and "Traceback" not in output.err
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


# --- a real small disk, and one that can't be written --------------------------------------

#: Runs each call in one process, and says its exit code, what it said last, and which files it left.
RUNNER = """
import contextlib, io, json, os, sys
sys.path.insert(0, sys.argv[1])
from geo.cli import main
told = []
for call in json.loads(sys.argv[2]):
    said = io.StringIO()
    with contextlib.redirect_stderr(said):
        code = main(call)
    left = [name for _, _, names in os.walk(".") for name in names]
    told.append([code, said.getvalue().strip().splitlines()[-1], left])
print(json.dumps(told))
"""
ON_DISK = [
    ["render", DAY, "--size", "800x450", "-o", "x.png"],
    ["render", DAY, "--size", "800x450", "-o", "x.pdf"],
    ["replay", "--from", "2021-09-01", "--to", "2021-09-03", "--size", "640x360", "-o", "x.mp4"],
    ["replay", "--from", "2021-09-01", "--to", "2021-09-03", "--size", "640x360", "-o", "x.gif"],
    ["export", "events", "-o", "x.gpkg"],
    ["export", "events", "-o", "x.csv"],
    ["export", "zones", "-o", "x.parquet"],
    ["export-html", "-o", "x.html"],
    ["pack", DAY, "--size", "800x450", "-o", "x.zip"],
    ["publish", "-o", "site"],
]


def mounted(options: str, folder: Path) -> list[list]:
    """What becomes of `ON_DISK` in a folder of its own file system, in a namespace of its own."""
    inner = f'mount -t tmpfs -o {options} tmpfs "$1" && cd "$1" && exec "$2" -c "$3" "$4" "$5"'
    command = ["unshare", "-rm", "sh", "-c", inner, "sh", str(folder), sys.executable, RUNNER, str(ROOT)]
    calls = [[*call, *TINY] for call in ON_DISK]
    done = subprocess.run([*command, json.dumps(calls)], text=True, capture_output=True)
    if "unshare" in done.stderr or "mount" in done.stderr:
        pytest.skip(f"this machine lets us mount nothing: {done.stderr.strip()[:100]}")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(("options", "reason"), [("size=4k", "No space left"), ("ro", "Read-only file system")])
def test_a_small_disk_and_a_read_only_one(tmp_path, options, reason):
    if shutil.which("unshare") is None:
        pytest.skip("no unshare on this machine")
    for call, (code, last, left) in zip(ON_DISK, mounted(options, tmp_path), strict=True):
        assert code == 2 and reason in last and last.startswith(f"python -m geo {call[0]}: "), (call, last)
        assert left == [], call


@pytest.mark.parametrize("call", ON_DISK, ids=lambda call: f"{call[0]} {call[-1]}")
def test_a_file_where_a_folder_should_be(call, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("file").write_text("in the way")
    assert main([*call[:-1], f"file/{call[-1]}", *TINY]) == 2
    output = capsys.readouterr().err.strip()
    assert len(output.splitlines()) == 1 and "file" in output
    assert [path.name for path in tmp_path.iterdir()] == ["file"] and Path("file").read_text() == "in the way"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_film_that_is_stopped_leaves_nothing(number, tmp_path):
    command = [
        sys.executable,
        "-m",
        "geo",
        "replay",
        "--from",
        "2021-08-15",
        "--to",
        "2021-11-15",
        "--size",
        "640x360",
        "-o",
    ]
    process = subprocess.Popen(
        [*command, str(tmp_path / "film.mp4")],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # a run in the background ignores it, and so would what it starts
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    seen = ""
    while "frames" not in seen:  # it draws
        seen += process.stderr.read(1) or pytest.fail(seen)
    assert list(tmp_path.iterdir())
    process.send_signal(number)
    output = process.communicate(timeout=30)[1]
    assert process.returncode == 128 + number and "Traceback" not in output
    assert list(tmp_path.iterdir()) == []
    message = subprocess.run(["ps", "-eo", "pgid=,stat="], text=True, capture_output=True, check=True).stdout
    rows = [line.split() for line in message.splitlines()]  # no worker and no encoder goes on
    assert [row for row in rows if row[0] == str(process.pid) and not row[1].startswith("Z")] == []
