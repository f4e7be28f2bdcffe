"""How many bytes of finished exports the server holds for its readers, and for how long."""

from __future__ import annotations

from pages.ui.server.quota import Quota

#: Bytes that one export may give, and all together that are held.
LARGEST = 200_000_000
MOST_OF_ALL = 400_000_000
#: Seconds for which a finished one can be downloaded.
KEPT_S = 600

_held = Quota()


def has_room(size: int, session: str) -> bool:
    """Whether a session may hold an export of so many bytes, in place of what it held; it is noted when it may."""
    return size <= LARGEST and _held.take(size, MOST_OF_ALL, session)
