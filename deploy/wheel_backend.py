"""Builds the wheel of `geo` with its data inside: `pip install .`. It needs nothing that is not in Python.

An in-tree backend of PEP 517 (docs/decisions/0089): the data, stories and the method note lie beside the code in the
repository and inside the package in a wheel, where `geo.beside` looks for them.
"""

from __future__ import annotations

import base64
import hashlib
import re
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
#: What lies beside the code, and where in the package it goes.
BESIDE = ("data", "stories", "docs/method.md", "docs/ethics.md", "docs/api.md", "CHANGELOG.md", "LICENSE")
INSIDE = "geo/_beside"
#: Packages of requirements.txt that only the app needs.
APP_ONLY = frozenset({"streamlit", "streamlit-folium", "brotli", "fonttools"})
LONG_AGO = (1980, 1, 1, 0, 0, 0)
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s#]+)", re.MULTILINE)
Settings = Mapping[str, Any] | None


def get_requires_for_build_wheel(config_settings: Settings = None) -> list[str]:
    """What has to be fetched first: nothing."""
    del config_settings
    return []


def build_wheel(wheel_directory: str, config_settings: Settings = None, metadata_directory: str | None = None) -> str:
    """Write the wheel into a folder; its name. The same files give the same bytes."""
    del config_settings, metadata_directory
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    stem = f"{project['name'].replace('-', '_')}-{project['version']}"
    contents = {name: path.read_bytes() for name, path in files()}
    contents[f"{stem}.dist-info/METADATA"] = metadata(project).encode("utf-8")
    contents[f"{stem}.dist-info/WHEEL"] = (
        b"Wheel-Version: 1.0\nGenerator: wheel_backend\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    )
    record = f"{stem}.dist-info/RECORD"
    lines = [f"{name},sha256={_hash(content)},{len(content)}" for name, content in contents.items()]
    contents[record] = ("\n".join([*lines, f"{record},,"]) + "\n").encode("utf-8")
    name = f"{stem}-py3-none-any.whl"
    with zipfile.ZipFile(Path(wheel_directory) / name, "w", zipfile.ZIP_DEFLATED) as wheel:
        for path, content in contents.items():
            entry = zipfile.ZipInfo(path, LONG_AGO)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            wheel.writestr(entry, content)
    return name


def build_sdist(sdist_directory: str, config_settings: Settings = None) -> str:
    """There is none: the repository is the source."""
    raise NotImplementedError("take the repository: pip install git+…")


def files() -> Iterator[tuple[str, Path]]:
    """The files of the package by their names in the wheel, in order."""
    for path in _below(ROOT / "geo"):
        yield path.relative_to(ROOT).as_posix(), path
    for name in BESIDE:
        for path in _below(ROOT / name):
            yield f"{INSIDE}/{path.relative_to(ROOT).as_posix()}", path


def metadata(project: Mapping[str, Any]) -> str:
    """What the wheel says about itself; it asks for the tried versions of packages, or later ones."""
    pins = PIN.findall((ROOT / "requirements.txt").read_text("utf-8"))
    wanted = [f"Requires-Dist: {name}>={version}" for name, version in pins if name.lower() not in APP_ONLY]
    head = {
        "Metadata-Version": "2.1",
        "Name": project["name"],
        "Version": project["version"],
        "Summary": project["description"],
        "License": "MIT; data CC BY 4.0",
        "Requires-Python": project["requires-python"],
    }
    return "\n".join([*(f"{key}: {value}" for key, value in head.items()), *wanted]) + "\n"


def _below(place: Path) -> list[Path]:
    """A file, or the files in a folder that belong to the source."""
    found = [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.is_file())
    return [path for path in found if not {"__pycache__", "_beside"} & set(path.parts) and path.suffix != ".pyc"]


def _hash(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode("ascii")
