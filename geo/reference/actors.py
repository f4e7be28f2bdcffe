"""Who UCDP's sides are among our actors, and which of our actors may stand for them."""

from __future__ import annotations

from collections.abc import Collection

TALIBAN = "taliban"
#: UCDP's names. Since 15 August 2021 'Government of Afghanistan' is the Taliban; no row here is older.
OURS = {
    "Government of Afghanistan": TALIBAN,
    "Government of Pakistan": "pakistan",
    "Government of Iran": "iran",
    "Government of Tajikistan": "tajikistan",
    "Government of United States of America": "united_states",
    "NRF": "nrf",
    "AFF": "aff",
    "ALM": "alm",
    "IS": "iskp",
    "TTP": "ttp",
    "Civilians": "civilians",
}
#: How UCDP's names of sides begin that it does not know.
NOT_KNOWN = "XXX"
#: Actors of ours that name nobody, or those who are not armed: they contradict no side.
OPEN = frozenset(
    ("unknown", "unidentified", "civilians", "former_security_forces", "foreign_other", "afghan_politicians")
)
#: Groups that reports mix up, or of which one stands for the other.
ALSO = {
    "nrf": {"anti_taliban_local"},
    "aff": {"anti_taliban_local"},
    "civilians": {"former_security_forces"},
    "taliban": {"taliban_dissidents", "ttp"},  # whom a strike of Pakistan's was meant for is told in both ways
    "ttp": {"taliban"},
}
BOTH_SIDES, ONE_SIDE, NO_SIDE = 1.0, 0.7, 0.0


def actor_of(side: str) -> str | None:
    """Our actor for a side of UCDP's; None for one that we do not have."""
    return OURS.get(side)


def named(side: str) -> str | None:
    """Who a side is, to be compared: our actor, else UCDP's name; None where UCDP does not know it."""
    return None if side.startswith(NOT_KNOWN) else OURS.get(side, side)


def sides_agree(theirs: Collection[str | None], ours: Collection[str]) -> float:
    """How well an event's actors agree with UCDP's two sides: both found 1, one 0.7, contradicted 0.

    One side is enough when nobody else in the event is a party of another name. Sides that UCDP does not know
    agree with everybody.
    """
    known = [{side, *ALSO.get(side, ())} for side in theirs if side is not None]
    found = [side for side in known if side & set(ours)]
    if len(found) == len(theirs):
        return BOTH_SIDES
    if known and not found:
        return NO_SIDE
    others = set(ours) - OPEN - set().union(*found)
    unknown_side = len(known) < len(theirs)
    return NO_SIDE if others and not unknown_side else ONE_SIDE
