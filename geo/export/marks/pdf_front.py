"""Our name at the front of a PDF, so that half of one still tells whose it is; where its objects lie is told anew."""

from __future__ import annotations

import re

from geo.wording.cite import AUTHOR

NAME_LINE = b"%" + AUTHOR.encode("ascii") + b"\n"
#: The first two lines; the second tells other programs that the file is no text.
HEAD = re.compile(rb"%PDF-[^\n]*\n%[^\n]*\n")
#: A row of the table of objects, and where that table lies.
ROW = re.compile(rb"(\d{10}) (\d{5}) n \n")
TABLE = re.compile(rb"startxref\n(\d+)\n%%EOF\s*\Z")


def with_name(pdf: bytes) -> bytes:
    """A PDF with our name in a comment after its head.

    Raises
    ------
    ValueError
        When the file is not built as our library builds it.
    """
    head, end = HEAD.match(pdf), TABLE.search(pdf)
    if not head or not end:
        raise ValueError("a PDF without its head or its table of objects")
    table, moved = int(end[1]), len(NAME_LINE)
    rows = ROW.sub(lambda row: b"%010d %b n \n" % (int(row[1]) + moved, row[2]), pdf[table : end.start()])
    tail = b"startxref\n%d\n%%%%EOF\n" % (table + moved)
    return pdf[: head.end()] + NAME_LINE + pdf[head.end() : table] + rows + tail
