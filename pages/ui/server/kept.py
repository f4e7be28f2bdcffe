"""Answers that are kept for all readers: those asked for last, so many bytes in all."""

from __future__ import annotations

import sys
import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import fields, is_dataclass
from typing import Generic, TypeVar

from geo.record.load import Dataset

T = TypeVar("T")


class Kept(Generic[T]):
    """A bounded memory; threads may share it. What is larger than all of it is not kept."""

    def __init__(self, most_bytes: int) -> None:
        self._most, self._bytes = most_bytes, 0
        self._answers: OrderedDict[Hashable, tuple[T, int]] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._answers)

    def get(self, key: Hashable) -> T | None:
        """What was kept under a key; it counts as asked for now."""
        with self._lock:
            if key not in self._answers:
                return None
            self._answers.move_to_end(key)
            return self._answers[key][0]

    def put(self, key: Hashable, answer: T, size: int) -> None:
        """Keep an answer of so many bytes; those not asked for the longest give way."""
        if size > self._most:
            return
        with self._lock:
            self._bytes += size - self._answers.pop(key, (None, 0))[1]
            self._answers[key] = (answer, size)
            while self._bytes > self._most:
                self._bytes -= self._answers.popitem(last=False)[1][1]


class Few(Generic[T]):
    """The few things that were asked for last; threads may share them. Each is made once, one at a time."""

    def __init__(self, most: int) -> None:
        self._kept: Kept[tuple[T]] = Kept(most)  # each counts as one
        self._making = threading.Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def kept(self, key: Hashable) -> T | None:
        """What was made for a key and is still here."""
        found = self._kept.get(key)
        return found[0] if found else None

    def found(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is kept for a key, made where it is not here."""
        with self._making:
            found = self._kept.get(key) or (make(),)
            self._kept.put(key, found, 1)
            return found[0]


def size_of(answer: object, but: Collection[int] = ()) -> int:
    """About how many bytes an answer holds; what is in it twice counts once.

    Parameters
    ----------
    but : ids of objects that are there anyway, and do not count.
    """
    seen, size, still = set(but), 0, [answer]
    while still:
        one = still.pop()
        if id(one) in seen or isinstance(one, Dataset | type):
            continue
        seen.add(id(one))
        size += sys.getsizeof(one)
        if isinstance(one, Mapping):
            still += [*one.keys(), *one.values()]
        elif isinstance(one, list | tuple | set | frozenset):
            still += one
        elif is_dataclass(one):
            still += [getattr(one, field.name) for field in fields(one)]
    return size
