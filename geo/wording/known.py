"""By which day something is known, and how much of it came later, in words; as `geo/browser/web/known/words.js` has it."""

from __future__ import annotations

from geo.known.later import known_counts
from geo.record.load import Dataset
from geo.wording.dates import plain_date
from geo.wording.lists import in_turn
from geo.wording.text import t


def clock_words(dataset: Dataset) -> str:
    """'As of the end of the day in Kabul, as we know it now.', or as it could be known by a day."""
    known = dataset.known
    return t("known.clock.then", day=plain_date(known.by)) if known else t("known.clock.now")


def known_words(dataset: Dataset, start: str, end: str) -> str:
    """'As known on 5 September 2021. 12 records of these days became known later.'; '' of the record as we know it now."""
    found = known_counts(dataset, start, end)
    if found is None:
        return ""
    later = t("known.later", count=found.later) if found.later else ""
    unknown = t("known.unknown", count=found.day_unknown) if found.day_unknown else ""
    return in_turn([t("known.sentence", day=plain_date(found.by)), later, unknown])
