"""How a record is seen, in words: by which day of knowledge, and by which definition of who holds a district.

The browser has them in `geo/browser/web/known/words.js` and `geo/browser/web/wording/definition.js`.
"""

from __future__ import annotations

from geo.address.view import ViewState
from geo.control.definitions.known import OURS, word_of
from geo.known.later import known_counts
from geo.record.load import Dataset
from geo.style.layers import LAYERS
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


def definition_words(definition: str) -> str:
    """'By the Long War Journal’s published rule, applied by us.'; '' by our method."""
    return "" if definition == OURS else t(f"definitions.sentence.{word_of(definition)}")


def map_in_words(view: ViewState) -> str:
    """What a map shows: the layer; of control by which definition in short, by our method according to whom."""
    if view.layer != LAYERS[0]:
        return t(f"layer.{view.layer}")
    by = view.definition
    return t(f"perspective.{view.perspective}" if by == OURS else f"definitions.short.{word_of(by)}")
