"""Reads one file in a process of its own: standard input to a table as JSON, within limits of memory and time.

Started by `geo.ingest.sandbox` only. It gets the bytes and never a path, can write no file, and
ends when it takes too much.
"""

from __future__ import annotations

import json
import sys

from geo.ingest.limits import OPEN_FILES
from geo.ingest.result import Choices, FileRejected, Table


def main() -> None:
    """First line: limits and choices as JSON; then the file's bytes. Answers with a table or a refusal."""
    head = json.loads(sys.stdin.buffer.readline())
    limit(head["memory"], head["seconds"])
    from geo.ingest.readers.sniff import read_table

    answer: dict[str, object]
    try:
        answer = {"table": as_json(read_table(sys.stdin.buffer.read(), Choices(**head["choices"])))}
    except FileRejected as refused:
        answer = {"refused": refused.code, "values": refused.values}
    except MemoryError:
        answer = {"refused": "memory", "values": {}}
    json.dump(answer, sys.stdout, ensure_ascii=True, allow_nan=False, default=str)


def as_json(table: Table) -> dict[str, object]:
    """A table as plain lists."""
    rows = [(row.number, row.cells, row.point, row.fault) for row in table.rows]
    return {"form": table.form, "columns": table.columns, "facts": dict(table.facts), "rows": rows}


def limit(memory: int, seconds: int) -> None:
    """Set the limits of this process (bytes of memory, seconds of work), where the system has them."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    main()
