"""Reads one file in a process of its own: standard input to a table as JSON, within limits of memory and time.

Started by `geo.ingest.sandbox` only. It gets the bytes and never a path, can write no file, and
ends when it takes too much.
"""

from __future__ import annotations

import json
import sys

from geo.ingest.limits import MEMORY_BYTES, OPEN_FILES, TIME_S
from geo.ingest.result import Choices, Refused, Table

TOO_LARGE = "the file needs more memory than is allowed; split it"


def main() -> None:
    """First line: the choices as JSON; then the file's bytes. Answers with a table or a refusal."""
    limit()
    from geo.ingest.readers.sniff import read_table

    head = sys.stdin.buffer.readline()
    answer: dict[str, object]
    try:
        answer = {"table": as_json(read_table(sys.stdin.buffer.read(), Choices(**json.loads(head))))}
    except Refused as refused:
        answer = {"refused": str(refused)}
    except MemoryError:
        answer = {"refused": TOO_LARGE}
    json.dump(answer, sys.stdout, ensure_ascii=True, allow_nan=False, default=str)


def as_json(table: Table) -> dict[str, object]:
    """A table as plain lists."""
    rows = [(row.number, row.cells, row.point, row.fault) for row in table.rows]
    return {"form": table.form, "columns": table.columns, "facts": dict(table.facts), "rows": rows}


def limit() -> None:
    """Set the limits of this process, where the system has them."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for what, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, TIME_S),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    main()
