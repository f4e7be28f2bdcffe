"""The files that a browser needs, written under a folder whose name carries their hash."""

from __future__ import annotations

import gzip
import hashlib
import json
import logging
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from geo.browser.base_payload import base_payload
from geo.browser.bundles.bundle import bundle_module, minified
from geo.browser.card_payload import card_payload
from geo.browser.fonts import arabic_font
from geo.browser.ground_payload import ground_payload
from geo.browser.leaflet import leaflet_files, leaflet_styles
from geo.browser.reader_files import READER_NAMES, reader_files, text_file, text_files
from geo.browser.record_parts import record_parts
from geo.browser.reference_payload import reference_payload
from geo.browser.sheets import WEB, styles
from geo.browser.stick import as_script, data_script
from geo.control.timeline import Timeline
from geo.record.atomic import write_atomically
from geo.record.load import DATA_DIR
from geo.record.withheld import generalised_file, remove_holders
from geo.reference.load import Reference
from geo.wording.catalogues import catalogue
from geo.wording.language import FIRST

KEPT_VERSIONS = 3
#: All modules as one file, and what pages and frames take from it: a browser asks once and not for sixty files.
MODULES = "modules.js"
FONT = "arabic.woff2"
#: The files that tell of the record by a day and a definition; all others are the same for each.
SEEN = ("record", "marks", "names", "cards")
ENTRIES = {
    "mountMap": "map/frame.js",
    "mountTimeline": "known/timeline.js",
    "mountHeadline": "known/headline.js",
    "mountSearch": "headline/search_slot.js",
    "mountPanel": "panel/panel.js",
    "mountStory": "map/story.js",
    "mountUserData": "userdata/mount.js",
    "mountCompareMaps": "compare/compare_maps.js",
    "mountScreenReport": "map/screen_report.js",
}


_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Assets:
    """Where the browser's files lie: a folder name under the static root, and the names in it.

    Parameters
    ----------
    on_stick : whether its pages are opened from a disk, where a browser runs no module and fetches nothing.
    seen_root : where the record by a day and a definition lies (`SEEN`), without a final slash; '' for it as it is.
    """

    folder: str
    has_reference: bool = False
    on_stick: bool = False
    seen_root: str = ""

    def addresses(self, root: str, lang: str = FIRST) -> dict[str, str]:
        """The address of each file for a page in a language, given that of the static root (without a final slash)."""
        names = {
            "record": "record.json.gz",
            "marks": "marks.json.gz",
            "names": "names.json.gz",
            "cards": "cards.json.gz",
            "base": "base.json.gz",
            "ground": "ground.json.gz",
            "texts": f"{text_file('texts', lang)}.gz",
            "firstTexts": f"{text_file('first-texts', lang)}.gz",
            "relief": "hillshade.webp",
            "modules": MODULES,
            "leaflet": "leaflet.js",
            "leafletCss": "leaflet.css",
            "nextTexts": f"{text_file('next-texts', lang)}.gz",
            "restTexts": f"{text_file('rest-texts', lang)}.gz",
            **READER_NAMES,
        }
        if catalogue(lang)["locale.dir"] == "rtl":
            names["font"] = FONT
        if self.has_reference:
            names["reference"] = "reference.json.gz"
        named = {key: data_script(name) for key, name in names.items()} if self.on_stick else names
        seen = dict.fromkeys(SEEN, self.seen_root) if self.seen_root else {}
        return {key: f"{seen.get(key, f'{root}/{self.folder}')}/{name}" for key, name in named.items()}


def write_assets(
    timeline: Timeline,
    static_dir: Path,
    data_dir: Path = DATA_DIR,
    reference: Reference | None = None,
    *,
    removes_old: bool = True,
) -> Assets:
    """Put the modules, Leaflet and the record under `static_dir`; only what is not there, or not as it should be.

    The folder's name is a hash of all contents, so a browser may keep its files for ever and a
    server may change the record while others still read the old one; but an old one that tells what
    is withheld by now, or more finely what is told coarsely by now, goes at once.

    Parameters
    ----------
    removes_old : whether this is the newest record: one that is opened beside it removes no other's files.

    Raises
    ------
    AssetError
        When a file that we take from a package is not the one that we know.
    OSError
        When the files are not there and can't be written.
    """
    assets, contents = asset_contents(timeline, data_dir, reference)
    folder = assets.folder
    done = static_dir / folder / "complete"
    for name, content in contents.items():
        if not _holds(static_dir / folder / name, content):
            write_atomically(static_dir / folder / name, content, parents=True)
    if not done.exists():
        write_atomically(done, b"", parents=True)
    with suppress(OSError):  # on a disk that can't be written the files of this version serve as they are
        done.touch()
        if removes_old:
            _remove_old(static_dir)
    if not removes_old:
        return assets
    try:
        remove_holders([old for old in static_dir.glob("replay-*") if old.name != folder], timeline.dataset)
    except OSError:  # the new record must be shown all the more
        _log.exception("an old version in %s tells what may not be told now, and can't be removed", static_dir)
    return assets


