"""What of an address could not be used, in words: of a day also which days can be shown."""

from __future__ import annotations

from geo.address.keys import InvalidParam
from geo.record.spans import is_day
from geo.wording.dates import plain_date
from geo.wording.text import t


def refused_in_words(problem: InvalidParam) -> str:
    """One sentence about a value that could not be used."""
    used = problem.used or "–"
    if problem.days is None:
        return t("app.refused", key=problem.key, value=problem.value, used=used)
    first, last = map(plain_date, problem.days)
    shown = plain_date(used) if is_day(used) else used
    return t("app.refused_day", key=problem.key, value=problem.value, first=first, last=last, used=shown)
