"""Which keys the legend of a day has, as plain data, as in `geo/browser/web/wording/legend_rows.js`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from geo.area_style import AreaStyle, other_side
from geo.control.both_sides import PARTIES
from geo.record.load import Dataset
from geo.style.areas import BASE_CONTROLLER, BASE_OPACITY, FADE_NAMES, STRIPED
from geo.wording.lists import dotted
from geo.wording.sentence import actor_at_first, actor_in_text
from geo.wording.text import t
from geo.wording.words import actor_name

#: A style, its words, and how many districts have it.
Key = tuple[AreaStyle, str, int]


def fill_keys(dataset: Dataset, styles: Iterable[tuple[AreaStyle, str]], perspective: str) -> list[Key]:
    """One key a fill that looks different, and who tells it ('' in the assessed view). Most districts first.

    The other side counts only where it is a stripe.
    """
    counts: Counter[tuple[AreaStyle, str]] = Counter()
    for (style, speaker), number in Counter(styles).items():
        against = other_side(style) if style.fill in STRIPED else None
        counts[replace(style, disputed=None, active=None, changing=False, against=against), speaker] += number
    ordered = sorted(counts.items(), key=lambda item: (-item[1], f"{_key(item[0][0])} {item[0][1]}"))
    return [
        (style, _speaker_words(_fill_words(dataset, style), speaker, perspective), number)
        for (style, speaker), number in ordered
    ]


def _speaker_words(shown: str, speaker: str, perspective: str) -> str:
    """The words of a key, with who speaks."""
    if speaker == "assessed":
        return t(f"legend.no_statement.{perspective}", shown=shown)
    return t(f"legend.alone.{speaker}", shown=shown) if speaker in PARTIES else shown


def overlay_keys(dataset: Dataset, styles: Iterable[AreaStyle]) -> list[Key]:
    """One key for whatever lies over fills: who disputes them, who is active there. Most districts first."""
    counts = Counter(over for style in styles for over in _overlays(style))
    ordered = sorted(counts.items(), key=lambda item: (-item[1], _key(item[0])))
    return [(style, _overlay_words(dataset, style), number) for style, number in ordered]


def _overlays(style: AreaStyle) -> list[AreaStyle]:
    """What lies over a fill, shown over the ground."""
    ground = AreaStyle("solid", BASE_CONTROLLER, BASE_OPACITY)
    disputed = [replace(ground, disputed=style.disputed)] if style.disputed else []
    changing = [replace(ground, changing=True)] if style.changing else []
    return [*disputed, *([replace(ground, active=style.active)] if style.active else []), *changing]


def _key(style: AreaStyle) -> str:
    for kind in ("disputed", "active"):
        if actor := getattr(style, kind):
            return f"{kind} {actor}"
    if style.changing:
        return "changing"
    return f"{style.controller} {style.fill} {style.fade} {int(style.partial)} {style.against or ''}"


def _fill_words(dataset: Dataset, style: AreaStyle) -> str:
    if style.fill == "none":
        return t("state.unknown")
    age = t(f"legend.{FADE_NAMES[style.fade]}") if style.fade else None
    part = t("legend.partial") if style.partial else None
    other = other_side(style) if style.fill in STRIPED else None
    words = t(
        "legend.contested_with" if style.fill == "contested" and other else f"legend.{style.fill}",
        actor=actor_name(dataset, style.controller),
        holder=actor_in_text(dataset, style.controller),
        other=actor_in_text(dataset, other) if other else "",
    )
    return dotted([words, part, age])


def _overlay_words(dataset: Dataset, style: AreaStyle) -> str:
    if style.changing:
        return t("legend.changing")
    if style.active:
        return t("legend.active", actor=actor_name(dataset, style.active))
    actor = str(style.disputed)
    side = "base" if actor == BASE_CONTROLLER else "other"
    return t(f"legend.disputed.{side}", actor=actor_name(dataset, actor), Holder=actor_at_first(dataset, actor))
