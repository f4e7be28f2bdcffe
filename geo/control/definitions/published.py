"""Where the rules of others are published, and how each page was read: the lines of `published.csv`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from geo.record.spreadsheet import own_table

FILE = Path(__file__).with_name("published.csv")
#: The page as it is, a copy of it, only its beginning, or a page that describes the rule.
READ_AS = ("page", "copy", "beginning", "described")


@dataclass(frozen=True)
class Published:
    """A page that states a rule, by definition; `published_on` is a day, a year, or '' where it is not known."""

    definition: str
    title: str
    publisher: str
    published_on: str
    address: str
    read_on: str
    read_as: str


def published() -> dict[str, tuple[Published, ...]]:
    """The pages by the definition that rests on them; a rule of ours has none."""
    rows = [Published(**row) for row in own_table(FILE)]
    return {row.definition: tuple(one for one in rows if one.definition == row.definition) for row in rows}
