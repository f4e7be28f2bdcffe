"""What is kept for all readers is bounded by bytes; pictures of days that a visitor chose are drawn in turns."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest

from geo.address.compare import DaysOf
from geo.record.load import Dataset
from pages.ui.map import days_of_change
from pages.ui.server import snapshot as shared
from pages.ui.server.gate import Busy, Gate
from pages.ui.server.kept import Kept, size_of
from pages.ui.server.snapshot import cached


@dataclass(frozen=True)
class Answer:
    """Something with a text."""

    text: str


def test_a_size_counts_all_that_is_inside_once() -> None:
    text = "x" * 10_000
    assert 10_000 < size_of(text) < 10_200
    assert 10_000 < size_of({"a": [text, (text,)], "b": Answer(text)}) < 11_500
    assert size_of([text, text + "y"]) > 20_000
    assert size_of([text], but={id(text)}) < 200
    ring: list[Any] = [text]
    ring.append(ring)
    assert size_of(ring) < 10_400


def test_the_answers_asked_for_last_are_kept_within_a_bound(tiny: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared, "_cached", Kept(50_000))
    made: list[object] = []

    def ask(key: object, size: int = 20_000) -> object:
        def make() -> str:
            made.append(key)
            return str(key) * size

        return cached(tiny, ("test", key), make)

    assert ask(1) == ask(1) and made == [1]
    ask(2), ask(1), ask(3), ask(1)
    assert made == [1, 2, 3]
    ask(2)
    assert made == [1, 2, 3, 2]
    ask(4, 60_000), ask(1), ask(4, 60_000)
    assert made == [1, 2, 3, 2, 4, 4], "what is too large is not kept, and takes nobody's room"
    assert cached(tiny, ("test", None), lambda: made.append("none")) is cached(tiny, ("test", None), lambda: None)


def test_the_record_itself_is_no_part_of_an_answer(tiny: Dataset) -> None:
    own = shared._objects_of(tiny)
    assert size_of(list(tiny.public_events), own) < size_of(tiny.public_events[0])


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[DaysOf]:
    """The boxes that were drawn, each as a picture of 400 bytes."""
    log: list[Any] = []

    def draw(_now: Any, area: str, *_: Any) -> tuple[bytes, ...]:
        log.append(area)
        return (b"p" * 400,)

    monkeypatch.setattr(days_of_change, "_drawn", draw)
    monkeypatch.setattr(days_of_change, "_kept", Kept(1000))
    monkeypatch.setattr(days_of_change, "_drawing", Gate(1, 1))
    return log


NOW: Any = SimpleNamespace(timeline=SimpleNamespace(dataset=SimpleNamespace(version="1")))


def pictures(area: str) -> tuple[bytes, ...]:
    return days_of_change.pictures_of(NOW, DaysOf(area, "2021-08-15", "2021-09-05"), "nrf", None)  # type: ignore[arg-type]


def test_pictures_of_free_boxes_are_kept_within_a_bound(drawn: list[str]) -> None:
    for area in ("a", "b", "a", "c", "a", "b"):
        assert pictures(area)
    assert drawn == ["a", "b", "c", "b"]


def test_pictures_are_drawn_one_at_a_time_and_few_wait(drawn: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    draws, may_end = threading.Event(), threading.Event()

    def slow(*_: Any) -> tuple[bytes, ...]:
        draws.set()
        may_end.wait(10)
        return (b"p",)

    monkeypatch.setattr(days_of_change, "_drawn", slow)
    monkeypatch.setattr(days_of_change, "asking", lambda: threading.current_thread().name)
    threads = [threading.Thread(target=pictures, args=(area,), name=area) for area in "ab"]
    threads[0].start()
    assert draws.wait(10)
    threads[1].start()
    while not days_of_change._drawing._waiting:
        threads[1].join(0.01)
    with pytest.raises(Busy):
        pictures("c")
    may_end.set()
    for thread in threads:
        thread.join(10)
    assert pictures("a") and pictures("b")
