"""A record that is hostile in every text: which field of which record holds which hostile text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geo.record.geojson import Row, read_rows, write_rows
from geo.record.schema import FILES, Field
from trials.hostile_texts.strings import ADDRESSES, HOSTILE_STRINGS

#: Two fields of one record begin at different places of the list, so that they hold different texts.
STRIDE = 7
ADDRESS = re.compile(r"_?url$")


def free_texts(fields: tuple[Field, ...], path: str) -> Iterator[tuple[str, Field]]:
    """The fields that may hold any text, nested ones too, as 'events.claims.says'."""
    for field in fields:
        if field.kind in ("text", "texts") and not field.pattern:
            yield f"{path}.{field.name}", field
        if field.kind == "objects":
            yield from free_texts(field.objects, f"{path}.{field.name}")


#: Every field of the record that may hold any text.
FREE_TEXTS: tuple[str, ...] = tuple(path for name, form in FILES.items() for path, _ in free_texts(form.fields, name))


def plant(data_dir: Path, offset: int = 0, texts: tuple[str, ...] = HOSTILE_STRINGS) -> None:
    """Put a hostile text into every free text of every record of a folder; the record stays sound.

    Parameters
    ----------
    data_dir : a copy of `data/`; its files are written anew.
    offset : where in the list the first record begins; another one for each round.
    """
    for name, form in FILES.items():
        path = data_dir / form.path
        rows = [
            _planted(row, name, form.fields, number + offset, texts) for number, row in enumerate(read_rows(path, form))
        ]
        path.write_text(write_rows(rows, form), "utf-8")


def _planted(row: Row, name: str, fields: tuple[Field, ...], number: int, texts: tuple[str, ...]) -> Row:
    return Row(row.line, _filled(row.record, name, fields, number, texts), row.geometry)


def _filled(record: dict[str, Any], path: str, fields: tuple[Field, ...], number: int, texts: tuple[str, ...]) -> Any:
    filled = dict(record)
    for order, field in enumerate(fields):
        at = number + STRIDE * order
        value = record.get(field.name)
        own = f" {number}" if path == "districts" else ""  # a spelling of a district is no other's
        if field.kind == "text" and not field.pattern:
            end = "!" if field.name == "verified_by" else ""  # the rules refuse a full stop there
            filled[field.name] = f"{texts[at % len(texts)]}{own}{end}"
        elif field.kind == "texts" and value:
            filled[field.name] = [f"{texts[(at + more) % len(texts)]}{own}" for more in range(len(value))]
        elif field.kind == "objects" and value:
            inner = f"{path}.{field.name}"
            filled[field.name] = [
                _filled(item, inner, field.objects, at + 31 * more, texts) for more, item in enumerate(value)
            ]
        elif value and ADDRESS.search(field.name):
            filled[field.name] = ADDRESSES[at % len(ADDRESSES)]
    return filled


def plain(text: str) -> str:
    """A text as HTML shows it: runs of blanks as one, our word joiners left out."""
    return " ".join(text.replace("\u2060", "").split())
