"""Which way a district changed between two states: who gained it and who lost it, contested, or only no longer reported."""

from __future__ import annotations

from dataclasses import dataclass

from geo.control.both_sides import DISAGREED
from geo.control.rules import Holding

#: Somebody holds what another held; nobody holds alone any more; the holder does again; nothing is reported any more;
#: two views of the same day, between which nothing goes anywhere.
GAINED, CONTESTED, SETTLED, ENDED, DIFFERS = KINDS = ("gained", "contested", "settled", "ended", "differs")
#: Statuses in which nobody holds an area alone.
OPEN = ("contested", "besieged", DISAGREED)


@dataclass(frozen=True)
class Direction:
    """Which way a district changed.

    `side` gained it, held it before it was contested, holds it now, or is no longer reported; `other` is the one on the
    other end; `status` is the earlier one where a contest or a report ends. In two views `side` is whom the second names.
    """

    kind: str
    side: str
    other: str | None
    status: str

    @property
    def tag(self) -> tuple[str, str | None]:
        """The kind, and whose letter stands in its sign: of a contest that ends unreported it is nobody's."""
        if self.kind in (CONTESTED, DIFFERS) or (self.kind == ENDED and self.status in OPEN):
            return self.kind, None
        return self.kind, self.side


def direction(before: Holding | None, after: Holding | None, runs_out: bool = False) -> Direction:
    """Which way a district changed from an earlier to a later state.

    Parameters
    ----------
    runs_out : the earlier state is only no longer reported (`Timeline.changes`).
    """
    was, now = _known(before), _known(after)
    if was and (runs_out or now is None):
        return Direction(ENDED, was.controller, now.controller if now else None, was.status)
    if now is None:
        return Direction(ENDED, "unknown", None, "unknown")
    if now.status in OPEN:
        return Direction(CONTESTED, was.controller if was else now.controller, now.controller, now.status)
    if was and (was.controller == now.controller or was.status == DISAGREED):
        return Direction(SETTLED, now.controller, None, was.status)
    return Direction(GAINED, now.controller, was.controller if was else None, now.status)


def between_views(one: Holding | None, other: Holding | None) -> Direction:
    """How two views of an area are apart: no way leads from one to the other."""
    first, second = _known(one), _known(other)
    status = second.status if second else "unknown"
    return Direction(DIFFERS, second.controller if second else "unknown", first.controller if first else None, status)


def _known(holding: Holding | None) -> Holding | None:
    return None if holding is None or holding.controller == "unknown" else holding
