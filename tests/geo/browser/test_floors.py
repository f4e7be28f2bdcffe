"""The folders of the browser's modules stand on floors: imports go down only, so they never go in a circle."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from geo.browser.assets import web_modules
from geo.browser.bundles.bundle import IMPORT
from geo.browser.sheets import WEB

PAGE = Path(__file__).resolve().parents[3] / "ARCHITECTURE.md"


def floors() -> list[list[str]]:
    """The folders by floor, the lowest first, as ARCHITECTURE.md tells them."""
    told = PAGE.read_text("utf-8").partition("## Floors")[2].partition("## ")[0].split("```")[3]
    return [line.split(" | ") for line in told.strip().split("\n")][::-1]


def upwards(modules: Mapping[str, str], on: list[list[str]]) -> Iterator[str]:
    """The imports that don't go down."""
    floor = {folder: number for number, folders in enumerate(on) for folder in folders}
    for name, text in modules.items():
        here = name.partition("/")[0]
        for found in IMPORT.finditer(text):
            there = (Path("/", name).parent / found[2]).resolve().parts[1]
            if there != here and floor[there] >= floor[here]:
                yield f"{name} imports {found[2]}"


def test_every_folder_has_one_floor() -> None:
    told = [folder for line in floors() for folder in line]
    assert sorted(told) == sorted({name.partition("/")[0] for name in web_modules()})
    assert all(re.fullmatch(r"[a-z]+", folder) and (WEB / folder).is_dir() for folder in told)


def test_imports_go_down_only() -> None:
    assert list(upwards(web_modules(), floors())) == []


def test_an_import_that_goes_up_or_aside_is_found() -> None:
    modules = {
        "low/a.js": 'import { b } from "../high/b.js";\nimport { c } from "../aside/c.js";',
        "high/b.js": 'import { a } from "../low/a.js";\nimport { d } from "./d.js";',
    }
    assert list(upwards(modules, [["low", "aside"], ["high"]])) == [
        "low/a.js imports ../high/b.js",
        "low/a.js imports ../aside/c.js",
    ]
