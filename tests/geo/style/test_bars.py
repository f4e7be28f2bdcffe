"""Bars by grade stand out from what they are drawn on: on the map's time axis, and in the charts of reading pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from geo.record.schema import VERIFICATIONS
from geo.style.basemap import HALO, INK, WHITE
from geo.style.events import GRADE_COLOURS, REFERENCE_COLOUR
from geo.style.interface import INTERFACE
from tests.geo.style.colour import contrast, over

GEO = Path(__file__).resolve().parents[3] / "geo"
WEB = GEO / "browser" / "web"
CHARTS = (GEO / "reading" / "charts" / "charts.css").read_text("utf-8")
#: The ink and the ground of pages: Streamlit's, and the reader's edition's.
PAGES = {
    "light": ("#31333F", WHITE),
    "dark": ("#FAFAFA", "#0E1117"),
    "files, light": (INK, WHITE),
    "files, dark": ("#E8E6E1", INTERFACE["night"]),
}
MIXED = re.compile(r"color-mix\(in srgb, ([^()]+?)(?: (\d+)%)?, ([^()]+?)\)")


def alpha(file: str, pattern: str) -> float:
    found = re.search(pattern, (WEB / file).read_text("utf-8"), re.DOTALL)
    assert found, "the axis is drawn in another way"
    return float(found.group(1))


@pytest.mark.parametrize("grade", VERIFICATIONS)
def test_a_bar_stands_out_from_the_paper_of_the_axis_its_window_and_the_strip_below(grade: str) -> None:
    shade = alpha("handle/axis_drawing.js", r"function overview.*?globalAlpha = ([\d.]+)")
    window = alpha("timeline/timeline.css", r"\.axis-window \{[^}]*accent-parts\) / ([\d.]+)\)")
    for ground in (HALO, over(INK, HALO, shade), over(INTERFACE["accent"], HALO, window)):
        assert contrast(GRADE_COLOURS[grade], ground) >= 3


def ink_of(value: str, names: dict[str, str], ground: str) -> str:
    """The colour that `color-mix` and `var` say."""
    value = re.sub(r"var\(--([\w-]+)\)", lambda found: names[found.group(1)], value).replace(
        "currentColor", names["ink"]
    )
    while found := MIXED.search(value):
        one, share, other = found.groups()
        mixed = over(one, ground if other == "transparent" else other, int(share or 50) / 100)
        value = value[: found.start()] + mixed + value[found.end() :]
    return value.strip()


def rule(selector: str) -> dict[str, str]:
    found = re.search(rf"^\.reading {re.escape(selector)} \{{(.*?)^\}}", CHARTS, re.DOTALL | re.MULTILINE)
    assert found, selector
    return {
        name.strip(): value for name, _, value in (line.partition(":") for line in found.group(1).split(";")) if value
    }


def names_on(ink: str) -> dict[str, str]:
    own = {f"c-{name}": colour for name, colour in INTERFACE.items()}
    return {
        **GRADE_COLOURS,
        **own,
        "ink": ink,
        "theirs": ink_of(f"color-mix(in srgb, {REFERENCE_COLOUR} 70%, {ink})", {"ink": ink}, ink),
    }


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("grade", VERIFICATIONS)
def test_a_bar_of_a_chart_stands_out_by_its_colour_or_its_outline(grade: str, page: str) -> None:
    ink, ground = PAGES[page]
    names, said = names_on(ink), rule(f".{grade}")
    if "--wine" in said:
        names["wine"] = ink_of(said["--wine"], names, ground)
    outline = re.sub(r"^\s*inset 0 0 0 1px", "", said.get("box-shadow", ""))
    assert contrast(ink_of(outline or said["background"], names, ground), ground) >= 3


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("group", ["un", "party", "other"])
def test_a_range_of_a_chart_stands_out(group: str, page: str) -> None:
    ink, ground = PAGES[page]
    assert contrast(ink_of(rule(f".group-{group}")["--group"], names_on(ink), ground), ground) >= 3


def test_the_bar_of_a_share_stands_out() -> None:
    css = (GEO / "reading" / "reading.css").read_text("utf-8")
    filled = re.search(r"\.reading \.bar > span \{[^}]*background: var\(--c-([\w-]+)\)", css)
    assert filled and all(contrast(INTERFACE[filled.group(1)], ground) >= 3 for _, ground in PAGES.values())
