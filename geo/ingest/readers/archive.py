"""Zip files of strangers: opened in memory only, within limits, never unpacked to a path."""

from __future__ import annotations

import io
import zipfile
import zlib

from geo.ingest.limits import MAX_MEMBERS, MAX_RATIO, MAX_UNPACKED, MEGABYTE
from geo.ingest.result import FileRejected

_FIRST_BYTES = 1000


def open_archive(content: bytes) -> zipfile.ZipFile:
    """The archive, when its list is within the limits.

    Raises
    ------
    FileRejected
        When it is broken, locked, lists too many files or too much, or names a path outside itself.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError):
        raise FileRejected("archive") from None
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise FileRejected("members", count=len(members), most=MAX_MEMBERS)
    for member in members:
        _check(member)
    unpacked = sum(member.file_size for member in members)
    if unpacked > MAX_UNPACKED:
        raise FileRejected("unpacked", size=unpacked // MEGABYTE, most=MAX_UNPACKED // MEGABYTE)
    return archive


def member(archive: zipfile.ZipFile, name: str) -> bytes:
    """One file of the archive, unpacked in memory; what it says of its size is not trusted.

    Raises
    ------
    FileRejected
        When it is broken or larger than the limits.
    """
    try:
        with archive.open(name) as packed:
            content = packed.read(MAX_UNPACKED + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, KeyError, NotImplementedError, RuntimeError, ValueError):
        raise FileRejected("member") from None
    packed_size = max(archive.getinfo(name).compress_size, _FIRST_BYTES)
    if len(content) > MAX_UNPACKED or len(content) > MAX_RATIO * packed_size:
        raise FileRejected("ratio", most=MAX_RATIO)
    return content


def _check(info: zipfile.ZipInfo) -> None:
    name = info.filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or ":" in name.split("/")[0]:
        raise FileRejected("path")
    if info.flag_bits & 0x1:
        raise FileRejected("locked")
    if info.file_size > MAX_RATIO * max(info.compress_size, _FIRST_BYTES):
        raise FileRejected("ratio", most=MAX_RATIO)
