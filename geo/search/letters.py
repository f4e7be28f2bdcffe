"""Words as a search compares them: their letters in one form, and how they sound; in the browser: `web/search/letters.js`."""

from __future__ import annotations

import re

from geo.record.normalise import SPACES, normalise

#: Pairs of Latin letters that are one sound, and letters that differ in spelling only.
SOUNDS = {"kh": "X", "sh": "S", "ch": "C", "zh": "Z", "gh": "g", "ph": "f", "th": "t", "ck": "k", "q": "k", "w": "v"}
#: Shorter words sound like too many others.
MIN_LETTERS = 4
MIN_SOUNDS = 2
_WORD = re.compile(r"[^\W_]+")
_CHUNK = re.compile(f"[^{SPACES}]+")
_LATIN = re.compile("[a-z]+")
_ONE_SOUND = re.compile("|".join(SOUNDS))
_SILENT = re.compile("[aeiouyh]")
_TWICE = re.compile(r"(.)\1+")


def words_of(text: str) -> list[str]:
    """The words of a text, in the form in which they are compared."""
    return _WORD.findall(normalise(text))


def squashed(text: str) -> str:
    """The words of a text without what stands between them: 'Khost wa Fereng' as 'khostwafereng'."""
    return "".join(words_of(text))


def proper_words(text: str) -> list[str]:
    """The words that are written with a capital: names, and the first of a sentence."""
    return [word for chunk in _CHUNK.findall(text) if _is_capital(chunk) for word in words_of(chunk)]


def sound_of(word: str) -> str:
    """A word as it sounds: its consonants, since Latin spellings differ in the vowels; '' where that says too little.

    'panjsher', 'panjshayr' and 'panjsheer' sound alike, and so do 'massoud' and 'massood', but not 'mashhad'.
    """
    if len(word) < MIN_LETTERS or not _LATIN.fullmatch(word):
        return ""
    spoken = _ONE_SOUND.sub(lambda found: SOUNDS[found[0]], word)
    first = "a" if spoken[0] in "aeiou" else spoken[0]
    sound = _TWICE.sub(r"\1", first + _SILENT.sub("", spoken[1:]))
    return sound if len(sound) >= MIN_SOUNDS else ""


def _is_capital(chunk: str) -> bool:
    word = _WORD.search(chunk)
    return word is not None and word[0][0] != word[0][0].lower()
