"""A day as a citation pack: picture, data in view, numbered sources, method, citations, licence, hashes."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

from geo.control.timeline import Timeline
from geo.export.drawing.clusters import drawn_events
from geo.export.marks.folder import MANIFEST, folder_manifest
from geo.export.marks.manifest import Manifest, sums
from geo.export.marks.recipe import told
from geo.export.marks.seal import with_manifest
from geo.export.picture import Picture, RenderOptions, composed, drawn_file, rows_beside, settled
from geo.export.reference_table import ucdp_table
from geo.export.sheet.layout import link
from geo.export.sheet.legend import listed_events
from geo.export.sheet.panel import source_words, sources_in_view
from geo.export.sheet.reference_legend import rows_in_view
from geo.export.table_files import SIDECAR, csv_bytes, described, flat, table_file
from geo.export.tables import ExportTable, Query, events_table, provinces_table, zones_table
from geo.queries.versions import released_on
from geo.reading.method import method_note
from geo.record.atomic import atomic_path
from geo.record.fields import fields_of
from geo.record.load import DATA_DIR, Dataset
from geo.record.spreadsheet import quoted
from geo.wording.cite import Reading, cite_dataset, cite_day
from geo.wording.dates import in_words
from geo.wording.language import in_language_of
from geo.wording.layer_sentence import view_sentence
from geo.wording.lists import series
from geo.wording.seen import clock_words
from geo.wording.text import t
from geo.wording.words import filters_in_words, read_in_words

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip can hold: the pack tells no time of making
SOURCE_FIELDS = (
    "source_id", "publisher", "author", "title", "lang", "date", "date_note", "url", "archive_url", "kind",
    "party_near", "read_as", "seen_through", "unresolved",
)  # fmt: skip


def write_pack(timeline: Timeline, options: RenderOptions, path: Path, data_dir: Path = DATA_DIR) -> None:
    """Write the pack of a day; the same bytes whenever the data and the options are the same.

    Raises
    ------
    ValueError
        When `path` does not end in .zip, or the options can't be met.
    OSError
        When the file can't be written.
    """
    if path.suffix.lower() != ".zip":
        raise ValueError(f"{path}: a pack ends in .zip")
    with atomic_path(path) as temporary:  # a place that can't be written is refused before anything is drawn
        temporary.write_bytes(pack_file(timeline, options, data_dir))


def pack_file(timeline: Timeline, options: RenderOptions, data_dir: Path = DATA_DIR) -> bytes:
    """The pack as the bytes of its archive, with its manifest; refuses what `write_pack` does."""
    contents = contents_of(timeline, options, data_dir)
    return with_manifest(zipped(contents), "zip", _manifest(timeline, settled(options, timeline.dataset)))


@in_language_of(1)
def contents_of(timeline: Timeline, options: RenderOptions, data_dir: Path = DATA_DIR) -> dict[str, bytes]:
    """The files of the pack by name."""
    options = settled(options, timeline.dataset)
    picture = composed(timeline, options, data_dir)
    contents = _pictures(timeline, picture, options) | _texts(timeline, options, picture)
    for table in _tables(timeline, options, picture, data_dir):
        name = Path(f"{table.name}.csv")
        contents[f"data/{name}"] = csv_bytes(table, for_spreadsheets=True)
        contents[f"data/{name}{SIDECAR}"] = described(table, name, contents[f"data/{name}"], for_spreadsheets=True)
        if table.name != "provinces":
            contents[f"data/{table.name}.geojson"] = table_file(table, "geojson")
    contents["LICENCE-DATA.txt"] = (data_dir / "LICENSE").read_bytes() if (data_dir / "LICENSE").exists() else b""
    lines = [f"{digest}  {name}\n" for name, digest in sums(contents).items()]
    contents |= {"SHA256SUMS": "".join(lines).encode()}
    return contents | {MANIFEST: folder_manifest(contents, _manifest(timeline, options))}


def zipped(contents: dict[str, bytes]) -> bytes:
    """Files as a zip, sorted, without dates."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as pack:
        for name in sorted(contents):
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type = (
                zipfile.ZIP_STORED if name == MANIFEST else zipfile.ZIP_DEFLATED
            )  # who looks at half a pack finds it
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            pack.writestr(entry, contents[name])
    return out.getvalue()


def _manifest(timeline: Timeline, options: RenderOptions) -> Manifest:
    return Manifest("pack", timeline.dataset.version, told(options))


def _pictures(timeline: Timeline, picture: Picture, options: RenderOptions) -> dict[str, bytes]:
    """The same files as `render` makes."""
    return {f"map.{form}": drawn_file(timeline, options, form, picture) for form in ("png", "svg")}


