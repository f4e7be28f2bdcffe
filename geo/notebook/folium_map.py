"""A day as a map of folium: layers that others build upon; no text of a record is ever taken for code or markup.

folium compiles what it has made a second time as a template, so a brace in a title would run: within texts braces
leave as `\\u007b`, and texts are put on the map as text.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from typing import Any

import folium
from folium.map import Layer
from folium.template import Template

from geo.address.view import ViewState
from geo.area_style import Sign, sign_of
from geo.browser.leaflet import leaflet_files, leaflet_styles
from geo.control.timeline import Timeline
from geo.export.drawing.scene import Scene, scene_of
from geo.export.qgis.tiles import tile_of
from geo.record.geojson import dumps, rounded
from geo.style.events import EVENT_SYMBOLS, RINGS, SYMBOL_OPACITY
from geo.style.extents import BOUNDS
from geo.style.signs import CLAIMED_FAINT, EDGE_DASHES
from geo.wording.dates import span_in_words
from geo.wording.place_sentence import place_sentence
from geo.wording.text import t

TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')
_IN_TEXT = {"{": "\\u007b", "}": "\\u007d", "<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}


class Drawn(Layer):
    """A layer of shapes with their styles and texts; `patterns` are squares that fills name."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        const {{ this.get_name() }} = ((data, patterns) => {
            const make = (name, marks, parent) => {
                const node = document.createElementNS("http://www.w3.org/2000/svg", name);
                Object.entries(marks).forEach(([key, value]) => node.setAttribute(key, value));
                return parent.appendChild(node);
            };
            const sheet = make("svg", {width: 0, height: 0, style: "position:absolute"}, document.body);
            patterns.forEach((one) => {
                const size = {id: one.id, width: one.side, height: one.side, patternUnits: "userSpaceOnUse"};
                const pattern = make("pattern", size, sheet);
                one.lines.forEach((line) => make("polyline",
                    {points: line.join(" "), fill: "none", stroke: one.colour, "stroke-width": one.width}, pattern));
                one.dots.forEach(([x, y]) => make("circle", {cx: x, cy: y, r: one.width, fill: one.colour}, pattern));
            });
            return L.geoJSON(data, {
                attribution: {{ this.credits }},
                smoothFactor: 0,
                style: (feature) => feature.properties.style,
                pointToLayer: (feature, at) => feature.properties.radius_m
                    ? L.circle(at, {radius: feature.properties.radius_m})
                    : L.circleMarker(at, {radius: 6}),
                onEachFeature: (feature, layer) => {
                    const text = document.createElement("div");
                    text.textContent = feature.properties.says;
                    layer.bindPopup(text);
                    const name = document.createElement("div");
                    name.textContent = feature.properties.name;
                    layer.bindTooltip(name);
                },
            });
        })({{ this.data }}, {{ this.patterns }});
        {% endmacro %}
        """
    )

    def __init__(self, name: str, features: Iterable[dict[str, Any]], patterns: Iterable[dict[str, Any]] = ()) -> None:
        super().__init__(name=name, overlay=True)
        self._name = "Drawn"
        self.data = script_text({"type": "FeatureCollection", "features": list(features)})
        self.patterns = script_text(list(patterns))
        self.credits = script_text(t("app.map_credits"))


def folium_map(timeline: Timeline, day: str, perspective: str) -> folium.Map:
    """The map: districts, named places, and the events of the month up to the day, a layer each, with a control of layers.

    Leaflet comes inside, so that nothing is asked of another host; the icons of folium's own markers would be.
    """
    scene = scene_of(timeline, ViewState(date=day, perspective=perspective), None)
    made = folium.Map(tiles=None, control_scale=True)
    made.default_js = [("leaflet", _inside("text/javascript", leaflet_files()["leaflet.js"]))]
    made.default_css = [("leaflet_css", _inside("text/css", leaflet_styles().encode("utf-8")))]
    for layer in (
        Drawn(t("notebook.districts"), *_districts(timeline, scene)),
        Drawn(t("notebook.places"), *_places(timeline, scene)),
        Drawn(t("notebook.events"), _events(scene)),
    ):
        layer.add_to(made)
    folium.LayerControl(collapsed=False).add_to(made)
    made.fit_bounds([list(corner) for corner in BOUNDS])
    return made


def script_text(value: Any) -> str:
    """Plain data as JSON that is safe in a script and in a template: braces stand outside of texts only."""
    return TEXT.sub(lambda found: "".join(_IN_TEXT.get(letter, letter) for letter in found[0]), dumps(value))


def _inside(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"


def _districts(timeline: Timeline, scene: Scene) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    shapes = {row.record["admin2_id"]: row for row in timeline.dataset.tables["districts"]}
    signed = [(shapes[area_id], sign_of(style)) for area_id, style in scene.area_styles.items() if area_id in shapes]
    grounds, over, patterns = [], [], {}
    for row, sign in signed:
        says = place_sentence(timeline, row.record["admin2_id"], scene.day, scene.perspective)
        ground = _feature(rounded(row.geometry), row.record["name_en"], says, _style(sign))
        grounds.append(ground)
        for strokes in sign.strokes:
            pattern = _pattern(strokes.pattern, strokes.colour)
            patterns[pattern["id"]] = pattern
            fill = {"stroke": False, "fillColor": f"url(#{pattern['id']})", "fillOpacity": strokes.opacity}
            over.append(_feature(ground["geometry"], row.record["name_en"], says, fill))
    return grounds + over, list(patterns.values())


def _places(timeline: Timeline, scene: Scene) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    features = []
    for place in scene.places:
        if place.point is not None:
            says = place_sentence(timeline, place.place_id, scene.day, scene.perspective)
            point = {"type": "Point", "coordinates": [place.point.lon, place.point.lat]}
            feature = _feature(point, place.name, says, _style(sign_of(place.area_style)))
            feature["properties"]["radius_m"] = place.radius_km * 1000
            features.append(feature)
    return features, []


def _events(scene: Scene) -> list[dict[str, Any]]:
    features = []
    for spot in (*scene.symbols, *scene.discs):
        event, (width, dash, _struck) = spot.event, RINGS[spot.event["verification"]]
        style = {
            "fillColor": EVENT_SYMBOLS[event["event_type"]].colour,
            "fillOpacity": SYMBOL_OPACITY if spot in scene.symbols else CLAIMED_FAINT,
            "color": EVENT_SYMBOLS[event["event_type"]].colour,
            "weight": width,
            "dashArray": " ".join(map(str, dash)) or None,
        }
        days = span_in_words(event["date_start"], event["date_end"])
        known = {"grade": t(f"verification.{event['verification']}"), "where": t(f"where.{event['where_precision']}")}
        says = t("notebook.event", days=days, **known, summary=event["summary"], id=event["event_id"])
        features.append(_feature({"type": "Point", "coordinates": [spot.lon, spot.lat]}, event["title"], says, style))
    return features


def _feature(geometry: Any, name: str, says: str, style: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": {"name": name, "says": says, "style": style}}


def _style(sign: Sign) -> dict[str, Any]:
    """A sign as Leaflet's options of a path."""
    edge = sign.edge
    on, off = EDGE_DASHES[edge.line] if edge else (0, 0)
    return {
        "fill": sign.ground is not None,
        "fillColor": sign.ground,
        "fillOpacity": sign.opacity,
        "stroke": edge is not None,
        "color": edge.colour if edge else None,
        "weight": edge.width if edge else 0,
        "dashArray": f"{on:g} {off:g}" if on else None,
    }


def _pattern(name: str, colour: str) -> dict[str, Any]:
    tile = tile_of(name)
    return {
        "id": f"{name}-{colour.lstrip('#')}",
        "side": tile.side,
        "width": tile.width,
        "colour": colour,
        "lines": [[f"{x:g},{y:g}" for x, y in line] for line in tile.lines],
        "dots": [list(dot) for dot in tile.dots],
    }
