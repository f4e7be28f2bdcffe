"""Files and folders that appear wholly or not at all, whatever writes them.

What is new is made beside what it replaces, forced onto the disk, and renamed; a process that is killed leaves at
most a file or folder whose name begins with a dot, and what stood there before.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def atomic_path(path: Path, parents: bool = False) -> Iterator[Path]:
    """A temporary file beside `path`, of the same suffix, that takes its place when the block succeeds.

    Parameters
    ----------
    parents : make the folders that are missing; without it a missing folder is refused before the block runs.

    Raises
    ------
    OSError
        With a message that names `path` when it can't be written; nothing is left behind.
    """
    temporary = _temporary(path, parents)
    try:
        yield temporary
        _sync(temporary)
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        raise OSError(f"{path}: {error.strerror or error}") from error
    finally:
        temporary.unlink(missing_ok=True)


def write_atomically(path: Path, content: bytes, parents: bool = False) -> None:
    """Put `content` at `path` wholly or not at all; `parents` as in `atomic_path`."""
    with atomic_path(path, parents) as temporary:
        temporary.write_bytes(content)


@contextmanager
def atomic_folder(folder: Path, check: Callable[[Path], None] = lambda _: None) -> Iterator[Path]:
    """An empty folder beside `folder` that takes its place when the block succeeds; nothing is left otherwise.

    Parameters
    ----------
    check : asked just before the replacement; what it raises keeps the folder that stands there.
    """
    made = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    old = made.with_name(f"{made.name}.old")
    try:
        yield made
        for path in made.rglob("*"):
            if path.is_file():
                _sync(path)
        made.chmod(0o755)
        check(folder)
        if folder.exists():
            folder.rename(old)
        made.rename(folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)
        if old.exists() and not folder.exists():
            old.rename(folder)
        shutil.rmtree(old, ignore_errors=True)


def write_together(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Put files into a folder in their order, none before all are made; other files of the folder stay.

    Raises
    ------
    OSError
        With a message that names the folder when it can't be written.
    """
    try:
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as made:
            for name, content in contents.items():
                write_atomically(Path(made) / name, content, parents=True)
            for name in contents:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (Path(made) / name).replace(folder / name)
    except OSError as error:
        raise OSError(f"{folder}: {error.strerror or error}") from error


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _temporary(path: Path, parents: bool) -> Path:
    """An empty file beside `path`; refused at once when none can be made there."""
    if path.is_dir():
        raise OSError(f"{path} is a folder; a file name was expected")
    try:
        if parents:
            path.parent.mkdir(parents=True, exist_ok=True)
        elif not path.parent.is_dir():
            raise OSError(f"the folder {path.parent} does not exist")
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}.", suffix=path.suffix)
    except OSError as error:
        raise OSError(f"{path}: {error.strerror or error}") from error
    os.close(handle)
    return Path(name)
