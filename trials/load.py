"""Many readers at once: scripted sessions that step from day to day, and real browsers among them.

`python -m trials.load` is the full run (50 sessions, 5 minutes, 10 s of thought, 3 browsers); `--short` a small one.
Each scripted reader asks for days that nobody else asks for, so that an answer meant for another would be seen.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import re
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Page, async_playwright
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from geo.record.load import load
from geo.record.spans import add_days, days_between
from trials.app import ARGS, browser_path, copy_of_app, running
from trials.session import Answer, Session, without_greeting

PAGE_KB = os.sysconf("SC_PAGESIZE") / 1000
#: The day of a view, in an address and in what a component is given.
DATE = re.compile(r"\bdate\W{1,10}(\d{4}-\d\d-\d\d)")
#: The component that names how a page was entered.
ENTRY = "replay_address"
OTHER_PAGES = ("events", "provinces", "quality")
OURS = "conflictReplay.lastPaint?.day === conflictReplay.day && ['map', 'timeline', 'panel'].every((name) => conflictReplay.views.has(name))"


@dataclass
class Plan:
    """How many readers, for how long, and how long they think."""

    sessions: int = 50
    minutes: float = 5.0
    think_s: float = 10.0
    browsers: int = 3
    rest_s: float = 150.0  # Streamlit keeps a session for two minutes after its page was left


SHORT = Plan(sessions=8, minutes=0.2, think_s=1, browsers=0, rest_s=0)


@dataclass
class Found:
    """What was measured."""

    waited_s: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)


class Reader:
    """A scripted reader of the map, with days of their own."""

    def __init__(self, number: int, plan: Plan, days: list[str], found: Found) -> None:
        self.plan, self.days, self.found, self.rng = plan, days, found, random.Random(number)
        self.first = Answer()
        self.entered = days[0]
        self.query = ""

    async def read(self, address: str, until: float) -> None:
        """Open the map, step, look at another page now and then, until the time is over."""
        loop = asyncio.get_running_loop()
        try:
            async with Session(address) as session:
                await self._enter(session, "", self.days[0])
                while loop.time() < until:
                    await asyncio.sleep(self.plan.think_s * self.rng.uniform(0.5, 1.5))
                    day = self.rng.choice(self.days)
                    if self.rng.random() < 0.1:
                        await self._enter(session, self.rng.choice(OTHER_PAGES), day)
                        await self._enter(session, "", day)
                    else:
                        self._heard(await session.send(step(self.first, self.query, day)), day)
        except Exception as error:  # a reader who is let down is what is counted here
            self.found.errors.append(f"{type(error).__name__}: {error}")

    async def _enter(self, session: Session, page: str, day: str) -> None:
        """Open a page on a day, by a link that says no more; the browser then puts the full address in its place."""
        self.entered = day
        self.first = await session.open(page, date=day)
        self._heard(self.first, day)
        for message in entry_of(self.first):
            self.query = json.loads(message.delta.new_element.bidi_component.json)["address"]

    def _heard(self, answer: Answer, day: str) -> None:
        """Count an answer, and whether it names days that this reader did not ask for."""
        self.found.waited_s.append(answer.seconds)
        if answer.failed:
            self.found.errors.append(f"the script failed for {day}")
        rest = [message for message in answer.messages if component(message) != ENTRY]
        shown, entered = days_in_words(rest), days_in_words(entry_of(answer))
        if not shown <= {day} or entered != {self.entered} or day not in shown | entered:
            self.found.strange.append(f"asked for {day}, was shown {sorted(shown)} and {sorted(entered)}")
        self.query = answer.query or self.query


def entry_of(answer: Answer) -> list[ForwardMsg]:
    """What of an answer names how the page was entered."""
    return [message for message in answer.messages if component(message) == ENTRY]


def days_in_words(messages: list[ForwardMsg]) -> set[str]:
    """The days that messages name as the day of a view."""
    return set(DATE.findall(without_greeting(Answer(messages))))


def component(message: ForwardMsg) -> str:
    """The name of the component that a message draws; '' for all else."""
    return message.delta.new_element.bidi_component.component_name


def step(first: Answer, query: str, day: str) -> BackMsg:
    """What a page with that address sends when its reader lets the handle go on a day."""
    (timeline,) = [message for message in first.messages if component(message) == "replay_timeline"]
    message = BackMsg()
    message.rerun_script.query_string = query
    message.rerun_script.fragment_id = timeline.delta.fragment_id
    message.rerun_script.page_script_hash = timeline.metadata.active_script_hash
    widget = message.rerun_script.widget_states.widgets.add()
    widget.id = timeline.delta.new_element.bidi_component.id
    widget.json_value = json.dumps({"report": {"date": day, "perspective": "assessed", "window": "30"}})
    return message


async def browse(browser: Browser, address: str, plan: Plan, until: float, found: Found) -> None:
    """A real reader: the arrow keys, and the day that the address then has."""
    page: Page = await browser.new_page(bypass_csp=True)
    loop = asyncio.get_running_loop()
    try:
        await page.goto(f"{address}/?date=2021-09-05")
        await page.wait_for_function(f"window.conflictReplay && {OURS}", timeout=60_000)
        await page.locator("canvas[role=slider]").focus()
        while loop.time() < until:
            await asyncio.sleep(plan.think_s)
            await page.keyboard.press("ArrowRight")
            began = loop.time()
            here = "new URLSearchParams(location.search).get('date') === conflictReplay.day"
            await page.wait_for_function(f"{OURS} && {here}", timeout=60_000)
            found.waited_s.append(loop.time() - began)
    except Exception as error:  # as above
        found.errors.append(f"browser: {type(error).__name__}: {error}")
    await page.close()


def memory_mb(process: int) -> float:
    """Resident memory of a process."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE_KB / 1000


