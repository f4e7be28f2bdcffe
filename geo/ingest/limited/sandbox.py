"""All work on a stranger's file, in a limited process: what it does to a parser, to memory or to time ends there."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

from geo.ingest.limited import pipe
from geo.ingest.limits import (
    CLOCK_S,
    MAX_ANSWER,
    MAX_BYTES,
    MAX_TOLD,
    MAX_WRITTEN,
    MEGABYTE,
    MEMORY_BYTES,
    NICENESS,
    TIME_S,
)
from geo.ingest.result import Choices, FileRejected
from geo.record.load import Dataset

ROOT = Path(__file__).resolve().parents[3]
#: What the process may know of ours: where programs and languages are, nothing else.
_ENVIRONMENT = ("PATH", "SYSTEMROOT", "VIRTUAL_ENV")
_SETTINGS = {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
#: What may be asked of it, and how many bytes it may answer.
FOR_PAGE, FOR_FILE, TOGETHER = "page", "file", "together"
MOST = {FOR_PAGE: MAX_ANSWER, FOR_FILE: MAX_WRITTEN, TOGETHER: MAX_ANSWER}
#: Signals by which a system ends a process that has worked too long, or takes too much.
_TOO_LONG, _TOO_MUCH = -24, -9
#: Called with (rows done, rows in all).
Watch = Callable[[int, int], None]


@dataclass(frozen=True)
class SandboxAnswer:
    """What the process said of a file, as plain data, and what it made of it, as bytes by name."""

    message: dict[str, Any]
    made: dict[str, bytes] = field(default_factory=dict)

    @property
    def held(self) -> int:
        """About how many bytes it takes to keep it."""
        return sum(map(len, self.made.values())) + len(json.dumps(self.message, default=str))


def run_limited(
    task: str, content: bytes, dataset: Dataset, choices: Choices | None = None, watch: Watch | None = None
) -> SandboxAnswer:
    """What comes of a file: read, checked, joined and packed in a process with limits of memory, time and answer.

    Parameters
    ----------
    task : FOR_PAGE, FOR_FILE or TOGETHER (`geo.ingest.limited.work`).
    content : the bytes of the file; its name plays no part.
    dataset : the record that its events are joined to.
    watch : called with how far it is; what it raises ends the process.

    Raises
    ------
    FileRejected
        As the readers do; also when the process ended, took too long, or answered too much.
    """
    if len(content) > MAX_BYTES and task != TOGETHER:
        raise FileRejected("too_large", size=f"{len(content) / MEGABYTE:.0f}", most=MAX_BYTES // MEGABYTE)
    record = _packed(dataset)
    head = {"memory": MEMORY_BYTES, "seconds": TIME_S, "most": MOST[task], "task": task, "record": len(record)}
    head["nice"] = 0 if task == FOR_FILE else NICENESS  # on a server the readers of the map come first
    head["choices"] = asdict(choices or Choices())
    process = subprocess.Popen(
        [sys.executable, "-s", "-m", "geo.ingest.limited.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ} | _SETTINGS,
    )
    late = threading.Event()

    def end() -> None:
        late.set()
        process.kill()

    clock = threading.Timer(CLOCK_S, end)
    clock.start()
    try:
        _send(process, json.dumps(head).encode() + b"\n", record, content)
        assert process.stdout is not None  # noqa: S101 - for the types: it was asked for above
        answer = _heard(process.stdout, MOST[task] + MAX_TOLD, watch)
        if answer is None:
            raise FileRejected("time", most=TIME_S) if late.is_set() else _ended(process.wait())
        return answer
    finally:
        clock.cancel()
        process.kill()
        _buried(process)


def _send(process: subprocess.Popen[bytes], *parts: bytes) -> None:
    """Hand over; a process that has ended before says so by what it leaves unsaid."""
    assert process.stdin is not None  # noqa: S101 - as above
    try:
        for part in parts:
            process.stdin.write(part)
        process.stdin.close()
    except BrokenPipeError:
        pass


def _heard(source: IO[bytes], most: int, watch: Watch | None) -> SandboxAnswer | None:
    """The answer; None when the other side ended before it had said all."""
    message: dict[str, Any] = {}
    made: dict[str, bytes] = {}
    for name, content in pipe.parts(source, most):
        if name == pipe.END:
            return _answer(message, made)
        if name == pipe.PROGRESS:
            if watch:
                watch(*json.loads(content))
        elif name == pipe.TOLD:
            message |= json.loads(content)
        else:
            made[name] = content
    return None


def _answer(message: dict[str, Any], made: dict[str, bytes]) -> SandboxAnswer:
    if "refused" in message and "table" not in message:
        raise FileRejected(message["refused"], **message["values"])
    return SandboxAnswer(message, made)


def _ended(code: int) -> FileRejected:
    """Why a process ended that had not said all."""
    if code == _TOO_LONG:
        return FileRejected("time", most=TIME_S)
    return FileRejected("memory" if code == _TOO_MUCH else "process")


def _buried(process: subprocess.Popen[bytes]) -> None:
    for stream in (process.stdin, process.stdout):
        try:
            if stream:
                stream.close()
        except OSError:  # what was not taken is not sent
            pass
    process.wait()


_packed_record: tuple[str, bytes] = ("", b"")


def _packed(dataset: Dataset) -> bytes:
    """The record as the process gets it, made once a version."""
    global _packed_record
    key = f"{dataset.version} {id(dataset.tables)}"
    if _packed_record[0] != key:
        _packed_record = (key, pickle.dumps(dataset, protocol=5))
    return _packed_record[1]
