"""Languages that nobody speaks, made of the English texts: what is not in the catalogue shows, and so does what has no room.

They stand in the folders of Dari (`fa`: Arabic letters, from right to left) and Pashto (`ps`: long, accented, in brackets),
which a server takes in place of ours: `REPLAY_TEXTS`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from geo.wording.catalogues import CATALOGUES, STATE, texts_in

SLOT = re.compile(r"(\{\w+\})")
LATIN = "abcdefghijklmnopqrstuvwxyz"
#: For each Latin letter one that stands for it: accented, or Arabic.
ACCENTED = str.maketrans(LATIN + LATIN.upper(), "àƀçđéƒĝĥîĵķļɱñóƥɋŕšţûṽŵẋýž" + "ÀƁÇĐÉƑĜĤÎĴĶĻṀÑÓƤɊŔŠŢÛṼŴẊÝŽ")
ARABIC = str.maketrans(LATIN + LATIN.upper(), "ابجدهفغحیژکلمنوپقرستوڤوخیز" * 2)
#: So much longer than English a text may be.
LONGER = 0.35


def write_pseudo(folder: Path) -> Path:
    """Put both languages into a folder."""
    english = {
        key: text for key, text in texts_in(CATALOGUES / "en").items() if not key.startswith(("locale.", "list."))
    }
    _write(folder / "fa", {key: _by_parts(text, lambda part: part.translate(ARABIC)) for key, text in english.items()})
    _write(folder / "ps", _LEFT_TO_RIGHT | {key: long(text) for key, text in english.items()})
    return folder


#: How the long language writes: as English does, but in its own direction and calendar.
_LEFT_TO_RIGHT = {
    key: text
    for key, text in texts_in(CATALOGUES / "en").items()
    if key.startswith(("locale.", "list.")) and key != "locale.code"
}


def long(text: str) -> str:
    """'[Ĥéļļó ~~~]': a text as long as one of another language may be."""
    room = round(LONGER * len(SLOT.sub("", text)))
    more = " ".join("~" * min(6, room - at) for at in range(0, room, 6))
    return f"[{_by_parts(text, lambda part: part.translate(ACCENTED))}{' ' if more else ''}{more}]" if text else text


def _by_parts(text: str, change: Callable[[str], str]) -> str:
    """A text changed but for what is put into it."""
    return "".join(part if SLOT.fullmatch(part) else change(part) for part in SLOT.split(text))


def _write(folder: Path, texts: dict[str, str]) -> None:
    folder.mkdir(parents=True)
    (folder / "pseudo.json").write_text(json.dumps(texts, ensure_ascii=False), "utf-8")
    (folder / STATE).write_text("{}", "utf-8")
