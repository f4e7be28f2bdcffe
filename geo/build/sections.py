"""Parts of a page that are made: between two marks, with all that stands around them kept."""

from __future__ import annotations


def with_section(page: str, name: str, text: str) -> str:
    """A page with what stands between `<!-- NAME:begin -->` and `<!-- NAME:end -->` replaced by a text.

    Raises
    ------
    ValueError
        When the page does not hold both marks, once each and in order.
    """
    begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
    before, found, rest = page.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed or begin in rest or end in after:
        raise ValueError(f"the page needs one line {begin} and, after it, one line {end}")
    return f"{before}{begin}\n\n{text}\n\n{end}{after}"
