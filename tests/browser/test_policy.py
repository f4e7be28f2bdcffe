"""The headers that docs/security.md asks for refuse what they should, and are no wider than they have to be.

The policy is read from the document itself, so that what is written there is what was tried. Every page under it:
test_every_page.py.
"""

from __future__ import annotations

import pytest

from trials.app import free_port
from trials.at_rest import heard, until
from trials.proxy import LISTEN, policies, proxied, refused

pytestmark = pytest.mark.browser

CREDITS = "Boundaries: geoBoundaries"


def opened(pages, address: str, path: str):
    replay = pages(address)
    replay.page.context.add_init_script(LISTEN)
    replay.page.goto(f"{address}/{path}")
    replay.page.get_by_text(CREDITS).first.wait_for(state="attached", timeout=60_000)
    return replay


def test_the_control_is_refused_and_told(pages, guarded):
    replay = opened(pages, guarded, "method")
    for control in (
        'setTimeout("window.__ran = 1", 10)',  # (what a test evaluates at once is let through by the browser)
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.__told = 1'}))",
        "new Image().src = 'https://evil.example/a.png'",
        "document.body.append(Object.assign(document.createElement('iframe'), {src: 'https://evil.example/'}))",
    ):
        replay.js(f"() => {{ {control}; }}")
    parts = {"script-src", "img-src", "frame-src", "eval", "inline"}
    until(lambda: all(part in " ".join(refused(replay.page)) for part in parts), parts)
    until(lambda: heard(replay.page) and replay.watch.errors, "nothing on the console")
    assert replay.js("window.__ran") is None
    replay.page.close()  # nothing more is told then
    replay.watch.errors.clear()
    replay.watch.foreign.clear()


def test_without_what_the_policy_allows_the_map_is_lost(pages, server):
    """The policy is no wider than it has to be: streamlit-folium puts a script into its page."""
    port = free_port()
    page, component = policies(f"127.0.0.1:{port}")
    narrower = component.replace("script-src 'self' 'unsafe-inline'", "script-src 'self'")
    with proxied(server, port, page, narrower) as address:
        replay = opened(pages, address, "")
        until(lambda: heard(replay.page) and any("inline script" in error for error in replay.watch.errors))
        replay.answered()
        assert not replay.frame.evaluate("!!window.conflictMap")
        replay.page.close()
        replay.watch.errors.clear()
