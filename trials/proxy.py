"""A reverse proxy for trials: passes HTTP and websockets on and sets the headers that docs/security.md asks for."""

from __future__ import annotations

import asyncio
import contextlib
import re
import threading
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page

SECURITY = Path(__file__).resolve().parents[1] / "docs" / "security.md"
END = b"\r\n\r\n"
#: In every frame, before anything else: keeps what a policy refuses.
LISTEN = """window.__refused = [];
document.addEventListener("securitypolicyviolation", (e) => window.__refused.push(`${e.violatedDirective} ${e.blockedURI}`));"""


def policies(host: str, secure: bool = False) -> tuple[str, str]:
    """The policies of docs/security.md for the page and for the map component, with our host put in."""
    found = re.findall(r"^Content-Security-Policy: (.+)$", SECURITY.read_text("utf-8"), re.MULTILINE)
    page, component = (text.replace("HOST", host) for text in found)
    return (page, component) if secure else (page.replace("wss://", "ws://"), component.replace("wss://", "ws://"))


def other_headers() -> list[str]:
    """The further headers of docs/security.md."""
    text = SECURITY.read_text("utf-8")
    return re.findall(r"^((?:X-Content-Type-Options|Referrer-Policy|Permissions-Policy): .+)$", text, re.MULTILINE)


def refused(page: Page) -> list[str]:
    """What the policies have refused in a page that listens, and in its frames."""
    return [refusal for frame in page.frames for refusal in frame.evaluate("window.__refused ?? []")]


class Proxy:
    """One upstream, one policy for the page, one for the component."""

    def __init__(self, upstream: str, port: int, page: str, component: str) -> None:
        self.host, self.port = upstream.removeprefix("http://").split(":")
        self.own, self.page, self.component = f"127.0.0.1:{port}", page, component
        self._served: set[asyncio.Task[None]] = set()

    def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve a connection; its task is held here, since asyncio lets the collector take one that waits."""
        task = asyncio.get_running_loop().create_task(self.serve(reader, writer))
        self._served.add(task)
        task.add_done_callback(self._served.discard)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request a connection; a websocket stays open."""
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            head = await reader.readuntil(END)
            path = head.split(b" ", 2)[1].decode("latin-1")
            upgrade = b"upgrade: websocket" in head.lower()
            to, back = await asyncio.open_connection(self.host, int(self.port))
            back.write(self._request(head, upgrade))
            answer = self._answer(await to.readuntil(END) if upgrade else None, path)
            up = asyncio.create_task(_pipe(reader, back))
            if not upgrade:
                answer = self._answer(await to.readuntil(END), path)
            writer.write(answer)
            await _pipe(to, writer)
            up.cancel()
            back.close()
        writer.close()

    def _request(self, head: bytes, upgrade: bool) -> bytes:
        host = f"{self.host}:{self.port}".encode()
        head = re.sub(rb"(?im)^host: .*\r$", b"Host: " + host + b"\r", head)
        return head if upgrade else re.sub(rb"(?im)^connection: .*\r$", b"Connection: close\r", head)

    def _answer(self, head: bytes | None, path: str) -> bytes:
        if head is None:
            return b""
        policy = self.component if path.startswith("/component/") else self.page
        lines = [f"Content-Security-Policy: {policy}", *other_headers()]
        return head[: -len(END)] + b"".join(f"\r\n{line}".encode() for line in lines) + END


async def _pipe(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(ConnectionError, asyncio.CancelledError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()


@contextlib.contextmanager
def proxied(upstream: str, port: int, page: str, component: str) -> Iterator[str]:
    """The address of a proxy before `upstream`, in a thread of its own."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    proxy = Proxy(upstream, port, page, component)
    started = asyncio.run_coroutine_threadsafe(asyncio.start_server(proxy.take, "127.0.0.1", port), loop)
    server = started.result(10)
    try:
        yield f"http://{proxy.own}"
    finally:
        asyncio.run_coroutine_threadsafe(_end(server), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(5)


async def _end(server: asyncio.Server) -> None:
    """Stop listening and let no connection go on."""
    server.close()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
