/** Where the map looks, for the address: 'latitude,longitude,zoom' of its middle; null is the whole country. */

import { MAP_STYLE } from "../engine/map_constants.js";
import { fitCountry } from "../lens/on_leaflet.js";

/** @import { LatLngBoundsLiteral, ZoomPanOptions } from "leaflet" */
/** @import { Extent, LeafletMap, State, View } from "../types.js" */
/** @import { Store } from "../store/store.js" */

/** @type {[number, number]} */
const PADDING = [8, 8];

/**
 * Look at the extent that a button or a story asked for; whether there was one.
 * @param {LeafletMap} map
 * @param {State} state
 * @param {Set<string>} changed
 */
export function lookAtExtent(map, state, changed) {
  const { extent } = state;
  if (!extent || !changed.has("extent")) return false;
  if (map._animatingZoom) {
    map.once("moveend", () => lookAtExtent(map, state, changed)); // it would be ignored
    return true;
  }
  if (JSON.stringify(extent) === JSON.stringify(MAP_STYLE.bounds)) fitCountry(map);
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
export const pageViewport = (map, store) => new PageViewport(map, store);

class PageViewport {
  /** @type {"at" | "extent" | null} what was asked for while the map had no size: in a tab or frame not shown yet */
  #owed = null;
  /** @type {string | null | undefined} what the address says, or was told; nothing before the map was led there */
  #reported;
  #isLed = false; // by the address
  #settled; // where the map stands without the reader's doing, or where the reader left it
  #size;

  /**
   * @param {LeafletMap} map
   * @param {Store} store
   */
  constructor(map, store) {
    this.map = map;
    this.store = store;
    this.#size = map.getSize();
    this.#settled = inAddress(map);
    map.on("moveend", () => this.#moved());
    map.on("resize", () => this.#resized());
    store.heading = () => (this.#isLed || this.#reported === undefined ? null : headingOf(map));
  }

  /**
   * @param {State} state
   * @param {Set<string>} changed
   */
  draw(state, changed) {
    if (!hasSize(this.map)) this.#owed = state.extent && changed.has("extent") ? "extent" : (this.#owed ?? "at");
    if (lookAtExtent(this.map, state, changed)) this.#reported ??= null;
    else if (changed.has("at") && (state.at ?? null) !== this.#reported) this.#lead(state.at ?? null);
  }

  /** Tell where the map looks when the reader or a button has moved it, and nobody else. */
  #moved() {
    const { map, store } = this;
    const isResized = !map.getSize().equals(this.#size);
    if (this.#isLed || isResized || this.#reported === undefined || !store.state) return;
    const at = inAddress(map);
    if (at === this.#settled || at === this.#reported) return;
    this.#reported = this.#settled = at;
    store.set({ at });
    store.commitSoon();
  }

  /** Show the country whole again where nothing else was asked for; else have the same in the middle, to the pixel. */
  #resized() {
    const { map, store } = this;
    this.#size = map.getSize();
    if (this.#owed && hasSize(map)) this.#pay();
    else if (this.#reported || !store.state?.at) this.#lead(this.#reported ?? null);
    else this.#settled = inAddress(map);
  }

  /** @param {string | null} at */
  #lead(at) {
    const { map } = this;
    if (map._animatingZoom) {
      this.#reported = undefined; // until it is led, nothing that moves it is the reader's
      map.once("moveend", () => this.#lead(at));
      return;
    }
    this.#reported = at;
    this.#isLed = true;
    map._enforcingBounds = true; // Leaflet would pan back into its bounds from where the map was before, and go on doing so
    lookAt(map, at);
    map._enforcingBounds = false;
    this.#settled = inAddress(map);
    this.#isLed = false;
  }

  /** Look at last at what was asked for while nothing could be seen. */
  #pay() {
    const { map, store } = this;
    const requested = new Set([this.#owed ?? ""]);
    this.#owed = null;
    this.#isLed = true;
    const isExtent = lookAtExtent(map, store.state, requested);
    this.#isLed = false;
    if (isExtent) this.#settled = inAddress(map);
    else this.#lead(store.state.at ?? null);
  }
}

/** @param {LeafletMap} map */
function hasSize(map) {
  const { x, y } = map.getSize();
  return x > 0 && y > 0;
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
  const { centre, zoom } = centreOf(at);
  map.setView(centre, zoom, /** @type {ZoomPanOptions} */ ({ animate: false, reset: true })); // to the part of a pixel
}

/**
 * What 'latitude,longitude,zoom' of the address says.
 * @param {string} at
 */
export function centreOf(at) {
  const [lat, lng, zoom] = at.split(",").map(Number);
  return { centre: { lat, lng }, zoom };
}

/** @param {LeafletMap} map */
const inAddress = (map) => inText(map.getCenter(), map.getZoom());

/**
 * @param {{lat: number, lng: number}} centre
 * @param {number} zoom
 */
const inText = ({ lat, lng }, zoom) => `${lat.toFixed(3)},${lng.toFixed(3)},${zoom.toFixed(2)}`;

/**
 * Where a map that is on its way will look; null where it stands still.
 * @param {LeafletMap} map
 */
export function headingOf(map) {
  const { _animateToCenter: centre, _animateToZoom: zoom, _panAnim: pan } = map;
  if (map._animatingZoom && centre && zoom !== undefined) return inText(centre, zoom);
  if (!pan?._inProgress) return null;
  const rest = pan._startPos.add(pan._offset).subtract(map._getMapPanePos());
  return inText(map.containerPointToLatLng(map.getSize().divideBy(2).subtract(rest)), map.getZoom());
}
