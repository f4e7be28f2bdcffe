"""Every page under the headers that docs/security.md asks for: complete, and nothing is reported.

The policy is read from the document itself, so that what is written there is what was tried.
"""

from __future__ import annotations

import pytest

from pages.ui.layout import MENU
from trials.app import free_port
from trials.proxy import policies, proxied

pytestmark = pytest.mark.browser

#: Further views of pages, with what only they show.
VIEWS = (
    "?date=2021-09-05&province=AF-PAN",
    "events?event=EV-2021-0002",
    "provinces?province=AF-PAN",
    "sources?source=SRC-0001",
)
PATHS = tuple("" if page == "app.py" else page.removeprefix("pages/").removesuffix(".py") for page, _ in MENU)
LISTEN = """window.__refused = [];
document.addEventListener("securitypolicyviolation", (e) => window.__refused.push(`${e.violatedDirective} ${e.blockedURI}`));"""
CREDITS = "Boundaries: geoBoundaries"


@pytest.fixture(scope="module")
def guarded(server):
    """The app behind a proxy that sets the headers."""
    port = free_port()
    with proxied(server, port, *policies(f"127.0.0.1:{port}")) as address:
        yield address


def opened(pages, address: str, path: str):
    replay = pages(address)
    replay.page.context.add_init_script(LISTEN)
    replay.page.goto(f"{address}/{path}")
    replay.page.get_by_text(CREDITS).wait_for(timeout=60_000)
    return replay


def refused(replay) -> list[str]:
    return [told for frame in replay.page.frames for told in frame.evaluate("window.__refused ?? []")]


def expander(page) -> None:
    for box in page.get_by_test_id("stExpander").all()[:3]:
        box.locator("summary").click()


@pytest.mark.parametrize("path", [*PATHS, *VIEWS])
def test_nothing_is_refused_and_the_page_is_whole(pages, guarded, path):
    replay = opened(pages, guarded, path)
    page = replay.page
    if not path or path.startswith("?"):
        replay.wait()
        page.keyboard.press("PageDown")
        replay.wait_for_query(date=replay.day)  # the server answers over the socket
        assert replay.inked("zones") > 10_000
        assert replay.frame.evaluate("document.querySelector('.leaflet-relief-pane img').naturalWidth") > 100
    expander(page)
    page.wait_for_timeout(1500)
    assert (refused(replay), replay.watch.errors) == ([], [])  # Chromium tells of what it refuses on the console too
    for chart in page.get_by_test_id("stVegaLiteChart").all():
        assert chart.locator("svg").count() == 1


def test_the_control_is_refused_and_told(pages, guarded):
    replay = opened(pages, guarded, "method")
    for control in (
        'setTimeout("window.__ran = 1", 10)',  # (what a test evaluates at once is let through by the browser)
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.__told = 1'}))",
        "new Image().src = 'https://evil.example/a.png'",
        "document.body.append(Object.assign(document.createElement('iframe'), {src: 'https://evil.example/'}))",
    ):
        replay.js(f"() => {{ {control}; }}")
    replay.page.wait_for_timeout(500)
    told = " ".join(refused(replay))
    assert replay.js("window.__ran") is None and replay.watch.errors
    for part in ("script-src", "img-src", "frame-src", "eval", "inline"):
        assert part in told
    replay.watch.errors.clear()
    replay.watch.foreign.clear()


def test_without_what_the_policy_allows_the_map_is_lost(pages, server):
    """The policy is no wider than it has to be: streamlit-folium puts a script into its page."""
    port = free_port()
    page, component = policies(f"127.0.0.1:{port}")
    narrower = component.replace("script-src 'self' 'unsafe-inline'", "script-src 'self'")
    with proxied(server, port, page, narrower) as address:
        replay = opened(pages, address, "")
        replay.page.wait_for_timeout(4000)
        assert any("inline script" in error for error in replay.watch.errors)
        assert not replay.frame.evaluate("!!window.conflictMap")
        replay.watch.errors.clear()
