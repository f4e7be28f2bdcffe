"""The publishers that are known: whose columns a file has, and which of its columns is which."""

from __future__ import annotations

from collections.abc import Sequence

from geo.publishers.acled import ACLED
from geo.publishers.base import Publisher
from geo.publishers.gdelt import GDELT
from geo.publishers.gtd import GTD
from geo.publishers.table import TABLE, fields_by_heading
from geo.publishers.ucdp import UCDP
from geo.record.normalise import heading

#: Asked in this order; the last takes any table.
PUBLISHERS = {publisher.name: publisher for publisher in (ACLED, UCDP, GTD, GDELT, TABLE)}


def publisher_of(columns: Sequence[str]) -> Publisher:
    """The publisher of a file with these columns."""
    headings = {heading(column) for column in columns}
    return next(publisher for publisher in PUBLISHERS.values() if publisher.recognised(headings))


def fields_of(publisher: Publisher, columns: Sequence[str]) -> dict[str, str]:
    """Field -> column of the file; of a publisher every column by its heading, of another table those that are usual."""
    if publisher is TABLE:
        return fields_by_heading(columns)
    return {heading(column): column for column in reversed(columns)}
