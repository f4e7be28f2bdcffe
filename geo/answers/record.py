"""What answers are made from: the record, UCDP's rows beside it, the versions that were released."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from geo.control.timeline import Timeline
from geo.queries.versions import versions
from geo.record.load import DATA_DIR, Dataset
from geo.reference.load import Reference, reference_beside

#: What was asked, by the keys of an address, in canonical form; a key that was not given is not in it.
Query = Mapping[str, str]


@dataclass(frozen=True)
class Record:
    """The record that is asked; `reference` is None where no rows of others stand beside it."""

    timeline: Timeline
    reference: Reference | None = None
    released: tuple[tuple[str, str], ...] = ()

    @property
    def dataset(self) -> Dataset:
        """The record as it was loaded."""
        return self.timeline.dataset


def record_of(timeline: Timeline, data_dir: Path = DATA_DIR) -> Record:
    """The record of a folder with all that stands beside it there.

    Raises
    ------
    DataError
        When the rows beside it break a rule.
    """
    return Record(timeline, reference_beside(timeline.dataset, data_dir), tuple(versions(data_dir)))
