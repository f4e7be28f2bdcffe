"""The app and the static site behind a real nginx with `deploy/nginx.conf`: TLS, websocket, policy, no other host."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from trials.app import ROOT
from trials.nginx import CONF, MISSING, Front, behind_nginx, nginx_path, requested
from trials.proxy import LISTEN, refused

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def front(
    server: str,
    needed: Callable[[str | None, str], str],
    published: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Front]:
    names = re.findall(r"server_name ([^;]+);", CONF.read_text("utf-8"))
    assert names == ["map.example.org site.example.org", "map.example.org", "site.example.org"]
    nginx = needed(nginx_path(), MISSING)
    folder = tmp_path_factory.mktemp("nginx")
    with behind_nginx(nginx, server, published, folder) as found:
        yield found


def opened(pages: Callable[..., Any], address: str, query: str = "") -> Any:
    """The map page behind nginx, painted; what the policy refuses is noted in it."""
    replay = pages(address, ignore_https_errors=True)
    replay.page.add_init_script(LISTEN)
    replay.page.goto(f"{address}/{query}")
    return replay.wait()


def test_the_app_under_the_policy(front: Front, pages: Callable[..., Any]) -> None:
    """Map, timeline, panel, websocket and export work; the policy refuses nothing and no other host is asked."""
    replay = opened(pages, front.app, "?date=2021-09-05")
    replay.page.keyboard.press("ArrowRight")
    replay.wait_for_query(date="2021-09-06")  # through the websocket and back
    replay.page.get_by_text("Download & cite").click()
    replay.page.get_by_text("Data", exact=True).click()
    replay.page.get_by_text("The rows of this view").wait_for()
    replay.page.get_by_role("button", name="Create").click()
    made = replay.page.locator(".st-key-take").get_by_role("button", name="Download")
    made.wait_for(timeout=60_000)
    with replay.page.expect_download() as download:
        made.click()
    assert Path(download.value.path()).read_bytes().startswith(b"PK")
    assert refused(replay.page) == []


def test_the_policy_is_there_and_bites(front: Front, pages: Callable[..., Any]) -> None:
    """The positive control: what the policy must refuse is refused, and seen."""
    replay = opened(pages, front.app)
    replay.js("() => { const s = document.createElement('script'); s.textContent = 'window.trapped = 1';"
              " document.head.append(s); fetch('https://evil.example/').catch(() => null); }")  # fmt: skip
    replay.until("window.__refused.length >= 2")
    assert replay.js("window.trapped") is None
    assert {message.split()[0] for message in refused(replay.page)} >= {"script-src-elem", "connect-src"}
    replay.watch.errors.clear()
    replay.watch.foreign.clear()


def test_the_headers_of_the_app(front: Front) -> None:
    status, page = requested(f"{front.app}/")
    policy = page["Content-Security-Policy"]
    assert status == 200 and "script-src 'self' 'unsafe-inline'" not in policy and "wss://127.0.0.1" in policy
    assert page["X-Content-Type-Options"] == "nosniff" and page["Referrer-Policy"] == "no-referrer"
    component = requested(f"{front.app}/component/streamlit_folium.st_folium/index.html")[1]
    assert component["Content-Security-Policy"].endswith("script-src 'self' 'unsafe-inline'")
    folder = next((ROOT / "static").glob("replay-*"), None)
    name = folder.name if folder else "replay-0"
    record = requested(f"{front.app}/app/static/{name}/record.json")[1]
    assert record["Content-Security-Policy"] == policy and "nginx/" not in str(page["Server"])


def test_the_static_site(front: Front, pages: Callable[..., Any], shipped: Any) -> None:
    """The map asks nobody else, the replay in one file nothing; files of a version may be kept for ever, pages not."""
    replay = pages(front.site, ignore_https_errors=True)
    replay.page.add_init_script(LISTEN)
    requests: list[str] = []
    replay.page.on("request", lambda request: requests.append(request.url))

    def asked(path: str) -> list[str]:
        requests.clear()
        replay.page.goto(f"{front.site}/{path}")
        replay.page.locator(".headline .sentence").filter(has_text="2021").wait_for()
        replay.settle()
        assert refused(replay.page) == []
        return [url for url in requests if not url.startswith(("data:", "blob:"))]

    own = asked("?date=2021-09-05")
    assert len(own) > 6 and all(url.startswith(f"{front.site}/") for url in own)
    assert asked("replay.html#date=2021-09-05") == [f"{front.site}/replay.html"]
    script = urlsplit(next(url for url in own if url.endswith("/reader.js"))).path.removeprefix("/")
    replay.page.goto(f"{front.site}/provinces/AF-PAN.html")
    assert "Panjshir" in replay.page.locator("h2").first.inner_text()
    for path, kind, kept in (
        ("", "text/html", "max-age=300"),
        (script, "application/javascript", "immutable"),
        ("provinces/AF-PAN.html", "text/html", "max-age=300"),
        ("embed.html", "text/html", "max-age=300"),
        ("stories/panjshir-2021-1.svg", "image/svg+xml", "max-age=300"),
        ("api/latest.json", "application/json", "max-age=300"),
        (f"api/{shipped.version}/events.json", "application/json", "immutable"),
        (f"data/{shipped.version}/events.csv", "text/csv", "immutable"),
        (f"data/{shipped.version}/zones.geojson", "application/geo+json", "immutable"),
        (f"data/{shipped.version}/zones.parquet", "application/octet-stream", "immutable"),
    ):
        status, headers = requested(f"{front.site}/{path}")
        assert (status, headers.get_content_type()) == (200, kind), path
        framed_by = "*" if path == "embed.html" else "'none'"
        assert headers["Content-Security-Policy"] == f"frame-ancestors {framed_by}", path
        assert kept in headers["Cache-Control"], path
        assert (headers["Access-Control-Allow-Origin"] == "*") == path.startswith(("api/", "data/")), path
    assert requested(f"{front.site}/nothing.html")[0] == 404
