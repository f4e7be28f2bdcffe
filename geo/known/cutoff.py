"""A day up to which things are known, and what of a text, a list of ids or a span of days may be told by then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from geo.known.texts import days_named, ids_named


@dataclass(frozen=True)
class Cutoff:
    """The end of a day, the sources that had told something by then, and the ids that were known.

    Parameters
    ----------
    day : ISO day in Kabul.
    days : from when each source can have told anything (`geo.known.days.source_days`).
    ids : the ids of all that was known by then: sources, events, control claims.
    """

    day: str
    days: Mapping[str, str]
    ids: Set[str]

    def sources(self, source_ids: Iterable[str]) -> list[str]:
        """Those of some sources that had told something by then."""
        return [source_id for source_id in source_ids if self.days[source_id] <= self.day]

    def known(self, ids: Iterable[str]) -> list[str]:
        """Those of some records that were known by then."""
        return [one for one in ids if one in self.ids]

    def by_then(self, day: str | None) -> str | None:
        """A day, or the cut-off where it lies after it."""
        return min(day, self.day) if day else day

    def unless_later(self, day: str | None) -> str | None:
        """A day that lies before the end of the cut-off; None otherwise."""
        return day if day and day <= self.day else None

    def may_tell(self, text: str | None, year: str) -> bool:
        """Whether a text names no later day and no record that was not known by then."""
        named = days_named(text or "", year)
        return (named is None or named[1] <= self.day) and ids_named(text or "") <= self.ids

    def text(self, text: str | None, year: str) -> str | None:
        """A text that may be told; None otherwise."""
        return text if self.may_tell(text, year) else None
