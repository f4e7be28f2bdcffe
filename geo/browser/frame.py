"""The map's frame as a folium map: panes, zoom, our own layers; no record ever passes through it."""

from __future__ import annotations

import json
from collections.abc import Mapping

import folium
from branca.element import MacroElement
from folium.template import Template

from geo.style.extents import BOUNDS, WHEEL_PX_PER_ZOOM_LEVEL, WIDE_BOUNDS, ZOOM_DELTA, ZOOM_SNAP, ZOOMS


class ReplayLayer(MacroElement):
    """Loads the map module and hands it the Leaflet map; holds addresses made by us, nothing else."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        {{ this._parent.get_name() }}.attributionControl.setPrefix("Leaflet");
        {{ this._parent.get_name() }}.attributionControl.addAttribution({{ this.credits }});
        import(new URL({{ this.module }}, document.baseURI).href)
            .then((frame) => frame.mountMap({{ this._parent.get_name() }}, {{ this.addresses }}));
        {% endmacro %}
        """
    )

    def __init__(self, addresses: Mapping[str, str], credits: str, side: str | None = None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca has no annotations
        self._name = "ReplayLayer"
        self.module = json.dumps(addresses["modules"])
        wanted = {key: addresses[key] for key in ("base", "relief", "font") if key in addresses}
        wanted["ofRecord"] = addresses["record"]
        self.addresses = json.dumps(wanted | ({"comparedMap": side} if side else {}))
        self.credits = json.dumps(credits)


def map_frame(addresses: Mapping[str, str], credits: str, side: str | None = None) -> folium.Map:
    """An empty folium map of the country that loads our layers; the same script at every call for the same record.

    Parameters
    ----------
    addresses : where the browser finds our files (`assets.Assets.addresses`).
    credits : plain text for the corner of the map; from our catalogue, never from a record.
    side : 'a' or 'b' on a page with two maps; None on one with a single map.
    """
    (south, west), (north, east) = BOUNDS
    frame = folium.Map(
        location=[(south + north) / 2, (west + east) / 2],
        zoom_start=ZOOMS[0],
        tiles=None,
        zoom_snap=ZOOM_SNAP,
        zoom_delta=ZOOM_DELTA,
        wheel_px_per_zoom_level=WHEEL_PX_PER_ZOOM_LEVEL,
        max_bounds=True,
        min_lat=WIDE_BOUNDS[0][0],
        min_lon=WIDE_BOUNDS[0][1],
        max_lat=WIDE_BOUNDS[1][0],
        max_lon=WIDE_BOUNDS[1][1],
        attribution_control=True,
    )
    frame._id = "replay"  # folium's random id would make every call look like another map
    frame.default_js = [("leaflet", addresses["leaflet"])]
    frame.default_css = [("leaflet_css", addresses["leafletCss"])]
    # (no `fit_bounds`: Leaflet animates it on a narrow screen, and its end would undo what our layer looks at meanwhile)
    frame.add_child(ReplayLayer(addresses, credits, side))
    return frame
