"""Twenty readers at once: four real browser contexts, the others scripted over Streamlit's websocket.

A scripted reader repeats what a real page sent (its first message and that of a step, with other days) and waits
until the server says that the script has finished. `python -m bench.sessions` measures this alone.
"""

from __future__ import annotations

import asyncio
import base64
import os
import threading
from collections.abc import Coroutine
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

from playwright.sync_api import Browser, Page, sync_playwright
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from bench import browser, report
from bench.server import Server

REAL, ALL = 4, 20
ROUND_MS = 1000
WARM = 3
T = TypeVar("T")
PAGE_KB = os.sysconf("SC_PAGESIZE") / 1000


class Readers:
    """Scripted sessions in a thread of their own."""

    def __init__(self, address: str, first: bytes, step: bytes) -> None:
        self.address, self.first, self.step = address.replace("http", "ws") + "/_stcore/stream", first, step
        self.sockets: list[ClientConnection] = []
        self.loop = asyncio.new_event_loop()
        threading.Thread(target=self.loop.run_forever, daemon=True).start()

    def do(self, work: Coroutine[Any, Any, T]) -> Future[T]:
        """Run a coroutine of this class in its thread."""
        return asyncio.run_coroutine_threadsafe(work, self.loop)

    async def join(self, count: int) -> None:
        """More readers open the page."""
        for _ in range(count):
            socket = await connect(self.address, subprotocols=[Subprotocol("streamlit")], max_size=None)
            await self._ask(socket, self.first)
            self.sockets.append(socket)

    async def all_step(self, day: str) -> list[float]:
        """Every reader lets the handle go on a day; how long each waited, in ms."""
        message = BackMsg.FromString(self.step)
        for widget in message.rerun_script.widget_states.widgets:
            widget.json_value = widget.json_value.replace(browser.next_day(browser.FIRST), day)
        return await asyncio.gather(*(self._ask(socket, message.SerializeToString()) for socket in self.sockets))

    async def _ask(self, socket: ClientConnection, message: bytes) -> float:
        before = self.loop.time()
        await socket.send(message)
        async with asyncio.timeout(30):
            while ForwardMsg.FromString(await socket.recv()).WhichOneof("type") != "script_finished":
                pass
        return 1000 * (self.loop.time() - before)

    async def leave(self) -> None:
        """All go."""
        for socket in self.sockets:
            await socket.close()


def rss_mb(server: Server) -> float:
    """Resident memory of the server."""
    return int(Path(f"/proc/{server.process.pid}/statm").read_text().split()[1]) * PAGE_KB / 1000


def opened(chromium: Browser, server: Server, sent: list[bytes]) -> Page:
    """A reader with a browser; what it sends is recorded in `sent`."""
    context = chromium.new_context(viewport=browser.VIEWPORT, locale="en-US", bypass_csp=True)
    context.set_default_timeout(browser.WAIT_MS)
    context.add_init_script(browser.PROBE.replace("NAIVE", "false"))
    page: Page = context.new_page()
    keep = lambda data: sent.append(data if isinstance(data, bytes) else base64.b64decode(data))  # noqa: E731
    page.on("websocket", lambda socket: socket.on("framesent", keep))
    page.goto(f"{server.address}/?date={browser.FIRST}")
    page.wait_for_function(f"{browser.OURS}?.day === '{browser.FIRST}'")
    page.wait_for_timeout(browser.SETTLE_MS)
    page.locator("canvas[role=slider]").focus()
    return page


def round_of(pages: list[Page], readers: Readers | None, day: str) -> tuple[list[float], list[float]]:
    """All step to a day at once: input to map drawn in each page; report to answer of each scripted reader."""
    waiting = readers.do(readers.all_step(day)) if readers else None
    for page in pages:
        page.keyboard.press("ArrowRight")
    drawn = []
    for page in pages:
        page.wait_for_function(f"(day) => {browser.OURS}?.day === day", arg=day)
        drawn.append(page.evaluate(f"{browser.OURS}.at - __input"))
    answers = waiting.result(60) if waiting else []
    pages[0].wait_for_timeout(ROUND_MS)
    return drawn, answers


def measure(chromium: Browser, quick: bool = False) -> dict[str, Any]:
    """Steps of all at once, and what a session costs in memory beyond the first."""
    server = Server("app.py")
    try:
        return measured(chromium, server, 4 if quick else 15)
    finally:
        server.stop()


def measured(chromium: Browser, server: Server, rounds: int) -> dict[str, Any]:
    """The figures of one server: one page alone, then with a first scripted reader, then all."""
    sent: list[bytes] = []
    pages = [opened(chromium, server, sent)]
    alone, _ = stepped(pages, None, browser.FIRST, WARM)
    readers = Readers(server.address, sent[0], next(data for data in sent[1:] if b"report" in data))
    readers.do(readers.join(1)).result(60)
    stepped(pages, readers, browser.next_day(browser.FIRST, WARM), WARM)
    before = rss_mb(server)
    readers.do(readers.join(ALL - REAL - 1)).result(120)
    pages += [opened(chromium, server, []) for _ in range(REAL - 1)]
    pages[0].evaluate("(day) => conflictReplay.setDay(day)", browser.FIRST)
    cpu = server.cpu_ms()
    drawn, answers = stepped(pages, readers, browser.FIRST, rounds)
    cpu, after = server.cpu_ms() - cpu, rss_mb(server)
    readers.do(readers.leave()).result(30)
    for page in pages:
        page.context.close()
    return {
        "sessions": ALL,
        "browsers": REAL,
        "step alone, ms": report.summary(alone),
        "step, ms": report.summary(drawn),
        "answer to a scripted session, ms": report.summary(answers),
        "server CPU a step and session, ms": round(cpu / rounds / ALL, 1),
        "server memory before, MB": round(before, 1),
        "server memory after, MB": round(after, 1),
        "memory a further session, MB": round((after - before) / (ALL - 2), 2),
    }


def stepped(pages: list[Page], readers: Readers | None, day: str, rounds: int) -> tuple[list[float], list[float]]:
    """Rounds of steps from a day on; all times of the pages, and of the scripted readers."""
    drawn: list[float] = []
    answers: list[float] = []
    for _ in range(rounds):
        day = browser.next_day(day)
        some, more = round_of(pages, readers, day)
        drawn, answers = drawn + some, answers + more
    return drawn, answers


def main() -> None:
    with sync_playwright() as playwright:
        chromium = browser.launch(playwright)
        try:
            for name, value in measure(chromium).items():
                print(f"{name}: {value}")
        finally:
            chromium.close()


if __name__ == "__main__":
    main()
