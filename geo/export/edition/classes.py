"""The pages for classes: all worksheets, and one each."""

from __future__ import annotations

from geo.export.edition.frame import Edition, framed
from geo.export.edition.records import intro
from geo.reading.worksheets.page import list_blocks, sheet_blocks, sheet_name
from geo.wording.text import t


def sheet_index(edition: Edition, file: str) -> str:
    """All worksheets, each with what it is about."""
    body = [intro(t("classes.intro")), edition.html(file, *list_blocks(edition.dataset))]
    return framed(edition, file, t("classes.title"), body, about=t("classes.intro"))


def sheet_page(edition: Edition, name: str, file: str) -> str:
    """One worksheet with its key."""
    return framed(edition, file, sheet_name(name), [edition.html(file, *sheet_blocks(edition.timeline, name))])
