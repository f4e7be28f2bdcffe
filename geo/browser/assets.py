"""The files that a browser needs, written under a folder whose name carries their hash."""

from __future__ import annotations

import gzip
import hashlib
import json
import logging
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from geo.browser.base_payload import base_payload
from geo.browser.bundle import bundle_module, minified
from geo.browser.card_payload import card_payload
from geo.browser.ground_payload import ground_payload
from geo.browser.reader_files import READER_NAMES, reader_files, text_files
from geo.browser.record_parts import record_parts
from geo.browser.reference_payload import reference_payload
from geo.browser.sheets import WEB, styles
from geo.control.timeline import Timeline
from geo.record.atomic import write_atomically
from geo.record.load import DATA_DIR
from geo.record.withheld import generalised_file, remove_holders
from geo.reference.load import Reference
from geo.wording.text import catalogue

#: Leaflet 1.9.4 as its makers publish it; a package that brings other bytes is refused.
LEAFLET = {
    "leaflet.js": "db49d009c841f5ca34a888c96511ae936fd9f5533e90d8b2c4d57596f4e5641a",
    "leaflet.css": "a7837102824184820dfa198d1ebcd109ff6d0ff9a2672a074b9a1b4d147d04c6",
    "images/layers.png": "1dbbe9d028e292f36fcba8f8b3a28d5e8932754fc2215b9ac69e4cdecf5107c6",
    "images/layers-2x.png": "066daca850d8ffbef007af00b06eac0015728dee279c51f3cb6c716df7c42edf",
}
KEPT_VERSIONS = 3
#: All modules as one file, and what pages and frames take from it: a browser asks once and not for sixty files.
MODULES = "modules.js"
ENTRIES = {
    "mountMap": "map/frame.js",
    "mountTimeline": "timeline/timeline.js",
    "mountHeadline": "headline/headline.js",
    "mountSearch": "headline/search_slot.js",
    "mountPanel": "panel/panel.js",
    "mountStory": "map/story.js",
    "mountUserData": "userdata/mount.js",
    "mountCompareMaps": "compare/compare_maps.js",
    "mountScreenReport": "map/screen_report.js",
}


_log = logging.getLogger(__name__)


class AssetError(Exception):
    """A file that we serve is not the one that it should be."""


@dataclass(frozen=True)
class Assets:
    """Where the browser's files lie: a folder name under the static root, and the names in it."""

    folder: str
    has_reference: bool = False

    def addresses(self, root: str) -> dict[str, str]:
        """The address of each file, given the address of the static root (without a final slash)."""
        names = {
            "record": "record.json.gz",
            "names": "names.json.gz",
            "cards": "cards.json.gz",
            "base": "base.json.gz",
            "ground": "ground.json.gz",
            "texts": "texts.json.gz",
            "firstTexts": "first-texts.json.gz",
            "relief": "hillshade.webp",
            "modules": MODULES,
            "leaflet": "leaflet.js",
            "leafletCss": "leaflet.css",
            "restTexts": "rest-texts.json.gz",
            **READER_NAMES,
        }
        if self.has_reference:
            names["reference"] = "reference.json.gz"
        return {key: f"{root}/{self.folder}/{name}" for key, name in names.items()}


def write_assets(
    timeline: Timeline,
    static_dir: Path,
    data_dir: Path = DATA_DIR,
    lang: str = "en",
    reference: Reference | None = None,
) -> Assets:
    """Put the modules, Leaflet and the record under `static_dir`; only what is not there, or not as it should be.

    The folder's name is a hash of all contents, so a browser may keep its files for ever and a
    server may change the record while others still read the old one; but an old one that tells what
    is withheld by now, or more finely what is told coarsely by now, goes at once.

    Raises
    ------
    AssetError
        When a file that we take from a package is not the one that we know.
    OSError
        When the files are not there and can't be written.
    """
    assets, contents = asset_contents(timeline, data_dir, lang, reference)
    folder = assets.folder
    done = static_dir / folder / "complete"
    for name, content in contents.items():
        if not _holds(static_dir / folder / name, content):
            write_atomically(static_dir / folder / name, content, parents=True)
    if not done.exists():
        write_atomically(done, b"", parents=True)
    with suppress(OSError):  # on a disk that can't be written the files of this version serve as they are
        done.touch()
        _remove_old(static_dir)
    try:
        remove_holders([old for old in static_dir.glob("replay-*") if old.name != folder], timeline.dataset)
    except OSError:  # the new record must be shown all the more
        _log.exception("an old version in %s tells what may not be told now, and can't be removed", static_dir)
    return assets


