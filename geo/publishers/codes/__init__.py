"""The codes of publishers as tables: what each is called in the codebook and on which page, and what it is here.

`codebooks.csv` names the edition that was read; a code without a page stands in no edition that was found.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from geo.record.spreadsheet import own_table

_FOLDER = Path(__file__).resolve().parent
CODES = ("gtd_attacks", "gtd_targets", "gtd_weapons", "cameo_kinds", "acled_kinds", "ucdp_kinds", "precisions")
#: `pcodes`: OCHA's codes and names of provinces and districts (COD-AB of Afghanistan), and which area of ours each is.
TABLES = (*CODES, "codebooks", "actors", "pcodes")


@cache
def code_table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a table, by column."""
    return tuple(own_table(_FOLDER / f"{name}.csv"))


@cache
def precisions(publisher: str, variable: str) -> dict[int, int]:
    """What each code of a variable that tells precision is in our own precision of places or dates."""
    rows = code_table("precisions")
    return {int(r["code"]): int(r["ours"]) for r in rows if (r["publisher"], r["variable"]) == (publisher, variable)}
