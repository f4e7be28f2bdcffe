"""Names of actors in brought files that our record knows; all other names stay as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from geo.publishers.codes import code_table
from geo.record.load import Dataset
from geo.record.normalise import normalise
from geo.record.schema import FIRST_DAY

#: Names in files of no publisher's (normalised).
USUAL = {"taleban": "taliban", "is": "iskp"}
REPUBLIC, TALIBAN = "islamic_republic", "taliban"
#: The state's forces: whose they were depends on the day; those of the republic by name end with it.
STATE = re.compile(r"(afghan government$|(government|military forces|police forces|armed forces) of afghanistan)")
OF_REPUBLIC = re.compile(
    r"afghan (national|local|border|uniform|public protection|special) ?(police|army|security|air|civil|defense|border|forces)"
    r"|afghan (military|police|security forces|special forces|air force)$|national directorate of security|andsf$|ansf$"
)
FOREIGN = re.compile(r"(?:government|military forces|police forces|armed forces) of (?:the )?([a-z ]+)")
COUNTRIES = {
    "pakistan": "pakistan", "iran": "iran", "islamic republic of iran": "iran", "tajikistan": "tajikistan",
    "russia": "russia", "united states": "united_states", "united states of america": "united_states",
}  # fmt: skip
#: From which day on the state's forces were whose; nobody's of our record in between.
STATES = (
    ("1996-09-27", TALIBAN),
    ("2001-11-13", None),
    ("2004-01-26", REPUBLIC),
    (FIRST_DAY, TALIBAN),
)
_YEARS = re.compile(r"\((\d{4})-\d*\)")
_BRACKETS = re.compile(r"\([^)]*\)")
#: A bracket that is no abbreviation and no years tells whose branch it is: 'Taliban (Pakistan)' is not the Taliban.
_BRANCH = re.compile(r"\((?!(?:Afghanistan|Khorasan)\))[^)\d]*[a-z][^)\d]*\)")
#: Who is the same in every country.
ANYWHERE = frozenset(("civilians", "unidentified", "unknown"))


def known_names(dataset: Dataset) -> dict[str, str]:
    """Normalised name or alias -> actor id; a name that two actors have is left out."""
    names: dict[str, set[str]] = {}
    for actor in dataset.records("actors"):
        for name in (actor["name_en"], actor["name_fa"], actor["name_ps"], *(actor["aliases"] or [])):
            if name:
                names.setdefault(normalise(name), set()).add(actor["actor_id"])
    found = {name: next(iter(ids)) for name, ids in names.items() if len(ids) == 1}
    actors = dataset.by_id("actors")
    listed = {_bare(row["name"]): row["actor_id"] for row in code_table("actors") if row["actor_id"]} | USUAL
    return {name: actor_id for name, actor_id in listed.items() if actor_id in actors} | found


def actor_of(name: str, day: str, known: Mapping[str, str]) -> str | None:
    """The id of a name that is known; the state's forces by the years in their name, else by the day.

    Before 15 August 2021 'Government of Afghanistan' is the republic, from then on the Taliban as
    the de facto authority (ACLED writes '(2021-)'); from 1996 to 2001 it was theirs too.
    """
    bare = _bare(name)
    if STATE.match(bare):
        return _state_on(day, name)
    if OF_REPUBLIC.match(bare):
        return REPUBLIC if _state_on(day, name) == REPUBLIC else None
    if foreign := FOREIGN.match(bare):
        return COUNTRIES.get(foreign[1].strip()) or next(
            (actor for country, actor in COUNTRIES.items() if foreign[1].startswith(country + " ")), None
        )
    if whole := known.get(normalise(name)):
        return whole
    actor = known.get(bare)
    return actor if actor in ANYWHERE or not _BRANCH.search(name) else None


def actor_ids(
    names: Iterable[str], day: str, known: Mapping[str, str], actors: Mapping[str, object]
) -> tuple[list[str], list[tuple[str, str]]]:
    """The ids of those names that are known, sorted; and of the others a name, and why it is not linked if that is known."""
    found, others = set(), []
    for name in (one for side in names for one in _each(side, day, known)):
        actor = actor_of(name, day, known)
        if actor in actors:
            found.add(actor)
        else:
            others.append((name, _why_not().get(_bare(name), "")))
    return sorted(actor for actor in found if actor), others


def _each(side: str, day: str, known: Mapping[str, str]) -> list[str]:
    """The names of a side that UCDP puts together by commas, when each is known by itself; else the side as it is."""
    parts = side.split(", ")
    return parts if all(actor_of(part, day, known) or _bare(part) in _why_not() for part in parts) else [side]


@cache
def _why_not() -> dict[str, str]:
    """Names of the publishers' lists that no actor of our record is, with the reason."""
    return {_bare(row["name"]): row["why"] for row in code_table("actors") if row["why"]}


def _state_on(day: str, name: str) -> str | None:
    """Whose the state's forces were: on the first day of the span that the name tells, else on the day of the event."""
    years = _YEARS.search(name)
    when = f"{years[1]}-12-31" if years else day
    return next((actor for first, actor in reversed(STATES) if when >= first), None)


def _bare(name: str) -> str:
    return normalise(_BRACKETS.sub(" ", name))
