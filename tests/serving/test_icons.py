"""The font of icons holds what is named, drawn as it was, and no more."""

from __future__ import annotations

import io

import pytest
from fontTools.ttLib import TTFont

from serving.icons import MEDIA, NAMED, PAGES, _icons, icon_font, wanted_icons

pytestmark = pytest.mark.slow


def test_named_icons_stay_and_others_go() -> None:
    (path,) = MEDIA.glob("MaterialSymbols-*.woff2")
    few = icon_font(path, ["expand_more", "chevron_right"])
    drawn = {name for name, _ in _icons(TTFont(io.BytesIO(few)))}
    assert {"expand_more", "chevron_right"} <= drawn and "home" not in drawn
    assert len(drawn) < 6  # some icons have a second name
    assert len(few) < path.stat().st_size / 50


def test_streamlits_scripts_name_icons_that_the_font_has() -> None:
    (path,) = MEDIA.glob("MaterialSymbols-*.woff2")
    known = {name for name, _ in _icons(TTFont(path))}
    assert len(wanted_icons() & known) > 50 and "expand_more" in wanted_icons()
    ours = {name for path in PAGES.rglob("*.py") for name in NAMED.findall(path.read_text("utf-8"))}
    assert ours and ours <= known and ours <= wanted_icons()
