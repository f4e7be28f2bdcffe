"""Whose file is worked on next: a few at a time, one of each reader, first come first served; a full queue turns away."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

#: Files that are worked on at the same time over all sessions, at most, and readers who may wait for that.
MAX_PLACES, QUEUE = 2, 20
#: How often who waits is told how many stand before.
TOLD_S = 0.5


def places() -> int:
    """How many files are worked on at once here: one processor is left to those who read the map, where there are two."""
    may_use = getattr(os, "sched_getaffinity", None)
    processors = len(may_use(0)) if may_use else os.cpu_count() or 1
    return max(1, min(MAX_PLACES, processors - 1))


class Busy(Exception):
    """As many are worked on, or wait, as the server allows: nothing was begun."""


class Gate:
    """Turns, in the order of asking. Who has had one stands at the end again, so that all go round."""

    def __init__(self, places: int, queue: int = QUEUE) -> None:
        self._places, self._queue = places, queue
        self._waiting: list[tuple[str, object]] = []
        self._working: list[str] = []
        self._changed = threading.Condition()

    @contextmanager
    def turn(self, reader: str, on_wait: Callable[[int], None] = lambda _: None) -> Iterator[None]:
        """A turn of a reader; `on_wait` is called with how many stand before, and may raise to give up.

        Raises
        ------
        Busy
            When too many wait already.
        """
        ticket = (reader, object())
        with self._changed:
            if len(self._waiting) >= self._queue:
                raise Busy
            self._waiting.append(ticket)
        try:
            while not self._begun(ticket):
                on_wait(self.before(ticket))
            yield
        finally:
            self._leave(ticket)

    def before(self, ticket: tuple[str, object]) -> int:
        """How many have to be begun first."""
        with self._changed:
            return self._waiting.index(ticket)

    def _begun(self, ticket: tuple[str, object]) -> bool:
        """Whether its turn has come; waits a little for it."""
        with self._changed:
            if self._next() is not ticket:
                self._changed.wait(TOLD_S)
            if self._next() is not ticket:
                return False
            self._waiting.remove(ticket)
            self._working.append(ticket[0])
            self._changed.notify_all()
            return True

    def _next(self) -> tuple[str, object] | None:
        """Who may begin now: the first of those of whom nothing is worked on."""
        if len(self._working) >= self._places:
            return None
        return next((ticket for ticket in self._waiting if ticket[0] not in self._working), None)

    def _leave(self, ticket: tuple[str, object]) -> None:
        with self._changed:
            if ticket in self._waiting:  # gave up
                self._waiting.remove(ticket)
            else:
                self._working.remove(ticket[0])
            self._changed.notify_all()


files = Gate(places())
