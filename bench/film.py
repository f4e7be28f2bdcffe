"""Frames a second: our film, against each frame drawn anew with matplotlib. `python -m bench.film`"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from geo.export.film import days_of, drawn_frames
from geo.export.frames import Frames
from geo.export.picture import Wish, write_picture
from geo.load import load
from geo.timeline import Timeline

DAYS = days_of("2021-08-15", "2021-10-15", "day")
ANEW = 6  # days drawn the slow way
TARGET = 5.0


def main() -> int:
    line = Timeline(load())
    wish = Wish(DAYS[0], size=(1280, 720))
    ours = _ours(line, wish)
    anew = _anew(line, wish)
    result = {"frames_per_second": round(ours, 2), "matplotlib_anew": round(anew, 2), "times": round(ours / anew, 1)}
    print(json.dumps(result | {"days": len(DAYS), "size": "1280x720", "target": TARGET}))
    return 0 if ours / anew >= TARGET else 1


def _ours(line: Timeline, wish: Wish) -> float:
    start = time.perf_counter()
    frames = sum(1 for _ in drawn_frames(Frames(line, wish, DAYS), DAYS, lambda _done, _total: None))
    return frames / (time.perf_counter() - start)


def _anew(line: Timeline, wish: Wish) -> float:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "frame.png"
        write_picture(line, wish, path)  # loads the libraries
        start = time.perf_counter()
        for day in DAYS[:: len(DAYS) // ANEW][:ANEW]:
            write_picture(line, Wish(day, size=wish.size), path)
        return ANEW / (time.perf_counter() - start)


if __name__ == "__main__":
    sys.exit(main())
