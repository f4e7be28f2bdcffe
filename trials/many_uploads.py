"""Many readers bring files that are small and become large, while another reads the map: what it does to the server.

`python -m trials amplified --size 40` is the full run, eight readers at a time. They are a process of their own that
stands behind all others, as their machines are elsewhere: what they do with an answer slows neither server nor map.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import statistics
import urllib.request
import uuid
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import FileURLs

from geo.record.load import load
from trials import amplified
from trials.app import copy_of_app, running
from trials.load import memory_mb, reader_days
from trials.session import Answer, Session

AT_ONCE = 8
#: How far the process of those who bring files stands behind, as far as the work on their files does.
BEHIND = 10
#: What the server may take, MB; how much slower another's map may become; how long a reader waits for a file.
MAX_MB, SLOWER, PATIENCE_S = 600, 2, 900
#: Below so many files it is tried whether it works, and nothing is measured.
FULL = 13
REST_S = 150  # Streamlit keeps a session for two minutes after its page was left


@dataclass
class Found:
    """What was measured."""

    idle_s: list[float] = field(default_factory=list)
    under_load_s: list[float] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    highest_mb: float = 0.0


async def bring(reader: Session, name: str, content: bytes) -> Answer:
    """Bring a file as the page's box does it: ask for an address, put the file there, tell the page."""
    page = await reader.open("add")
    (box,) = [m for m in page.messages if m.delta.new_element.WhichOneof("type") == "file_uploader"]
    urls = await _address_for(reader, page, name)
    await asyncio.to_thread(_put, reader.site + urls.upload_url, name, content)
    message = BackMsg()
    message.rerun_script.page_script_hash = box.metadata.active_script_hash
    message.rerun_script.context_info.url = reader.says
    widget = message.rerun_script.widget_states.widgets.add()
    widget.id = box.delta.new_element.file_uploader.id
    upload = widget.file_uploader_state_value.uploaded_file_info.add()
    upload.name, upload.size, upload.file_id = name, len(content), urls.file_id
    upload.file_urls.CopyFrom(urls)
    return await reader.send(message)


async def _address_for(reader: Session, page: Answer, name: str) -> FileURLs:
    (greeting,) = [m.new_session for m in page.messages if m.WhichOneof("type") == "new_session"]
    message = BackMsg()
    message.file_urls_request.request_id = uuid.uuid4().hex
    message.file_urls_request.file_names.append(name)
    message.file_urls_request.session_id = greeting.initialize.session_id
    answer = await reader.ask(message, "file_urls_response")
    urls: FileURLs = answer.file_urls_response.file_urls[0]
    return urls


def _put(address: str, name: str, content: bytes) -> None:
    edge = uuid.uuid4().hex
    head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    body = head.encode() + content + f"\r\n--{edge}--\r\n".encode()
    requested = urllib.request.Request(address, data=body, method="PUT")
    requested.add_header("Content-Type", f"multipart/form-data; boundary={edge}")
    urllib.request.urlopen(requested, timeout=PATIENCE_S).close()


def made(folder: Path, size: int, much: float) -> list[Path]:
    """The files, made before anything is measured: to make them is work too."""
    folder.mkdir()
    for number in range(size):
        name, content = amplified.file(number, much)
        (folder / name).write_bytes(content)
    return sorted(folder.iterdir(), key=lambda path: int(path.name.split("-")[0]))


def brought(address: str, files: list[Path]) -> Found:
    """Let eight readers bring all files; what they were answered."""
    found = Found()

    async def all_of_them() -> None:
        await asyncio.gather(*(_one(address, files[first::AT_ONCE], found) for first in range(AT_ONCE)))

    asyncio.run(all_of_them())
    return found


async def _one(address: str, files: list[Path], found: Found) -> None:
    """A reader who brings one file after the other."""
    try:
        async with Session(address, patience_s=PATIENCE_S) as reader:
            for name, file in ((file.name, file) for file in files):
                answer = await bring(reader, name, file.read_bytes())
                if answer.failed:
                    found.errors.append(f"{name}: the script failed")
                found.answered.append(f"{name}: {outcome(answer)}")
    except Exception as error:  # a reader who is let down is what is counted here
        found.errors.append(f"{[file.name for file in files]}: {type(error).__name__}: {error}")


