"""Forms that a library writes whole (GeoPackage, GeoParquet): room for a manifest is in the file before it is filled."""

from __future__ import annotations

from geo.export.marks.manifest import MARK

NAME = MARK.encode("ascii") + b":"
#: So many letters; SQLite keeps a row of this size in one piece.
ROOM = 3000
#: What stands in a file until its manifest is known.
SLOT = NAME.decode("ascii") + " " * ROOM


def put_slot(rest: bytes, text: str) -> bytes:
    """The file with its room filled.

    Raises
    ------
    ValueError
        When a manifest is longer than the room.
    """
    if len(text) > ROOM:
        raise ValueError(f"a manifest of {len(text)} letters; there is room for {ROOM}")
    return rest.replace(SLOT.encode("ascii"), NAME + text.encode("ascii").ljust(ROOM))


def take_slot(content: bytes) -> tuple[bytes, str] | None:
    """The file with its room empty, and what stood in it; the same manifest may stand in two places of a file."""
    at = content.find(NAME)
    if at < 0:
        return None
    filled = content[at : at + len(NAME) + ROOM]
    text = filled[len(NAME) :].decode("latin-1").rstrip(" ")
    return content.replace(filled, SLOT.encode("ascii")), text
