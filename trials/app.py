"""The app as a reader meets it: a copy of its own on a free port, and a browser that reaches nobody else."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, WebSocket

from trials.at_rest import Wire

ROOT = Path(__file__).resolve().parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
#: The same engine without a window's parts around it: quicker, and what tests take first (docs/decisions/0053).
BARE = "chromium-headless-shell"
ARGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
START_S = 60
OWN_SCHEMES = ("data", "blob", "about")


def copy_of_app(folder: Path) -> Path:
    """What the app needs to run, in a folder of its own: nobody else's edits or files get in the way."""
    left_out = shutil.ignore_patterns(".*", "static", "tests", "bench", "trials", "node_modules", "__pycache__")
    shutil.copytree(ROOT, folder, ignore=left_out)
    shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
    return folder


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of the app of a folder on a free port, stopped at the end."""
    with running(folder) as (address, _):
        yield address


@contextmanager
def running(folder: Path, log: Path | None = None, **env: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The same with its process; what it says goes to `log`."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.address", "127.0.0.1"]
    with (log or Path(os.devnull)).open("wb") as output:
        process = subprocess.Popen(
            [*command, "--server.port", str(port)], cwd=folder, stdout=output, stderr=output, env=os.environ | env
        )
        try:
            _wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
            yield f"http://127.0.0.1:{port}", process
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + START_S
    while time.monotonic() < end:
        assert process.poll() is None, f"the server ended with {process.returncode}"
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"the server did not answer within {START_S} s")


# --- the browser --------------------------------------------------------------------------


def browser_path(*, bare_first: bool = False) -> str | None:
    """Where the Chromium that is installed is; None: there is none."""
    wanted = (BARE, *BROWSERS) if bare_first else (*BROWSERS, BARE)
    return next((path for path in map(shutil.which, wanted) if path), None)


@dataclass
class Watch:
    """What went wrong in a page or was asked of other hosts."""

    own: str
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    wire: Wire = field(default_factory=Wire)

    def on(self, context: BrowserContext) -> None:
        """Note the requests, sockets and errors of all pages and frames."""
        context.on("request", lambda request: self._requested(request.url))
        context.on("page", lambda page: page.on("websocket", self._opened))
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("console", self._said)

    def _opened(self, socket: WebSocket) -> None:
        self._requested(socket.url)
        self.wire.on(socket)

    def _requested(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme not in OWN_SCHEMES and parts.netloc != urlsplit(self.own).netloc:
            self.foreign.append(address)

    def _said(self, message: Any) -> None:
        if "/_stcore/" in message.location["url"]:  # on /compare Streamlit first asks under /compare/_stcore
            return
        if message.type == "error" and "ERR_NAME_NOT_RESOLVED" not in message.text:  # that is counted as foreign
            self.errors.append(f"{message.text} ({message.location['url']})")

    def check(self) -> None:
        assert self.foreign == [], "asked other hosts"
        assert self.errors == [], f"errors in the page: {self.errors}"
