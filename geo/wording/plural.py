"""A text with a number in it: '1 event', '1,024 events'; the catalogue holds the forms as `key_one` and `key_other`."""

from __future__ import annotations

from geo.wording.text import t


def counted(key: str, count: int, /, **values: object) -> str:
    """The form of a text that a number asks for, with the number as `{count}`."""
    form = key + ("_one" if count == 1 else "_other")
    return t(form, count=f"{count:,}", **values)
