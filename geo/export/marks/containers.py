"""Where a manifest stands in a file of each form, and the file without it; no other program is disturbed by it."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable
from typing import NamedTuple

from geo.export.marks.manifest import MARK
from geo.export.marks.slots import put_slot, take_slot

#: A file without its manifest, and the manifest's text.
Taken = tuple[bytes, str]
NAME = MARK.encode("ascii")
PNG_SIGN = b"\x89PNG\r\n\x1a\n"
#: ISO 14496-12: a box of this kind is for whoever knows its 16 bytes; ours are the name, filled up.
MP4_SIGN = b"uuid" + NAME.ljust(16, b"\0")
#: EBML: what is void is passed over.
WEBM_SIGN = b"\xec"
GIF_END, GIF_COMMENT = b"\x3b", b"\x21\xfe"
PDF_END = b"startxref\n"
ZIP_END = b"PK\x05\x06"


class Container(NamedTuple):
    """How a manifest is put into files of a form, and taken out; `take` is None where there is none."""

    put: Callable[[bytes, str], bytes]
    take: Callable[[bytes], Taken | None]


def _between(rest: bytes, before: bytes, element: bytes) -> bytes:
    """A file with an element before the last place where something stands."""
    at = rest.rindex(before)
    return rest[:at] + element + rest[at:]


def _element(before: bytes, start: bytes, end: bytes) -> Container:
    """A manifest in an element of a text, before the last of something."""

    def take(content: bytes) -> Taken | None:
        at, last = content.rfind(start), content.rfind(before)
        if not 0 <= at < last - len(end):
            return None
        return content[:at] + content[last:], content[at + len(start) : last - len(end)].decode("latin-1")

    return Container(lambda rest, text: _between(rest, before, start + text.encode("ascii") + end), take)


# --- pictures -----------------------------------------------------------------------------


def _put_png(rest: bytes, text: str) -> bytes:
    body = b"tEXt" + NAME + b"\0" + text.encode("ascii")
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return rest[:-12] + chunk + rest[-12:]  # the last chunk, IEND, has no content


def _take_png(content: bytes) -> Taken | None:
    start = content.rfind(b"tEXt" + NAME + b"\0") - 4
    if start < 0:
        return None
    size = int.from_bytes(content[start : start + 4], "big")
    text = content[start + 9 + len(NAME) : start + 8 + size]
    return content[:start] + content[start + 12 + size :], text.decode("latin-1")


def _put_gif(rest: bytes, text: str) -> bytes:
    words = NAME + text.encode("ascii")
    blocks = [words[at : at + 255] for at in range(0, len(words), 255)]
    comment = GIF_COMMENT + b"".join(bytes([len(block)]) + block for block in blocks) + b"\0"
    return rest[:-1] + comment + rest[-1:]


def _take_gif(content: bytes) -> Taken | None:
    sign = re.compile(re.escape(GIF_COMMENT) + rb"[\s\S]" + re.escape(NAME))
    found = [match.start() for match in sign.finditer(content)]
    if not found:
        return None
    at, words = found[-1] + 2, b""
    while at < len(content) and content[at]:
        words += content[at + 1 : at + 1 + content[at]]
        at += 1 + content[at]
    return content[: found[-1]] + content[at + 1 :], words[len(NAME) :].decode("latin-1")


# --- films, packs -------------------------------------------------------------------------


def _put_mp4(rest: bytes, text: str) -> bytes:
    return rest + struct.pack(">I", 4 + len(MP4_SIGN) + len(text)) + MP4_SIGN + text.encode("ascii")


def _take_mp4(content: bytes) -> Taken | None:
    at = content.rfind(MP4_SIGN)
    if at < 4:
        return None
    return content[: at - 4], content[at + len(MP4_SIGN) :].decode("latin-1")


def _put_webm(rest: bytes, text: str) -> bytes:
    body = NAME + text.encode("ascii")
    return rest + WEBM_SIGN + struct.pack(">I", 0x10000000 | len(body)) + body


def _take_webm(content: bytes) -> Taken | None:
    at = content.rfind(NAME)
    return (content[: at - 5], content[at + len(NAME) :].decode("latin-1")) if at >= 5 else None


def _put_zip(rest: bytes, text: str) -> bytes:
    """As the comment of the archive, which stands at its end."""
    comment = NAME + text.encode("ascii")
    return rest[:-2] + struct.pack("<H", len(comment)) + comment


def _take_zip(content: bytes) -> Taken | None:
    end = content.rfind(ZIP_END)
    if end < 0 or not content[end + 22 :].startswith(NAME):
        return None
    return content[: end + 20] + b"\0\0", content[end + 22 + len(NAME) :].decode("latin-1")


#: By the ending of a file's name.
CONTAINERS = {
    "png": Container(_put_png, _take_png),
    "gif": Container(_put_gif, _take_gif),
    "pdf": _element(PDF_END, b"%" + NAME, b"\n"),
    "svg": _element(b"</svg>", b"<!--" + NAME, b"-->\n"),
    "html": _element(b"</body>", b'<script type="application/json" id="' + NAME + b'">', b"</script>\n"),
    "json": _element(b"}", b',"' + NAME + b'":', b""),
    "geojson": _element(b"}", b',"' + NAME + b'":', b""),
    "mp4": Container(_put_mp4, _take_mp4),
    "webm": Container(_put_webm, _take_webm),
    "zip": Container(_put_zip, _take_zip),
    "gpkg": Container(put_slot, take_slot),
    "parquet": Container(put_slot, take_slot),
}
