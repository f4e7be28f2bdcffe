"""The app and the static site behind a real nginx that reads `deploy/nginx.conf`."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import shutil
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trials.app import ROOT, START_S, free_port

CONF = ROOT / "deploy" / "nginx.conf"
MISSING = "no nginx is installed (Debian: apt-get install nginx-light)"
_TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


@dataclass
class Front:
    """nginx before the app and the static site: their addresses, and the hash of the key of its certificate."""

    app: str
    site: str
    key_hash: str = ""

    @property
    def trust(self) -> str:
        """What lets Chromium take its certificate for a sound one: it keeps no file that comes with another."""
        return f"--ignore-certificate-errors-spki-list={self.key_hash}"


def nginx_path() -> str | None:
    """Where nginx is; None: there is none."""
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


@contextmanager
def behind_nginx(nginx: str, upstream: str, site: Path, folder: Path) -> Iterator[Front]:
    """nginx before a running app and a folder of files, until it is left; what it writes lies in `folder`, made if need be."""
    folder.mkdir(exist_ok=True)
    folder.chmod(0o755)
    conf, front = _set_up(folder, upstream, site)
    subprocess.run([nginx, "-t", "-q", "-c", conf, "-p", folder], check=True, capture_output=True)
    user = ["-g", "daemon off; user root;"] if os.getuid() == 0 else ["-g", "daemon off;"]
    process = subprocess.Popen([nginx, "-c", conf, "-p", folder, *user])
    try:
        _wait_for(f"{front.app}/_stcore/health", process)
        yield front
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


def _set_up(folder: Path, upstream: str, site: Path) -> tuple[Path, Front]:
    """`deploy/nginx.conf` with our ports, certificate and folders put in; nothing else of it is changed."""
    app_port, site_port = free_port(), free_port()
    key, certificate = _certificate(folder)
    text = CONF.read_text("utf-8")
    ports = iter((app_port, site_port))
    text = re.sub(r"listen 443 ssl", lambda _: f"listen 127.0.0.1:{next(ports)} ssl", text)
    text = text.replace("listen 80;", f"listen 127.0.0.1:{free_port()};")
    text = text.replace("server 127.0.0.1:8501;", f"server {upstream.removeprefix('http://')};")
    text = re.sub(r"ssl_certificate \S+;", f"ssl_certificate {certificate};", text)
    text = re.sub(r"ssl_certificate_key \S+;", f"ssl_certificate_key {key};", text)
    text = text.replace("root /srv/site;", f"root {site};").replace("/var/log/nginx/", f"{folder}/")
    paths = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in _TEMPORARY)
    whole = folder / "nginx.conf"
    whole.write_text(
        f"pid {folder}/nginx.pid; error_log {folder}/error.log; events {{ }}\n"
        f"http {{ include /etc/nginx/mime.types; default_type application/octet-stream; {paths}\n{text}\n}}\n"
    )
    of_app, of_site = (f"https://127.0.0.1:{port}" for port in (app_port, site_port))
    return whole, Front(of_app, of_site, _key_hash(key))


def _certificate(folder: Path) -> tuple[Path, Path]:
    """A key and a certificate that nobody signed."""
    key, certificate = folder / "key.pem", folder / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
         "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    return key, certificate


def _key_hash(key: Path) -> str:
    """The SHA-256 of a key's public half, as Chromium names it."""
    told = subprocess.run(
        ["openssl", "pkey", "-in", key, "-pubout", "-outform", "der"], check=True, capture_output=True
    )
    return base64.b64encode(hashlib.sha256(told.stdout).digest()).decode()


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + START_S
    while time.monotonic() < end:
        assert process.poll() is None, "nginx ended"
        try:
            if requested(address)[0] == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("nginx did not answer")