def asset_contents(
    timeline: Timeline, data_dir: Path = DATA_DIR, lang: str = "en", reference: Reference | None = None
) -> tuple[Assets, dict[str, bytes]]:
    """The files by name, and where they lie; for `write_assets` and for who writes them elsewhere.

    Raises
    ------
    AssetError
        When a file that we take from a package is not the one that we know.
    """
    contents = _contents(timeline, data_dir, lang, reference)
    digest = hashlib.sha256()
    for name in sorted(contents):
        digest.update(name.encode() + b"\0" + contents[name] + b"\0")
    return Assets(f"replay-{digest.hexdigest()[:16]}", "reference.json.gz" in contents), contents


def _holds(path: Path, content: bytes) -> bool:
    return path.exists() and path.read_bytes() == content


def _contents(timeline: Timeline, data_dir: Path, lang: str, reference: Reference | None) -> dict[str, bytes]:
    basemap, modules = data_dir / "basemap", web_modules()
    script = minified(bundle_module(modules, ENTRIES)) + f"\nexport const STYLES = {json.dumps(styles())};\n"
    contents = leaflet_files() | {MODULES: script.encode("utf-8")} | reader_files(modules, leaflet_styles())
    contents["hillshade.webp"] = (basemap / "hillshade.webp").read_bytes()
    first, names = record_parts(timeline)
    data = {
        "record.json": first,
        "names.json": names,
        "cards.json": card_payload(timeline.dataset),
        "base.json": base_payload(timeline.dataset, basemap),
        "ground.json": ground_payload(timeline),
        **text_files(modules, catalogue(lang)),
    }
    if reference:
        data["reference.json"] = reference_payload(reference, timeline.dataset)
    contents |= generalised_file(timeline.dataset)
    return contents | data | {f"{name}.gz": gzip.compress(text, mtime=0) for name, text in data.items()}


def web_modules() -> dict[str, str]:
    """The text of each of our modules by its path under `geo/browser/web/`."""
    return {path.relative_to(WEB).as_posix(): path.read_text("utf-8") for path in sorted(WEB.rglob("*.js"))}


def leaflet_styles() -> str:
    """Leaflet's styles for a page of ours, without the pictures of controls that we don't use."""
    css = leaflet_files()["leaflet.css"].decode("utf-8").replace("\r\n", "\n")
    return re.sub(r"url\([^)]*\)", "none", css)


def leaflet_files() -> dict[str, bytes]:
    """Leaflet's files by name, from the installed package.

    Raises
    ------
    AssetError
        When a file is not the one that we know.
    """
    package = files("js_lib_leaflet") / "static" / "js_lib_leaflet"
    contents = {name: (package / name).read_bytes() for name in LEAFLET}
    for name, content in contents.items():
        if hashlib.sha256(content).hexdigest() != LEAFLET[name]:
            raise AssetError(
                f"{name} of the package django-js-lib-leaflet is not the file that we know; install it anew"
            )
    return contents


def _remove_old(static_dir: Path) -> None:
    """Keep the newest versions only: an open page may still read the one before."""
    versions = sorted(static_dir.glob("replay-*/complete"), key=lambda path: path.stat().st_mtime)
    for done in versions[:-KEPT_VERSIONS]:
        shutil.rmtree(done.parent, ignore_errors=True)
