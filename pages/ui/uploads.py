"""How many bytes of files readers may have brought at once, each and all together: they share the server's memory."""

from __future__ import annotations

import threading

from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.ui.sessions import set_number

MEGABYTE = 1_000_000
#: Megabytes that all readers may have brought together, and one of them.
VARIABLE = "REPLAY_MOST_UPLOAD_MB"
DEFAULT = 400
OF_ONE = 60

_lock = threading.Lock()
_held: dict[str, int] = {}


def most_of_all() -> int:
    """The megabytes that this server is set to."""
    return set_number(VARIABLE, DEFAULT)


def has_room(size: int) -> bool:
    """Whether the session that asks may hold files of so many bytes in all; they are noted when it may.

    What a session held is free again when it has ended, as a seat is (`sessions.has_seat`).
    """
    context = get_script_run_ctx()
    if context is None or not runtime.exists():  # a test, or a tool without a server
        return size <= OF_ONE * MEGABYTE
    with _lock:
        for gone in [one for one in _held if not runtime.get_instance().is_active_session(one)]:
            del _held[gone]
        others = sum(_held.values()) - _held.get(context.session_id, 0)
        if size > OF_ONE * MEGABYTE or others + size > most_of_all() * MEGABYTE:
            return False
        _held[context.session_id] = size
        return True
