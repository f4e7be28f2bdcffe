"""The layouts that are known, and which of them a table has, with the reason."""

from __future__ import annotations

from geo.ingest.layouts import acled, gdelt, gtd, table, ucdp
from geo.ingest.layouts.base import Layout
from geo.ingest.result import Refused, Table, shown
from geo.record.normalise import heading
from geo.wording.text import t

#: Asked in this order; the last takes any table.
LAYOUTS: dict[str, Layout] = {
    layout.name: layout for layout in (acled.LAYOUT, ucdp.LAYOUT, gtd.LAYOUT, gdelt.LAYOUT, table.LAYOUT)
}
OWN = table.LAYOUT.name


def recognise(found: Table, chosen: str = "") -> tuple[Layout, str]:
    """The layout of a table and the reason, in one line.

    Raises
    ------
    Refused
        When the chosen layout is not known, or the table lacks columns that it needs.
    """
    columns = {heading(column) for column in found.columns}
    if chosen:
        if chosen not in LAYOUTS:
            raise Refused("layout", name=shown(chosen), known=", ".join(LAYOUTS))
        layout = LAYOUTS[chosen]
        if lacking := [name for name in layout.telling if name not in columns]:
            raise Refused("lacking", title=layout.title, columns=", ".join(lacking))
        return layout, t("add.why.chosen")
    layout = next(layout for layout in LAYOUTS.values() if layout.recognised(columns))
    return layout, _why(layout, found, columns)


def _why(layout: Layout, found: Table, columns: set[str]) -> str:
    if layout.name == OWN:
        return t("add.why.own", count=len(columns))
    if not found.facts.get("heading", True):
        return t("add.why.no_heading", count=len(found.columns))
    many, named = layout.how_many(columns), ", ".join(layout.telling)
    return t("add.why.columns", many=many, count=len(columns), title=layout.title, columns=named)
