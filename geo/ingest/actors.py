"""Names of actors in brought files that our record knows; all other names stay as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from geo.record.load import Dataset
from geo.record.normalise import normalise
from geo.record.schema import FIRST_DAY

#: How data sets name those that our record has under another name (normalised, without what stands in brackets).
USUAL = {
    "taleban": "taliban",
    "islamic state khorasan province": "iskp",
    "is": "iskp",
    "nrf: national resistance front": "nrf",
    "aff: afghanistan freedom front": "aff",
    "ttp: tehreek i taliban pakistan": "ttp",
    "unidentified armed group": "unidentified",
}
#: The state's forces: whose they were depends on the day.
STATE = re.compile(r"(government|military forces|police forces) of afghanistan")
_BRACKETS = re.compile(r"\([^)]*\)")


def known_names(dataset: Dataset) -> dict[str, str]:
    """Normalised name or alias -> actor id; a name that two actors have is left out."""
    names: dict[str, set[str]] = {}
    for actor in dataset.records("actors"):
        for name in (actor["name_en"], actor["name_fa"], actor["name_ps"], *(actor["aliases"] or [])):
            if name:
                names.setdefault(normalise(name), set()).add(actor["actor_id"])
    found = {name: next(iter(ids)) for name, ids in names.items() if len(ids) == 1}
    actors = dataset.by_id("actors")
    return {normalise(name): actor_id for name, actor_id in USUAL.items() if actor_id in actors} | found


def actor_ids(names: Iterable[str], day: str, known: Mapping[str, str], actors: Iterable[str]) -> list[str]:
    """The ids of those names that are known, sorted; the state's forces by the day.

    Before 15 August 2021 'Government of Afghanistan' is the republic, from then on the Taliban as
    the de facto authority (ACLED writes '(2021-)').
    """
    found = set()
    for name in names:
        bare = normalise(_BRACKETS.sub(" ", name))
        if STATE.match(bare):
            found.add("taliban" if day >= FIRST_DAY else "islamic_republic")
        elif actor_id := known.get(normalise(name)) or known.get(bare):
            found.add(actor_id)
    return sorted(found & set(actors))
