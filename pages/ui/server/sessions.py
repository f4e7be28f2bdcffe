"""How many readers are served at once: those beyond are asked to come back, so that nobody's map stalls."""

from __future__ import annotations

from pages.ui.server.quota import Quota, set_number

#: Set it to what the machine bears: `python -m trials.load` measures memory and waiting (docs/reliability.md).
VARIABLE = "REPLAY_MAX_SESSIONS"
DEFAULT = 200

_seats = Quota()


def most_sessions() -> int:
    """The number of readers at once that this server is set to."""
    return set_number(VARIABLE, DEFAULT)


def has_seat() -> bool:
    """Whether the session that asks is one of those that are served; it takes a free seat when there is one."""
    return _seats.take(1, most_sessions())
