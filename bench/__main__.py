"""`python -m bench [--quick]`: this app beside a naive peer, in turns; writes bench/results.json and a page."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from dataclasses import dataclass

from playwright.sync_api import Browser, sync_playwright

from bench import browser, report
from bench.server import ROOT


@dataclass(frozen=True)
class Plan:
    """How often each thing is measured."""

    starts: int
    loads: int
    rounds: int
    steps: int
    seconds: float
    commands: int


FULL = Plan(starts=3, loads=5, rounds=8, steps=6, seconds=8, commands=7)
QUICK = Plan(starts=1, loads=1, rounds=2, steps=3, seconds=3, commands=2)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer repetitions: about a minute")
    plan = QUICK if parser.parse_args().quick else FULL
    print(f"load before: {os.getloadavg()[0]:.2f} on {len(os.sched_getaffinity(0))} cores")
    browser.leaflet_files()
    subjects = (browser.ours(), browser.naive())
    with sync_playwright() as playwright:
        chromium = browser.launch(playwright)
        try:
            measure(plan, chromium, subjects)
        finally:
            for subject in subjects:
                subject.stop()
        version = chromium.version
        chromium.close()
    figures = {s.name: {name: report.summary(values) for name, values in s.found.items()} for s in subjects}
    report.write({"machine": report.machine(version), "figures": figures})


def measure(plan: Plan, chromium: Browser, subjects: tuple[browser.Subject, ...]) -> None:
    """All measurements, the two apps in turns."""
    app = subjects[0]
    for _ in range(plan.starts):
        for subject in subjects:
            start(subject, chromium)
    for _ in range(plan.loads):
        for subject in subjects:
            subject.open(chromium)
    for subject in subjects:
        subject.listen()
        subject.page.wait_for_timeout(browser.SETTLE_MS)
    for number in range(plan.rounds):
        print(f"round {number + 1} of {plan.rounds}", flush=True)
        for subject in subjects:
            subject.steps(plan.steps)
        command(app)
    app.open(chromium)
    browser.drag(app, plan.rounds * plan.steps)
    for _ in range(plan.commands - plan.rounds):
        command(app)
    browser.replay(app, plan.seconds)
    browser.seen(app, chromium, plan.rounds * plan.steps)


def start(subject: browser.Subject, chromium: Browser) -> None:
    """Start the server anew and open its first page."""
    subject.serve()
    subject.note("server start to first map, ms", subject.open(chromium) - 1000 * subject.server.started)


def command(app: browser.Subject) -> None:
    """One question to the command line."""
    before = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "geo", "at", browser.FIRST, "--json"],
        cwd=ROOT, check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    app.note("`python -m geo at DAY --json`, ms", 1000 * (time.perf_counter() - before))


if __name__ == "__main__":
    main()
