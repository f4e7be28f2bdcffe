"""The styles that we give: by the name of the layer that they are for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from geo.control.timeline import Timeline
from geo.export.qgis.areas import places_qml, zones_qml
from geo.export.qgis.events import events_qml
from geo.export.qgis.reference import ucdp_qml

#: Layer → its style as QML.
STYLES: Mapping[str, Callable[[Timeline], str]] = {
    "zones": zones_qml,
    "places": places_qml,
    "events": lambda _timeline: events_qml(),
    "ucdp": lambda _timeline: ucdp_qml(),
}


def styles_of(timeline: Timeline) -> dict[str, str]:
    """All styles, made once for a record."""
    return timeline.dataset.cached("styles for QGIS", lambda: {name: make(timeline) for name, make in STYLES.items()})
