"""Earlier versions of the record on a site of files: what its map asks for in place of today's files, and what it says."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any

from geo.address.paths import PAGE_FILES
from geo.address.view import ViewState, first_view
from geo.browser.assets import Assets, folder_of, record_texts, with_packed
from geo.browser.reader_files import text_file
from geo.browser.stick import as_script, data_script
from geo.browser.texts import names_in
from geo.control.timeline import Timeline
from geo.export.edition.frame import Edition
from geo.export.edition.page_facts import page_facts
from geo.queries.releases.kept import kept_versions, may_be_told, release
from geo.queries.versions import first_release, versions
from geo.record.geojson import dumps
from geo.record.load import DATA_DIR
from geo.record.withheld import generalised_file
from geo.wording.dates import plain_date
from geo.wording.lists import in_turn
from geo.wording.text import t

#: What the map asks for when its address names another version: what each is, and where its files lie.
FILE = "earlier.json"
#: What of the browser's files tells of the record, by the key of its address; the first texts hold the names.
OF_RECORD = ("record", "marks", "names", "cards", "base", "ground")
TEXTS = "firstTexts"


@dataclass(frozen=True)
class Earlier:
    """The versions that a site opens beside its own: of each what its page is told in place of today's, and all files."""

    pages: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)


def earlier_versions(
    edition: Edition, view: ViewState, today: Mapping[str, bytes], data_dir: Path = DATA_DIR, most: int | None = None
) -> Earlier:
    """The released versions that are kept and may be told, the newest first, as the map of a site opens them.

    Parameters
    ----------
    view : the one that the map opens with.
    today : the browser's files of today, by name; what is the same in an earlier version is not written again.
    most : how many at most; None for all.
    """
    pages: dict[str, Mapping[str, Any]] = {}
    files: dict[str, bytes] = {}
    for earlier in islice(_told(edition, data_dir), most):
        own = _differing(edition, earlier, today, data_dir)
        assets = Assets(folder_of(own))
        addresses = assets.addresses(edition.assets_root, edition.lang)
        asked = {key: addresses[key] for key in (*OF_RECORD, TEXTS) if addresses[key].rpartition("/")[2] in own}
        opening = replace(view, date=first_view(earlier.dataset).date, reference=None)
        pages[earlier.dataset.version] = _facts(edition, view, earlier, opening) | {
            "assets": asked | {"reference": None}
        }
        marked = own | generalised_file(earlier.dataset)
        files |= {f"{edition.assets_root}/{assets.folder}/{name}": content for name, content in marked.items()}
    return Earlier(pages, files)


def told_file(edition: Edition, earlier: Earlier | None = None, data_dir: Path = DATA_DIR) -> dict[str, bytes]:
    """What the map says when its address names another version, by the name of the file."""
    pages = earlier.pages if earlier else {}
    released = [(version, plain_date(day)) for version, day in versions(data_dir)]
    told: dict[str, dict[str, Any]] = {
        version: {"told": _words(edition, version, day, version in pages)} for version, day in released
    }
    for version, page in pages.items():
        told[version] = told.get(version, {}) | {"page": page}
    told.pop(edition.dataset.version, None)
    text = dumps(
        {"versions": told, "unknown": _unknown(edition.dataset.version, data_dir), "ways": _ways(edition)}
    ).encode("utf-8")
    return as_script(FILE, text) if edition.assets.on_stick else {FILE: text}


def facts_of_versions(edition: Edition) -> dict[str, str]:
    """What the map's page knows of other versions: its own, where it is told of others, and what it says without that."""
    file = data_script(f"{FILE}.gz") if edition.assets.on_stick else edition.file(FILE)
    own = edition.dataset.version
    return {"version": own, "earlier": file, "otherData": t("versions.not_had", now=own)}


def _told(edition: Edition, data_dir: Path) -> Iterator[Timeline]:
    """Each version that may be opened, from what is kept, as the app opens it."""
    kept = kept_versions(data_dir) - {edition.dataset.version}
    for version, _ in versions(data_dir):
        if version in kept:
            dataset = release(version, data_dir)
            if may_be_told(lambda dataset=dataset: dataset, edition.dataset):  # type: ignore[misc]
                yield Timeline(dataset)


def _differing(edition: Edition, earlier: Timeline, today: Mapping[str, bytes], data_dir: Path) -> dict[str, bytes]:
    """The browser's files of a version that are not those of today, plain and packed."""
    data = record_texts(earlier, data_dir)
    texts = text_file("first-texts", edition.lang)
    words = {key: text for key, text in json.loads(today[texts]).items() if not key.startswith("name.")}
    data[texts] = dumps(words | names_in(earlier.dataset, edition.lang)).encode("utf-8")
    own: dict[str, bytes] = {}
    for name, text in data.items():
        own |= {} if text == today[name] else with_packed(name, text)
    return own


def _facts(edition: Edition, view: ViewState, earlier: Timeline, opening: ViewState) -> dict[str, Any]:
    """What a page has to know of an earlier version, where it differs from what it knows of today."""
    today = page_facts(edition.dataset, view)
    return {key: fact for key, fact in page_facts(earlier.dataset, opening).items() if fact != today[key]}


def _words(edition: Edition, version: str, day: str, is_open: bool) -> str:
    if is_open:
        return in_turn([t("versions.old_link", old=version, day=day), t("versions.map_only")])
    key = "versions.on_web" if edition.assets.on_stick else "versions.not_opened"
    return t(key, old=version, day=day, now=edition.dataset.version)


def _unknown(own: str, data_dir: Path) -> str:
    day = first_release(data_dir)
    return t("versions.not_released", day=plain_date(day)) if day else t("versions.not_had", now=own)


def _ways(edition: Edition) -> dict[str, str]:
    """The words of the way to the record of today, and the page that tells what changed, with its words."""
    changes = edition.file(PAGE_FILES["versions"])
    return {"now": t("versions.to_now"), "changes": changes, "changed": t("versions.open")}
