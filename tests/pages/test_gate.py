"""Whose file is worked on next: all go round, none runs twice at once, a full queue says so, who gives up is gone."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable

import pytest

from pages.ui.server.gate import Busy, Gate, places

PATIENCE_S = 60


class Visitor(threading.Thread):
    """Takes a turn, notes it, holds it until it is let go."""

    def __init__(self, gate: Gate, name: str, begun: list[str], on_wait: Callable[[int], None] | None = None) -> None:
        super().__init__(daemon=True)
        self.gate, self.reader, self.begun = gate, name, begun
        self.waits, self.works, self.leave = threading.Event(), threading.Event(), threading.Event()
        self.before: list[int] = []
        self.on_wait = on_wait or (lambda _: None)
        self.start()

    def run(self) -> None:
        try:
            with self.gate.turn(self.reader, self.waited):
                self.begun.append(self.reader)
                self.works.set()
                self.leave.wait(PATIENCE_S)
        except InterruptedError:
            self.works.set()

    def waited(self, before: int) -> None:
        self.before.append(before)
        self.waits.set()
        self.on_wait(before)

    def done(self) -> None:
        self.leave.set()
        self.join(PATIENCE_S)
        assert not self.is_alive()


def test_turns_go_in_the_order_of_asking() -> None:
    gate, begun = Gate(places=1), []
    first = Visitor(gate, "a", begun)
    assert first.works.wait(PATIENCE_S)
    others = []
    for name in "bcd":
        others.append(Visitor(gate, name, begun))
        assert others[-1].waits.wait(PATIENCE_S)
    assert [one.before[0] for one in others] == [0, 1, 2]
    again = Visitor(gate, "a", begun)  # who has a turn stands at the end
    assert again.waits.wait(PATIENCE_S)
    for one in (first, *others, again):
        assert one.works.wait(PATIENCE_S)
        one.done()
    assert begun == ["a", "b", "c", "d", "a"]


def test_of_one_reader_one_file_is_worked_on() -> None:
    """However many tabs of a session ask, the next place is another's."""
    gate, begun = Gate(places=2), []
    first = Visitor(gate, "a", begun)
    assert first.works.wait(PATIENCE_S)
    second = Visitor(gate, "a", begun)
    assert second.waits.wait(PATIENCE_S)
    other = Visitor(gate, "b", begun)
    assert other.works.wait(PATIENCE_S) and begun == ["a", "b"] and not second.works.is_set()
    first.done()
    assert second.works.wait(PATIENCE_S)
    second.done()
    other.done()


def test_beyond_a_short_queue_nobody_waits() -> None:
    gate, begun = Gate(places=1, queue=1), []
    first = Visitor(gate, "a", begun)
    assert first.works.wait(PATIENCE_S)
    second = Visitor(gate, "b", begun)
    assert second.waits.wait(PATIENCE_S)
    with pytest.raises(Busy), gate.turn("c"):
        pass
    first.done()
    assert second.works.wait(PATIENCE_S)
    second.done()
    with gate.turn("c"):
        pass


def test_who_gives_up_waiting_makes_room() -> None:
    def gives_up(_: int) -> None:
        raise InterruptedError

    gate, begun = Gate(places=1, queue=1), []
    first = Visitor(gate, "a", begun)
    assert first.works.wait(PATIENCE_S)
    gone = Visitor(gate, "b", begun, gives_up)
    gone.join(PATIENCE_S)
    third = Visitor(gate, "c", begun)
    assert third.waits.wait(PATIENCE_S) and third.before[0] == 0
    first.done()
    assert third.works.wait(PATIENCE_S) and begun == ["a", "c"]
    third.done()


def test_an_error_in_a_turn_ends_it() -> None:
    gate = Gate(places=1)
    with pytest.raises(ValueError, match="x"), gate.turn("a"):
        raise ValueError("x")
    with gate.turn("b"):
        pass


@pytest.mark.parametrize(("processors", "most"), [(1, 1), (2, 1), (3, 2), (64, 2)])
def test_one_processor_is_left_to_those_who_read_the_map(monkeypatch, processors: int, most: int) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(processors)), raising=False)
    assert places() == most
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    assert places() == most
