"""What the reader of a file is told of it: every part that was not used, every fallback, every place that became coarser."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from geo.wording.lists import listed_some
from geo.wording.text import t

#: How many different values of one note are kept apart; further ones are counted under one.
MAX_VALUES, MAX_ROWS, MAX_LETTERS = 200, 5, 160
OTHERS = "…"


class Notes:
    """Counts by code and value, with the first rows of each."""

    def __init__(self, known: Iterable[Mapping[str, Any]] = ()) -> None:
        self._found: dict[tuple[str, str], dict[str, Any]] = {}
        self._values: dict[str, int] = {}
        for note in known:
            self._found[note["code"], note["value"]] = {**note, "rows": list(note["rows"])}

    def add(self, code: str, row: int | None = None, value: object = "", count: int = 1) -> None:
        """One more row, or part of a file, that a note is of."""
        key = (code, _cut(value))
        if key not in self._found:
            self._values[code] = self._values.get(code, 0) + 1
            if self._values[code] > MAX_VALUES:
                key = (code, OTHERS)
        note = self._found.setdefault(key, {"code": code, "value": key[1], "count": 0, "rows": []})
        note["count"] += count
        if row is not None and len(note["rows"]) < MAX_ROWS:
            note["rows"].append(row)

    def listed(self) -> list[dict[str, Any]]:
        """The notes as plain data: by code, most first."""
        return sorted(self._found.values(), key=lambda note: (note["code"], -note["count"], note["value"]))


def in_words(note: Mapping[str, Any]) -> str:
    """A note as one line."""
    rows = listed_some(map(str, note["rows"]), is_all=note["count"] <= len(note["rows"]))
    words = t(f"add.note.{note['code']}", value=note["value"], count=note["count"])
    return t("words.remark", told=words, remark=t("add.note_rows", rows=rows)) if note["rows"] else words


def _cut(value: object) -> str:
    text = " ".join("".join(char if char.isprintable() else " " for char in str(value)).split())
    return text if len(text) <= MAX_LETTERS else text[: MAX_LETTERS - 1] + "…"
