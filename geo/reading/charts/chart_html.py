"""Charts as HTML with places in per cent: it fits any width, turns with the script, and needs no script of its own."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import quote

from geo.reading.charts.scales import levels_of
from geo.reading.drawings import Bars, Key, Range, Ranges, Span, Stack, Strips, Tick
from geo.wording.text import in_digits, t

#: What stands for itself in an address: all that an SVG of ours has much of.
PLAIN = " ,-.:;=/()"
#: A digit and the room beside an axis, in the type of the chart.
DIGIT_EM, AXIS_EM = 0.6, 0.7


def data_address(svg: str) -> str:
    """An SVG as an address of itself; also safe between the quotes of an attribute or of CSS."""
    return "data:image/svg+xml," + quote(svg, safe=PLAIN)


def keys_html(keys: Iterable[Key]) -> str:
    """What the signs mean, each with its sign."""
    items = "".join(f"<li>{_key_sign(key)}{escape(key.label)}</li>" for key in keys)
    return f'<ul class="keys">{items}</ul>' if items else ""


def _key_sign(key: Key) -> str:
    if key.svg:
        return f'<img src="{data_address(key.svg)}" alt="" aria-hidden="true">'
    return f'<i class="key {escape(key.sign)}" aria-hidden="true"></i>'


def bars_html(bars: Bars, says: str) -> str:
    """Stacked bars; `says` is told to who hears the page."""
    levels = [Tick(100 * level / bars.most, in_digits(level)) for level in levels_of(bars.most)]
    stacks = "".join(_stack(stack, bars.most) for stack in bars.stacks)
    inside = f'{_levels(levels)}<div class="stacks">{stacks}</div>'
    small = " small" if bars.is_small else ""
    keys = "" if bars.is_small else keys_html(bars.keys)
    chart = f'<div class="chart{small}"{_named(says)}{_gutter(levels, bars.axis_letters)}><div class="plot">{inside}</div>{_ticks(bars.ticks)}</div>'
    return f"{keys}{chart}{_answer()}"


def _stack(stack: Stack, most: int) -> str:
    blocks = "".join(
        f'<i class="{escape(sign)}" style="block-size:{100 * count / most:.4g}%"></i>' for sign, count in stack.blocks
    )
    blank = "" if blocks else " blank"
    wide = f' style="flex-grow:{stack.size}"' if stack.size > 1 else ""
    return f'<div class="stack{blank}"{wide} title="{escape(stack.says)}">{blocks}</div>'


def ranges_html(ranges: Ranges, says: str) -> str:
    """Numbers over their days."""
    inside = _levels(ranges.levels) + "".join(map(_range, ranges.rows))
    chart = f'<div class="chart"{_named(says)}{_gutter(ranges.levels)}><div class="plot">{inside}</div>{_ticks(ranges.ticks)}</div>'
    return f"{keys_html(ranges.keys)}{chart}{_answer()}"


def _range(row: Range) -> str:
    place = f"inset-inline-start:{row.at_pct:g}%;inline-size:{row.size_pct:g}%;inset-block-end:{row.level_pct:g}%"
    return f'<i class="range {escape(row.sign)}" style="{place}" title="{escape(row.says)}"></i>'


def strips_html(strips: Strips, says: str) -> str:
    """Rows of spans over one axis; the days stand above them."""
    signs = "".join(
        f"--s{number}:url('{data_address(svg)}');--e{number}:{edge};" for number, (svg, edge) in enumerate(strips.signs)
    )
    rows = "".join(
        f'<div class="strip"><span>{escape(name)}</span><div class="track">{"".join(map(_span, spans))}</div></div>'
        for name, spans in strips.rows
    )
    head = f'<div class="strip"><span></span>{_ticks(strips.ticks)}</div>'
    chart = f'<div class="chart strips"{_named(says)} style="{escape(signs)}">{head}{rows}</div>'
    return f"{keys_html(strips.keys)}{chart}{_answer()}"


def _span(span: Span) -> str:
    sign = f"background-image:var(--s{span.sign});border-color:var(--e{span.sign})"
    thin = ' class="thin"' if span.is_thin else ""
    return f'<i{thin} style="inset-inline-start:{span.at_pct:g}%;inline-size:{span.size_pct:g}%;{sign}" title="{escape(span.says)}"></i>'


def _named(says: str) -> str:
    """What a chart is to who hears the page; the keys reach its parts."""
    return f' role="img" tabindex="0" aria-label="{escape(says)}"'


def _answer() -> str:
    """Where a part that was touched, or reached by keys, is told; it stays empty without a script."""
    return f'<p class="answer" aria-live="polite" data-hint="{escape(t("chart.hint"))}"></p>'


def _levels(levels: Iterable[Tick]) -> str:
    return "".join(
        f'<span class="level" style="inset-block-end:{level.at_pct:.4g}%"><span>{escape(level.label)}</span></span>'
        for level in levels
    )


def _ticks(ticks: Iterable[Tick]) -> str:
    return f'<div class="ticks">{"".join(map(_tick, ticks))}</div>'


def _tick(tick: Tick) -> str:
    if tick.is_before:
        return f'<span class="before" style="inset-inline-end:{100 - tick.at_pct:g}%">{escape(tick.label)}</span>'
    return f'<span style="inset-inline-start:{tick.at_pct:g}%">{escape(tick.label)}</span>'


def _gutter(levels: Iterable[Tick], letters: int = 0) -> str:
    """Room for the numbers of the axis."""
    return f' style="--gutter:{max(letters, *(len(level.label) for level in levels)) * DIGIT_EM + AXIS_EM:.1f}em"'
