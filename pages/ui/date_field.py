"""A field for a day, the same on every page: typed in either calendar or chosen; Enter and leaving it choose the day."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from geo.browser.sheets import WEB
from geo.search.days import MAX_DAY_LETTERS, days_in
from geo.style.interface import browser_css
from geo.wording.dates import in_other_calendar, in_words, plain_date
from geo.wording.language import language
from geo.wording.lists import dotted
from geo.wording.text import catalogue, t
from pages.ui import mounting

#: The modules' own text: pages that have no map load nothing else.
JS = mounting.bundled_script(
    """
  const { parentElement, data, setTriggerValue } = component;
  speak(data.texts);
  offerMonths();
  const report = (text) => setTriggerValue("day", text);
  return mountOnce(parentElement, { ...data, report, ask: report }, mountDateField);
""",
    mountDateField="fields/date_field.js",
    offerMonths="fields/month_grid.js",
    speak="engine/text.js",
)
#: The sections of the catalogue that the field speaks with.
SPOKEN = ("locale", "calendar", "solar")
_field = st.components.v2.component(
    "replay_date_field", css=browser_css((WEB / "fields" / "date_field.css").read_text("utf-8")), js=JS
)


def date_field(
    label: str, value: str, span: tuple[str, str], key: str, on_day: Callable[[str], None], **layout: Any
) -> None:
    """Draw the field of a day.

    Parameters
    ----------
    span : the first and the last day that may be chosen.
    on_day : takes the day that the reader chose, when it is another one; 'YYYY-MM-DD' in the span.
    """
    first, last = span
    _field(
        key=key,
        data={
            "key": key,
            "label": label,
            "value": value,
            "first": first,
            "last": last,
            "said": dotted([in_words(value), in_other_calendar(value)]),
            "texts": {key: text for key, text in catalogue(language()).items() if key.partition(".")[0] in SPOKEN},
            "refused": st.session_state.pop(_refused(key), ""),
            "words": {
                "calendar": t("day.calendar"),
                "before": t("day.previous_month"),
                "after": t("day.next_month"),
                "unreadable": t("day.unreadable", typed="{typed}"),
                "outside": t("day.outside", typed="{typed}", first=plain_date(first), last=plain_date(last)),
            },
        },
        on_day_change=lambda: _take(st.session_state[key], span, key, on_day),
        **layout,
    )


def _refused(key: str) -> str:
    """Where a text that means no day is kept until it has been answered."""
    return f"{key}_refused"


def _take(report: Any, span: tuple[str, str], key: str, on_day: Callable[[str], None]) -> None:
    """Hand on a reported day; it comes from a browser and is checked like an address."""
    typed = report.get("day") if hasattr(report, "get") else None
    day = day_in(typed, span)
    if day is not None:
        on_day(day)
    elif isinstance(typed, str):
        st.session_state[_refused(key)] = typed[:MAX_DAY_LETTERS]


def day_in(value: object, span: tuple[str, str]) -> str | None:
    """The day of the span that a reader typed, such as '2021-09-05' or '14 Sunbula 1400'; None when it is none."""
    if not isinstance(value, str) or len(value) > MAX_DAY_LETTERS:
        return None
    found, rest = days_in(value, *span)
    return found.first if found and found.kind == "day" and not rest else None
