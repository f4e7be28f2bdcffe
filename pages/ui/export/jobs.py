"""Exports made beside the server: one at a time for a reader, two for all, each in a process and folder of its own.

A job is the command line's own command. Cancelling it ends its processes and removes its folder, and so does the end
of the reader's session: a job that nobody holds any more is cancelled. What was made is held for some minutes
(`finished.py`).
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import weakref
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from geo.record.load import DATA_DIR
from geo.wording.text import t
from pages.ui.export import finished
from pages.ui.server.gate import Busy
from pages.ui.server.quota import asking

ROOT = Path(__file__).resolve().parents[3]
#: Jobs at a time on the whole server, seconds that one may take.
MAX_AT_ONCE = 2
LONGEST_S = 240
#: Niceness of a job: readers' pages come first.
NICENESS = 10
GRACE_S = 2
FRAMES = re.compile(r"(\d+) of (\d+) frames")
RUNNING, DONE, FAILED, CANCELLED, GONE = "running", "done", "failed", "cancelled", "gone"

_slots = threading.BoundedSemaphore(MAX_AT_ONCE)


@dataclass
class _Run:
    """A process and its folder; what a watching thread and the session both see."""

    process: subprocess.Popen[str]
    folder: Path
    file: Path
    #: The reader's session.
    session: str
    state: str = RUNNING
    message: str = ""
    frames: tuple[int, int] | None = None
    content: bytes = b""
    #: Whether its content is counted as the session's.
    is_counted: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)
    #: Set when nobody holds what was made.
    unheld: threading.Event = field(default_factory=threading.Event)


class Job:
    """One export of a session: its state, how far it is, its content when it is done."""

    def __init__(self, command: Sequence[str], file_name: str, seconds: float, data_dir: Path = DATA_DIR) -> None:
        """Start `python -m geo` with a command, to which the output file is added.

        Raises
        ------
        Busy
            When as many exports are being made as the server allows.
        """
        if not _slots.acquire(blocking=False):
            raise Busy
        try:
            self._run = _started(command, file_name, data_dir)
        except BaseException:
            _slots.release()
            raise
        self.file_name, self.seconds, self._since = file_name, seconds, time.monotonic()
        watcher = threading.Thread(target=_watch, args=(self._run, _slots.release), daemon=True, name="export")
        watcher.start()
        self._end = weakref.finalize(self, _forget, self._run)

    @property
    def state(self) -> str:
        """`running`, `done`, `failed`, `cancelled`, or `gone`: done, and not held any more."""
        return self._run.state

    @property
    def message(self) -> str:
        """Why it failed, in one line."""
        return self._run.message

    @property
    def content(self) -> bytes:
        """The file that was made; empty while there is none."""
        return self._run.content

    @property
    def frames(self) -> tuple[int, int] | None:
        """Frames drawn, and frames of the whole film; None when it is no film."""
        return self._run.frames

    @property
    def share(self) -> float:
        """How far it is, from 0 to 1: by frames, else by the time that it usually takes."""
        if self.state == DONE:
            return 1.0
        if self.frames:
            return 0.1 + 0.85 * self.frames[0] / self.frames[1]
        limit = 0.1 if self.file_name.endswith((".mp4", ".webm", ".gif")) else 0.95
        return min(limit, (time.monotonic() - self._since) / self.seconds)

    def cancel(self) -> None:
        """End it; nothing of it is left when this returns."""
        _cancel(self._run)


def _started(command: Sequence[str], file_name: str, data_dir: Path) -> _Run:
    folder = Path(tempfile.mkdtemp(prefix="geo-export-"))
    try:
        (folder / "made").mkdir()
        file = folder / "made" / file_name
        process = subprocess.Popen(  # noqa: S603 - our own command; its values were checked against the record
            [sys.executable, "-m", "geo", *command, "-o", str(file), "--data", str(data_dir)],
            cwd=ROOT,
            env=os.environ | {"TMPDIR": str(folder), "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            start_new_session=True,  # so that its workers and its encoder end with it
        )
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    with contextlib.suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, process.pid, NICENESS)
    return _Run(process, folder, file, asking())


def _watch(run: _Run, free: Callable[[], None]) -> None:
    """Follow a process to its end; take its file, remove its folder, let the next one in."""
    limit = threading.Timer(LONGEST_S, _cancel, (run, FAILED, t("take.too_long", seconds=LONGEST_S)))
    limit.daemon = True
    limit.start()
    try:
        message = _listen(run, run.process.stderr)
        code = run.process.wait()
        with run.lock:
            if run.state == RUNNING:
                _finish(run, code, message)
    finally:
        limit.cancel()
        shutil.rmtree(run.folder, ignore_errors=True)
        free()
    if run.state == DONE:
        run.unheld.wait(finished.KEPT_S)
    _let_go(run)


def _forget(run: _Run) -> None:
    """Nobody holds the job any more."""
    run.unheld.set()
    _cancel(run)


def _let_go(run: _Run) -> None:
    """Hold nothing of a job any more."""
    with run.lock:
        run.content = b""
        run.state = GONE if run.state == DONE else run.state
        was_counted, run.is_counted = run.is_counted, False
    if was_counted:
        finished.has_room(0, run.session)


def _listen(run: _Run, stream: IO[str] | None) -> str:
    """Note the progress; the last message besides it."""
    message = ""
    for line in stream or ():  # text mode ends a line at a carriage return too
        if found := FRAMES.search(line):
            run.frames = int(found[1]), int(found[2])
        elif line.strip():
            message = line.strip()
    return message


def _finish(run: _Run, code: int, message: str) -> None:
    try:
        if code == 0:
            run.content = _content(run)
            run.state = DONE
            return
    except OSError as error:
        message = error.strerror or ""
    run.state, run.message = FAILED, message.replace(str(run.folder / "made") + "/", "")[:300]


def _content(run: _Run) -> bytes:
    """The file; with what was put beside it as a zip (a table and its description)."""
    made = sorted(run.file.parent.iterdir())
    size = sum(path.stat().st_size for path in made)
    if size > finished.LARGEST:
        raise OSError(0, t("take.too_large", size=finished.LARGEST // 1_000_000))
    if not finished.has_room(size, run.session):
        raise OSError(0, t("take.no_room"))
    run.is_counted = True
    if len(made) == 1:
        return run.file.read_bytes()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for path in made:
            pack.write(path, path.name)
    return out.getvalue()


def _cancel(run: _Run, state: str = CANCELLED, message: str = "") -> None:
    """End a process with all that it started, and remove its folder."""
    with run.lock:
        if run.state != RUNNING:
            return
        run.state, run.message = state, message
    for number in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(run.process.pid, number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            run.process.wait(GRACE_S)
    end = time.monotonic() + GRACE_S
    with contextlib.suppress(ProcessLookupError):  # until the last of its group has ended, and can't write any more
        while time.monotonic() < end:
            os.killpg(run.process.pid, 0)
            time.sleep(0.01)
    shutil.rmtree(run.folder, ignore_errors=True)
