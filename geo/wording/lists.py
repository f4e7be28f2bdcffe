"""Lists as a language joins them: names, alternatives, clauses, sentences; each item turns nothing round."""

from __future__ import annotations

from collections.abc import Iterable

from geo.wording.text import isolated, t


def listed(items: Iterable[str | None]) -> str:
    """'Rukha, Dara, Paryan'; what is empty is left out."""
    return _joined("list.between", items)


def listed_some(items: Iterable[str], is_all: bool) -> str:
    """'3, 7, 12', and of a list that has more than these '3, 7, 12 …'."""
    return listed(items) if is_all else t("list.cut", list=listed(items))


def either(items: Iterable[str | None]) -> str:
    """'Rukha or Dara'."""
    return _joined("list.or", items)


def series(items: Iterable[str | None]) -> str:
    """'Type: Battles; Grade: verified': longer parts one after the other."""
    return _joined("list.series", items)


def dotted(items: Iterable[str | None]) -> str:
    """'5 September 2021 · Rukha': parts of a line that are no list."""
    return _joined("list.dot", items)


def in_turn(sentences: Iterable[str | None]) -> str:
    """Whole sentences, one after the other."""
    return t("list.sentences").join(filter(None, sentences))


def _joined(key: str, items: Iterable[str | None]) -> str:
    return t(key).join(isolated(item) for item in items if item)
