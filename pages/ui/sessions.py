"""How many readers are served at once: those beyond are asked to come back, so that nobody's map stalls."""

from __future__ import annotations

import os
import threading

from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

#: Set it to what the machine bears: `python -m bench.load` measures memory and waiting (docs/reliability.md).
VARIABLE = "REPLAY_MOST_SESSIONS"
DEFAULT = 200

_lock = threading.Lock()
_seated: set[str] = set()


def most_sessions() -> int:
    """The number of readers at once that this server is set to."""
    return set_number(VARIABLE, DEFAULT)


def set_number(variable: str, default: int) -> int:
    """A whole number that whoever serves has set; the default when it is none."""
    told = os.environ.get(variable, "")
    return int(told) if told.isascii() and told.isdecimal() and 0 < len(told) < 7 else default


def has_seat() -> bool:
    """Whether the session that asks is one of those that are served; it takes a free seat when there is one.

    A seat is free again when its session has ended (Streamlit keeps one for two minutes after the page was
    left, so that a reader who comes back finds it).
    """
    context = get_script_run_ctx()
    if context is None or not runtime.exists():  # a test, or a tool without a server
        return True
    with _lock:
        here = context.session_id
        if here not in _seated and len(_seated) >= most_sessions():
            _seated.intersection_update([one for one in _seated if runtime.get_instance().is_active_session(one)])
        if here in _seated or len(_seated) < most_sessions():
            _seated.add(here)
            return True
        return False
