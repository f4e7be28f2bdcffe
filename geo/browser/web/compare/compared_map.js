/** One of two maps of a page: the store as that map sees it, and a viewport that both maps share. */

import { lookAtExtent } from "../engine/viewport.js";

/** @import { LatLng } from "leaflet" */
/** @import { LeafletMap, MapKey, MapStore, SharedViewport, State, View } from "../types.js" */
/** @import { Store } from "../engine/store.js" */

const SAME_DEGREES = 1e-7;

/**
 * The store for one map. Its state is the page's with that map's day and perspective; the other map is what it is
 * compared with.
 * @param {Store} page
 * @param {MapKey} key which of `state.comparedMaps`
 * @returns {MapStore}
 */
export function comparedMap(page, key) {
  /** @type {Map<View, View>} */
  const adapted = new Map();
  return {
    record: page.record,
    t: page.t,
    get state() {
      return stateOf(page.state, key);
    },
    set: (change) => page.set(change),
    commit: () => page.commit(),
    painted: (day) => page.painted(day),
    attach(name, view) {
      const inPage = adaptedTo(view, key);
      adapted.set(view, inPage);
      page.attach(`${name} ${key}`, inPage);
    },
    detach(name, view) {
      const inPage = adapted.get(view);
      if (inPage) page.detach(`${name} ${key}`, inPage);
    },
  };
}

/**
 * The page's state as one of its maps sees it.
 * @param {State} state
 * @param {MapKey} key
 * @returns {State}
 */
function stateOf(state, key) {
  if (!state?.comparedMaps) return state;
  const other = state.comparedMaps[key === "a" ? "b" : "a"];
  return { ...state, ...state.comparedMaps[key], since: other.day, sincePerspective: other.perspective };
}

/**
 * A view of one map as a view of the page.
 * @param {View} view
 * @param {MapKey} key
 * @returns {View}
 */
function adaptedTo(view, key) {
  return {
    draw(state, changed) {
      if (state.comparedMaps && !onlyViewport(changed)) view.draw(stateOf(state, key), changed);
    },
  };
}

/**
 * Where one map is moved, the others follow, while it moves. Told through the store: `state.viewport`.
 * @param {LeafletMap} map
 * @param {Store} page
 * @param {MapKey} key
 * @returns {View}
 */
export function sharedViewport(map, page, key) {
  let following = false;

  /** @type {(centre: LatLng, zoom: number, done: boolean) => void} */
  const tell = (centre, zoom, done) => {
    const latest = page.state?.viewport;
    if (following || (latest && done === latest.done && isSame(latest, centre, zoom))) return;
    page.set({ viewport: { by: key, centre, zoom, done } });
  };
  map.on("zoomanim", ({ center, zoom }) => tell(center, zoom, false));
  map.on("move", () => tell(map.getCenter(), map.getZoom(), false));
  map.on("moveend", () => tell(map.getCenter(), map.getZoom(), true));

  /** @type {View} */
  const view = {
    draw({ viewport }, changed) {
      if (!viewport || viewport.by === key || !changed.has("viewport")) return;
      following = true;
      follow(map, viewport);
      following = false;
    },
  };
  page.attach(`viewport ${key}`, view);
  addEventListener("pagehide", () => page.detach(`viewport ${key}`, view));
  return { draw: (state, changed) => lookAtExtent(map, state, changed) };
}

/**
 * While the other map is dragged only the pane moves; at rest, and at another zoom, everything is drawn anew.
 * @param {LeafletMap} map
 * @param {SharedViewport} viewport
 * @returns {void}
 */
function follow(map, { centre, zoom, done }) {
  if (zoom !== map.getZoom()) map.setView(centre, zoom, { animate: !done });
  else if (done) map.setView(centre, zoom, { animate: false });
  else map._rawPanBy(map.project(centre).subtract(map.project(map.getCenter())));
}

/** @param {Set<string>} changed */
const onlyViewport = (changed) => changed.size === 1 && changed.has("viewport");

/** @type {(viewport: SharedViewport, centre: LatLng, zoom: number) => boolean} */
const isSame = (viewport, centre, zoom) =>
  viewport.zoom === zoom &&
  Math.abs(viewport.centre.lat - centre.lat) < SAME_DEGREES &&
  Math.abs(viewport.centre.lng - centre.lng) < SAME_DEGREES;
