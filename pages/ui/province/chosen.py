"""Which province and perspective the page shows, and another one chosen."""

from __future__ import annotations

from geo.address.view import ViewState
from geo.record.load import Dataset
from geo.record.schema import PERSPECTIVES
from pages.ui import reader_page


def choose(dataset: Dataset, admin1: str | None) -> None:
    """Show another province; a district or event of the one before is let go."""
    reader_page.change_view(dataset, province=admin1, district=None, event=None)


def perspective_of(view: ViewState) -> str:
    """The perspective of the tables; 'both' is a way to draw the map, here it is the assessed one."""
    return view.perspective if view.perspective in PERSPECTIVES else "assessed"
