"""The record that a second process reads is the record; what is wrong with it is told as ever."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from geo.record import parallel_load
from geo.record.load import load
from geo.record.problems import DataError

NO_MODULES: tuple[str, ...] = ()


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


def test_it_is_the_same_record(tiny_dir: Path) -> None:
    read, own = parallel_load.load_beside(tiny_dir, NO_MODULES), load(tiny_dir)
    assert read == own and read.version == own.version
    assert read.by_id("events") == own.by_id("events")
    with pytest.raises(TypeError):
        read.tables["events"] = ()  # type: ignore[index]  # nobody changes it


def test_its_problems_are_raised_here(tiny_copy: Path) -> None:
    (tiny_copy / "actors.json").write_text("[", "utf-8")
    with pytest.raises(DataError) as direct:
        load(tiny_copy)
    with pytest.raises(DataError) as message:
        parallel_load.load_beside(tiny_copy, NO_MODULES)
    assert message.value.problems == direct.value.problems and str(message.value) == str(direct.value)


def test_a_reader_that_is_killed_is_replaced(tiny_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, real = os.getpid(), load

    def killed_elsewhere(folder: Path) -> object:
        if os.getpid() != here:
            os._exit(9)
        return real(folder)

    monkeypatch.setattr(parallel_load, "load", killed_elsewhere)
    assert parallel_load.load_beside(tiny_dir, NO_MODULES) == real(tiny_dir)


def test_on_one_processor_nothing_is_started(tiny_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    monkeypatch.setattr(parallel_load.multiprocessing, "get_context", None)
    assert parallel_load.load_beside(tiny_dir, NO_MODULES) == load(tiny_dir)
