"""`versions [OLD NEW]`: the released versions; what changed from one to another; with `--record ID` how they tell one record."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from geo.cli import common
from geo.queries.versions import versions
from geo.wording.text import t

if TYPE_CHECKING:
    from geo.queries.releases.changes import FieldChange, FileChanges

#: What a version is called that stands in the folder.
NOW = "now"


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("versions", help="released versions of the data, and what changed between two of them")
    parser.add_argument("old", nargs="?", metavar="OLD")
    parser.add_argument(
        "new", nargs="?", metavar="NEW", default=NOW, help="a version, or 'now' (default): the record as it stands"
    )
    parser.add_argument("--record", metavar="ID", help="how the versions tell this event or control claim")
    common.add_data(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the list, the changes or the history."""
    if arguments.old and arguments.record:
        raise ValueError("--record and two versions exclude each other")
    if arguments.record:
        return _history(arguments)
    return _changes(arguments) if arguments.old else _list(arguments)


def _list(arguments: argparse.Namespace) -> int:
    from geo.queries.releases.kept import kept_versions

    kept = kept_versions(arguments.data)
    rows = [{"version": one, "released_on": day, "kept": one in kept} for one, day in versions(arguments.data)]
    if arguments.json:
        common.print_json({"versions": rows})
        return 0
    for row in rows:
        print(f"{row['version']}  {row['released_on']}" + ("" if row["kept"] else f"  {t('versions.not_kept')}"))
    return 0


def _changes(arguments: argparse.Namespace) -> int:
    from geo.queries.releases.history import changes_between

    record = common.dataset(arguments)
    old, new = (record.version if one == NOW else one for one in (arguments.old, arguments.new))
    found = changes_between(record, old, new, arguments.data)
    if arguments.json:
        files = {name: asdict(one) for name, one in found.items() if one.count}
        common.print_json({"old": old, "new": new, "files": files})
        return 0
    print(t("versions.changes", old=old, new=new))
    _print_counts(found)
    for name, one in found.items():
        for key, ids in (("new", one.new), ("gone", one.gone)):
            if ids:
                print(f"\n{t(f'versions.file.{name}')}: {t(f'versions.head.{key}', count=len(ids))}\n{' '.join(ids)}")
        for change in one.changed:
            print(f"\n{change.record_id}")
            _print_fields(change.fields)
    return 0


def _print_counts(found: Mapping[str, FileChanges]) -> None:
    """Counts first, a line a file in which anything differs."""
    if not any(one.count for one in found.values()):
        print(t("versions.none"))
    for name, one in found.items():
        if one.count:
            heads = (("new", one.new), ("gone", one.gone), ("changed", one.changed))
            counts = "  ".join(t(f"versions.head.{key}", count=len(ids)) for key, ids in heads)
            print(f"{t(f'versions.file.{name}'):<24} {counts}")


def _print_fields(fields: tuple[FieldChange, ...]) -> None:
    for field in fields:
        before, after = (t("versions.nothing") if value is None else value for value in (field.before, field.after))
        print(f"  {field.name}: {t('versions.field', before=before, after=after)}")


def _history(arguments: argparse.Namespace) -> int:
    from geo.queries.releases.history import histories

    record = common.dataset(arguments)
    found = histories(record, arguments.data).get(arguments.record)
    if not found:
        raise ValueError(f"--record {arguments.record!r} is no event or control claim of a version that is kept")
    if arguments.json:
        common.print_json(
            {"record": arguments.record, "dataset": record.version, "told": [asdict(one) for one in found]}
        )
        return 0
    for one in found:
        fields = ", ".join(field.name for field in one.fields)
        print(f"{one.version}  {one.day or t('versions.now')}  {t(f'versions.told.{one.kind}', fields=fields)}")
        _print_fields(one.fields)
    return 0
