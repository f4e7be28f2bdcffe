"""What a chart or a small map holds, as plain data: bars, strips, ranges, areas, and the keys of their signs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Key:
    """What a sign means: the name of a sign of `charts.css`, or a small SVG of our own, and words."""

    label: str
    sign: str = ""
    svg: str = ""


@dataclass(frozen=True)
class Tick:
    """A mark on an axis: its place, in per cent of the axis, and what is written after it, or before it at the end."""

    at_pct: float
    label: str
    is_before: bool = False


@dataclass(frozen=True)
class Stack:
    """A bar of several blocks, from the axis up: the sign and the count of each.

    Parameters
    ----------
    says : told to who points at it.
    size : how wide it is beside the others: in months, or in days. Months without a record that lie side by side are one.
    """

    blocks: tuple[tuple[str, int], ...]
    says: str
    size: int = 1


@dataclass(frozen=True)
class Bars:
    """Stacked bars over an axis of time; one without blocks is hatched.

    Parameters
    ----------
    most : the count that is as high as the chart.
    axis_letters : room beside the axis, for charts that stand under each other over one axis of time.
    is_small : whether it stands among others of its kind, lower and without keys.
    """

    stacks: tuple[Stack, ...]
    ticks: tuple[Tick, ...]
    keys: tuple[Key, ...]
    most: int
    axis_letters: int = 0
    is_small: bool = False


@dataclass(frozen=True)
class Span:
    """Days in which something stays the same: where it begins and how long it is, in per cent; its sign is a number."""

    at_pct: float
    size_pct: float
    sign: int
    says: str
    is_thin: bool = False


@dataclass(frozen=True)
class Strips:
    """Rows of spans over one axis of time; `signs` are tiles as SVG with the colour of their outline."""

    rows: tuple[tuple[str, tuple[Span, ...]], ...]
    ticks: tuple[Tick, ...]
    signs: tuple[tuple[str, str], ...]
    keys: tuple[Key, ...] = ()


@dataclass(frozen=True)
class Range:
    """A number that holds for some days: where they begin, how many they are and how high it stands, in per cent."""

    at_pct: float
    size_pct: float
    level_pct: float
    sign: str
    says: str


@dataclass(frozen=True)
class Ranges:
    """Numbers over the days that they hold for, each at its height on one scale."""

    rows: tuple[Range, ...]
    ticks: tuple[Tick, ...]
    levels: tuple[Tick, ...]
    keys: tuple[Key, ...]


@dataclass(frozen=True)
class Label:
    """Words on a small map, their middle in per cent of it; wide ones have room on a wide screen only."""

    x_pct: float
    y_pct: float
    lines: tuple[str, ...]
    is_wide: bool = False


@dataclass(frozen=True)
class Area:
    """An area that leads elsewhere when it is chosen: its box and its outline within that, in per cent.

    Parameters
    ----------
    says : what it is called where it is not seen.
    query : what of the reader's address changes.
    """

    says: str
    query: Mapping[str, str | None]
    box: tuple[float, float, float, float]
    outline: tuple[tuple[int, int], ...]
    label: Label | None = None
    is_chosen: bool = False


@dataclass(frozen=True)
class SmallMap:
    """A small map: an SVG without words, of a size in px; words over it; areas of it that lead to a page of ours."""

    svg: str
    size: tuple[int, int]
    labels: tuple[Label, ...] = ()
    areas: tuple[Area, ...] = ()
    page: str = ""
    keys: tuple[Key, ...] = ()


Drawing = Bars | Strips | Ranges | SmallMap
