"""The files for serving say what the docs say."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import streamlit

ROOT = Path(__file__).resolve().parents[1]
CONF = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
DOCKER = (ROOT / "deploy" / "Dockerfile").read_text("utf-8")


def directives(policy: str) -> dict[str, set[str]]:
    return {part.split()[0]: set(part.split()[1:]) for part in policy.split(";") if part.strip()}


def test_nginx_sends_the_policies_of_the_security_page() -> None:
    """Each directive of docs/security.md, for the page and for the component, with the same sources."""
    policies = re.findall(
        r"^Content-Security-Policy: (.+)$", (ROOT / "docs" / "security.md").read_text("utf-8"), re.MULTILINE
    )
    (sent,) = re.findall(r'add_header Content-Security-Policy "(default-src [^"]+)"', CONF)
    scripts = dict(
        re.findall(
            r'^ {4}(default|~\^/component/)\s+"([^"]+)";', CONF.split("map $uri $scripts")[1].split("}")[0], re.M
        )
    )
    assert len(policies) == 2 and set(scripts) == {"default", "~^/component/"}
    for policy, key in zip(policies, ("default", "~^/component/"), strict=True):
        ours = directives(sent.replace("$scripts", scripts[key]).replace("$host", "HOST"))
        for name, sources in directives(policy).items():
            assert ours[name] == sources, name


def test_the_script_in_streamlits_page_is_let_through_and_no_other() -> None:
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
    inline = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    hashes = {f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}" for text in inline}
    assert set(re.findall(r"'(sha256-[^']+)'", CONF)) == hashes


def test_no_location_replaces_the_headers() -> None:
    """`add_header` in a location drops those of its server."""
    for block in re.findall(r"location [^{]+\{(.*?)\n {4}\}", CONF, re.DOTALL):
        assert "add_header" not in block


def test_every_other_header_of_the_security_page_is_sent() -> None:
    text = (ROOT / "docs" / "security.md").read_text("utf-8")
    for name, value in re.findall(
        r"^(X-Content-Type-Options|Referrer-Policy|Permissions-Policy): (.+)$", text, re.MULTILINE
    ):
        assert f'add_header {name} "{value}" always;' in CONF


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
