/** The Leaflet map of a document of ours. */

import { MAP_STYLE } from "../engine/map_constants.js";

/** @import { LeafletMap } from "../types.js" */
/** @import { Page } from "./page_parts.js" */

/**
 * @param {Page} page
 * @param {string} [id] of the element that it is to fill
 */
export function leafletMap(page, id = "map") {
  const map = window.L.map(id, {
    zoomSnap: MAP_STYLE.zooming.snap,
    zoomDelta: MAP_STYLE.zooming.delta,
    wheelPxPerZoomLevel: MAP_STYLE.zooming.wheelPx,
    maxBounds: page.widest,
  });
  map.attributionControl.setPrefix("Leaflet").addAttribution(page.credits);
  return /** @type {LeafletMap} */ (map);
}
