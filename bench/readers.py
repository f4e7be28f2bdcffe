"""`python -m bench.readers [READERS]`: many readers at once ask for the first map of the reader's edition.

They come within ten seconds, each over a connection of its own that stays open until the last has its map, and ask for
the page and for what it needs to a working handle. The edition is asked where the app serves it, and as files on a plain
nginx. Writes bench/results-readers.json.
"""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from urllib.parse import urljoin, urlsplit

from bench.report import machine
from bench.server import ROOT, Server
from geo.control.timeline import Timeline
from geo.export.site import write_site
from geo.record.load import load
from trials.app import free_port

READERS, WITHIN_S = 500, 10.0
RESULTS = ROOT / "bench" / "results-readers.json"
#: What a page lets a browser fetch at once.
SOON = re.compile(r'<link rel="preload" href="([^"]+)"|<script type="module" src="([^"]+)"')
NGINX = """pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 1; daemon off; user root;
events {{ worker_connections 2048; }}
http {{ include /etc/nginx/mime.types; access_log off; gzip on; gzip_types application/json text/css application/javascript;
  {paths}
  server {{ listen 127.0.0.1:{port} backlog=2048; root {site}; index index.html; }} }}"""


@dataclass
class Found:
    """What readers met: seconds of each answer, errors in words, bytes."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    received: int = 0


def main() -> None:
    """Measure, write, print."""
    readers = int(sys.argv[1]) if len(sys.argv) > 1 else READERS
    with subjects() as opened:
        figures = {name: asyncio.run(crowd(address, readers)) for name, address in opened.items()}
    RESULTS.write_text(json.dumps({"machine": machine(""), "readers": readers, "figures": figures}, indent=1) + "\n")
    for name, told in figures.items():
        print(name, *(f"{key} {value}" for key, value in told.items()), sep=" · ")


@contextmanager
def subjects() -> Iterator[dict[str, str]]:
    """The edition beside the app, and its files behind nginx where that is installed: addresses by name."""
    with TemporaryDirectory() as made:
        write_site(Timeline(load()), Path(made) / "site")
        Path(made).chmod(0o755)
        app, files = Server("app.py"), plain_host(Path(made))
        try:
            found = {"beside the app": f"{app.address}/read/"}
            yield found | ({"files behind nginx": files[1]} if files else {})
        finally:
            app.stop()
            if files:
                files[0].terminate()


def plain_host(folder: Path) -> tuple[subprocess.Popen[bytes], str] | None:
    """nginx with the files of a site and nothing else, and its address; None where there is no nginx."""
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin")
    if not nginx:
        return None
    port, kinds = free_port(), ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    paths = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    conf = folder / "nginx.conf"
    conf.write_text(NGINX.format(folder=folder, port=port, site=folder / "site", paths=paths))
    return subprocess.Popen([nginx, "-c", str(conf)]), f"http://127.0.0.1:{port}/"


async def crowd(address: str, readers: int) -> dict[str, float]:
    """What so many readers meet."""
    everyone_has_it = asyncio.Event()
    everyone_has_it.set()
    await reader(address, Found(), everyone_has_it)  # what is made once is made
    everyone_has_it.clear()
    found, begin, served = Found(), time.perf_counter(), 0

    async def one(number: int) -> None:
        nonlocal served
        await asyncio.sleep(WITHIN_S * number / readers)
        await reader(address, found, everyone_has_it, served_one)

    def served_one() -> None:
        nonlocal served
        served += 1
        if served == readers:
            everyone_has_it.set()

    await asyncio.gather(*map(one, range(readers)))
    took, cuts = time.perf_counter() - begin, quantiles(found.seconds, n=100)
    return {
        "answers": len(found.seconds),
        "errors": len(found.errors),
        "median ms": round(1000 * cuts[49], 1),
        "p95 ms": round(1000 * cuts[94], 1),
        "all s": round(took, 2),
        "MB": round(found.received / 1e6, 1),
    }


async def reader(
    address: str, found: Found, everyone_has_it: asyncio.Event, done: Callable[[], None] = lambda: None
) -> None:
    """One reader: the page, then what it asks for, one after the other over one connection that stays open."""
    url = urlsplit(address)
    try:
        stream = await asyncio.open_connection(url.hostname, url.port)
        page = (await ask(stream, address, found, "identity")).decode("utf-8")
        for one, other in SOON.findall(page):
            await ask(stream, urljoin(address, one or other), found, "gzip, br")
    except (OSError, EOFError, ValueError) as error:
        found.errors.append(repr(error))
        return done()
    done()
    await everyone_has_it.wait()
    stream[1].close()


async def ask(
    stream: tuple[asyncio.StreamReader, asyncio.StreamWriter], address: str, found: Found, coding: str
) -> bytes:
    """The body of an answer, its time noted."""
    url, begin = urlsplit(address), time.perf_counter()
    stream[1].write(
        f"GET {url.path} HTTP/1.1\r\nHost: {url.netloc}\r\nAccept-Encoding: {coding}\r\n\r\n".encode("ascii")
    )
    head = (await stream[0].readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    body = await _body(stream[0], head)
    if not head.startswith("http/1.1 200"):
        raise ValueError(f"{address} answers {head.partition(chr(13))[0]}")
    found.seconds.append(time.perf_counter() - begin)
    found.received += len(body)
    return body


async def _body(stream: asyncio.StreamReader, head: str) -> bytes:
    length = re.search(r"\r\ncontent-length: (\d+)", head)
    if length:
        return await stream.readexactly(int(length[1]))
    parts = []
    while size := int(await stream.readline(), 16):
        parts.append(await stream.readexactly(size))
        await stream.readline()
    await stream.readline()
    return b"".join(parts)


if __name__ == "__main__":
    main()
