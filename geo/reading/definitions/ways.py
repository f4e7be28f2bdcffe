"""What the page of definitions holds, and the way to it from the method."""

from __future__ import annotations

from geo.reading.content import Contents, Link, Paragraph, Within
from geo.wording.text import t

#: Sections of the page, by their anchors: what one day says, as maps, over time, the hard cases, other maps, the rules.
ANCHORS = DAY, MAPS, RIBBON, CASES, OTHER_MAPS, RULES = ("day", "maps", "ribbon", "cases", "other-maps", "rules")


def way_from_method() -> Paragraph:
    """The way to this page, beside the hard cases of the method."""
    return Paragraph((Link(t("definitions.from_method"), "definitions"),))


def contents(*, is_file: bool = False) -> Contents:
    """What the page holds; a page that is a file has the hard cases first, since no day is chosen there."""
    titles = {
        DAY: t("definitions.section.day"),
        MAPS: t("definitions.section.maps"),
        RIBBON: t("definitions.ribbons" if is_file else "definitions.section.ribbon"),
        CASES: t("definitions.cases"),
        OTHER_MAPS: t("definitions.section.other_maps"),
        RULES: t("definitions.rules"),
    }
    order = (CASES, DAY, MAPS, RIBBON, OTHER_MAPS, RULES) if is_file else ANCHORS
    return Contents(t("reading.contents"), tuple(Within(titles[one], one) for one in order))
