"""`python -m trials` runs every trial in full and writes docs/reliability.md; `python -m trials NAME --size N` runs one.

`--scale 0.1` makes the whole of it ten times smaller; the report is then written with `--write` only.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from trials import faults, fuzz, injected, kills, report, state
from trials.app import ROOT, copy_of_app, running

Figures = dict[str, Any]
#: A trial that is not done by then is stopped, and written down as one that does not hold.
LIMIT_S = 1200
#: How long a stopped trial may take to tidy up.
GRACE_S = 20


@dataclass(frozen=True)
class Trial:
    """What is tried, how often in full, and which of its figures has to be empty or nought."""

    name: str
    title: str
    size: int
    run: Callable[[int, Path], Figures]
    naught: tuple[str, ...]
    #: Measured: nothing else runs meanwhile.
    alone: bool = False


def in_browser(*tests: str) -> Callable[[int, Path], Figures]:
    """Files of browser tests, in a whole browser, with so many cards opened one by one in each of its rounds."""

    def run(size: int, folder: Path) -> Figures:
        env = os.environ | {"TRIAL_CARDS": str(size), "REQUIRE_BROWSER": "1", "WHOLE_BROWSER": "1"}
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *tests],
            cwd=ROOT,
            env=env,
            capture_output=True,
            text=True,
        )
        lines = done.stdout.strip().splitlines()
        return {
            "outcome": lines[-1] if lines else "",
            "failed": [x for x in lines if x.startswith(("FAILED", "ERROR"))],
        }

    return run


def served(folder: Path, work: Callable[[Path, str], Any], prepare: Callable[[Path], object] | None = None) -> Figures:
    """A copy of the app over the tiny record, served while `work(app, address)` is awaited."""
    app = copy_of_app(folder / "app")
    faults.put_tiny(app)
    if prepare:
        prepare(app)
    with running(app, folder / "log", PYTHONUNBUFFERED="1") as (address, _):
        found: Figures = asyncio.run(work(app, address))
    return found


def round_trips(size: int, folder: Path) -> Figures:
    from geo.record.load import load

    back = state.round_trips(load(), size)
    return {"views": size, "not the same when read from their address": size - back}


def addresses(size: int, folder: Path) -> Figures:
    return served(folder, lambda app, address: state.hostile_addresses(address, size))


def stranger(size: int, folder: Path) -> Figures:
    async def work(app: Path, address: str) -> Figures:
        return {"messages": len(state.FLAGS), "harmful": await state.strangers(address)}

    return served(folder, work)


def injected_faults(size: int, folder: Path) -> Figures:
    return served(folder, lambda app, address: injected.injected(address, size, folder / "log"), injected.add_page)


def replaced(size: int, folder: Path) -> Figures:
    return served(folder, lambda app, address: faults.replaced_while_serving(app, address, size))


def killed(size: int, folder: Path) -> Figures:
    return kills.killed_at_random(folder, size)


def disks(size: int, folder: Path) -> Figures:
    full, locked = kills.on_a_disk(folder / "full", "size=16k"), kills.on_a_disk(folder / "locked", "size=1m,ro")
    if full is None or locked is None:
        return {"skipped": "no disk can be mounted here"}
    torn = [name for name, ended in locked.items() if ended["exit code"] != 2 or ended["left"]]
    kept = {name for ended in full.values() if ended["exit code"] == 0 for name in ended["left"]}
    torn += [name for name, ended in full.items() if set(ended["left"]) - kept]
    return {
        "commands on a full disk": len(full),
        "commands on a disk that can't be written": len(locked),
        "half files or silence": torn,
    }


def everywhere(size: int, folder: Path) -> Figures:
    made = kills.locales(folder / "locales")
    here, lacking = (kills.LOCALES, ()) if made else (kills.LOCALES[:1], kills.LOCALES[1:])
    pairs = [(zone, locale) for zone in kills.ZONES for locale in here][:size]
    found = kills.everywhere(folder, faults.TINY, pairs, made)
    figures = {"zones and locales": len(pairs), "results beside the first": list(found.values())[1:]}
    return figures | ({"locales that can't be made here, not compared": lacking} if lacking else {})


def fuzzed(size: int, folder: Path) -> Figures:
    return fuzz.bytes_changed(size)


def fuzzed_whole(size: int, folder: Path) -> Figures:
    return fuzz.whole_files_changed(size, faults.TINY)


def amplified_files(size: int, folder: Path) -> Figures:
    from trials import many_uploads

    return many_uploads.run(size, folder)


def load_of_readers(size: int, folder: Path) -> Figures:
    from trials.load import Plan, measured

    return measured(Plan(sessions=size) if size >= 50 else Plan(size, 0.2, 1, 0, 0))


TRIALS = (
    Trial("hostile", "Hostile text in every field, in Chromium: every part of every page", 120, in_browser("tests/browser/test_hostile.py"), ("failed",)),
    Trial("policy", "Every page under the headers of docs/security.md", 1, in_browser("tests/browser/test_every_page.py", "tests/browser/test_policy.py"), ("failed",)),
    Trial("killed", "Commands that write, killed (`kill -9`) at random moments", 200, killed, ("half files", "killed too seldom")),
    Trial("replaced", "Data files replaced, cut, flipped, removed under readers", 200, replaced, ("wrong",)),
    Trial("fuzzed", "Shipped files with bytes changed: records of each file", 8000, fuzzed, ("uncaught",)),
    Trial("fuzzed-whole", "Whole files of the tiny record with bytes changed, and everything asked of what is let through", 4000, fuzzed_whole, ("uncaught",)),
    Trial("addresses", "Hostile addresses of all pages", 1000, addresses, ("wrong",)),
    Trial("views", "Random views to an address and back", 1000, round_trips, ("not the same when read from their address",)),
    Trial("injected", "Functions of the pages that fail with a path in their error", 50, injected_faults, ("wrong",)),
    Trial("stranger", "Messages that a stranger may send over the socket", 1, stranger, ("harmful",)),
    Trial("disks", "A full disk and one that can't be written", 1, disks, ("half files or silence",)),
    Trial("everywhere", "Three time zones in three locales: every answer and every file", 9, everywhere, ("results beside the first",)),
    Trial("amplified", "Files that are small and become large, eight at a time, while a reader turns the days", 40, amplified_files, ("errors", "not known what was said", "of it beyond what it may take, MB", "of it beyond twice, ms", "of it beyond what it was and a tenth, MB"), alone=True),
    Trial("load", "Readers at once", 50, load_of_readers, ("errors", "answers for another day", "of it beyond what it was and a tenth, MB"), alone=True),
)  # fmt: skip


def tried(trial: Trial, size: int) -> report.Outcome:
    """Run a trial; what it found, how long it took, whether it holds."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        try:
            figures = trial.run(size, Path(folder))
        except Exception as error:  # a trial that breaks down has not passed
            figures = {"broke down": f"{type(error).__name__}: {error}"}
    holds = "broke down" not in figures and not any(figures.get(name) for name in trial.naught)
    return report.Outcome(trial.name, trial.title, size, figures, time.monotonic() - began, holds)


