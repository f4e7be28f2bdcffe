/** Where the map looks, for the address: 'latitude,longitude,zoom' of its middle; null is the whole country. */

import { fitCountry } from "../lens/on_leaflet.js";
import { STYLE } from "./constants.js";

/** @import { LatLngBoundsLiteral } from "leaflet" */
/** @import { Extent, LeafletMap, State, View } from "../types.js" */
/** @import { Store } from "./store.js" */

/** @type {[number, number]} */
const PADDING = [8, 8];

/**
 * Look at the extent that a button or a story asked for; whether there was one.
 * @param {LeafletMap} map
 * @param {State} state
 * @param {Set<string>} changed
 */
export function lookAtExtent(map, { extent }, changed) {
  if (!extent || !changed.has("extent")) return false;
  if (JSON.stringify(extent) === JSON.stringify(STYLE.bounds)) fitCountry(map);
  else fit(map, extent, true);
  return true;
}

/**
 * @param {LeafletMap} map
 * @param {Extent} extent
 * @param {boolean} animate
 */
export function fit(map, extent, animate) {
  map.fitBounds(/** @type {LatLngBoundsLiteral} */ (extent), { padding: PADDING, animate });
}

/**
 * The viewport of a page's only map: moved by the reader, by a button (`extent`) or by the address (`at`).
 * @param {LeafletMap} map
 * @param {Store} store
 * @returns {View}
 */
export function pageViewport(map, store) {
  let size = map.getSize();
  /** @type {string | null | undefined} what the address says, or was told; nothing before the first picture */
  let reported;
  let isLed = false; // by the address
  let last = inAddress(map);

  map.on("moveend", () => {
    const now = map.getSize();
    const isResized = !now.equals(size);
    size = now;
    const [at, before] = [inAddress(map), last];
    last = at;
    if (isResized && !reported && !store.state?.at) return lead(null); // the country, whole again
    if (at === before) return; // a frame that found its size
    if (isLed || isResized || !store.state || at === reported) return; // not moved by the reader or a button
    reported = at;
    store.set({ at });
    store.commitSoon();
  });

  /** @param {string | null} at */
  const lead = (at) => {
    if (map._animatingZoom) return void map.once("moveend", () => lead(at));
    [reported, isLed] = [at, true];
    lookAt(map, at);
    isLed = false;
  };

  return {
    draw(state, changed) {
      if (lookAtExtent(map, state, changed)) return;
      if (changed.has("at") && (state.at ?? null) !== reported) lead(state.at ?? null);
    },
  };
}

/**
 * Look where the address says.
 * @param {LeafletMap} map
 * @param {string | null} at
 */
function lookAt(map, at) {
  if (at === null) {
    fitCountry(map);
    return;
  }
  const [lat, lon, zoom] = at.split(",").map(Number);
  map.setView([lat, lon], zoom, { animate: false });
}

/** @param {LeafletMap} map */
function inAddress(map) {
  const { lat, lng } = map.getCenter();
  return `${lat.toFixed(3)},${lng.toFixed(3)},${map.getZoom().toFixed(2)}`;
}
