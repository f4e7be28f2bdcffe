"""What both parties say at once: where they agree, their word; where they don't, a state that names both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.control.intervals import Interval, interval_at, joined
from geo.control.rules import Dispute, State

#: The parties whose words are set against each other; the second one's is kept where they agree.
PARTIES = ("nrf", "taliban")
DISAGREED = "disagreed"


def both_say(one: Sequence[Interval], other: Sequence[Interval]) -> tuple[Interval, ...]:
    """The states of an area under both parties' words, from the spans of each."""
    days = sorted({span.start for span in (*one, *other)})
    return joined([(day, _agreed(_state(one, day), _state(other, day))) for day in days])


def _state(spans: Sequence[Interval], day: str) -> State | None:
    span = interval_at(spans, day)
    return span.state if span else None


def _agreed(mine: State | None, theirs: State | None) -> State | None:
    if mine is None or theirs is None:
        return theirs
    told_by = _speakers(mine, theirs)
    if mine.controller == theirs.controller:
        return replace(mine if told_by == PARTIES[0] else theirs, told_by=told_by)
    says = Dispute(
        claim_id=theirs.claim_ids[0] if theirs.claim_ids else "",
        controller=theirs.controller,
        status=theirs.status,
        claimant=PARTIES[1] if theirs.told_by == "own" else "assessed",
        certainty=theirs.certainty,
    )
    return replace(
        mine,
        status=DISAGREED,
        basis="claimed",
        last_confirmed=max(mine.last_confirmed, theirs.last_confirmed),
        claim_ids=(*mine.claim_ids, *theirs.claim_ids),
        disputed=(says,),
        active=(),
        told_by=told_by,
    )


def _speakers(mine: State, theirs: State) -> str:
    """'own' where both speak themselves, the party that does where one is silent, 'assessed' where both are."""
    speaking = [party for party, state in zip(PARTIES, (mine, theirs), strict=True) if state.told_by == "own"]
    return "own" if len(speaking) == len(PARTIES) else next(iter(speaking), "assessed")
