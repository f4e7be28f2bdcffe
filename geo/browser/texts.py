"""The texts that the browser's modules may ask for: a part of the catalogue, found in the modules themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

#: A string that may be a key, or what a key begins with.
STRING = re.compile(r'"([a-z_]\w*(?:\.\w+)*)"')
#: The name of a property, which may be what a key begins with.
PROPERTY = re.compile(r"(?<![\w.?])([a-z_]\w*):\s")
#: What is put into a template: it may hold braces, and templates of which nothing is left to replace.
PUT_IN = re.compile(r"\$\{(?:[^{}`]|\{[^{}`]*\}|`[^`$]*`)*\}")
#: A template that may be a key, with a NUL for each part that is put in.
TEMPLATE = re.compile(r"`([\w.\0]*)`")
ANY = r"[\w.]+"


def browser_texts(texts: Mapping[str, str], modules: Iterable[str]) -> dict[str, str]:
    """The texts whose keys the modules name, or may put together, with their forms for one.

    Parameters
    ----------
    texts : a catalogue by key.
    modules : the text of each module. A key stands there as a string, or as a template; of a template that begins with
        what is put in (`${key}.${value}`), the beginning is a string or the name of a property of the same module.
    """
    named: set[str] = set()
    patterns: set[str] = set()
    for module in modules:
        strings = set(STRING.findall(module))
        named |= strings
        patterns.update(_patterns(_templates(module), strings | set(PROPERTY.findall(module))))
    may_be = re.compile("|".join(sorted(patterns)) or "(?!)").fullmatch
    plain = {key: key.removesuffix("_one") for key in texts}
    return {key: text for key, text in texts.items() if plain[key] in named or may_be(plain[key])}


def _templates(module: str) -> set[str]:
    before, found = "", set()
    while before != module:  # from the inside out: a part that is put in may hold a template itself
        before, module = module, PUT_IN.sub("\0", module)
        found.update(TEMPLATE.findall(module))
    return {one for one in found if "." in one and "\0" in one}


def _patterns(templates: Iterable[str], strings: set[str]) -> Iterator[str]:
    heads = "|".join(sorted(re.escape(one) for one in strings))
    for template in templates:
        head, *rest = template.split("\0")
        yield (re.escape(head) + ANY if head else f"(?:{heads})") + ANY.join(re.escape(part) for part in rest)
