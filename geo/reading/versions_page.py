"""The released versions of the record: the list, what changed from one to another, and how they tell one record."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from geo.queries.releases.changes import RECORDS, FieldChange, FileChanges, RecordChange, only
from geo.queries.releases.history import Told, histories, steps
from geo.queries.releases.kept import kept_versions
from geo.queries.versions import versions
from geo.reading.content import (
    Block,
    Cell,
    Column,
    Link,
    Paragraph,
    Parts,
    Points,
    Section,
    Strong,
    Table,
    number,
    text,
)
from geo.record.load import Dataset
from geo.record.spans import is_day
from geo.wording.dates import plain_date
from geo.wording.lists import series
from geo.wording.text import t

#: So many letters of a value are shown on a page.
LETTERS = 400
#: The page of a record, by its file, and the key that names it.
PAGES = {"events": ("events", "event"), "control_claims": ("claims", "claim"), "sources": ("sources", "source")}


def history_section(dataset: Dataset, record_id: str) -> tuple[Section, ...]:
    """How the released versions tell a record; nothing where none is kept."""
    told = histories(dataset).get(record_id, ())
    if not told:
        return ()
    columns = tuple(Column(t(f"versions.column.{key}")) for key in ("version", "released", "what"))
    rows = tuple((text(one.version), _day(one.day), text(_what(one))) for one in told)
    note = Paragraph((t("versions.history_note", version=dataset.version),), is_quiet=True)
    title = t("versions.history")
    fields = [Points(tuple(_field(field) for field in one.fields)) for one in told if one.fields]
    heads = [one for one in told if one.fields]
    folded = [
        Section(t("versions.in", version=one.version), (points,), level=4, is_folded=True)
        for one, points in zip(heads, fields, strict=True)
    ]
    return (Section(title, (note, Table(columns, rows, title, is_sortable=False), *folded), anchor="history"),)


def versions_blocks(dataset: Dataset) -> tuple[Block, ...]:
    """The released versions, the newest first, each with a way to what changed in it."""
    kept = kept_versions()
    before = {new: old for old, new in steps(dataset)}
    released = versions()
    rows = released if dataset.version in dict(released) else [(dataset.version, ""), *released]
    columns = tuple(Column(t(f"versions.column.{key}")) for key in ("version", "released", "size"))
    first = next((version for version, _ in reversed(rows) if version in kept), "")
    told = {version: t("versions.not_kept") for version, _ in rows if version not in kept} | {
        first: t("versions.first")
    }
    cells = tuple((text(version), _day(day), _way(version, before, told.get(version, ""))) for version, day in rows)
    title = t("versions.list")
    return (Section(title, (Table(columns, cells, title, is_sortable=False),)),)


def changes_blocks(dataset: Dataset, found: Mapping[str, FileChanges]) -> tuple[Block, ...]:
    """What changed: first how many records, then each, with what its fields said and say.

    Parameters
    ----------
    found : by file, from one version to another.
    """
    differing = {name: changes for name, changes in found.items() if changes.count}
    if not differing:
        return (Paragraph((t("versions.none"),)),)
    columns = (
        Column(t("versions.column.file")),
        *(Column(t(f"versions.column.{key}"), is_number=True) for key in ("new", "gone", "changed")),
    )
    rows = tuple(
        (text(t(f"versions.file.{name}")), *(number(len(ids), "") for ids in (one.new, one.gone, one.changed)))
        for name, one in differing.items()
    )
    title = t("versions.counts")
    counts = Section(title, (Table(columns, rows, title),), anchor="counts")
    note = Paragraph((t("versions.fields"),), is_quiet=True)
    return counts, note, *(_file(dataset, name, one) for name, one in only(found, RECORDS).items())


def _file(dataset: Dataset, name: str, found: FileChanges) -> Section:
    """What changed in a file, folded: new and gone records by number, changed ones field by field."""
    parts: list[Block] = []
    for key, ids in (("new", found.new), ("gone", found.gone)):
        if ids:
            parts.append(
                Section(t(f"versions.head.{key}", count=len(ids)), (Paragraph(_ways(dataset, name, ids)),), level=4)
            )
    if found.changed:
        changed = tuple(block for one in found.changed for block in _record(dataset, name, one))
        parts.append(Section(t("versions.head.changed", count=len(found.changed)), changed, level=4))
    return Section(t(f"versions.file.{name}"), tuple(parts), anchor=name, is_folded=True)


def _record(dataset: Dataset, name: str, change: RecordChange) -> tuple[Block, ...]:
    return Paragraph((_named(dataset, name, change.record_id),)), Points(tuple(_field(one) for one in change.fields))


def _field(change: FieldChange) -> Parts:
    before, after = _value(change.before), _value(change.after)
    return Strong(change.name), t("list.colon"), t("versions.field", before=before, after=after)


def _value(value: Any) -> str:
    """A value as text, a day in words, cut when it is long."""
    if value is None or value == []:
        return t("versions.nothing")
    if is_day(value):
        return plain_date(value)
    told = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return told if len(told) <= LETTERS else f"{told[:LETTERS]}…"


def _ways(dataset: Dataset, name: str, ids: Sequence[str]) -> Parts:
    parts: list[str | Link | Strong] = []
    for one in ids:
        parts += [t("list.series"), _named(dataset, name, one)] if parts else [_named(dataset, name, one)]
    return tuple(parts)


def _named(dataset: Dataset, name: str, record_id: str) -> Link | Strong:
    """A record by its number; a way to its page where it has one today."""
    if name not in PAGES or record_id not in (dataset.public_by_id if name == "events" else dataset.by_id(name)):
        return Strong(record_id)
    page, key = PAGES[name]
    return Link(record_id, page, {"event": None, key: record_id})


def _way(version: str, before: Mapping[str, str], told: str) -> Cell:
    """A way to what changed in a version, where it can be told; else what is told of it."""
    if version not in before:
        return text(told)
    return Cell((Link(t("versions.open"), "versions", {"old": before[version], "new": version, "event": None}),))


def _what(told: Told) -> str:
    return t(f"versions.told.{told.kind}", fields=series(field.name for field in told.fields))


def _day(day: str) -> Cell:
    return text(plain_date(day), day) if day else text(t("versions.now"))
