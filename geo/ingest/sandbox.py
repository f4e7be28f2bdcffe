"""DateFormat in a limited process: what a stranger's file does to a parser ends there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from geo.ingest.limits import MAX_BYTES, MEGABYTE, MEMORY_BYTES, TIME_S
from geo.ingest.result import Choices, FileRejected, RawRow, Table

ROOT = Path(__file__).resolve().parents[2]
#: What the process may know of ours: where programs and languages are, nothing else.
_ENVIRONMENT = ("PATH", "SYSTEMROOT", "VIRTUAL_ENV")
_SETTINGS = {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def read_limited(content: bytes, choices: Choices) -> Table:
    """The table in a file, read in a process with limits of memory and time.

    Raises
    ------
    FileRejected
        As the readers do; also when the process ended, or took too long.
    """
    if len(content) > MAX_BYTES:
        raise FileRejected("too_large", size=f"{len(content) / MEGABYTE:.0f}", most=MAX_BYTES // MEGABYTE)
    head = {"memory": MEMORY_BYTES, "seconds": TIME_S, "choices": asdict(choices)}
    try:
        done = subprocess.run(
            [sys.executable, "-s", "-m", "geo.ingest.child"],
            input=json.dumps(head).encode() + b"\n" + content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ} | _SETTINGS,
            timeout=TIME_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise FileRejected("time", most=TIME_S) from None
    if done.returncode != 0:
        raise FileRejected("process")
    return _table(json.loads(done.stdout))


def _table(answer: dict[str, Any]) -> Table:
    if "refused" in answer:
        raise FileRejected(answer["refused"], **answer["values"])
    found = answer["table"]
    rows = (
        RawRow(number, tuple(cells), tuple(point) if point else None, tuple(fault) if fault else None)
        for number, cells, point, fault in found["rows"]
    )
    return Table(found["form"], tuple(found["columns"]), tuple(rows), found["facts"])
