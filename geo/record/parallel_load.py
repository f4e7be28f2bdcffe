"""The record read by a second process while this one imports what draws: a picture is there a second sooner."""

from __future__ import annotations

import gc
import importlib
import multiprocessing
import os
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from geo.record.load import Dataset, load


def load_beside(data_dir: Path, modules: Sequence[str]) -> Dataset:
    """The validated record of a folder, as `geo.record.load.load`; meanwhile modules are imported.

    One after the other where there is no second processor, or no way to share one (Windows).
    """
    if (os.cpu_count() or 1) < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return load(data_dir)
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    reader = context.Process(target=_read, args=(data_dir, theirs), daemon=True)
    reader.start()
    theirs.close()
    for module in modules:
        importlib.import_module(module)
    try:
        answer: Dataset | Exception = ours.recv()
    except EOFError:  # it was killed
        return load(data_dir)
    reader.join()
    if isinstance(answer, Exception):
        raise answer
    return answer


def _read(data_dir: Path, pipe: Connection) -> None:
    gc.disable()  # for so short a life
    try:
        answer: Dataset | Exception = load(data_dir)
    except Exception as problem:  # raised where it was asked for
        answer = problem
    with suppress(BrokenPipeError):  # who asked is gone
        pipe.send(answer)
