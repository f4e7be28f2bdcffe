"""The browser's files: one folder a content, old ones kept for a while, nothing half written is used."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from geo.browser import assets
from geo.browser.assets import ENTRIES, KEPT_VERSIONS, MODULES, Assets, write_assets
from geo.control.timeline import Timeline
from geo.record.load import load
from tests.conftest import told_coarsely


@pytest.fixture(scope="module")
def written(line: Timeline, tiny_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Assets]:
    static = tmp_path_factory.mktemp("static")
    return static, write_assets(line, static, tiny_dir)


def test_every_address_is_a_file(written: tuple[Path, Assets]) -> None:
    static, made = written
    for address in made.addresses("/app/static").values():
        assert (static / address.removeprefix("/app/static/")).is_file(), address


def test_all_our_modules_and_leaflet_are_there(written: tuple[Path, Assets]) -> None:
    static, made = written
    modules = (static / made.folder / MODULES).read_text("utf-8")
    for name in ENTRIES:
        assert f"export const {name}=" in modules
    looks = json.loads(modules.rsplit("export const STYLES = ", 1)[1].rstrip().removesuffix(";"))
    assert ".panel" in looks and "/*" not in looks
    assert (static / made.folder / "images" / "layers.png").is_file()
    texts = json.loads((static / made.folder / "texts.json").read_text("utf-8"))
    assert texts["timeline.play"] == "Play"


def test_the_same_content_is_the_same_folder_and_not_written_again(
    written: tuple[Path, Assets], line: Timeline, tiny_dir: Path
) -> None:
    static, made = written
    stamp = (static / made.folder / "record.json").stat().st_mtime_ns
    assert write_assets(line, static, tiny_dir) == made
    assert (static / made.folder / "record.json").stat().st_mtime_ns == stamp


def test_a_folder_that_is_not_complete_is_written_again(line: Timeline, tiny_dir: Path, tmp_path: Path) -> None:
    made = write_assets(line, tmp_path, tiny_dir)
    (tmp_path / made.folder / "complete").unlink()
    (tmp_path / made.folder / "record.json").write_text("half", "utf-8")
    assert write_assets(line, tmp_path, tiny_dir) == made
    assert json.loads((tmp_path / made.folder / "record.json").read_bytes())["days"] == 48


def test_other_content_is_another_folder(written: tuple[Path, Assets], tiny_copy: Path, tmp_path: Path) -> None:
    path = tiny_copy / "actors.json"
    path.write_text(path.read_text("utf-8").replace("Civilians", "People"), "utf-8")
    assert write_assets(Timeline(load(tiny_copy)), tmp_path, tiny_copy) != written[1]


def test_only_the_newest_versions_are_kept(line: Timeline, tiny_dir: Path, tmp_path: Path) -> None:
    for number in range(KEPT_VERSIONS + 1):
        old = tmp_path / f"replay-{number:016x}"
        old.mkdir()
        (old / "complete").touch()
        os.utime(old / "complete", (number, number))
    (tmp_path / "other").mkdir()
    made = write_assets(line, tmp_path, tiny_dir)
    kept = sorted(path.name for path in tmp_path.iterdir())
    assert kept == sorted(["other", made.folder, *(f"replay-{n:016x}" for n in range(2, KEPT_VERSIONS + 1))])


def test_an_old_version_goes_that_holds_what_is_withheld_now(
    line: Timeline, tiny_dir: Path, tiny_copy: Path, tmp_path: Path
) -> None:
    path = tiny_copy / "events.geojson"
    path.write_text(path.read_text("utf-8").replace('"sensitivity":"withheld"', '"sensitivity":"public"'), "utf-8")
    before = write_assets(Timeline(load(tiny_copy)), tmp_path, tiny_copy)
    (tmp_path / "replay-0000000000000000").mkdir()
    (tmp_path / "replay-0000000000000000" / "cards.json").write_text('{"sources":["SRC-0005"]}', "utf-8")
    assert b"EV-2021-0003" in (tmp_path / before.folder / "cards.json").read_bytes()
    now = write_assets(line, tmp_path, tiny_dir)
    assert [found.name for found in tmp_path.glob("replay-*")] == [now.folder]


def test_an_old_version_goes_that_tells_more_finely_what_is_told_coarsely_now(tiny_copy: Path, tmp_path: Path) -> None:
    path, shown = tiny_copy / "events.geojson", tmp_path / "static"
    fine = write_assets(Timeline(load(tiny_copy)), shown, tiny_copy)
    path.write_text(told_coarsely(path.read_text("utf-8"), "EV-2021-0001"), "utf-8")
    coarse = write_assets(Timeline(load(tiny_copy)), shown, tiny_copy)
    assert fine != coarse and [found.name for found in shown.glob("replay-*")] == [coarse.folder]
    path.write_text(
        path.read_text("utf-8").replace('"EV-2021-0002","title":"', '"EV-2021-0002","title":"Later: '), "utf-8"
    )
    later = write_assets(Timeline(load(tiny_copy)), shown, tiny_copy)
    assert {found.name for found in shown.glob("replay-*")} == {coarse.folder, later.folder}  # told as coarsely before


def test_the_modules_load_nothing_from_elsewhere() -> None:
    for path in assets.WEB.rglob("*.js"):
        for line in path.read_text("utf-8").splitlines():
            if line.startswith(("import ", "export ")) and " from " in line:
                assert re.search(r' from "\.{1,2}/[a-z]', line), f"{path.name}: {line}"