def asset_contents(
    timeline: Timeline,
    data_dir: Path = DATA_DIR,
    reference: Reference | None = None,
    *,
    on_stick: bool = False,
) -> tuple[Assets, dict[str, bytes]]:
    """The files by name, and where they lie; for `write_assets` and for who writes them elsewhere.

    Parameters
    ----------
    on_stick : as in `Assets`: scripts and data that any page can take in, from a disk too.

    Raises
    ------
    AssetError
        When a file that we take from a package is not the one that we know.
    """
    contents = leaflet_files() | {"hillshade.webp": (data_dir / "basemap" / "hillshade.webp").read_bytes()}
    contents |= {FONT: arabic_font()} | generalised_file(timeline.dataset)
    modules = web_modules()
    contents |= _scripts(modules, on_stick)
    for name, text in _data(timeline, data_dir, reference, modules).items():
        contents |= as_script(name, text) if on_stick else with_packed(name, text)
    return Assets(folder_of(contents), bool(reference), on_stick), contents


def record_texts(timeline: Timeline, data_dir: Path = DATA_DIR) -> dict[str, bytes]:
    """What tells of the record alone, as JSON, by name: the same in every language, with no rows of others."""
    parts = {f"{name}.json": part for name, part in record_parts(timeline).items()}
    return parts | {
        "cards.json": card_payload(timeline.dataset),
        "base.json": base_payload(timeline.dataset, data_dir / "basemap"),
        "ground.json": ground_payload(timeline),
    }


def with_packed(name: str, text: bytes) -> dict[str, bytes]:
    """A file, and the same packed by gzip: both with the same bytes each time."""
    return {name: text, f"{name}.gz": gzip.compress(text, mtime=0)}


def folder_of(contents: Mapping[str, bytes]) -> str:
    """The folder of some files, which is named by all that is in them."""
    digest = hashlib.sha256()
    for name in sorted(contents):
        digest.update(name.encode() + b"\0" + contents[name] + b"\0")
    return f"replay-{digest.hexdigest()[:16]}"


def _holds(path: Path, content: bytes) -> bool:
    return path.exists() and path.read_bytes() == content


def _scripts(modules: Mapping[str, str], on_stick: bool) -> dict[str, bytes]:
    """The scripts and styles of the edition, and where modules run the app's too."""
    edition = reader_files(modules, leaflet_styles(), are_modules=not on_stick)
    if on_stick:
        return edition
    script = minified(bundle_module(modules, ENTRIES)) + f"\nexport const STYLES = {json.dumps(styles())};\n"
    return {MODULES: script.encode("utf-8")} | edition


def _data(
    timeline: Timeline, data_dir: Path, reference: Reference | None, modules: Mapping[str, str]
) -> dict[str, bytes]:
    """What modules ask for as JSON, by name."""
    data = record_texts(timeline, data_dir) | text_files(timeline.dataset, modules)
    if reference:
        data["reference.json"] = reference_payload(reference, timeline.dataset)
    return data


def web_modules() -> dict[str, str]:
    """The text of each of our modules by its path under `geo/browser/web/`."""
    return {path.relative_to(WEB).as_posix(): path.read_text("utf-8") for path in sorted(WEB.rglob("*.js"))}


def _remove_old(static_dir: Path) -> None:
    """Keep the newest versions only: an open page may still read the one before."""
    versions = sorted(static_dir.glob("replay-*/complete"), key=lambda path: path.stat().st_mtime)
    for done in versions[:-KEPT_VERSIONS]:
        shutil.rmtree(done.parent, ignore_errors=True)
