"""From bytes to text: which encoding it is, told with the reason, never replaced letters."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from geo.ingest.result import FileRejected, shown
from geo.wording.text import t

#: What the reader may choose.
ENCODINGS = ("utf-8", "utf-16", "cp1256", "cp1252", "iso-8859-6")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PROBE = 4096


@dataclass(frozen=True)
class Decoded:
    """A text, the name of its encoding and how that was found; `sure` is False for a guess."""

    text: str
    encoding: str
    why: str
    sure: bool = True


def decode(content: bytes, chosen: str = "") -> Decoded:
    """The text of a file.

    Raises
    ------
    FileRejected
        When the bytes are no text in the chosen encoding, or in none that is known.
    """
    if chosen:
        if chosen not in ENCODINGS:
            raise FileRejected("encoding", name=shown(chosen), known=", ".join(ENCODINGS))
        return Decoded(_strict(content, chosen), chosen, t("add.why.chosen"))
    for mark, name in _MARKS:
        if content.startswith(mark):
            return Decoded(_strict(content, name), name.removesuffix("-sig"), t("add.why.mark"))
    if wide := _wide(content):
        return Decoded(_strict(content, wide), wide, t("add.why.wide"))
    if b"\x00" in content:
        raise FileRejected("empty_bytes")
    try:
        return Decoded(content.decode("utf-8"), "utf-8", t("add.why.utf8"))
    except UnicodeDecodeError:
        return _guessed(content)


def _strict(content: bytes, name: str) -> str:
    try:
        text = content.decode(name)
    except UnicodeDecodeError as error:
        raise FileRejected("not_encoding", byte=error.start, name=name.removesuffix("-sig")) from None
    if "\x00" in text:
        raise FileRejected("empty_bytes")
    return text


def _wide(content: bytes) -> str:
    """UTF-16 without a mark: Latin letters, signs and line ends have an empty byte on one side."""
    probe = content[:_PROBE]
    if len(probe) < 4 or len(content) % 2:
        return ""
    even, odd = probe[0::2].count(0), probe[1::2].count(0)
    enough = len(probe) // 8
    if odd > enough and even * 4 < odd:
        return "utf-16-le"
    return "utf-16-be" if even > enough and odd * 4 < even else ""


def _guessed(content: bytes) -> Decoded:
    """One byte a letter: Arabic script in Windows' form when most of the high bytes are such letters there."""
    high = bytes(byte for byte in content if byte >= 0x80)
    arabic = sum("\u0600" <= char <= "\u06ff" for char in high.decode("cp1256", "replace"))
    if arabic * 10 >= len(high) * 6 and len(high) >= 8:
        return Decoded(content.decode("cp1256"), "cp1256", t("add.why.arabic"), sure=False)
    try:
        return Decoded(content.decode("cp1252"), "cp1252", t("add.why.western"), sure=False)
    except UnicodeDecodeError as error:
        raise FileRejected("encoding_unknown", byte=error.start) from None
