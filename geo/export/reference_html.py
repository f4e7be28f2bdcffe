"""UCDP's rows and our violent events by quarter as an HTML table: bars of two forms, hatched where it is not known."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from geo.reference.coverage import ReferenceQuarter
from geo.style import COUNT_COLOUR, REFERENCE_COLOUR
from geo.wording.text import t
from geo.wording.words import range_in_words

#: The bar of the highest count, as a share of its cell; the number stands beside it.
MOST_PCT = 78
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
.beside small{{opacity:.75}}
"""


def beside_html(quarters: Sequence[ReferenceQuarter]) -> str:
    """The quarters of which anything can be told or that lie between them, newest first; never a number where UCDP's
    releases cover no month whole."""
    told = [number for number, quarter in enumerate(quarters) if quarter.covered or quarter.not_counted]
    shown = quarters[told[0] : told[-1] + 1] if told else []
    most = max((max(quarter.ucdp or 0, quarter.ours or 0) for quarter in shown), default=0)
    heads = "".join(
        f'<th scope="col">{escape(t(f"reference.column.{key}"))}</th>' for key in ("quarter", "ucdp", "ours")
    )
    rows = "".join(_row(quarter, most) for quarter in reversed(shown))
    return f'<style>{STYLE}</style><table class="beside"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def _row(quarter: ReferenceQuarter, most: int) -> str:
    head = f'<th scope="row">{escape(quarter.name)}{_part(quarter)}</th>'
    if quarter.ucdp is None or quarter.ours is None:
        words = t("reference.quarter_not_known", count=quarter.not_counted)
        return f'<tr>{head}<td class="gap" colspan="2">{escape(words)}</td></tr>'
    killed = quarter.killed or {}
    told = t("reference.quarter_killed", best=killed["best"], range=range_in_words(killed["low"], killed["high"]))
    remark = f" <small>{escape(told)}</small>" if quarter.ucdp else ""
    only = t("reference.quarter_ours_only", count=quarter.ours_only)
    beside = f" <small>{escape(only)}</small>" if quarter.ours else ""
    return f"<tr>{head}{_bar('theirs', quarter.ucdp, most, remark)}{_bar('ours', quarter.ours, most, beside)}</tr>"


def _part(quarter: ReferenceQuarter) -> str:
    """Which months of a quarter are not counted, where some are."""
    if not (quarter.covered and quarter.not_covered):
        return ""
    words = t("reference.quarter_part", months=", ".join(quarter.not_covered))
    return f' <small class="gap">{escape(words)}</small>'


def _bar(whose: str, count: int, most: int, remark: str) -> str:
    pct = count * MOST_PCT / most if most else 0
    none = "" if count else " none"
    return f'<td class="{whose}{none}"><i style="width:{pct:.0f}%"></i>{count}{remark}</td>'