def _texts(timeline: Timeline, options: RenderOptions, picture: Picture) -> dict[str, bytes]:
    dataset = timeline.dataset
    source_ids = sources_in_view(picture.scene, picture.basemap)
    address = link(picture.query, options.address)
    where = t("export.opens" if options.address else "export.opens_with", link=address)
    reading = Reading(released_on=released_on(dataset.version))
    here = replace(reading, address=address) if options.address else reading
    day, data = cite_day(dataset, options.day, options.perspective, here), cite_dataset(dataset, reading)
    return {
        "README.txt": _readme(timeline, options, picture, len(source_ids)).encode("utf-8"),
        "sources.txt": _sources_text(dataset, source_ids).encode("utf-8"),
        "sources.csv": _sources_csv(dataset, source_ids).encode("utf-8-sig"),
        "method.md": method_note().encode("utf-8"),
        "citation.txt": f"{day.text}\n{where}\n\n{data.text}\n".encode(),
        "citation.bib": f"{day.bibtex}\n\n{data.bibtex}\n".encode(),
        "citation.csl.json": _json([*json.loads(day.csl), *json.loads(data.csl)]),
    }


def _tables(timeline: Timeline, options: RenderOptions, picture: Picture, data_dir: Path) -> list[ExportTable]:
    """The events, areas and shares that the picture shows; UCDP's rows on it as a table of their own."""
    scene, basemap, extent = picture.scene, picture.basemap, options.extent
    shown = {event["event_id"] for event in (*drawn_events(scene, basemap.frame), *listed_events(scene, basemap))}
    areas = {*basemap.districts, *(place.place_id for place in scene.places)}
    span = Query(start=scene.first, end=scene.day, filters=options.filters)
    day = Query(day=scene.day, perspective=scene.perspective)
    tables = [
        events_table(timeline, span).within(extent, lambda row, _: row["event_id"] in shown),
        zones_table(timeline, day).within(extent, lambda row, _: row["area_id"] in areas),
    ]
    if options.perspective != "both":
        tables.append(provinces_table(timeline, day).within(extent, lambda row, _: row["admin1"] in basemap.provinces))
    if scene.reference and (reference := rows_beside(timeline, options, data_dir)):
        ids = {row["ucdp_id"] for row in rows_in_view(scene.reference, basemap)}
        table = ucdp_table(timeline, reference, span)
        tables.append(table.within(extent, lambda row, _: row["ucdp_id"] in ids))
    return tables


def _readme(timeline: Timeline, options: RenderOptions, picture: Picture, sources: int) -> str:
    banner = t(f"export.banner.{options.perspective}") + "\n" if options.told_by != "assessed" else ""
    filters = filters_in_words(timeline.dataset, options.view)
    return t(
        "export.pack",
        title=t("app.title"),
        day=in_words(options.day),
        banner=banner,
        sentence=view_sentence(timeline, options.view),
        perspective=t(f"perspective.{options.perspective}"),
        clock=clock_words(timeline.dataset),
        link=link(picture.query, options.address),
        filters=t("export.filtered", filters=filters) + "\n" if filters else "",
        reference="".join(f"{remark}\n" for remark in picture.remarks),
        version=timeline.dataset.version,
        sources=sources,
        credits=t("app.credits"),
    )


def _sources_text(dataset: Dataset, source_ids: list[str]) -> str:
    """One numbered entry a source, as the picture numbers them."""
    records = dataset.by_id("sources")
    entries = []
    for number, source_id in enumerate(source_ids, start=1):
        source = records[source_id]
        through = series(records[page]["title"] for page in source["seen_through"])
        read = "" if source["read_as"] == "original" else read_in_words(source, through)
        remarks = [read, t("source.unresolved") if source["unresolved"] else ""]
        lines = [
            f"{number}. {source_words(source)}",
            *(address for address in (source["url"], source["archive_url"]) if address),
            *(t("words.bracketed", told=remark) for remark in remarks if remark),
            source_id,
        ]
        entries.append("\n   ".join(lines))
    return t("export.sources") + "\n\n" + "\n".join(entries) + "\n"


def _sources_csv(dataset: Dataset, source_ids: list[str]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(["number", *SOURCE_FIELDS])
    records = dataset.by_id("sources")
    for number, source_id in enumerate(source_ids, start=1):
        cells = [flat(cell) for cell in fields_of(records[source_id], SOURCE_FIELDS).values()]
        writer.writerow([number, *(quoted(cell) for cell in cells)])
    return out.getvalue()


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
