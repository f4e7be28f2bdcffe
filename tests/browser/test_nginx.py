"""The app and the static site behind a real nginx with `deploy/nginx.conf`: TLS, websocket, policy, no other host."""

from __future__ import annotations

import os
import re
import shutil
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from geo.export.site import write_site
from trials.app import free_port
from trials.proxy import LISTEN, refused

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
CONF = ROOT / "deploy" / "nginx.conf"


@dataclass
class Front:
    """nginx before the app and the static site: their addresses."""

    app: str
    site: str


@pytest.fixture(scope="module")
def nginx(needed: Callable[[str | None, str], str]) -> str:
    """Where nginx is."""
    path = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    return needed(path, "no nginx is installed (Debian: apt-get install nginx-light)")


def set_up(folder: Path, upstream: str, site: Path) -> tuple[Path, int, int]:
    """`deploy/nginx.conf` with our ports, certificate and folders put in; nothing else of it is changed."""
    app_port, site_port = free_port(), free_port()
    key, certificate = folder / "key.pem", folder / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
         "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    text = CONF.read_text("utf-8")
    ports = iter((app_port, site_port))
    text = re.sub(r"listen 443 ssl", lambda _: f"listen 127.0.0.1:{next(ports)} ssl", text)
    text = text.replace("listen 80;", f"listen 127.0.0.1:{free_port()};")
    text = text.replace("server 127.0.0.1:8501;", f"server {upstream.removeprefix('http://')};")
    text = re.sub(r"ssl_certificate \S+;", f"ssl_certificate {certificate};", text)
    text = re.sub(r"ssl_certificate_key \S+;", f"ssl_certificate_key {key};", text)
    text = text.replace("root /srv/site;", f"root {site};").replace("/var/log/nginx/", f"{folder}/")
    names = re.findall(r"server_name ([^;]+);", text)
    assert names == ["map.example.org site.example.org", "map.example.org", "site.example.org"]
    paths = "".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = folder / "nginx.conf"
    whole.write_text(
        f"pid {folder}/nginx.pid; error_log {folder}/error.log; events {{ }}\n"
        f"http {{ include /etc/nginx/mime.types; default_type application/octet-stream; {paths}\n{text}\n}}\n"
    )
    return whole, app_port, site_port


@pytest.fixture(scope="module")
def front(
    server: str, nginx: str, shipped_line: Any, shipped_dir: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Front]:
    folder = tmp_path_factory.mktemp("nginx")
    folder.chmod(0o755)
    write_site(shipped_line, folder / "site", shipped_dir)
    conf, app_port, site_port = set_up(folder, server, folder / "site")
    subprocess.run([nginx, "-t", "-q", "-c", conf, "-p", folder], check=True, capture_output=True)
    user = ["-g", "daemon off; user root;"] if os.getuid() == 0 else ["-g", "daemon off;"]
    process = subprocess.Popen([nginx, "-c", conf, "-p", folder, *user])
    try:
        app, site = f"https://127.0.0.1:{app_port}", f"https://127.0.0.1:{site_port}"
        _wait_for(f"{app}/_stcore/health", process)
        yield Front(app, site)
    finally:
        process.terminate()
        process.wait(10)


def requested(address: str) -> tuple[int, Any]:
    """Status and headers of an address whose certificate nobody signed."""
    context = ssl._create_unverified_context()  # noqa: S323 - our own certificate, made a moment ago
    try:
        with urllib.request.urlopen(address, timeout=10, context=context) as answer:
            return answer.status, answer.headers
    except urllib.error.HTTPError as error:
        return error.code, error.headers


def _wait_for(address: str, process: subprocess.Popen) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        assert process.poll() is None, "nginx ended"
        try:
            if requested(address)[0] == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("nginx did not answer")


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
    assert "Panjshir" in replay.page.locator("h1").inner_text()
    for path, kind, kept in (
        ("", "text/html", "max-age=300"),
        (script, "application/javascript", "immutable"),
        ("provinces/AF-PAN.html", "text/html", "max-age=300"),
        ("api/latest.json", "application/json", "max-age=300"),
        (f"api/{shipped.version}/events.json", "application/json", "immutable"),
        (f"data/{shipped.version}/events.csv", "text/csv", "immutable"),
        (f"data/{shipped.version}/zones.geojson", "application/geo+json", "immutable"),
        (f"data/{shipped.version}/zones.parquet", "application/octet-stream", "immutable"),
    ):
        status, headers = requested(f"{front.site}/{path}")
        assert (status, headers.get_content_type()) == (200, kind), path
        assert kept in headers["Cache-Control"] and headers["Content-Security-Policy"] == "frame-ancestors *", path
        assert (headers["Access-Control-Allow-Origin"] == "*") == path.startswith(("api/", "data/")), path
    assert requested(f"{front.site}/nothing.html")[0] == 404
