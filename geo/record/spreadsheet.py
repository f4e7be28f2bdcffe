"""Text that a spreadsheet would run as a formula, quoted so that it stays text; and back."""

from __future__ import annotations

MARK = "'"
#: What a spreadsheet takes for the beginning of a formula, the full-width forms too.
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def quoted(text: str) -> str:
    """The text with a mark before it when a spreadsheet might run it, or when it looks as if marked."""
    return MARK + text if text.lstrip(MARK).startswith(STARTS) else text


def unquoted(text: str) -> str:
    """The text as it was before `quoted`."""
    return text[1:] if text.startswith(MARK) and text.lstrip(MARK).startswith(STARTS) else text
