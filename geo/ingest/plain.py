"""Text of strangers as it may reach a terminal, a report or a card: nothing in it that hides or turns what follows."""

from __future__ import annotations

from typing import Any

#: Control characters but tab and line ends (0 to 31, 127 to 159), marks and signs of direction, line separators.
_NUMBERS = (
    *range(9), 11, 12, *range(14, 32), *range(127, 160), 0x061C, 0x200E, 0x200F,
    *range(0x2028, 0x202F), *range(0x2060, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080),
)  # fmt: skip
HIDING = dict.fromkeys(_NUMBERS)


def plain(text: str) -> str:
    """The text without control characters and signs of direction; the joiners of Persian stay."""
    return text if text.isprintable() else text.translate(HIDING)


def plain_line(text: str) -> str:
    """The same on one line."""
    return " ".join(plain(text).split())


def plain_value(value: Any) -> Any:
    """The same for a cell of any kind, all texts within it."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, list | tuple):
        return [plain_value(part) for part in value]
    if isinstance(value, dict):
        return {plain(str(name)): plain_value(part) for name, part in value.items()}
    return value
