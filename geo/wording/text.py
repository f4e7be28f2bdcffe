"""Interface text: one function, one catalogue a language (a folder of files by subject); an unknown key shows as itself."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

LANGUAGES = ("en",)
CATALOGUES = Path(__file__).parent / "lang"


@cache
def catalogue(lang: str = "en") -> dict[str, str]:
    """All texts of a language by key, from the files of its folder.

    Raises
    ------
    ValueError
        When two files give the same key.
    """
    texts: dict[str, str] = {}
    for path in sorted((CATALOGUES / lang).glob("*.json")):
        part: dict[str, str] = json.loads(path.read_text("utf-8"))
        if double := texts.keys() & part.keys():
            raise ValueError(f"{path.name} gives keys that another file of {lang} has: {', '.join(sorted(double))}")
        texts |= part
    return texts


def t(key: str, /, **values: object) -> str:
    """The text of a key, with `{name}` replaced by the given values (as plain text).

    Of a text that counts there may be a form for one, under `KEY_one`: it is taken where `count` is 1. A `count` that is a
    number is told as '1,024'.
    """
    texts, count = catalogue(), values.get("count")
    values |= {"count": f"{count:,}"} if isinstance(count, int) else {}
    form = f"{key}_one" if str(count) == "1" else key
    text = texts.get(form) or texts.get(key, key)
    return re.sub(r"\{(\w+)\}", lambda found: str(values.get(found[1], found[0])), text)
