"""A field for a day, the same on every page: ISO typed or chosen in a calendar; Enter and leaving it choose the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import streamlit as st

from geo.browser.assets import WEB
from geo.wording.dates import in_words, solar_hijri
from geo.wording.text import t

#: The module's own text: pages that have no map load nothing else.
JS = (
    (WEB / "fields" / "date_field.js").read_text("utf-8")
    + """
const mounted = new WeakMap();
export default function ({ parentElement, data, setTriggerValue }) {
  const options = { ...data, report: (day) => setTriggerValue("day", day) };
  const there = mounted.get(parentElement);
  if (there) there.update(options);
  else mounted.set(parentElement, mountDateField(parentElement, options));
  return () => {
    mounted.get(parentElement)?.remove();
    mounted.delete(parentElement);
  };
}
"""
)
_field = st.components.v2.component(
    "replay_date_field", css=(WEB / "fields" / "date_field.css").read_text("utf-8"), js=JS
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
            "said": f"{in_words(value)} · {solar_hijri(value)}",
            "words": {
                "calendar": t("day.calendar"),
                "unreadable": t("day.unreadable", typed="{typed}"),
                "outside": t("day.outside", typed="{typed}", first=first, last=last),
            },
        },
        on_day_change=lambda: _take(st.session_state[key], span, on_day),
        **layout,
    )


def _take(report: Any, span: tuple[str, str], on_day: Callable[[str], None]) -> None:
    """Hand on a reported day; it comes from a browser and is checked like an address."""
    day = day_in(report.get("day") if hasattr(report, "get") else None, span)
    if day is not None:
        on_day(day)


def day_in(value: object, span: tuple[str, str]) -> str | None:
    """A reported day in canonical form; None when it is none of the span."""
    if not isinstance(value, str):
        return None
    try:
        day = date.fromisoformat(value).isoformat()
    except ValueError:
        return None
    return day if day == value and span[0] <= day <= span[1] else None
