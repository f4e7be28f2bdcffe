"""The definitions of who holds a district over a record: its claims, public events and independent origins put together."""

from __future__ import annotations

from geo.control.definitions.answer import Material
from geo.control.definitions.over_time import Defined
from geo.control.timeline import Timeline
from geo.queries.origins import origins_in


def defined(timeline: Timeline) -> Defined:
    """All definitions over the record of a timeline; made once a record."""
    return timeline.dataset.cached("defined", lambda: _defined(timeline))


def _defined(timeline: Timeline) -> Defined:
    dataset = timeline.dataset
    roots = origins_in(dataset)
    origins = {claim["claim_id"]: len(roots.independent(claim)) for claim in dataset.records("control_claims")}
    material = Material(timeline.claims, dataset.public_by_id, origins, dataset.first_day)
    return Defined(material, timeline.districts)
