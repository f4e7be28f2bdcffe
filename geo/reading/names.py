"""The names of a place, each in its own language."""

from __future__ import annotations

from typing import Any

from geo.reading.content import Paragraph, Part, Script
from geo.wording.text import t

#: Divides the parts of a text; no text of the catalogue holds it.
_MARK = "\0"


def names_line(province: Any) -> Paragraph:
    """A province's names in Dari and Pashto, its code, other spellings."""
    also = t("provinces.also", names=t("list.between").join(province["aliases"])) if province["aliases"] else ""
    names = {"fa": Script(province["name_fa"], "fa"), "ps": Script(province["name_ps"], "ps")}
    marked = t("provinces.names", code=province["admin1"], also=also, **{key: f"{_MARK}{key}{_MARK}" for key in names})
    parts: tuple[Part, ...] = tuple(names.get(piece, piece) for piece in marked.split(_MARK))
    return Paragraph(parts)
