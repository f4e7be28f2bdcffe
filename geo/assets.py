"""The files that a browser needs, written under a folder whose name carries their hash."""

from __future__ import annotations

import gzip
import hashlib
import shutil
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from geo.geojson import dumps, write_atomically
from geo.load import DATA_DIR
from geo.payload import base_payload, card_payload, record_payload
from geo.text import catalogue
from geo.timeline import Timeline

WEB = Path(__file__).parent / "web"
LEAFLET = ("leaflet.js", "leaflet.css", "images/layers.png", "images/layers-2x.png")
KEPT_VERSIONS = 3


@dataclass(frozen=True)
class Assets:
    """Where the browser's files lie: a folder name under the static root, and the names in it."""

    folder: str

    def addresses(self, root: str) -> dict[str, str]:
        """The address of each file, given the address of the static root (without a final slash)."""
        names = {
            "record": "record.json.gz",
            "cards": "cards.json.gz",
            "base": "base.json.gz",
            "texts": "texts.json.gz",
            "relief": "hillshade.webp",
            "timeline": "timeline.js",
            "panel": "panel.js",
            "story": "story.js",
            "own": "own_mount.js",
            "sides": "sides.js",
            "frame": "frame.js",
            "leaflet": "leaflet.js",
            "leafletCss": "leaflet.css",
        }
        return {key: f"{root}/{self.folder}/{name}" for key, name in names.items()}


def write_assets(line: Timeline, static_dir: Path, data_dir: Path = DATA_DIR, lang: str = "en") -> Assets:
    """Put the modules, Leaflet and the record under `static_dir`; nothing is written when it is there.

    The folder's name is a hash of all contents, so a browser may keep its files for ever and a
    server may change the record while others still read the old one.
    """
    contents = _contents(line, data_dir, lang)
    digest = hashlib.sha256()
    for name in sorted(contents):
        digest.update(name.encode() + b"\0" + contents[name] + b"\0")
    folder = f"replay-{digest.hexdigest()[:16]}"
    done = static_dir / folder / "complete"
    if not done.exists():
        for name, content in contents.items():
            write_atomically(static_dir / folder / name, content)
        write_atomically(done, b"")
    done.touch()
    _remove_old(static_dir)
    return Assets(folder)


def _contents(line: Timeline, data_dir: Path, lang: str) -> dict[str, bytes]:
    basemap = data_dir / "basemap"
    leaflet = files("js_lib_leaflet") / "static" / "js_lib_leaflet"
    contents = {path.name: path.read_bytes() for path in sorted(WEB.iterdir()) if path.suffix in (".js", ".css")}
    contents |= {name: (leaflet / name).read_bytes() for name in LEAFLET}
    contents["hillshade.webp"] = (basemap / "hillshade.webp").read_bytes()
    data = {
        "record.json": record_payload(line),
        "cards.json": card_payload(line.dataset),
        "base.json": base_payload(line.dataset, basemap),
        "texts.json": dumps(catalogue(lang)).encode("utf-8"),
    }
    return contents | data | {f"{name}.gz": gzip.compress(text, mtime=0) for name, text in data.items()}


def _remove_old(static_dir: Path) -> None:
    """Keep the newest versions only: an open page may still read the one before."""
    versions = sorted(static_dir.glob("replay-*/complete"), key=lambda path: path.stat().st_mtime)
    for done in versions[:-KEPT_VERSIONS]:
        shutil.rmtree(done.parent, ignore_errors=True)
