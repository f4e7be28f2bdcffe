"""Files and folders: wholly or not at all, also when the disk fails or the process is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from geo.record.atomic import atomic_folder, atomic_path, write_atomically, write_together

ROOT = Path(__file__).resolve().parents[3]


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def fail(*_: object, **__: object) -> None:
    raise OSError("the disk is gone")


@pytest.mark.parametrize("step", ["replace", "fsync", "chmod"])
def test_a_file_is_written_wholly_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    path = tmp_path / "new" / "file.txt"
    write_atomically(path, b"old", parents=True)
    monkeypatch.setattr(os, step, fail)
    with pytest.raises(OSError, match=r"file\.txt: the disk is gone"):
        write_atomically(path, b"new")
    assert files(tmp_path) == {"new/file.txt": b"old"}


def test_a_block_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "film.gif"
    path.write_bytes(b"old")
    with pytest.raises(ValueError, match="no"), atomic_path(path) as temporary:
        assert temporary.suffix == ".gif" and temporary.parent == tmp_path
        temporary.write_bytes(b"half")
        raise ValueError("no")
    assert files(tmp_path) == {"film.gif": b"old"}


def test_a_place_that_cannot_be_written_is_refused_before_the_block_runs(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for path, message in ((tmp_path / "a" / "b.txt", "does not exist"), (tmp_path / "folder", "is a folder")):
        with pytest.raises(OSError, match=message), atomic_path(path):
            pytest.fail("it ran")
    assert files(tmp_path) == {}


def test_a_file_can_be_read_by_others(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", b"x")
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644


def test_files_come_together_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    write_together(site, {"data/a": b"1", "index.html": b"1"})
    write_together(site, {"data/b": b"2", "index.html": b"2"})
    there = {"data/a": b"1", "data/b": b"2", "index.html": b"2"}
    assert files(site) == there
    with pytest.raises(OSError, match="site: "):
        write_together(site, {"data/b": b"3", "data/b/c": b"3"})  # the second can't be made
    assert files(site) == there and list(tmp_path.iterdir()) == [site]


def test_a_folder_is_replaced_wholly_or_not_at_all(tmp_path: Path) -> None:
    folder = tmp_path / "counts"
    for name in ("old", "new"):
        with atomic_folder(folder) as made:
            (made / name).write_bytes(b"x")
        assert files(folder) == {name: b"x"}

    def refuse(_: Path) -> None:
        raise ValueError("it is another's")

    with pytest.raises(ValueError, match="another's"), atomic_folder(folder, refuse) as made:
        (made / "third").write_bytes(b"x")
    assert files(tmp_path) == {"counts/new": b"x"} and list(tmp_path.iterdir()) == [folder]


def test_a_folder_that_cannot_be_put_in_place_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "counts"
    with atomic_folder(folder) as made:
        (made / "old").write_bytes(b"x")
    rename = Path.rename

    def only_away(self: Path, target: Path) -> Path:
        return rename(self, target) if self == folder or self.name.endswith(".old") else fail()  # type: ignore[return-value]

    monkeypatch.setattr(Path, "rename", only_away)
    with pytest.raises(OSError, match="the disk is gone"), atomic_folder(folder) as made:
        (made / "new").write_bytes(b"x")
    assert files(tmp_path) == {"counts/old": b"x"}


@pytest.mark.parametrize("form", ["path", "folder"])
def test_killed_in_the_middle_what_was_there_stays(tmp_path: Path, form: str) -> None:
    """A killed process can't clean up: what it leaves has a name that begins with a dot."""
    target = tmp_path / "out"
    if form == "path":
        target.write_bytes(b"old")
    else:
        target.mkdir()
        (target / "file").write_bytes(b"old")
    before = files(target) if form == "folder" else target.read_bytes()
    code = f"""
import os, signal
from pathlib import Path
from geo.record.atomic import atomic_{form}
with atomic_{form}(Path({str(target)!r})) as made:
    (made if made.is_file() else made / "file").write_bytes(b"new")
    os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, timeout=60)
    assert done.returncode == -signal.SIGKILL
    assert (files(target) if form == "folder" else target.read_bytes()) == before
    assert all(path.name.startswith(".") for path in tmp_path.iterdir() if path != target)
