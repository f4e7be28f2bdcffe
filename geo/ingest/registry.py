"""Whose columns a table has, with the reason, and what makes events of its rows."""

from __future__ import annotations

from collections.abc import Callable

from geo.ingest.cells import Cells
from geo.ingest.event import Event
from geo.ingest.layouts import acled, gdelt, gtd, table, ucdp
from geo.ingest.result import FileRejected, ReadTable, shown
from geo.publishers.base import Publisher
from geo.publishers.days import DateFormat
from geo.publishers.known import PUBLISHERS, publisher_of
from geo.publishers.table import TABLE
from geo.record.normalise import heading
from geo.wording.text import t

#: Makes of a row an event without province and district; its `point` is as stated, unchecked.
DRAFTS: dict[str, Callable[[Cells, DateFormat], Event]] = {
    "acled": acled.draft,
    "ucdp": ucdp.draft,
    "gtd": gtd.draft,
    "gdelt": gdelt.draft,
    "table": table.draft,
}


def recognise(found: ReadTable, chosen: str = "") -> tuple[Publisher, str]:
    """The publisher whose columns a table has, and the reason, in one line.

    Raises
    ------
    FileRejected
        When the chosen publisher is not known, or the table lacks columns that it needs.
    """
    headings = {heading(column) for column in found.columns}
    if chosen:
        if chosen not in PUBLISHERS:
            raise FileRejected("layout", name=shown(chosen), known=", ".join(PUBLISHERS))
        publisher = PUBLISHERS[chosen]
        lacking = [name for name in publisher.telling if name not in headings]
        if lacking and not publisher.recognised(headings):
            raise FileRejected("lacking", title=publisher.title, columns=", ".join(lacking))
        return publisher, t("add.why.chosen")
    publisher = publisher_of(found.columns)
    return publisher, _why(publisher, found, headings)


def _why(publisher: Publisher, found: ReadTable, headings: set[str]) -> str:
    if publisher is TABLE:
        return t("add.why.own", count=len(headings))
    if not found.facts.get("heading", True):
        return t("add.why.no_heading", count=len(found.columns))
    whole = set(publisher.telling) <= headings
    names = publisher.telling if whole else (*publisher.day, publisher.type, publisher.precision)
    many, named = publisher.how_many(headings), ", ".join(names)
    return t("add.why.columns", many=many, count=len(headings), title=publisher.title, columns=named)