def apart(trial: Trial, size: int, limit_s: float = LIMIT_S) -> report.Outcome:
    """The same in a process of its own (it forks, kills and keeps nothing), which is stopped when its time is over."""
    command = [sys.executable, "-m", "trials", trial.name, "--size", str(size), "--json"]
    began = time.monotonic()
    output, wrong, in_time = within(command, limit_s)
    try:
        outcome = report.Outcome(**json.loads(output.strip().splitlines()[-1]))
    except (ValueError, IndexError, TypeError):
        why = {"broke down": wrong[-500:]}
        outcome = report.Outcome(trial.name, trial.title, size, why, time.monotonic() - began, False)
    if not in_time:  # also when it was done before it could be stopped
        outcome = replace(outcome, figures={"not done after, s": round(limit_s)}, holds=False)
    print(f"{trial.name}: {'holds' if outcome.holds else 'FAILS'} in {outcome.seconds:.0f} s", flush=True)
    return outcome


def within(command: list[str], limit_s: float) -> tuple[str, str, bool]:
    """Run a command for so long at most: its output, its errors, whether it was done in time.

    It is asked to stop first, so that it ends its servers and takes its disks away, then made to.
    """
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        return *process.communicate(timeout=limit_s), True
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(GRACE_S)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    return *process.communicate(), False


def everything(scale: float, is_written: bool, left_out: list[str]) -> int:
    """Every trial, two at a time, then those that have to be alone; then the report."""
    chosen = [trial for trial in TRIALS if trial.name not in left_out]
    sizes = {trial.name: max(1, round(trial.size * scale)) for trial in chosen}
    began = time.monotonic()
    with ThreadPoolExecutor(2) as pool:
        together = pool.map(lambda trial: apart(trial, sizes[trial.name]), [x for x in chosen if not x.alone])
        outcomes = list(together)
    outcomes += [apart(trial, sizes[trial.name]) for trial in chosen if trial.alone]
    if is_written:
        report.write(outcomes, time.monotonic() - began, [trial.name for trial in TRIALS if trial.name in left_out])
    return 0 if all(outcome.holds for outcome in outcomes) else 1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", nargs="?", choices=[trial.name for trial in TRIALS])
    parser.add_argument("--size", type=int)
    parser.add_argument("--scale", type=float, default=1)
    parser.add_argument("--without", action="append", default=[], metavar="NAME", help="leave a trial out")
    parser.add_argument("--write", action="store_true", help="write docs/reliability.md also when it is not in full")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    if arguments.name is None:
        return everything(arguments.scale, arguments.write or arguments.scale == 1, arguments.without)
    (trial,) = [trial for trial in TRIALS if trial.name == arguments.name]
    outcome = tried(trial, arguments.size or trial.size)
    if arguments.json:
        print(json.dumps(vars(outcome), ensure_ascii=False))
    else:
        for name, value in outcome.figures.items():
            print(f"{name}: {value}")
    return 0 if outcome.holds else 1


if __name__ == "__main__":
    sys.exit(main())
