"""How much of a limited thing (seats, bytes of memory) each session holds, and whether it may hold more."""

from __future__ import annotations

import os
import threading
from contextlib import nullcontext
from typing import Any

from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx


def set_number(variable: str, default: int) -> int:
    """A whole number that whoever serves has set; the default when it is none."""
    setting = os.environ.get(variable, "")
    return int(setting) if setting.isascii() and setting.isdecimal() and 0 < len(setting) < 7 else default


class Quota:
    """One such thing; a share is free again when its session has ended.

    Streamlit keeps a session for two minutes after its page was left, so that a reader who comes back finds it.
    """

    def __init__(self) -> None:
        self._held: dict[str, int] = {}
        self._lock = threading.Lock()

    def take(self, wanted: int, most: int, session: str | None = None) -> bool:
        """Whether a session (the one that asks, if none is named) may hold so much in place of what it held; it does when
        it may.

        `most` is what all sessions may hold together. Who wants no more than before is never refused.
        """
        here = asking() if session is None else session
        if not here or not runtime.exists():  # a test, or a tool without a server
            return True
        with self._lock:
            if wanted > self._held.get(here, 0) and self._taken(but=here) + wanted > most:
                self._forget_ended()
                if self._taken(but=here) + wanted > most:
                    return False
            self._held[here] = wanted
            return True

    def _taken(self, but: str) -> int:
        return sum(self._held.values()) - self._held.get(but, 0)

    def _forget_ended(self) -> None:
        for gone in [one for one in self._held if not runtime.get_instance().is_active_session(one)]:
            del self._held[gone]


def asking() -> str:
    """The session that asks; empty outside of one."""
    context = get_script_run_ctx()
    return context.session_id if context else ""


def is_kept(session: str) -> bool:
    """Whether Streamlit still has a session: its page is open, or was left less than two minutes ago."""
    manager = _manager()
    return manager is None or manager.get_session_info(session) is not None


def let_go_of_ended() -> None:
    """Let go of sessions whose time is over: Streamlit keeps each, though nobody can come back to it, until the next is left."""
    manager = _manager()
    left = getattr(getattr(manager, "_session_storage", None), "_cache", None)
    if left is not None and hasattr(left, "expire"):
        with getattr(manager, "_storage_lock", nullcontext()):
            left.expire()


def _manager() -> Any:
    """What holds Streamlit's sessions; there is no public way to it."""
    return getattr(runtime.get_instance(), "_session_mgr", None) if runtime.exists() else None
