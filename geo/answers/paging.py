"""Long lists in pages, and the addresses of the other pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from geo.wording.text import t

#: Rows on a page: some 200 KB of events, 30 KB on the wire.
PAGE_SIZE = 100

#: The address of a page, from its number.
Address = Callable[[int], str]


def page_count(rows: int) -> int:
    """How many pages so many rows fill; an empty list has one."""
    return max(1, -(-rows // PAGE_SIZE))


def paged(answer: Mapping[str, Any], name: str, page: int, address: Address) -> dict[str, Any]:
    """An answer with one page of its list; `page`, `pages` and `links` say which, and where the others are.

    Raises
    ------
    LookupError
        When there are fewer pages.
    """
    rows = answer[name]
    pages = page_count(len(rows))
    if page > pages:
        raise LookupError(t("problem.no_page", page=page, pages=pages))
    wanted = {"first": 1, "prev": page - 1, "self": page, "next": page + 1, "last": pages}
    links = {relation: address(number) for relation, number in wanted.items() if 1 <= number <= pages}
    part = rows[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    return {**answer, name: part, "page": page, "pages": pages, "links": links}
