/** A viewport that two maps of a page share: where one is moved the other follows, while it moves. */

import { fit } from "./viewport.js";

/** @import { Extent, LeafletMap, MapKey, SharedViewport, State, View } from "../types.js" */
/** @import { Store } from "../store/store.js" */

const SAME_DEGREES = 1e-7;
/** @type {MapKey} the map that looks where the page says; the other follows */
const LEADER = "a";

/** Told through the store: `state.viewport`. */
class ViewportOfMap {
  #isFollowing = false;
  #isLeading = false;
  /** @type {Extent | null} what the page let this map look at, until somebody moves it */
  #led = null;
  /** Where the map stood when it last came to rest. */
  #stood;

  /**
   * @param {LeafletMap} map
   * @param {Store} page
   * @param {MapKey} key
   */
  constructor(map, page, key) {
    this.map = map;
    this.page = page;
    this.key = key;
    this.size = map.getSize();
    this.#stood = whereIs(map);
    map.on("zoomanim", ({ center, zoom }) => this.#tell(center, zoom, false));
    map.on("move", () => this.#isResized() || this.#tell(map.getCenter(), map.getZoom(), false));
    map.on("moveend", () => this.#ended());
  }

  /**
   * Look at what the page asks for.
   * @param {Extent} extent
   */
  lead(extent) {
    if (this.map._animatingZoom) return void this.map.once("moveend", () => this.lead(extent));
    this.#led = extent;
    this.#isLeading = true;
    fit(this.map, extent, false);
    this.#isLeading = false;
  }

  /**
   * @param {State} state
   * @param {Set<string>} changed
   */
  draw({ viewport }, changed) {
    if (viewport && viewport.by !== this.key && changed.has("viewport")) this.#goAlong(viewport);
  }

  #isResized() {
    return !this.map.getSize().equals(this.size);
  }

  #ended() {
    const [stood, now] = [this.#stood, whereIs(this.map)];
    this.#stood = now;
    if (this.#isResized()) return this.#again();
    const { centre, zoom } = now;
    const latest = this.page.state?.viewport;
    if (!this.#isLeading && isSame(stood, centre, zoom)) return; // told late of a new size: nobody moved it
    if (!this.#isLeading && latest?.done && isSame(latest, centre, zoom)) return;
    if (!this.#isLeading) this.#led = null;
    this.#tell(centre, zoom, true);
  }

  /** In a frame of another size the same is shown again, and no other map moved. */
  #again() {
    this.size = this.map.getSize();
    const { viewport } = this.page.state ?? {};
    if (this.#led) this.lead(this.#led);
    else if (viewport && viewport.by !== this.key) this.#goAlong(viewport);
  }

  /** @param {SharedViewport} viewport */
  #goAlong(viewport) {
    this.#isFollowing = true;
    follow(this.map, viewport);
    this.#isFollowing = false;
  }

  /**
   * @param {SharedViewport["centre"]} centre
   * @param {number} zoom
   * @param {boolean} done
   */
  #tell(centre, zoom, done) {
    const latest = this.page.state?.viewport;
    if (!latest && !this.#led) return; // a frame finds its size before the page says where to look
    if (this.#isFollowing || (latest && done === latest.done && isSame(latest, centre, zoom))) return;
    this.page.set({ viewport: { by: this.key, centre, zoom, done, isLed: this.#led !== null } });
  }
}

/**
 * @param {LeafletMap} map
 * @param {Store} page
 * @param {MapKey} key
 * @returns {View}
 */
export function sharedViewport(map, page, key) {
  const viewport = new ViewportOfMap(map, page, key);
  page.attach(`viewport ${key}`, viewport);
  addEventListener("pagehide", () => page.detach(`viewport ${key}`, viewport));
  return {
    draw(state, changed) {
      if (key === LEADER && state.extent && changed.has("extent")) viewport.lead(state.extent);
    },
  };
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

/** @param {LeafletMap} map */
const whereIs = (map) => ({ centre: map.getCenter(), zoom: map.getZoom() });

/** @type {(viewport: Pick<SharedViewport, "centre" | "zoom">, centre: SharedViewport["centre"], zoom: number) => boolean} */
const isSame = (viewport, centre, zoom) =>
  viewport.zoom === zoom &&
  Math.abs(viewport.centre.lat - centre.lat) < SAME_DEGREES &&
  Math.abs(viewport.centre.lng - centre.lng) < SAME_DEGREES;
