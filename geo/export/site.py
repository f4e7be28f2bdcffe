"""The record as a static site: the reader's edition with all its pages, the replay in one file, tables, JSON for programs."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from itertools import chain
from pathlib import Path

from geo.address.paths import EMBED_FILE, PAGE_FILES, RECORD_FILES
from geo.address.view import ViewState, first_view
from geo.answers.index import FEED, PAGE
from geo.answers.record import Record
from geo.browser.assets import Assets, asset_contents
from geo.control.timeline import Timeline
from geo.export.asked_table import AskedTable, table_of
from geo.export.edition.downloads import REPLAY, downloads_of
from geo.export.edition.files import edition_files
from geo.export.edition.first_markup import drawn_picture
from geo.export.edition.frame import Download, Edition
from geo.export.edition.kept import TOLD, WORKER, is_kept, kept_files, kept_list
from geo.export.edition.map_page import map_page
from geo.export.embed import oembed_text
from geo.export.first_words import first_words
from geo.export.marks.folder import MANIFEST, folder_manifest
from geo.export.marks.manifest import Manifest
from geo.export.marks.recipe import told
from geo.export.one_file import one_file
from geo.export.programs.data_package import NAME as PACKAGE
from geo.export.programs.data_package import data_package
from geo.export.programs.feed import feed_of_site
from geo.export.programs.files import FOLDER, api_files, remove_earlier
from geo.export.programs.sitemap import NAME as SITEMAP
from geo.export.programs.sitemap import pages_of, sitemap
from geo.export.programs.states import about_record, state_deltas
from geo.export.reference_site import reference_about, reference_json, reference_tables
from geo.export.reference_table import NAME
from geo.export.table_files import FORMS, write_table
from geo.export.tables import KINDS, Query
from geo.queries.versions import versions
from geo.record.atomic import write_together
from geo.record.geojson import dumps
from geo.record.load import DATA_DIR, Dataset, public_sources
from geo.record.schema import PERSPECTIVES
from geo.record.withheld import generalised_file, remove_holders
from geo.reference.load import Reference
from geo.wording.language import language
from geo.wording.text import t

#: These say which version is the newest; they are put in place last.
LAST = (MANIFEST, "api/latest.json", "api/v1/index.json", "index.html", WORKER, TOLD)
#: Each version has a folder of its own in these.
PARTS = ("data", "api")
#: The browser's files, in a folder for each version of theirs.
ASSETS = "assets"
#: What lies in the folders of records.
PAGE_FORMS = (".html", ".svg")


def write_site(
    timeline: Timeline,
    folder: Path,
    data_dir: Path = DATA_DIR,
    reference: Reference | None = None,
    address: str | None = None,
    *,
    on_stick: bool = False,
    sites: Mapping[str, str] | None = None,
) -> tuple[list[str], list[str]]:
    """Write the site into a folder, with UCDP's rows beside the record where they are given, with a sitemap and
    what other programs are told to embed it where it is told at which address it will stand.

    All files are made before the first is put in place; those of earlier versions stay, so that
    their addresses go on working, but not of a version that tells what is withheld by now, or more
    finely what is told coarsely by now; nor the page of a record that is not shown any more.

    Parameters
    ----------
    on_stick : whether its pages are to work when they are opened from a disk.
    sites : by language, where the same site lies in others (`Edition.sites`).

    Returns
    -------
    The names of its files, and what of earlier versions went.

    Raises
    ------
    OSError
        When the folder can't be written, or a version in it can't be removed.
    """
    if folder.exists() and not folder.is_dir():
        raise OSError(f"{folder} is a file; a folder was expected")
    contents = contents_of(timeline, data_dir, reference, address, on_stick=on_stick, sites=sites)
    if address:
        contents[SITEMAP] = sitemap(pages_of(contents, address), timeline.dataset)
    contents[f"{FOLDER}/{FEED}"] = feed_of_site(Record(timeline, released=tuple(versions(data_dir))), folder)
    contents[MANIFEST] = folder_manifest(contents, Manifest("edition", timeline.dataset.version))
    names = sorted(contents, key=lambda name: (name in LAST, name))
    write_together(folder, {name: contents[name] for name in names})
    stale = [*remove_earlier(folder, names), *_remove_pages(folder, set(names))]
    return names, _remove_told(timeline.dataset, folder, names) + stale


def contents_of(
    timeline: Timeline,
    data_dir: Path = DATA_DIR,
    reference: Reference | None = None,
    address: str | None = None,
    *,
    on_stick: bool = False,
    sites: Mapping[str, str] | None = None,
) -> dict[str, bytes]:
    """The files of the site by name; with UCDP's rows its map opens with them on."""
    version, view = timeline.dataset.version, replace(first_view(timeline.dataset), lang=language())
    opening = replace(view, reference=NAME) if reference else view
    api, tables, about = _api(timeline), site_tables(timeline), about_record(timeline)
    tables |= {PACKAGE: data_package(tables, version)}
    if reference:
        api[f"{NAME}-{reference.version}.json"] = about | reference_json(timeline, reference)
        tables |= reference_tables(timeline, reference)
        about |= reference_about(reference)
    contents = {REPLAY: one_file(timeline, data_dir, opening).encode("utf-8")}
    contents |= {f"data/{version}/{name}": content for name, content in tables.items()}
    contents |= {f"api/{version}/{name}": _json(value) for name, value in api.items()}
    contents["api/latest.json"] = _json(about | {"files": sorted(f"{version}/{name}" for name in api)})
    contents |= api_files(Record(timeline, reference, tuple(versions(data_dir))))
    served = asset_contents(timeline, data_dir, reference=reference, on_stick=on_stick)
    contents |= _edition(timeline, opening, served, reference, address, tables, sites or {})
    for part in PARTS:
        contents |= {f"{part}/{version}/{name}": told for name, told in generalised_file(timeline.dataset).items()}
    if (data_dir / "LICENSE").exists():
        contents[f"data/{version}/LICENCE.txt"] = (data_dir / "LICENSE").read_bytes()
    return contents


