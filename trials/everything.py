"""One run of what answers and what writes, for comparison between zones and locales: `python -m trials.everything DATA OUT`."""

from __future__ import annotations

import locale
import os
import sys
from pathlib import Path

from geo.cli import main

DAY = "2021-09-05"
ANSWERS = (
    ("at", DAY, "--json"),
    ("diff", "2021-08-20", DAY, "--json"),
    ("events", "--from", "2021-08-15", "--to", "2021-09-30", "--json"),
    ("presence", DAY, "--json"),
    ("casualties", "--from", "2021-08-15", "--to", "2021-09-30", "--json"),
    ("coverage", "--json"),
    ("days", "--json"),
    ("check", "--json"),
    ("validate",),
)
FILES = (
    ("export", "events", "-o", "events.csv"),
    ("export", "zones", "--day", DAY, "-o", "zones.geojson"),
    ("export", "provinces", "--day", DAY, "-o", "provinces.csv"),
    ("render", DAY, "--size", "640x360", "-o", "map.svg"),
    ("render", DAY, "--size", "640x360", "-o", "map.png"),
    ("export-html", "-o", "replay.html"),
    ("pack", DAY, "--size", "640x360", "-o", "pack.zip"),
)


def run(data: Path, out: Path) -> None:
    """All answers to stdout, all files into a folder, with the words, signs and digits of the reader's locale."""
    locale.setlocale(locale.LC_ALL, "")
    os.chdir(out)  # what is told of the files is the same everywhere
    for call in ANSWERS:
        print(call[0], main([*call, str(data)] if call[0] == "validate" else [*call, "--data", str(data)]))
    for call in FILES:
        print(call[0], main([*call, "--data", str(data)]))


if __name__ == "__main__":
    run(Path(sys.argv[1]).resolve(), Path(sys.argv[2]))
