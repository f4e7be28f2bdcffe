"""The released versions that are kept: each is the bytes that its name says, and opens as a record."""

from __future__ import annotations

import hashlib
import json
import lzma
import shutil
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from geo.build.releases import keep_release, packed
from geo.control.timeline import Timeline
from geo.export.programs.states import state_deltas
from geo.queries.releases.kept import ENDING, FOLDER, kept_versions, may_be_told, release, release_files, version_of
from geo.queries.versions import versions
from geo.record.load import DATA_DIR, load
from geo.record.problems import DataError
from geo.record.schema import FILES, PERSPECTIVES

RELEASED = [version for version, _ in versions()]


def test_every_released_version_is_kept() -> None:
    assert kept_versions() == set(RELEASED), "run: python -m geo build release"


@pytest.mark.parametrize("version", RELEASED)
def test_what_is_kept_is_what_its_name_says(version: str) -> None:
    assert version_of(release_files(version)) == version


def test_the_newest_is_the_record_as_it_stands(shipped_dir: Path) -> None:
    files = release_files(RELEASED[0])
    assert files == {form.path: (shipped_dir / form.path).read_bytes() for form in FILES.values()}


@pytest.mark.parametrize("version", [RELEASED[0], RELEASED[-2], RELEASED[-1]])
def test_a_version_opens_as_a_record(version: str) -> None:
    found = release(version)
    assert found.version == version
    line = Timeline(found)
    assert all(line.states_at(found.last_day, perspective) for perspective in PERSPECTIVES)


def test_fields_that_a_version_had_not_are_empty() -> None:
    oldest = release(RELEASED[-1])
    assert oldest.records("moments") == []
    assert {claim["from_precision"] for claim in oldest.records("control_claims")} == {None}


def test_all_of_them_take_little_room() -> None:
    sizes = [path.stat().st_size for path in (DATA_DIR / FOLDER).glob(f"*{ENDING}")]
    assert max(sizes) < 300_000


@pytest.mark.parametrize("name", ["", "..", "../../etc/passwd", "0" * 12, "49a45953c9e1/../49a45953c9e1"])
def test_what_is_not_kept_is_refused(name: str) -> None:
    with pytest.raises(DataError, match="is not kept"):
        release_files(name)


@pytest.mark.parametrize("broken", [b"", b"x", lzma.compress(b"["), lzma.compress(b'{"base":null,"files":{}}')])
def test_what_is_not_its_version_is_refused(tiny_copy: Path, broken: bytes) -> None:
    (tiny_copy / FOLDER).mkdir()
    (tiny_copy / FOLDER / f"{'0' * 12}{ENDING}").write_bytes(broken)
    with pytest.raises(DataError, match=r"can't be read|is not what its name says"):
        release("0" * 12, tiny_copy)


def test_a_version_is_kept_as_what_differs_from_the_one_before(tiny_copy: Path) -> None:
    def name_it(day: str) -> str:
        version = load(tiny_copy).version
        known = (tiny_copy / "versions.csv").read_text("utf-8") if (tiny_copy / "versions.csv").exists() else head
        (tiny_copy / "versions.csv").write_text(f"{known}{version},{day}\n", "utf-8")
        return version

    head = "version,released_on\n"
    shutil.rmtree(tiny_copy / FOLDER, ignore_errors=True)
    (tiny_copy / "versions.csv").unlink(missing_ok=True)
    with pytest.raises(ValueError, match="add its line first"):
        keep_release(tiny_copy)
    first = name_it("2026-01-01")
    whole = keep_release(tiny_copy).stat().st_size
    path = tiny_copy / FILES["events"].path
    path.write_text(path.read_text("utf-8").replace('"revised_on":null', '"revised_on":"2026-01-02"', 1), "utf-8")
    second = name_it("2026-01-02")
    kept = keep_release(tiny_copy)
    assert json.loads(lzma.decompress(kept.read_bytes()))["base"] == first
    assert kept.stat().st_size < whole / 4
    assert release_files(second, tiny_copy)[FILES["events"].path] == path.read_bytes()
    assert kept_versions(tiny_copy) == {first, second}


def test_packing_is_the_same_each_time() -> None:
    before, files = (release_files(version) for version in RELEASED[:2])
    assert packed(files, RELEASED[0], before) == packed(files, RELEASED[0], before)


def test_a_version_that_tells_what_is_withheld_now_is_not_told(tiny_dir: Path, tiny_copy: Path) -> None:
    earlier, path = load(tiny_dir), tiny_copy / FILES["events"].path
    assert may_be_told(lambda: earlier, earlier)
    shown = path.read_text("utf-8")
    for sensitivity in ("withheld", "generalised"):
        path.write_text(shown.replace('"sensitivity":"public"', f'"sensitivity":"{sensitivity}"', 1), "utf-8")
        now = load(tiny_copy)
        assert not may_be_told(lambda: earlier, now)
        assert may_be_told(partial(load, tiny_copy), now)


#: Who held what on each day in every view, as the code of that release told it: a digest of its own answer, but for which
#: claims it named for a state (for the NRF's view the rule of today names others of the same speaker).
TOLD_THEN = {
    "7e0bc9ab135b": "862019d68cff0ef3",
    "7ae2cb933eb7": "07dbe4fda6f453c0",
    "e15e5cae0817": "fefca8be0a957806",
    "0fc7d9457126": "29002392240b873c",
}


@pytest.mark.parametrize("version", TOLD_THEN)
def test_a_version_says_of_each_day_what_it_said_when_it_was_released(version: str) -> None:
    line = Timeline(release(version))
    days = ("first", "deltas", "first_day", "last_day")
    told = {p: {key: state_deltas(line, p)[key] for key in days} for p in PERSPECTIVES}
    text = json.dumps(_but_claims(json.loads(json.dumps(told))), sort_keys=True)
    assert hashlib.sha256(text.encode()).hexdigest()[:16] == TOLD_THEN[version]


def _but_claims(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _but_claims(inner) for key, inner in value.items() if key != "claim_ids"}
    return [_but_claims(inner) for inner in value] if isinstance(value, list) else value