def _edition(
    timeline: Timeline,
    view: ViewState,
    served: tuple[Assets, dict[str, bytes]],
    reference: Reference | None,
    address: str | None,
    tables: Iterable[str],
    sites: Mapping[str, str],
) -> dict[str, bytes]:
    """The pages, and the browser's files in a folder that is named by what is in them."""
    assets, files = served
    downloads = downloads_of(timeline.dataset.version, tables) | {
        "edition.downloads.programs": (Download(f"{FOLDER}/{PAGE}", t("programs.title")),)
    }
    origin = f"{address.rstrip('/')}/" if address else ""
    edition = Edition(timeline, assets, ASSETS, reference, downloads, origin, f"{FOLDER}/", lang=view.lang, sites=sites)
    words = first_words(timeline, view)
    picture = drawn_picture(timeline, view, words, has_days=False)
    pages = {PAGE_FILES[""]: map_page(edition, view, words, picture)}
    pages[EMBED_FILE] = map_page(edition, view, words, picture, EMBED_FILE)
    pages |= {file: make() for file, make in edition_files(edition).items()}
    if origin:
        pages["oembed.json"] = oembed_text(origin, view, timeline.dataset)
    if not assets.on_stick:
        kept = {file: page.encode("utf-8") for file, page in pages.items() if is_kept(file)}
        pages |= kept_files(kept_list(edition, kept, lambda name: len(files[name])))
    scripts = {f"{ASSETS}/{assets.folder}/{name}": content for name, content in files.items()}
    return scripts | {file: page.encode("utf-8") for file, page in pages.items()}


def _remove_told(dataset: Dataset, folder: Path, names: list[str]) -> list[str]:
    """Remove each earlier version that tells what may not be told now, in all its forms; their names."""
    current = {name.split("/")[1] for name in names if name.startswith(f"{ASSETS}/")}
    earlier = {path.name for part in PARTS for path in (folder / part).glob("*") if path.is_dir()}
    earlier -= {dataset.version, Path(FOLDER).name}
    places = {version: [folder / part / version for part in PARTS] for version in sorted(earlier)}
    files = [place for place in sorted((folder / ASSETS).glob("replay-*")) if place.name not in current]
    told = set(remove_holders([*chain.from_iterable(places.values()), *files], dataset))
    gone = [version for version, both in places.items() if told.intersection(both)]
    # the tables of a version name other records than its JSON
    for place in chain.from_iterable(places[version] for version in gone):
        shutil.rmtree(place, ignore_errors=True)
    return gone + [f"{ASSETS}/{place.name}" for place in files if place in told]


def _remove_pages(folder: Path, names: Set[str]) -> list[str]:
    """Remove each page and picture of a record of an earlier time that has none now; their names."""
    there = {name.partition("/")[0] for kept in RECORD_FILES.values() for _, name in kept}
    files = [path for part in sorted(there) for path in sorted((folder / part).glob("*")) if path.suffix in PAGE_FORMS]
    gone = [path for path in files if path.relative_to(folder).as_posix() not in names]
    for path in gone:
        path.unlink()
    return [path.relative_to(folder).as_posix() for path in gone]


def _api(timeline: Timeline) -> dict[str, dict[str, object]]:
    dataset = timeline.dataset
    points = {row.record["event_id"]: row.geometry for row in dataset.tables["events"]}
    events = [event | {"geometry": points[event["event_id"]]} for event in dataset.public_events]
    files = {f"state-{p}.json": state_deltas(timeline, p) for p in PERSPECTIVES}
    files["events.json"] = about_record(timeline) | {"events": events}
    files["sources.json"] = about_record(timeline) | {"sources": public_sources(dataset)}
    return files


def site_tables(
    timeline: Timeline, kinds: Iterable[str] = tuple(KINDS), forms: Iterable[str] = FORMS
) -> dict[str, bytes]:
    """Tables of the whole record as files by name, with what describes them; zones as the spans of it, as assessed."""
    first, last = timeline.dataset.first_day, timeline.dataset.last_day
    queries = {"events": Query(), "zones": Query(start=first, end=last), "provinces": Query(day=last)}
    with tempfile.TemporaryDirectory() as made:
        for kind in kinds:
            table = table_of(timeline, AskedTable(kind, told(queries[kind]), lang=language()))
            for form in forms:
                write_table(table, Path(made) / f"{kind}.{form}")
        return {path.name: path.read_bytes() for path in sorted(Path(made).iterdir())}


def _json(value: object) -> bytes:
    return (dumps(value) + "\n").encode("utf-8")
