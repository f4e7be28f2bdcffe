"""A file made again from what its manifest says it was asked to show, by the record of the same version."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from geo.address.keys import DEFINITIONS
from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.export.marks.manifest import Manifest
from geo.export.marks.recipe import asked
from geo.queries.definitions import timeline_of

#: By kind: what makes the bytes of a form again.
Maker = Callable[[Timeline, Mapping[str, Any], str, Path], bytes]


def made_again(timeline: Timeline, data_dir: Path, manifest: Manifest, form: str) -> bytes | None:
    """The file of a manifest; None where its version is another, or nothing makes its kind again."""
    make = MAKERS.get(manifest.kind)
    if make is None or not manifest.made or manifest.version != timeline.dataset.version:
        return None
    try:
        return make(_then(timeline, manifest.made), manifest.made, form, data_dir)
    except (ValueError, KeyError, TypeError):  # made by a stranger, or by another edition of the program
        return None


def _then(timeline: Timeline, made: Mapping[str, Any]) -> Timeline:
    """The record by the day and by the definition that were asked for, if they were."""
    asked_for = made.get("options") or made.get("table") or made
    return timeline_of(timeline.dataset, asked_for.get("known_by"), str(asked_for.get("definition", DEFINITIONS[0])))


def _picture(timeline: Timeline, made: Mapping[str, Any], form: str, data_dir: Path) -> bytes:
    from geo.export.picture import RenderOptions, picture_file

    return picture_file(timeline, asked(RenderOptions, made), form, data_dir)


def _sheet(timeline: Timeline, made: Mapping[str, Any], form: str, data_dir: Path) -> bytes:
    from geo.export.multiples.sheet import MultiplesOptions, multiples_file

    return multiples_file(timeline, asked(MultiplesOptions, made), form, data_dir)


def _pack(timeline: Timeline, made: Mapping[str, Any], _form: str, data_dir: Path) -> bytes:
    from geo.export.pack import pack_file
    from geo.export.picture import RenderOptions

    return pack_file(timeline, asked(RenderOptions, made), data_dir)


def _replay(timeline: Timeline, made: Mapping[str, Any], _form: str, data_dir: Path) -> bytes:
    from geo.export.one_file import one_file

    return one_file(timeline, data_dir, asked(ViewState, made["view"]), str(made["extent"])).encode("utf-8")


def _table(timeline: Timeline, made: Mapping[str, Any], form: str, data_dir: Path) -> bytes:
    from geo.export.asked_table import AskedTable, table_of
    from geo.export.table_files import table_file

    return table_file(table_of(timeline, asked(AskedTable, made), data_dir), form)


def _csv(timeline: Timeline, made: Mapping[str, Any], form: str, data_dir: Path) -> bytes:
    """The table that a description stands beside; the description alone is not made again."""
    from geo.export.asked_table import AskedTable, table_of
    from geo.export.table_files import csv_bytes

    if form != "csv":
        raise ValueError(f"no {form} is made of a description")
    return csv_bytes(table_of(timeline, asked(AskedTable, made["table"]), data_dir), bool(made["for_spreadsheets"]))


def _film(timeline: Timeline, made: Mapping[str, Any], form: str, data_dir: Path) -> bytes:
    from geo.export.film import Pace, write_film
    from geo.export.picture import RenderOptions

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"film.{form}"
        options, pace = asked(RenderOptions, made["options"]), asked(Pace, made["pace"])
        write_film(timeline, options, made["days"], pace, path, lambda _done, _all: None, data_dir)
        return path.read_bytes()


MAKERS: dict[str, Maker] = {
    "picture": _picture,
    "sheet": _sheet,
    "pack": _pack,
    "replay": _replay,
    "table": _table,
    "description": _csv,
    "film": _film,
}
