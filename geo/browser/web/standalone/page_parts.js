/** What a document of ours holds beside its scripts: its elements, what Python says of it, its Leaflet map. */

import { STYLE } from "../engine/constants.js";

/** @import { LatLngBoundsLiteral } from "leaflet" */
/** @import { AddressView, Extent, LeafletMap } from "../types.js" */

/**
 * What Python says of the document.
 * @typedef {object} Page
 * @property {AddressView} view
 * @property {string[]} perspectives
 * @property {string[]} windows
 * @property {{[key: string]: string[]}} filters the values that each knows
 * @property {[string, string]} days
 * @property {LatLngBoundsLiteral} widest
 * @property {string} credits
 * @property {Extent | null} extent
 */

/**
 * The data of an element.
 * @template T
 * @param {string} id
 * @returns {T}
 */
export const inlined = (id) => JSON.parse(byId(id).textContent ?? "");

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the document has no element ${id}`);
  return element;
}

/**
 * @param {Page} page
 * @param {string} [id] of the element that it is to fill
 */
export function leafletMap(page, id = "map") {
  const map = window.L.map(id, {
    zoomSnap: STYLE.zooming.snap,
    zoomDelta: STYLE.zooming.delta,
    wheelPxPerZoomLevel: STYLE.zooming.wheelPx,
    maxBounds: page.widest,
  });
  map.attributionControl.setPrefix("Leaflet").addAttribution(page.credits);
  return /** @type {LeafletMap} */ (map);
}
