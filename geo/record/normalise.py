"""Names and words as they are compared, whatever keyboard they were typed on.

`normalise` is what search, filters and the names of brought files compare, in Python and (as `search/letters.js` has it) in the
browser. Two more must differ, and are made of the same letters: `heading` keeps the gap between words, since `event_id`
and `eventid` are columns of different publishers; `ascii_letters` and `slug` make what is stored and published
(spellings, ids), so they drop what is not ASCII instead of bringing it into one form.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: Accents, vowel signs and joiners; apostrophes and hyphens; white space (browsers leave some of it out of their own).
MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u200c\ufeff"
SIGNS = "'’`-"
SPACES = r"\s\x1c-\x1f\x85"
ARABIC_FORMS = {"ي": "ی", "ى": "ی", "ې": "ی", "ك": "ک"}
_MARKS = re.compile(f"[{MARKS}]")
_SIGNS = re.compile(f"[{SIGNS}]")
_ARABIC_FORMS = str.maketrans(ARABIC_FORMS)


@lru_cache(maxsize=8192)
def normalise(text: str) -> str:
    """Letters as they are typed: no accents, hyphens or apostrophes; Arabic letters in one form."""
    return " ".join(_SIGNS.sub("", _letters(text)).split())


def heading(text: str) -> str:
    """A column's heading as it is looked up: letters as `normalise` has them, spaces and hyphens as underscores."""
    return "_".join(_letters(text).replace("-", " ").split())


def ascii_letters(text: str) -> str:
    """A romanised name without accents; capitals, hyphens and apostrophes stay."""
    return "".join(sign for sign in _decomposed(text) if sign.isascii())


def slug(text: str) -> str:
    """`text` as a part of an id: ASCII, lower case, each run of other signs one hyphen."""
    return re.sub(r"[^a-z0-9]+", "-", ascii_letters(text).lower()).strip("-")


def _letters(text: str) -> str:
    """Small letters without accents, vowel signs and joiners; Arabic letters in one form."""
    return _MARKS.sub("", _decomposed(text).lower()).translate(_ARABIC_FORMS)


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFKD", text)
