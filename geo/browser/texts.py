"""The texts that the browser's modules may ask for: a part of the catalogue, found in the modules themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from geo.record.load import Dataset
from geo.wording.language import FIRST, has_name, name_of, speaking
from geo.wording.sentence import actor_at_first, actor_in_text
from geo.wording.text import catalogue
from geo.wording.words import actor_letter, actor_name, moment_title, place_name

#: A string that may be a key, or what a key begins with.
STRING = re.compile(r'"([a-z_]\w*(?:\.\w+)*)"')
#: The name of a property, which may be what a key begins with.
PROPERTY = re.compile(r"(?<![\w.?])([a-z_]\w*):\s")
#: What is put into a template: it may hold braces, and templates of which nothing is left to replace.
PUT_IN = re.compile(r"\$\{(?:[^{}`]|\{[^{}`]*\}|`[^`$]*`)*\}")
#: A template that may be a key, with a NUL for each part that is put in.
TEMPLATE = re.compile(r"`([\w.\0]*)`")
ANY = r"[\w.]+"


def texts_of(dataset: Dataset, lang: str, modules: Iterable[str]) -> dict[str, str]:
    """What the browser is told of a language: the texts that the modules may ask for, and names where they are not English."""
    return browser_texts(catalogue(lang), modules) | names_in(dataset, lang)


def names_in(dataset: Dataset, lang: str) -> dict[str, str]:
    """The names of areas, places and actors in a language, as `name.ID`, those of places in events as `name.PROVINCE.NAME`.

    None in English: the record has those.
    """
    if lang == FIRST:
        return {}
    with speaking(lang):
        areas = [(file, area_id) for file in ("provinces", "districts", "places") for area_id in dataset.by_id(file)]
        records = {area_id: dataset.by_id(file)[area_id] for file, area_id in areas}
        found = {f"name.{area_id}": name_of(record) for area_id, record in records.items() if has_name(record)}
        for event in dataset.public_events:
            if (name := place_name(dataset, event)) != event["place_name"] and name:
                found[f"name.{event['admin1']}.{event['place_name']}"] = name
        for moment in dataset.records("moments"):
            found[f"name.{moment['title']}"] = moment_title(moment)
        tellers = {"legend": actor_name, "text": actor_in_text, "first": actor_at_first, "letter": actor_letter}
        for actor_id in dataset.by_id("actors"):
            found |= {f"name.{use}.{actor_id}": tell(dataset, actor_id) for use, tell in tellers.items()}
    return found


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
