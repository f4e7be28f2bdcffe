"""Files that appear wholly or not at all, whatever writes them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A temporary file beside `path`, of the same suffix, that takes its place when the block succeeds.

    Raises
    ------
    OSError
        With a message that names `path` when it can't be written; nothing is left behind.
    """
    temporary = _temporary(path)
    try:
        yield temporary
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        raise OSError(f"{path}: {error.strerror or error}") from error
    finally:
        temporary.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path` wholly or not at all."""
    with whole_file(path) as temporary:
        temporary.write_bytes(content)


def _temporary(path: Path) -> Path:
    """An empty file beside `path`; refused at once when none can be made there."""
    if path.is_dir():
        raise OSError(f"{path} is a folder; a file name was expected")
    if not path.parent.is_dir():
        raise OSError(f"{path}: the folder {path.parent} does not exist")
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}.", suffix=path.suffix)
    except OSError as error:
        raise OSError(f"{path}: {error.strerror or error}") from error
    os.close(handle)
    return Path(name)
