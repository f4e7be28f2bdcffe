"""Works on one file in a process of its own: bytes on standard input, parts on standard output, within limits.

Started by `geo.ingest.limited.sandbox` only. It gets the bytes and never a path, can write no file, and
ends when it takes too much.
"""

from __future__ import annotations

import json
import os
import pickle
import sys

from geo.ingest.limited import work
from geo.ingest.limited.pipe import END, PROGRESS, Pen
from geo.ingest.limits import OPEN_FILES
from geo.ingest.result import Choices, FileRejected


def main() -> None:
    """First line: limits and choices as JSON; then our record, then the file's bytes. Answers with parts."""
    source = sys.stdin.buffer
    head = json.loads(source.readline())
    limit(head["memory"], head["seconds"], head["nice"])
    record = pickle.loads(source.read(head["record"]))  # noqa: S301 - made by the process that started this one
    pen = Pen(sys.stdout.buffer, head["most"])

    def watch(done: int, rows: int) -> None:
        pen.say([done, rows], PROGRESS)

    try:
        work.TASKS[head["task"]](pen, source.read(), record, Choices(**head["choices"]), watch)
    except FileRejected as refused:
        pen.say({"refused": refused.code, "values": refused.values})
    except (MemoryError, RecursionError):
        pen.say({"refused": "memory", "values": {}})
    pen.part(END, b"")


def limit(memory: int, seconds: int, behind: int) -> None:
    """Set the limits of this process (bytes of memory, seconds of work), where the system has them; stand behind others."""
    try:
        import resource
    except ImportError:  # Windows
        return
    os.nice(behind)
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most + 5 if what == resource.RLIMIT_CPU else most))


if __name__ == "__main__":
    main()
