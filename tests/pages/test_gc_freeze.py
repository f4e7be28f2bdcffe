"""What stays is not walked by the collector, and what was taken out of its walk can still be let go."""

from __future__ import annotations

import gc
import sys
import weakref
from collections.abc import Iterator
from types import ModuleType

import pytest

from pages.ui.server import gc_freeze


class Ring:
    """Garbage that only the collector finds."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    gc.unfreeze()


@pytest.fixture
def imported(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A module that came since the last time."""
    gc_freeze.freeze_imports()
    module = ModuleType("came_late")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return module


def is_walked(thing: object) -> bool:
    return any(one is thing for one in gc.get_objects())


def test_a_module_is_walked_until_the_next_page_is_drawn(imported: ModuleType) -> None:
    assert is_walked(imported)
    gc_freeze.freeze_imports()
    assert not is_walked(imported)


def test_nothing_is_taken_out_when_nothing_was_imported(imported: ModuleType) -> None:
    gc_freeze.freeze_imports()
    ring = Ring()
    gc_freeze.freeze_imports()
    assert is_walked(ring)


def test_what_went_along_is_let_go_with_the_next_record(imported: ModuleType) -> None:
    ring = Ring()
    gone = weakref.ref(ring)
    gc_freeze.freeze_imports()
    del ring
    gc.collect()
    assert gone() is not None
    gc_freeze.freeze()
    assert gone() is None
