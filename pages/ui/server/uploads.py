"""How many bytes of files readers may have brought at once, each and all together: they share the server's memory."""

from __future__ import annotations

from pages.ui.server.quota import Quota, set_number

MEGABYTE = 1_000_000
#: Megabytes that all readers may have brought together, and one of them.
VARIABLE = "REPLAY_MOST_UPLOAD_MB"
DEFAULT = 400
OF_ONE = 60

_held = Quota()


def most_of_all() -> int:
    """The megabytes that this server is set to."""
    return set_number(VARIABLE, DEFAULT)


def has_room(size: int) -> bool:
    """Whether the session that asks may hold files of so many bytes in all; they are noted when it may."""
    return size <= OF_ONE * MEGABYTE and _held.take(size, most_of_all() * MEGABYTE)
