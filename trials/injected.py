"""Functions of the pages that fail with a secret in their error: no reader is told of it."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pages.ui
from pages.ui.layout import MENU
from trials.session import Session, without_greeting
from trials.state import INSIDE

HIDDEN = "/srv/secret/place/of/files.py"
ERRORS = (
    lambda: RuntimeError(HIDDEN),
    lambda: KeyError(HIDDEN),
    lambda: OSError(5, "Input/output error", HIDDEN),
    lambda: UnicodeDecodeError("utf-8", HIDDEN.encode(), 0, 1, HIDDEN),
    lambda: ExceptionGroup(HIDDEN, [ValueError(HIDDEN)]),
    lambda: RecursionError(HIDDEN),
    lambda: MemoryError(HIDDEN),
    lambda: AssertionError(f"<img src=x onerror=window.__pwned=1> {HIDDEN} {{{{7*191}}}}"),
)
RAISED = "a fault was raised"
#: What the frame of the trial's own page calls before anything is drawn; and what is no function of a page.
LEFT_OUT = ("has_seat", "most_sessions")


@contextmanager
def failing(module: str, function: str, number: int) -> Iterator[None]:
    """One function fails as long as the block runs; where it was called the process notes it on stdout."""

    def fail(*_: Any, **__: Any) -> None:
        print(RAISED, module, function, flush=True)
        raise ERRORS[number % len(ERRORS)]()

    with patch.object(importlib.import_module(module), function, fail):
        yield


def candidates() -> list[tuple[str, str]]:
    """Every function of ours that a module of the pages calls by a name of its own."""
    found = []
    for info in pkgutil.iter_modules(pages.ui.__path__, "pages.ui."):
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            ours = inspect.isfunction(value) and (value.__module__ or "").split(".")[0] in ("geo", "pages")
            if ours and name not in LEFT_OUT:
                found.append((info.name, name))
    return sorted(found)


def add_page(app: Path) -> None:
    """Give a copy of the app the page that fails, and the trials that it needs."""
    shutil.copytree(Path(__file__).parent, app / "trials", dirs_exist_ok=True)
    shutil.copy(Path(__file__).parent / "faulty.py", app / "pages" / "faulty.py")


async def injected(address: str, count: int, log: Path) -> dict[str, Any]:
    """Let so many functions fail under a reader; what was told that must not be.

    Parameters
    ----------
    address : of a served copy with `add_page`, whose output goes to `log`.
    """
    wrong: list[str] = []
    chosen = candidates()
    fired, tried = 0, 0
    step = max(1, len(chosen) // (2 * count))
    spread = [chosen[at] for first in range(step) for at in range(first, len(chosen), step)]
    for number, (module, function) in enumerate(spread):
        if fired >= count:
            break
        for page, _ in MENU:
            before = log.read_text("utf-8").count(RAISED)
            query = {"module": module, "function": function, "page": page, "number": str(number)}
            async with Session(address) as reader:
                answer = await reader.open("faulty", **query)
            tried += 1
            if log.read_text("utf-8").count(RAISED) == before:
                continue
            fired += 1
            output = "\n".join(line for line in without_greeting(answer).splitlines() if "query_string" not in line)
            if HIDDEN in output or INSIDE.search(output):
                wrong.append(f"{module}.{function} on {page}: {INSIDE.findall(output)[:3]}")
            break
    return {"faults": fired, "pages opened": tried, "wrong": wrong}
