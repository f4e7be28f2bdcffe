"""Waiting for what is to happen, never for a time: a condition, a page that has come to rest, an answered server."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from google.protobuf.message import DecodeError
from playwright.sync_api import Error, Frame, Page, WebSocket
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

#: No machine is so slow; what takes longer does not happen.
PATIENCE_S = 60
#: How often a condition is looked at.
LOOK_EVERY_S = 0.02
#: True when map, timeline and panel have come to rest, else what is outstanding after so many milliseconds.
SETTLED = """(patience) => Promise.race([
  conflictReplay.settled().then(() => true),
  new Promise((resolve) => setTimeout(() => resolve(conflictReplay.outstanding.names), patience)),
])"""
#: Whether Streamlit has drawn what its server sent. It disables every control while it is not connected, keeps elements
#: of the last run, fetches controls late, and draws tables that are in sight when their code has come.
DRAWN = """() => { const app = document.querySelector('.stApp')?.dataset, all = (what) => [...document.querySelectorAll(what)].filter((e) => e.checkVisibility());
  return app?.testScriptState === 'notRunning' && app.testConnectionState === 'CONNECTED'
    && !document.querySelector('[data-stale=true], [data-testid=stSkeleton]') && document.fonts.status === 'loaded'
    && all('.st-key-menu a[href], .st-key-whole_menu button').length > 0
    && all('[data-testid=stDataFrame]').every((e) => e.querySelector('canvas') || e.getBoundingClientRect().top > innerHeight); }"""
#: Two frames: what was laid out anew is on the screen.
FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
CUT_SHORT = ForwardMsg.ScriptFinishedStatus.Value("FINISHED_EARLY_FOR_RERUN")
#: A message of the server that says that a run is over is no longer than that.
SHORT = 1000


def until(holds: Callable[[], object], what: object = "") -> None:
    """Wait until something holds. What a browser tells is heard only while it is asked something: `heard`."""
    end = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < end, what or "it never came to hold"
        time.sleep(LOOK_EVERY_S)


def holds_in(page: Page | Frame, condition: str, arg: object = None) -> bool:
    """Whether a condition holds in a page; not in one that is being left or has not what is asked for yet."""
    try:
        return bool(page.evaluate(condition, arg))
    except Error:
        return False


def wait_in(page: Page | Frame, condition: str, arg: object = None) -> None:
    """Wait until a condition holds in a page; Playwright's own waiting makes code of texts there, which our policy forbids."""
    until(lambda: holds_in(page, condition, arg), condition)


def heard(page: Page | Frame) -> bool:
    """True, when all that the browser has told so far has come to its listeners."""
    page.evaluate("0")
    return True


def settle(page: Page | Frame) -> None:
    """Until the map of a page has come to rest, with all that stands around it."""
    until(lambda: holds_in(page, "Boolean(window.conflictReplay)"), "there is no conductor")
    found: list[object] = []

    def is_settled() -> bool:
        try:
            found[:] = [page.evaluate(SETTLED, PATIENCE_S * 1000)]
        except Error:  # a page that is left takes the promise along
            return False
        return True

    until(is_settled)
    assert found == [True], f"still outstanding: {found}"


@dataclass
class Wire:
    """What a page and its server have said to each other: whether the server has answered all that it was asked."""

    requested: int = 0
    is_answered: bool = True

    def on(self, socket: WebSocket) -> None:
        """Listen to a socket."""
        socket.on("framesent", lambda frame: self._sent())
        socket.on("framereceived", lambda frame: self._received(frame))

    def _sent(self) -> None:
        self.requested += 1
        self.is_answered = False

    def _received(self, frame: str | bytes) -> None:
        if isinstance(frame, str) or len(frame) > SHORT:
            return
        try:
            message = ForwardMsg.FromString(frame)
        except DecodeError:
            return
        if message.WhichOneof("type") == "script_finished":
            self.is_answered = message.script_finished != CUT_SHORT


def answered(page: Page, wire: Wire) -> None:
    """Until the server has answered and the page shows it."""
    until(lambda: holds_in(page, DRAWN) and wire.is_answered, "no answer, or it is not drawn")
    page.evaluate(FRAMES)
