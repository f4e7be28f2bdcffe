"""Map files in XML, one part after the other; what lies outside of a part is forgotten, and no entity is followed."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator
from typing import Any, TypeVar
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from geo.ingest.limits import MAX_COLUMNS, MAX_DEPTH, MAX_ELEMENTS, MAX_ROWS
from geo.ingest.notes import Notes
from geo.ingest.readers.delimited import unique
from geo.ingest.result import FileRejected, RawRow, ReadTable, shown

T = TypeVar("T")
Point = tuple[Any, Any] | None
Fault = tuple[str, str, str] | None
#: What a part holds by name, its point, and why it can't be used.
Part = tuple[dict[str, Any], Point, Fault]


def root_of(content: bytes) -> str:
    """The name of the element that holds all others; as `parts_of` raises."""
    return next(_sound(name_of(element) for _, element in _events(content)), "")


def parts_of(content: bytes, name: str, unused: Collection[str], code: str, notes: Notes) -> Iterator[Element]:
    """Each element of a name once it is whole.

    Parameters
    ----------
    unused : names of elements outside of it that are told as not read, by a note of `code`.

    Raises
    ------
    FileRejected
        When it is not sound XML, declares entities or a document type, or is too large.
    """
    if content.count(b"<") > 2 * MAX_ELEMENTS:
        raise FileRejected("elements", most=MAX_ELEMENTS)
    yield from _sound(_parts(content, name, unused, code, notes))


def table_of(form: str, fixed: tuple[str, ...], parts: Iterator[Part], held: str, notes: Notes) -> ReadTable:
    """Parts as rows, counted from 1.

    Parameters
    ----------
    fixed : the columns that stand first.
    held : what the parts are called where the file is told of.

    Raises
    ------
    FileRejected
        When there are too many rows or columns.
    """
    found: list[Part] = []
    for part in parts:
        if len(found) >= MAX_ROWS:
            raise FileRejected("rows", most=MAX_ROWS)
        found.append(part)
    columns = tuple(dict.fromkeys([*fixed, *(name for values, _, _ in found for name in values)]))
    if len(columns) > MAX_COLUMNS:
        raise FileRejected("columns", count=len(columns), most=MAX_COLUMNS)
    rows = tuple(
        RawRow(number, tuple(values.get(name) for name in columns), point, fault)
        for number, (values, point, fault) in enumerate(found, start=1)
    )
    return ReadTable(form, unique(columns), rows, {"held": {held: len(found)}, "notes": notes.listed()})


def name_of(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def text_in(element: Element | None) -> str | None:
    """All text inside an element; None where there is none."""
    text = "".join(element.itertext()).strip() if element is not None else ""
    return text or None


def first_in(parent: Element, name: str) -> Element | None:
    """The first element of a name, the parent itself included."""
    return next((element for element in parent.iter() if name_of(element) == name), None)


def _sound(found: Iterator[T]) -> Iterator[T]:
    """The same, with what the parser raises as a refusal."""
    try:
        yield from found
    except DefusedXmlException:
        raise FileRejected("xml_declares") from None
    except (ParseError, ValueError, LookupError) as error:
        if isinstance(error, FileRejected):
            raise
        raise FileRejected("xml", why=shown(error)) from None


def _events(content: bytes, *kinds: str) -> Iterator[tuple[str, Element]]:
    yield from ElementTree.iterparse(io.BytesIO(content), kinds or ("start",), forbid_dtd=True)


def _parts(content: bytes, name: str, unused: Collection[str], code: str, notes: Notes) -> Iterator[Element]:
    depth = inside = 0
    for event, element in _events(content, "start", "end"):
        here = name_of(element)
        if event == "start":
            depth += 1
            if depth > MAX_DEPTH:
                raise FileRejected("xml_depth", most=MAX_DEPTH)
            inside += here == name
            continue
        depth -= 1
        if here == name:
            inside -= 1
            yield element
        elif not inside and here in unused:
            notes.add(code, value=here)
        if not inside:
            element.clear()
