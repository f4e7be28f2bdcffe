"""The styles of the browser's modules stand also where text runs from right to left."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from geo.browser.reader_files import PAGES_SHEETS, READER_SHEETS
from geo.browser.sheets import STYLES as SERVED
from geo.browser.sheets import WEB
from geo.export.one_file import STYLES as ALONE
from geo.style.interface import INTERFACE, NARROW_PAGE, browser_css

ROOT = Path(__file__).resolve().parents[3]
STYLES = sorted(WEB.rglob("*.css"))
#: All style sheets of ours, also those of pages and of the first answer.
EVERY = sorted(path for top in ("geo", "pages", "serving") for path in (ROOT / top).rglob("*.css"))
RAW = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\((?!var\()", re.I)
#: Properties and values of one side of the screen: those of the text's own sides stand in their place.
PHYSICAL = re.compile(
    r"(?<![-\w])(?:left|right|(?:margin|padding|border)-(?:left|right)(?:-\w+)*|border-(?:top|bottom)-(?:left|right)-radius)"
    r"\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b|box-shadow\s*:\s*inset\s+-?[1-9]"
)
FOUR_SIDES = re.compile(r"(?<![-\w])(?:margin|padding|inset)\s*:\s*([^;{}]+)")
FOUR_CORNERS = re.compile(r"(?<![-\w])border-radius\s*:\s*([^;{}]+)")


def values(text: str) -> list[str]:
    return re.findall(r"[\w.%-]+\([^()]*\)|[^\s()]+", text.replace("!important", ""))


def physical(css: str) -> list[str]:
    """What of a style means one side of the screen."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    found = [match.group() for match in PHYSICAL.finditer(css)]
    for match in FOUR_SIDES.finditer(css):
        sides = values(match[1])
        if len(sides) == 4 and sides[1] != sides[3]:
            found.append(match.group())
    for match in FOUR_CORNERS.finditer(css):
        corners = values(match[1])
        corners += corners[len(corners) - 2 :] if len(corners) == 2 else corners[1:2] if len(corners) == 3 else []
        if len(corners) == 4 and (corners[0] != corners[1] or corners[2] != corners[3]):
            found.append(match.group())
    return found


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_no_style_means_a_side_of_the_screen(path) -> None:
    assert physical(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "css",
    ["a { left: 0 }", "a { padding-left: 1px }", "a { padding: 1px 0 1px 3px; }", "a { border-radius: 6px 0 0 6px; }",
     "a { text-align: left }", "a { box-shadow: inset 3px 0 0 red }"],
)  # fmt: skip
def test_what_does_is_found(css) -> None:
    assert physical(css)


def without_comments(css: str) -> str:
    return re.sub(r"/\*.*?\*/", "", css, flags=re.S)


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_style_names_its_colours(path) -> None:
    """A raw colour stands in `geo/style/` only; a name that is not there is refused."""
    css = path.read_text("utf-8")
    assert RAW.findall(without_comments(css)) == []
    assert all(f"--c-{name}:" in browser_css(css) for name in re.findall(r"var\(--c-([\w-]+)", css))


@pytest.mark.parametrize("css", ["a { color: #fff }", "a { color: rgb(1 2 3) }", "a { background: hsl(0 0% 0%) }"])
def test_a_raw_colour_is_found(css) -> None:
    assert RAW.findall(css)


def test_a_colour_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        browser_css("a { color: var(--c-nowhere) }")


def test_every_colour_of_the_interface_is_used_and_stated_as_its_parts() -> None:
    holders = [*EVERY, *(path for path in (ROOT / "geo").rglob("*.py") if path.name != "interface.py")]
    used = {name for path in holders for name in re.findall(r"var\(--c-([\w-]+)", path.read_text("utf-8"))}
    assert used == set(INTERFACE)
    for name in ("accent", "halo"):
        parts = [int(part) for part in INTERFACE[f"{name}-parts"].split()]
        assert f"#{bytes(parts).hex()}".upper() == INTERFACE[name]


def test_the_accent_is_that_of_the_pages() -> None:
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    assert {theme["primaryColor"], *(theme[scheme]["primaryColor"] for scheme in ("light", "dark"))} == {
        INTERFACE["accent"]
    }
    assert theme["dark"]["linkColor"] == INTERFACE["accent-on-dark"]


def test_every_style_of_the_browser_is_served_and_short() -> None:
    assert {*SERVED, *READER_SHEETS, *PAGES_SHEETS, *ALONE} == set(STYLES)
    assert [path.name for path in STYLES if path.read_text("utf-8").count("\n") > 250] == []


#: Modules of Python that state colours, and the constants that are made of them.
STATE_COLOURS = ("geo/style/", "geo/browser/web/engine/constants.js", "geo/browser/web/engine/map_constants.js")
CODE = sorted(
    path for top in ("geo", "pages", "serving") for kind in ("py", "js") for path in (ROOT / top).rglob(f"*.{kind}")
)
#: Not a private method of a class (`#add(`, `this.#add`).
HEX = re.compile(r"(?<![.\w])#(?:[0-9a-f]{6}|[0-9a-f]{3})\b(?![\w(-])|\brgba\(\s*\d+\s*,", re.I)


def test_code_names_its_colours_too() -> None:
    """'#1F1B16' stands in `geo/style/` only."""
    found = {
        path.relative_to(ROOT).as_posix(): stated
        for path in CODE
        if not path.relative_to(ROOT).as_posix().startswith(STATE_COLOURS)
        and (stated := HEX.findall(path.read_text("utf-8")))
    }
    assert found == {}
    assert HEX.findall((ROOT / "geo" / "style" / "basemap.py").read_text("utf-8")) and HEX.findall(
        "rgba(255,255,255,.5)"
    )


def test_the_width_of_a_narrow_page_stands_once() -> None:
    """Style sheets say `@media (--narrow)`, modules `MAP_STYLE.narrowPage`."""
    stated = {path.name for path in [*EVERY, *CODE] if NARROW_PAGE in path.read_text("utf-8")}
    assert stated == {"interface.py", "map_constants.js"}  # the second is made of the first
    assert browser_css("@media (--narrow) { a { top: 0 } }") == f"@media {NARROW_PAGE} {{ a {{ top: 0 }} }}"