def outcome(answer: Answer) -> str:
    """What the page said of a file."""
    for kind in ("Rows: ", "The file is not read", "Many files are being read", "Please say which", "no room"):
        if kind in answer.text:
            return kind.strip(" =")
    return "counts" if "Counts" in answer.text else "nothing that is known"


async def _read(address: str, days: list[str], waited: list[float], until: asyncio.Event, at_least: int) -> None:
    """A reader of the map, who opens one day after the other."""
    async with Session(address, patience_s=PATIENCE_S) as reader:
        for number in range(10_000):
            if until.is_set() and number >= at_least:
                return
            waited.append((await reader.open("", date=days[number % len(days)])).seconds)
            await asyncio.sleep(0.5)


async def _watch(process: int, until: asyncio.Event, found: Found) -> None:
    while not until.is_set():
        found.highest_mb = max(found.highest_mb, memory_mb(process))
        await asyncio.sleep(0.1)


async def tried(address: str, process: int, files: list[Path]) -> dict[str, Any]:
    """Let all bring their files; what it did to the server and to the reader of the map."""
    found, record, whole = Found(), load(), len(files) >= FULL
    days = reader_days(0, 7, record.first_day, record.last_day)
    idle, done = asyncio.Event(), asyncio.Event()
    idle.set()
    for page in ("", "add", "events", "provinces", "quality"):
        async with Session(address) as warm:
            await warm.open(page)
    await _read(address, days, found.idle_s, idle, 15 if whole else 2)
    before = memory_mb(process)
    watching = asyncio.create_task(_watch(process, done, found))
    reading = asyncio.create_task(_read(address, days, found.under_load_s, done, 2))
    spawned = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, spawned, initializer=os.nice, initargs=(BEHIND,)) as pool:
        theirs = await asyncio.get_running_loop().run_in_executor(pool, brought, address, files)
    found.answered, found.errors = theirs.answered, theirs.errors
    done.set()
    await asyncio.gather(watching, reading)
    await _read(address, days, found.idle_s, idle, 15 if whole else 0)  # what else the machine does changes meanwhile
    await asyncio.sleep(REST_S if whole else 0)
    async with Session(address) as last:
        await last.open("quality")
    return figures(found, before, memory_mb(process), whole)


def figures(found: Found, before: float, after: float, whole: bool) -> dict[str, Any]:
    """What was found, in words; what is looked for in vain is nought."""
    idle, loaded = statistics.median(found.idle_s), statistics.median(found.under_load_s)
    upload = {
        "files": len(found.answered),
        "errors": found.errors,
        "said of them": {name: sum(one.endswith(name) for one in found.answered) for name in sorted({one.split(": ")[1] for one in found.answered})},
        "not known what was said": [one for one in found.answered if "nothing that is known" in one],
    }  # fmt: skip
    if not whole:
        return upload
    return upload | {
        "server memory before, MB": round(before),
        "server memory at most, MB": round(found.highest_mb),
        "of it beyond what it may take, MB": max(0, round(found.highest_mb - MAX_MB)),
        "the reader's map, idle, median ms": round(1000 * idle),
        "the reader's map meanwhile, median ms": round(1000 * loaded),
        "of it beyond twice, ms": max(0, round(1000 * (loaded - SLOWER * idle))),
        "server memory after all have left, MB": round(after),
        "of it beyond what it was and a tenth, MB": max(0, round(after - 1.1 * before)),
    }


def run(size: int, folder: Path) -> dict[str, Any]:
    """Serve a copy of the app and let all bring their files; whatever its log tells of an error counts."""
    app, log = copy_of_app(folder / "app"), folder / "log"
    files = made(folder / "files", size, 1.0 if size >= FULL else 0.02)
    env = {"MALLOC_ARENA_MAX": "2", "STREAMLIT_SERVER_ENABLE_XSRF_PROTECTION": "false", "PYTHONUNBUFFERED": "1"}
    with running(app, log, **env) as (address, process):
        found = asyncio.run(tried(address, process.pid, files))
    found["errors"] += [line for line in log.read_text("utf-8", "replace").splitlines() if "Error" in line][:5]
    return found
