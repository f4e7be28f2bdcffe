"""UCDP's rows and our violent events by quarter as an HTML table: bars of two forms, hatched where it is not known."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from geo.reference.coverage import ReferenceQuarter
from geo.style import COUNT_COLOUR, REFERENCE_COLOUR
from geo.wording.text import t
from geo.wording.words import range_in_words

#: The bar of the highest count, as a share of its cell; the number stands beside it.
MAX_PCT = 45
MONTHS_A_QUARTER = 3
STYLE = f"""
.beside{{border-collapse:collapse;width:100%;max-width:760px;font-size:14px;--theirs:color-mix(in srgb,{REFERENCE_COLOUR} 70%,currentColor)}}
.beside th,.beside td{{padding:2px 8px;text-align:start;font-weight:400;border-block-end:1px solid rgba(120,110,95,.25)}}
.beside thead th{{font-weight:600;vertical-align:bottom}}
.beside tbody th{{white-space:nowrap;font-variant-numeric:tabular-nums}}
.beside td{{width:38%}}
.beside i{{display:inline-block;height:11px;margin-inline-end:6px;vertical-align:-1px;box-sizing:border-box;min-width:2px}}
.beside .theirs i{{border:1.5px solid var(--theirs)}}
.beside .ours i{{background:{COUNT_COLOUR}}}
.beside .none i{{display:none}}
.beside .gap{{background:repeating-linear-gradient(-45deg,color-mix(in srgb,var(--theirs) 40%,transparent) 0 1px,transparent 1px 6px)}}
.beside small{{opacity:.75;white-space:nowrap}}
.beside .gap span{{background:var(--st-background-color,Canvas);padding-inline:4px;border-radius:3px}}
"""


def beside_html(quarters: Sequence[ReferenceQuarter]) -> str:
    """The quarters, newest first; those that lie side by side of which nothing is known are one line, and no number."""
    most = max((max(quarter.ucdp or 0, quarter.ours or 0) for quarter in quarters), default=0)
    heads = "".join(
        f'<th scope="col">{escape(t(f"reference.column.{key}"))}</th>' for key in ("quarter", "ucdp", "ours")
    )
    lots = [list(lot) for _, lot in groupby(reversed(quarters), key=lambda quarter: bool(quarter.covered))]
    rows = [row for lot in lots for row in ([_gap(lot)] if not lot[0].covered else [_row(one, most) for one in lot])]
    return f'<style>{STYLE}</style><table class="beside"><thead><tr>{heads}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def _gap(quarters: Sequence[ReferenceQuarter]) -> str:
    """Quarters of which no month is covered whole, the newest first."""
    names = dict.fromkeys((quarters[-1].name, quarters[0].name))
    words = t("reference.quarter_not_known", count=sum(quarter.not_counted for quarter in quarters))
    head = f'<th scope="row">{escape(" – ".join(names))}</th>'
    return f'<tr>{head}<td class="gap" colspan="2"><span>{escape(words)}</span></td></tr>'


def _row(quarter: ReferenceQuarter, most: int) -> str:
    head = f'<th scope="row">{escape(quarter.name)}{_part(quarter)}</th>'
    killed = quarter.killed or {"low": 0, "best": 0, "high": 0}
    message = t("reference.quarter_killed", best=killed["best"], range=range_in_words(killed["low"], killed["high"]))
    theirs = _bar("theirs", quarter.ucdp or 0, most, message if quarter.ucdp else "")
    if quarter.ours is None:
        return f"<tr>{head}{theirs}<td>{escape(t('reference.ours_ended'))}</td></tr>"
    only = t("reference.quarter_ours_only", count=quarter.ours_only)
    return f"<tr>{head}{theirs}{_bar('ours', quarter.ours, most, only if quarter.ours else '')}</tr>"


def _part(quarter: ReferenceQuarter) -> str:
    """Which months are counted, where these are not all of the quarter."""
    if len(quarter.covered) == MONTHS_A_QUARTER:
        return ""
    words = t("reference.quarter_part", months=", ".join(quarter.covered))
    return f' <small class="gap">{escape(words)}</small>'


def _bar(whose: str, count: int, most: int, remark: str) -> str:
    pct = count * MAX_PCT / most if most else 0
    small = f" <small>{escape(remark)}</small>" if remark else ""
    return f'<td class="{whose}{"" if count else " none"}"><i style="width:{pct:.0f}%"></i>{count}{small}</td>'
