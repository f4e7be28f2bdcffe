"""Positive controls: what the other tests rely on to notice trouble is seen to notice it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from trials.at_rest import heard, until

pytestmark = pytest.mark.browser

FOREIGN = "https://evil.example/a.png"


def test_a_request_to_another_host_is_stopped_and_counted(pages, server):
    replay = pages(server, bypass_csp=True).open()  # the page's own policy would stop it before
    assert replay.watch.foreign == []
    replay.js("(address) => fetch(address).catch(() => null)", FOREIGN)
    replay.js(
        "(address) => new Promise((done) => { const i = new Image(); i.onerror = done; i.src = address; })", FOREIGN
    )
    replay.frame.evaluate("(address) => fetch(address).catch(() => null)", FOREIGN)
    assert replay.watch.foreign == [FOREIGN] * 3
    with pytest.raises(AssertionError, match="other hosts"):
        replay.watch.check()
    replay.watch.foreign.clear()


def test_a_socket_to_another_host_is_stopped_and_counted(pages, server):
    replay = pages(server, bypass_csp=True).open()
    replay.js("() => new Promise((done) => { const s = new WebSocket('wss://evil.example/'); s.onclose = done; })")
    assert replay.watch.foreign == ["wss://evil.example/"]
    replay.watch.foreign.clear()


def test_errors_in_the_page_are_seen(replay):
    replay.open()
    for broken in ("setTimeout(() => missing(), 0)", "Promise.reject(new Error('refused'))", "console.error('told')"):
        replay.js(f"() => {{ {broken}; }}")
    words = ("missing", "refused", "told")
    until(lambda: heard(replay.page) and all(any(word in e for e in replay.watch.errors) for word in words), words)
    replay.watch.errors.clear()


@pytest.mark.parametrize(("required", "code", "message"), [("1", 1, "is installed"), ("", 0, "1 skipped")])
def test_without_a_browser_the_tests_are_skipped_unless_it_is_required(tmp_path, required, code, message):
    test = f"{Path(__file__)}::test_a_socket_to_another_host_is_stopped_and_counted"
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", test],
        cwd=Path(__file__).parents[2],
        env={"PATH": str(tmp_path), "REQUIRE_BROWSER": required},
        capture_output=True,
        text=True,
    )
    assert run.returncode == code, run.stdout
    assert message in run.stdout
