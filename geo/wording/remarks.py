"""What a page remarks of itself: what of its address could not be used, and what to know of its translation."""

from __future__ import annotations

from geo.address.keys import InvalidParam
from geo.record.spans import is_day
from geo.wording.catalogues import standing
from geo.wording.dates import plain_date
from geo.wording.language import FIRST, language
from geo.wording.lists import in_turn
from geo.wording.text import t


def refused_in_words(problem: InvalidParam) -> str:
    """One sentence about a value that could not be used: of a day also which days can be shown."""
    used = problem.used or "–"
    if problem.days is None:
        return t("app.refused", key=problem.key, value=problem.value, used=used)
    first, last = map(plain_date, problem.days)
    shown = plain_date(used) if is_day(used) else used
    return t("app.refused_day", key=problem.key, value=problem.value, first=first, last=last, used=shown)


def on_translation(is_short: bool = False) -> str:
    """What a reader should know of the translation that is read; nothing of a language that needs none."""
    found = standing(language())
    reviewed = t("language.not_reviewed_short" if is_short else "language.not_reviewed") if found.not_reviewed else None
    if language() == FIRST or is_short:
        return reviewed or ""
    in_english = t("language.in_english", count=len(found.in_english)) if found.in_english else None
    return in_turn([reviewed, in_english, t("language.record") if reviewed or in_english else None])
