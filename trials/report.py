"""docs/reliability.md, written by the run itself: every figure with the command that gives it."""

from __future__ import annotations

import datetime as dt
import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trials.app import ROOT
from trials.hostile_texts.elements import EVERY, TEXTS
from trials.hostile_texts.record import FREE_TEXTS
from trials.hostile_texts.render_points import RENDER_POINTS
from trials.hostile_texts.strings import HOSTILE_STRINGS, REFUSED

PAGE = ROOT / "docs" / "reliability.md"
WEAKNESSES = Path(__file__).parent / "weaknesses.md"


@dataclass(frozen=True)
class Outcome:
    """What one trial found."""

    name: str
    title: str
    size: int
    figures: dict[str, Any]
    seconds: float
    holds: bool


def write(outcomes: list[Outcome], seconds: float, left_out: Sequence[str] = ()) -> None:
    """Write the page; `left_out` are the trials that this run is without."""
    PAGE.write_text(text(outcomes, seconds, left_out), "utf-8")
    print(PAGE)


def text(outcomes: list[Outcome], seconds: float, left_out: Sequence[str] = ()) -> str:
    """The page: of which run it is, what was tried, what was found, what is weak."""
    cores, python = os.cpu_count(), platform.python_version()
    lines = [
        "# Reliability",
        "",
        f"Written by `make soak` ({seconds / 60:.0f} minutes on {cores} cores, Python {python}). Every figure comes from the",
        "command beside it; a smaller `--size` is quicker. What `make test-all` runs is the same in small.",
        "",
        of_which_run(dt.date.today().isoformat(), left_out),
        "",
        f"Hostile texts: {len(HOSTILE_STRINGS)} that a record may hold, {len(REFUSED)} that are refused at the door (`trials/hostile_texts/strings.py`);",
        f"{len(FREE_TEXTS)} fields that hold free text (`trials/hostile_texts/record.py`), {len(RENDER_POINTS)} parts of pages that show them",
        f"(`trials/hostile_texts/render_points.py`), {len(EVERY)} kinds of elements with {len(TEXTS)} texts each (`trials/gallery.py`).",
        "",
        "| trial | holds | took | command |",
        "|---|---|---|---|",
        *(f"| {o.title} | {'yes' if o.holds else '**no**'} | {o.seconds:.0f} s | `{command(o)}` |" for o in outcomes),
        "",
    ]
    for outcome in outcomes:
        lines += [f"## {outcome.title}", "", f"`{command(outcome)}`", "", *figures(outcome.figures), ""]
    return "\n".join([*lines, WEAKNESSES.read_text("utf-8")])


def of_which_run(day: str, left_out: Sequence[str]) -> str:
    """The day of the run, and what it does not tell of."""
    without = ", ".join(f"`{name}`" for name in left_out)
    return f"The run of {day}{f', without {without}' if without else ', with every trial'}. What changed since is not in it."


def command(outcome: Outcome) -> str:
    """How anyone runs this trial."""
    return f"python -m trials {outcome.name} --size {outcome.size}"


def figures(found: dict[str, Any]) -> list[str]:
    """Each figure as a line; what a trial looks for in vain is 'none'."""
    return [f"- {name}: {in_words(value)}" for name, value in found.items()]


def in_words(value: Any) -> str:
    """A figure in words."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {in_words(part)}" for name, part in value.items())
    if isinstance(value, list):
        return "none" if not value else "; ".join(f"`{item}`" for item in value)
    return str(value)
