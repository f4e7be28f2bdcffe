"""The styles of the browser's modules stand also where text runs from right to left."""

from __future__ import annotations

import re

import pytest

from geo.browser.assets import WEB

STYLES = sorted(WEB.rglob("*.css"))
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
