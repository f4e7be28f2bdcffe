"""The files for serving say what the docs say."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CONF = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
DOCKER = (ROOT / "deploy" / "Dockerfile").read_text("utf-8")


def test_nginx_leaves_the_policy_to_the_app_and_says_so() -> None:
    """Two policies would both hold, and the older of them would be wrong one day."""
    app, site = CONF.split("# --- the static site")
    assert "Content-Security-Policy" not in app and "gzip on" not in app and "REPLAY_HOSTS=map.example.org" in app
    assert "Strict-Transport-Security" in app and "X-Forwarded-Proto https" in app
    assert 'Content-Security-Policy "frame-ancestors $framed_by"' in site


def test_no_location_replaces_the_headers() -> None:
    """`add_header` in a location drops those of its server."""
    for block in re.findall(r"location [^{]+\{(.*?)\n {4}\}", CONF, re.DOTALL):
        assert "add_header" not in block


def test_this_machine_alone_is_answered_unless_the_keeper_opens_it() -> None:
    """By `make run` and by Streamlit's own command; who opens it is told what that means. A container has its own network."""
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert settings["server"]["address"] == "127.0.0.1" and '"--server.address", "0.0.0.0"' in DOCKER
    for more, address, is_told in (([], "127.0.0.1", False), (["HOST=0.0.0.0"], "0.0.0.0", True)):
        lines = ran("make", "-n", "run", *more).splitlines()
        assert any(f"streamlit run app.py --server.address {address} " in line for line in lines)
        (notice,) = [line for line in lines if "Whoever reaches this machine" in line]
        assert ("docs/security.md" in ran("sh", "-c", notice)) is is_told


def ran(*command: str) -> str:
    """What a command prints."""
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def test_the_image_holds_what_the_app_needs_and_no_more() -> None:
    ignored = (ROOT / ".dockerignore").read_text("utf-8").split()
    needed = (
        "app.py",
        "map.py",
        "serving",
        "pages",
        "geo",
        "data",
        "docs",
        "stories",
        "requirements.txt",
        ".streamlit",
    )
    assert not [name for name in needed if name in ignored or not (ROOT / name).exists()]
    assert {".git", ".venv", "tests", "static"} <= set(ignored)
    assert DOCKER.index("USER app") < DOCKER.index("CMD ["), "the app runs as nobody in particular"
    assert re.search(r"^FROM python:3\.1[1-9]", DOCKER, re.MULTILINE)
