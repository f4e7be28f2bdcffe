"""What we take from others: pinned with hashes, no host named, Leaflet's files the ones that we know."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from geo.browser import leaflet as assets

ROOT = Path(__file__).resolve().parents[1]
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    found = PIN.findall((ROOT / name).read_text("utf-8"))
    return {re.sub(r"[-_.]+", "-", package).lower(): version for package, version in found}


def test_the_lock_holds_every_pin() -> None:
    locked = pins("requirements.lock")
    wanted = pins("requirements.txt")
    assert {name: locked.get(name) for name in wanted} == wanted, "run: make lock"


def test_every_package_of_the_lock_has_hashes_and_no_host_is_named() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    blocks = re.split(r"\n(?=[A-Za-z0-9])", text[text.index("\n") + 1 :])
    assert len(blocks) == len(pins("requirements.lock")) > 40
    assert [block for block in blocks if not re.search(r"--hash=sha256:[0-9a-f]{64}", block)] == []
    assert not re.search(r"://|index-url|find-links|trusted-host", text)


def test_every_pin_is_exact() -> None:
    for name in ("requirements.txt", "requirements-dev.txt", "requirements-audit.txt"):
        lines = [line.split("#")[0].strip() for line in (ROOT / name).read_text("utf-8").splitlines()]
        assert [line for line in lines if line and "==" not in line and not line.startswith("-r ")] == []


@pytest.mark.parametrize("name", assets.LEAFLET)
def test_another_leaflet_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    package = tmp_path / "static" / "js_lib_leaflet"
    for other, content in assets.leaflet_files().items():
        (package / other).parent.mkdir(parents=True, exist_ok=True)
        (package / other).write_bytes(content + (b" " if other == name else b""))
    monkeypatch.setattr(assets, "files", lambda package: tmp_path)
    with pytest.raises(assets.AssetError, match=f"{name} of the package django-js-lib-leaflet"):
        assets.leaflet_files()
