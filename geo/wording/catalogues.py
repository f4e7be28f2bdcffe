"""The texts of each language by key, from its folder; what a translation lacks, or has of an older text, is told in English."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from geo.wording.language import FIRST

CATALOGUES = Path(__file__).parent / "lang"
#: A folder that may hold texts in place of ours, for who tries a translation: `REPLAY_TEXTS=DIR`, in it `fa/*.json`.
TRIED = "REPLAY_TEXTS"
#: Beside a language's files: of which text each of its own was made, by whom, and who reviewed it.
STATE = "state.json"


@dataclass(frozen=True)
class Standing:
    """How a language's texts stand: which are told in English, and how many nobody who speaks it has read."""

    in_english: tuple[str, ...]
    not_reviewed: int


@cache
def catalogue(lang: str = FIRST) -> dict[str, str]:
    """All texts of a language by key; those that it lacks, or that are of an older text, in English.

    Raises
    ------
    ValueError
        When two files give the same key.
    """
    if lang == FIRST:
        return own_texts(FIRST)
    own, english = own_texts(lang), own_texts(FIRST)
    stale = standing(lang).in_english
    forms = {f"{key}_one" for key in own if key in english and key not in stale}  # an English 'one' in no other text
    kept = {key: text for key, text in english.items() if key not in forms}
    return kept | {key: text for key, text in own.items() if key not in stale}


@cache
def own_texts(lang: str) -> dict[str, str]:
    """The texts in a language's own files."""
    tried = os.environ.get(TRIED)
    return texts_in(CATALOGUES / lang) | (texts_in(Path(tried) / lang) if tried else {})


def texts_in(folder: Path) -> dict[str, str]:
    """The texts in the files of a folder, without what is known of them.

    Raises
    ------
    ValueError
        When two files give the same key.
    """
    texts: dict[str, str] = {}
    for path in sorted(folder.glob("*.json")):
        if path.name == STATE:
            continue
        part: dict[str, str] = json.loads(path.read_text("utf-8"))
        if double := texts.keys() & part.keys():
            raise ValueError(
                f"{path.name} gives keys that another file of {folder.name} has: {', '.join(sorted(double))}"
            )
        texts |= part
    return texts


@cache
def states(lang: str) -> dict[str, dict[str, str]]:
    """By key `source` (what it was made of, as `mark_of`), `made_by`, `reviewed_by`; nothing for English."""
    tried = Path(os.environ.get(TRIED) or CATALOGUES) / lang / STATE
    path = tried if tried.is_file() else CATALOGUES / lang / STATE
    found: dict[str, dict[str, str]] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return found


@cache
def standing(lang: str) -> Standing:
    """Which texts of a language are told in English, and how many nobody has reviewed."""
    own, english, known = own_texts(lang), own_texts(FIRST), states(lang)
    if lang == FIRST:
        return Standing((), 0)
    lacking = [key for key in english if key not in own and key.removesuffix("_one") not in own]
    stale = lacking + [key for key in english if key in own and _is_of_older(known.get(key), english[key])]
    reviewed = sum(bool(known.get(key, {}).get("reviewed_by")) for key in own)
    return Standing(tuple(sorted(stale)), len(own) - reviewed)


def mark_of(text: str) -> str:
    """What tells a text from an older one: the beginning of its hash."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]


def _is_of_older(known: dict[str, str] | None, text: str) -> bool:
    return known is not None and known["source"] != mark_of(text)
