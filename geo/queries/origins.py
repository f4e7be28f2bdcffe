"""One origin or many: pages that retell one report count once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from geo.record.load import Dataset
from geo.record.records import ControlClaim, Event, Source

#: Kinds whose word is never independent: the parties themselves, and pages that put together what others wrote.
NOT_INDEPENDENT = ("party", "encyclopedia")
#: What speaks for a party, and is here only as the one whom pages retell: its word is the party's.
PARTY_VOICES = frozenset(
    {"Akhtar", "Al-Mersaad", "Bakhtar", "Khovar", "Pakistan TV", "Pakistan’s army (ISPR)", "RTA Dari"}
)


def origins_of(source_id: str, sources: Mapping[str, Source]) -> frozenset[str]:
    """The sources at the root of what a source tells, by id; itself when it retells nobody.

    What it retells and this record does not hold is named by its publisher: 'Aamaj News'.
    """
    roots: set[str] = set()
    seen: set[str] = set()
    open_ids = [source_id]
    while open_ids:
        one = open_ids.pop()
        if one in seen:
            continue
        seen.add(one)
        source = sources[one]
        open_ids += source["copy_of"]
        if source["retells"]:
            roots.add(source["retells"])
        elif not source["copy_of"]:
            roots.add(one)
    return frozenset(roots)


class Origins:
    """The origins of what is told of records that rest on the same sources, which are looked through once for all."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self.sources = sources
        self._no_origin = _near_parties(sources.values()) | PARTY_VOICES

    def independent(self, told: Event | ControlClaim) -> set[str]:
        """Who, independent of the parties, is at the root of what is told of an event or a claim: publishers, each once.

        A page that cites another source of it is no origin beside it: the one known through it is.
        """
        ids, sources = told["source_ids"], self.sources
        retelling = {page for source_id in ids for page in sources[source_id]["seen_through"] if page in ids}
        roots = {root for source_id in ids if source_id not in retelling for root in origins_of(source_id, sources)}
        return {_publisher(root, sources) for root in roots if _is_independent(root, sources)} - self._no_origin


def origins_in(dataset: Dataset) -> Origins:
    """The origins of what a record tells; made once a record."""
    return dataset.cached("origins", lambda: Origins(dataset.by_id("sources")))


def circles(sources: Iterable[Source]) -> list[list[str]]:
    """Sources that retell each other round in a circle: each circle once, from its lowest id."""
    by_id = {source["source_id"]: source for source in sources}
    found: set[tuple[str, ...]] = set()

    def follow(path: tuple[str, ...]) -> None:
        for following in by_id[path[-1]]["copy_of"] if path[-1] in by_id else ():
            if following in path:
                circle = path[path.index(following) :]
                lowest = circle.index(min(circle))
                found.add((*circle[lowest:], *circle[:lowest]))
            else:
                follow((*path, following))

    for start in by_id:
        follow((start,))
    return [list(circle) for circle in sorted(found)]


def _near_parties(sources: Iterable[Source]) -> set[str]:
    """Publishers whose every source is a party's own or near one: their name alone is no independent origin."""
    near: dict[str, bool] = {}
    for source in sources:
        name = source["publisher"] or ""
        near[name] = near.get(name, True) and (source["kind"] == "party" or bool(source["party_near"]))
    return {name for name, always in near.items() if always}


def _is_independent(root: str, sources: Mapping[str, Source]) -> bool:
    source = sources.get(root)
    return source is None or (source["kind"] not in NOT_INDEPENDENT and not source["party_near"])


def _publisher(root: str, sources: Mapping[str, Source]) -> str:
    source = sources.get(root)
    return root if source is None else source["publisher"] or root
