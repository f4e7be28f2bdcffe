/** What lenses ask of the Leaflet map: where something stands on it, and to look at what a lens shows. */

import { boxOn } from "../drawing/events.js";
import { isOverlapping } from "../drawing/label_places.js";
import { MAP_STYLE } from "../engine/map_constants.js";
import { projection, UNITS } from "../engine/mercator.js";

/** @import { LatLngBounds, LatLngBoundsLiteral } from "leaflet" */
/** @import { Box, LeafletMap, LensView as FlatView } from "../types.js" */
/** @import { DatedLens } from "./lenses.js" */

const WORLD_PX = 256;
const PAD_PX = 8;
/** Who has zoomed in farther than this from the whole country looks for himself. */
const MAX_ZOOMED = 1;

/**
 * The boxes of the map's controls, in CSS pixels of the map.
 * @param {LeafletMap} map
 * @returns {Box[]}
 */
export function occupiedBoxes(map) {
  const frame = map.getContainer().getBoundingClientRect();
  return [...map.getContainer().querySelectorAll(".leaflet-control")].flatMap((control) => {
    const { left, top, right, bottom } = control.getBoundingClientRect();
    /** @type {Box} */
    const box = [left - frame.left, top - frame.top, right - frame.left, bottom - frame.top];
    return right > left ? [box] : [];
  });
}

/**
 * Look at what a lens shows, so near that the map itself can be read.
 * @param {LeafletMap} map
 * @param {DatedLens} lens
 */
export function goTo(map, { bounds, leastScale }) {
  const { snap } = MAP_STYLE.zooming;
  const least = Math.ceil(Math.log2((leastScale * UNITS) / WORLD_PX) / snap) * snap;
  const [[south, west], [north, east]] = bounds;
  const fitting = map.getBoundsZoom(bounds);
  map.setView([(south + north) / 2, (west + east) / 2], Math.max(fitting, least));
}

/**
 * Look at the whole country; a wide map has it on the left, so that lenses find empty ground on the right.
 * @param {LeafletMap} map
 */
export function fitCountry(map) {
  const bounds = /** @type {[number, number][]} */ (MAP_STYLE.bounds);
  const { x: width } = map.getSize();
  if (width < MAP_STYLE.lens.narrowPx) return map.fitBounds(bounds, { animate: false });
  const zoom = map.getBoundsZoom(bounds);
  const [lower, upper] = bounds.map((corner) => map.project(corner, zoom));
  const farthest = map.options.maxBounds; // beyond it a reader may not go
  const edge = farthest ? map.project(/** @type {LatLngBounds} */ (farthest).getSouthEast(), zoom).x : Infinity;
  const left = Math.max(Math.min(lower.x - PAD_PX, edge - width), upper.x + PAD_PX - width);
  const middle = window.L.point(left + width / 2, (lower.y + upper.y) / 2);
  return map.setView(map.unproject(middle, zoom), zoom, { animate: false });
}

/**
 * The map as it is now, above the line of credits.
 * @param {LeafletMap} map
 * @returns {FlatView}
 */
export function flatView(map) {
  const { x: width, y: height } = map.getSize();
  const { scale, x, y } = projection(map);
  const pane = map._getMapPanePos();
  const credits = map.attributionControl?.getContainer()?.offsetHeight ?? 0;
  return { width, height: height - credits, scale, x: x + pane.x, y: y + pane.y };
}

/**
 * A box in CSS pixels of a map in local units.
 * @param {FlatView} view
 * @param {Box} box
 * @returns {Box}
 */
export const unitBox = ({ scale, x, y }, [left, top, right, bottom]) => [
  (left - x) / scale,
  (top - y) / scale,
  (right - x) / scale,
  (bottom - y) / scale,
];

/**
 * Whether lenses are of use where a map looks: on a narrow one always, since its country is small.
 * @param {LeafletMap} map
 */
export function isOfUse(map) {
  if (map.getSize().x < MAP_STYLE.lens.narrowPx) return true;
  return map.getZoom() <= map.getBoundsZoom(/** @type {LatLngBoundsLiteral} */ (MAP_STYLE.bounds)) + MAX_ZOOMED;
}

/**
 * Whether the frame of a lens is on the map.
 * @param {FlatView} view
 * @param {DatedLens} lens
 */
export const isOnMap = (view, { shown }) =>
  isOverlapping(boxOn({ ...view, ratio: 1, zoom: 0 }, shown), [0, 0, view.width, view.height]);
