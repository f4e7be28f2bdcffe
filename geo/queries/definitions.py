"""The definitions of who holds a district over a record: its claims, public events and independent origins put together.

A record seen with both knobs, by a day and by a definition, is made here and nowhere else.
"""

from __future__ import annotations

from geo.control.definitions.answer import Material
from geo.control.definitions.by_definition import TimelineByDefinition
from geo.control.definitions.over_time import Defined
from geo.control.timeline import Timeline
from geo.known.record import dataset_known_by
from geo.queries.origins import origins_in
from geo.record.load import Dataset


def timeline_of(dataset: Dataset, known_by: str | None = None, definition: str = Timeline.definition) -> Timeline:
    """A record over time as it could be known by a day, by a definition; as it is, where neither is asked for.

    Raises
    ------
    ValueError
        When the day lies before the period.
    """
    timeline = Timeline(dataset_known_by(dataset, known_by) if known_by else dataset)
    if definition == Timeline.definition:
        return timeline
    return TimelineByDefinition(timeline.dataset, definition, defined(timeline).material)


def defined(timeline: Timeline) -> Defined:
    """All definitions over the record of a timeline; made once a record."""
    return timeline.dataset.cached("defined", lambda: _defined(timeline))


def _defined(timeline: Timeline) -> Defined:
    dataset = timeline.dataset
    roots = origins_in(dataset)
    origins = {claim["claim_id"]: len(roots.independent(claim)) for claim in dataset.records("control_claims")}
    material = Material(timeline.claims, dataset.public_by_id, origins, dataset.first_day)
    return Defined(material, timeline.districts)
