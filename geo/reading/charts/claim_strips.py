"""Control claims over time: one strip a claim, in the signs of the map; who is only present has the sign of presence."""

from __future__ import annotations

from collections.abc import Sequence

from geo.area_style import AreaStyle, sign_of
from geo.control.rules import HOLDING, Holding
from geo.queries.actors import ClaimSpan
from geo.reading.charts.scales import STRIPS_PX, day_ticks, place_of
from geo.reading.charts.tiles import key_svg, spell_style, tile_svg
from geo.reading.drawings import Key, Span, Strips
from geo.record.load import Dataset
from geo.record.records import ControlClaim
from geo.record.spans import add_days
from geo.style.basemap import BORDER
from geo.wording.change import state_in_words
from geo.wording.dates import plain_date
from geo.wording.text import t
from geo.wording.words import area_names, speaker_in_words

#: A strip of fewer days could not be seen.
LEAST_PCT = 0.6
#: So many areas are named beside a strip.
NAMED = 2


def claim_strips(dataset: Dataset, claims: Sequence[ClaimSpan], last: str) -> Strips:
    """The claims from the first day of the record to a last one that is drawn, in the order given."""
    start, after = dataset.first_day, add_days(last, 1)
    states = list(dict.fromkeys(_state(one.claim) for one in claims))
    signs = [sign_of(_style(*state)) for state in states]
    rows = tuple(
        (areas_of(dataset, one.claim), (_span(dataset, one, states.index(_state(one.claim)), (start, after)),))
        for one in claims
    )
    edges = [sign.edge.colour if sign.edge else BORDER for sign in signs]
    keys = [Key(_in_words(dataset, state), svg=key_svg(sign)) for state, sign in zip(states, signs, strict=True)]
    tiles = tuple((tile_svg(sign), edge) for sign, edge in zip(signs, edges, strict=True))
    return Strips(rows, day_ticks(start, after, STRIPS_PX), tiles, tuple(keys))


def areas_of(dataset: Dataset, claim: ControlClaim) -> str:
    """The areas of a claim, the first of many named."""
    ids = claim["area_ids"]
    named = area_names(dataset, ids[:NAMED])
    return t("actors.and_more", named=named, count=len(ids) - NAMED) if len(ids) > NAMED else named


def claimed_state(dataset: Dataset, claim: ControlClaim) -> str:
    """'NRF, contested, claimed, unconfirmed': what a claim says of its areas."""
    return _in_words(dataset, _state(claim))


def _state(claim: ControlClaim) -> tuple[str, str, str]:
    return claim["controller"], claim["status"], claim["basis"]


def _style(controller: str, status: str, basis: str) -> AreaStyle:
    return spell_style(controller, status, basis) if status in HOLDING else AreaStyle(active=controller)


def _in_words(dataset: Dataset, state: tuple[str, str, str]) -> str:
    controller, status, basis = state
    return state_in_words(dataset, Holding(controller, status), *(["claimed"] if basis == "claimed" else []))


def _span(dataset: Dataset, one: ClaimSpan, sign: int, days: tuple[str, str]) -> Span:
    start, after = days
    begin, end = max(one.claim["valid_from"], start), min(one.end or after, after)
    at = place_of(begin, start, after)
    says = t(
        "actors.strip",
        name=areas_of(dataset, one.claim),
        state=claimed_state(dataset, one.claim),
        who=speaker_in_words(one.claim),
        start=plain_date(begin),
        end=plain_date(end),
    )
    size = max(LEAST_PCT, round(place_of(end, start, after) - at, 2))
    return Span(at, size, sign, says, is_thin=one.claim["status"] == "contested")
