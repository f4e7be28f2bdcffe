"""The definitions by name, ours first: what decides, where the rule is published, its worked cases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType

from geo.address.keys import DEFINITIONS as KEYS
from geo.control.definitions import acled_syria, isw, lwj, ours, strict, symmetric
from geo.control.definitions.answer import Answer, Material
from geo.control.definitions.published import Published, published

OURS = KEYS[0]
PUBLISHED = published()


@dataclass(frozen=True)
class Definition:
    """One rule of who holds a district; its texts are `definitions.name.…`, `.short.…` and `.rule.…`."""

    key: str
    decide: Callable[[Material, str, str], Answer]
    sources: tuple[Published, ...]
    #: District, day, answer: held by a test.
    worked: tuple[tuple[str, str, str], ...]


def _of(key: str, module: ModuleType) -> Definition:
    return Definition(key, module.decide, PUBLISHED.get(key, ()), module.WORKED)


MODULES = (ours, lwj, isw, acled_syria, strict, symmetric)
DEFINITIONS = {key: _of(key, module) for key, module in zip(KEYS, MODULES, strict=True)}
#: All but ours.
OTHERS = tuple(key for key in DEFINITIONS if key != OURS)


def word_of(key: str) -> str:
    """The name of a definition as it stands in the keys of its texts: 'acled_syria'."""
    return key.replace("-", "_")