def reader_days(number: int, readers: int, first: str, last: str) -> list[str]:
    """The days that one reader asks for and no other."""
    return [add_days(first, day) for day in range(number, days_between(first, last) + 1, readers)]


async def run(plan: Plan, address: str, process: int, first: str, last: str) -> dict[str, Any]:
    """Let all read; what they met and what it cost."""
    found, loop = Found(), asyncio.get_running_loop()
    for page in ("", *OTHER_PAGES):  # everything is imported and worked out once before memory is looked at
        async with Session(address) as warm:
            await warm.open(page)
    before = memory_mb(process)
    until = loop.time() + 60 * plan.minutes
    readers = [Reader(n, plan, reader_days(n, plan.sessions, first, last), found) for n in range(plan.sessions)]
    work = [reader.read(address, until) for reader in readers]
    peak = asyncio.create_task(_highest(process, until))
    async with async_playwright() as playwright:
        browser = None
        if plan.browsers and (path := browser_path()):
            browser = await playwright.chromium.launch(executable_path=path, args=ARGS)
            work += [browse(browser, address, plan, until, found) for _ in range(plan.browsers)]
        await asyncio.gather(*work)
        if browser:
            await browser.close()
    highest = await peak
    after = await _rested(process, plan.rest_s, address)
    waited = sorted(found.waited_s)
    return {
        "sessions": plan.sessions,
        "browsers": plan.browsers,
        "minutes": plan.minutes,
        "answers": len(waited),
        "errors": len(found.errors),
        "answers for another day": len(found.strange),
        "wait for an answer, median, ms": round(1000 * waited[len(waited) // 2]),
        "wait for an answer, p95, ms": round(1000 * waited[int(0.95 * len(waited))]),
        "server memory before, MB": round(before),
        "server memory at most, MB": round(highest),
        "memory a session, MB": round((highest - before) / (plan.sessions + plan.browsers), 2),
        "server memory after all have left, MB": round(after),
        "of it beyond what it was and a tenth, MB": max(0, round(after - 1.1 * before)),
        "of what went wrong": [*found.errors, *found.strange][:10],
    }


async def _highest(process: int, until: float) -> float:
    highest = 0.0
    while asyncio.get_running_loop().time() < until:
        highest = max(highest, memory_mb(process))
        await asyncio.sleep(0.5)
    return highest


async def _rested(process: int, rest_s: float, address: str) -> float:
    """Memory after a rest, and one more reader (whose run lets Streamlit collect)."""
    await asyncio.sleep(rest_s)
    async with Session(address) as last:
        await last.open("quality")
    await asyncio.sleep(1)
    return memory_mb(process)


def measured(plan: Plan) -> dict[str, Any]:
    """Serve a copy of the app and let all read."""
    record = load()
    with tempfile.TemporaryDirectory() as folder:
        room = str(plan.sessions + plan.browsers + 20)
        app = copy_of_app(Path(folder) / "app")
        with running(app, REPLAY_MAX_SESSIONS=room, MALLOC_ARENA_MAX="2") as (address, process):  # as `make run` does
            return asyncio.run(run(plan, address, process.pid, record.first_day, record.last_day))


def main() -> None:
    full = Plan()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="8 sessions, 12 seconds, no browser")
    for name, value in vars(full).items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=type(value), default=None)
    arguments = vars(parser.parse_args())
    base = SHORT if arguments.pop("short") else full
    plan = Plan(**{**vars(base), **{name: value for name, value in arguments.items() if value is not None}})
    for name, value in measured(plan).items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    main()
