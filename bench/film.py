"""`python -m bench.film`: how long pictures, packs and films take, and how large they are; writes docs/performance-export.md.

Each command line is run as a reader would run it, in a new process. Our film is set against each frame drawn
anew with matplotlib, in turns.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from geo.control.timeline import Timeline
from geo.export import estimate
from geo.export.film import drawn_frames, frame_days
from geo.export.frames import Frames
from geo.export.picture import RenderOptions, write_picture
from geo.record.load import load

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "performance-export.md"
DAY, FIRST, LAST = "2021-09-05", "2021-08-15", "2021-10-15"
SIZE = (1280, 720)
ROUNDS = 2
ANEW = 5  # days drawn the slow way in a round
TIMES = 5.0
FILM = ["replay", "--from", FIRST, "--to", LAST]
#: What is run, its file, how often, and the aim in seconds.
COMMANDS = (
    (["render", DAY], "map.png", 3, 3.0),
    (["render", DAY], "map.svg", 1, None),
    (["render", DAY], "map.pdf", 1, None),
    (["pack", DAY], "pack.zip", 2, 6.0),
    (FILM, "film.mp4", 1, 30.0),
    (FILM, "film.webm", 1, None),
    (FILM, "film.gif", 1, None),
    (["export-html"], "replay.html", 1, None),
    (["export", "events"], "events.gpkg", 1, None),
)


def main() -> None:
    """Measure and write the page."""
    with tempfile.TemporaryDirectory() as folder:
        rows = [_command(Path(folder), *command) for command in COMMANDS]
    ours, anew = _rates()
    PAGE.write_text(_page(rows, ours, anew), "utf-8")
    print(PAGE.read_text("utf-8"))


def _command(folder: Path, command: list[str], name: str, rounds: int, aim: float | None) -> str:
    """A row of the table: median seconds, aim, size."""
    path, taken = folder / name, []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "geo", *command, "-o", str(path)], cwd=ROOT, check=True, capture_output=True
        )
        taken.append(time.perf_counter() - start)
    median, size = statistics.median(taken), path.stat().st_size
    reached = "–" if aim is None else f"≤ {aim:g}: {'yes' if median <= aim else 'no'}"
    sizes = f"{size / 1e6:.2f} | {_guess(name) / 1e6:.1f}"
    return f"| `{' '.join(command)} -o {name}` | {median:.1f} ({max(taken):.1f}) | {reached} | {sizes} |"


def _guess(name: str) -> int:
    """What the export panel estimates beforehand."""
    form, events = name.rpartition(".")[2], len(load().records("events"))
    if form in estimate.PER_PIXEL:
        return estimate.of_picture(form, (1600, 900)).size
    if form in estimate.PER_FRAME_PIXEL:
        return estimate.of_film(form, SIZE, len(frame_days(FIRST, LAST, "day"))).size
    if form == "zip":
        return estimate.of_pack((1600, 900), events // 6).size
    return estimate.of_one_file(events).size if form == "html" else estimate.of_table("events", form, events).size


def _rates() -> tuple[float, float]:
    """Frames a second of our film (frames only, all cores) and of matplotlib drawing each anew; medians, in turns."""
    timeline, days = Timeline(load()), frame_days(FIRST, LAST, "day")
    options = RenderOptions(days[0], size=SIZE)
    ours, anew = [], []
    with tempfile.TemporaryDirectory() as folder:
        write_picture(timeline, RenderOptions(DAY, size=SIZE), Path(folder) / "first.png")  # loads the libraries
        for _ in range(ROUNDS):
            start = time.perf_counter()
            count = sum(1 for _ in drawn_frames(Frames(timeline, options, days), days, _quiet))
            ours.append(count / (time.perf_counter() - start))
            start = time.perf_counter()
            for day in days[:: len(days) // ANEW][:ANEW]:
                write_picture(timeline, replace(options, day=day), Path(folder) / "frame.png")
            anew.append(ANEW / (time.perf_counter() - start))
    return statistics.median(ours), statistics.median(anew)


def _quiet(_done: int, _total: int) -> None:
    """Nobody asks how far it is."""


def _page(rows: list[str], ours: float, anew: float) -> str:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    table = "\n".join(rows)
    reached = "yes" if ours / anew >= TIMES else "no"
    return f"""# Exports: time and size

Written by `python -m bench.film`, part of `make bench`; do not edit. Each command in a new process, from start to end.

Machine: {cores} cores, {platform.system()}, Python {platform.python_version()}.

| `python -m geo …` | seconds, median (slowest) | aim | MB | MB estimated |
|---|---|---|---|---|
{table}

| frames of the film, {SIZE[0]}×{SIZE[1]}, {FIRST} to {LAST} | frames a second |
|---|---|
| ours: ground once, zones where they change, all cores | {ours:.1f} |
| each frame drawn anew with matplotlib | {anew:.2f} |
| times; aim: at least {TIMES:g} | {ours / anew:.1f}: {reached} |
"""


if __name__ == "__main__":
    main()
