/**
 * The map under keys: what it is called, arrows that pan it or lead from district to district, and calm moves for those who
 * asked for them.
 */

import { ARROWS } from "./district_links.js";
import { Walk } from "./walk.js";

/** @import { LeafletMap, MapKey } from "../types.js" */
/** @import { Store } from "../store/store.js" */
/** @import { LayeredMap } from "./layered_map.js" */
/** @import { Arrow } from "./district_links.js" */

/**
 * What a map is called, for those who hear it; in a frame of its own the frame too.
 * @param {LeafletMap} map
 * @param {Store} page
 * @param {MapKey} [side]
 */
export function nameMap(map, page, side) {
  const { t } = page;
  const container = map.getContainer();
  const own = side ? t("app.map_side", { side: side.toUpperCase() }) : t("app.map_label");
  const name = container.getAttribute("aria-label") ?? own; // a page of files says more
  const tell = () => {
    const keys = canWalk(page) && !side ? "app.map_walk" : "app.map_keys";
    container.setAttribute("aria-label", t(keys, { map: name }));
  };
  container.setAttribute("role", "application");
  container.addEventListener("focus", tell);
  tell();
  const frame = window.frameElement;
  if (!frame || "conflictReplay" in window) return;
  frame.setAttribute("title", name);
  document.title = name;
}

/**
 * Whether somebody says aloud where one stands: the timeline's status line.
 * @param {Store} page
 */
export const canWalk = (page) => Boolean(page.player);

/**
 * Without moves that nobody needs: what is looked at is there at once.
 * @param {LeafletMap} map
 */
export function calm(map) {
  if (!matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  Object.assign(map.options, { inertia: false, fadeAnimation: false, zoomAnimation: false });
  map._zoomAnimated = false;
  const panBy = map.panBy.bind(map);
  map.panBy = (offset, options) => panBy(offset, { ...options, animate: false });
}

/**
 * What the map itself does with a key; the rest is the page's.
 * @param {LeafletMap} map
 * @param {Store} page
 * @param {LayeredMap} view
 * @returns {{walk: Walk, takes: (event: KeyboardEvent) => boolean}}
 */
export function mapKeys(map, page, view) {
  const walk = new Walk(map, page, view);
  const takes = (/** @type {KeyboardEvent} */ event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== map.getContainer()) return false;
    if (!canWalk(page)) return Object.hasOwn(ARROWS, event.key);
    const action = walk.isOn ? walkAction(walk, event.key, page) : startAction(walk, event.key, page);
    if (!action) return Object.hasOwn(ARROWS, event.key); // Leaflet pans
    event.preventDefault();
    event.stopPropagation();
    action();
    return true;
  };
  return { walk, takes };
}

/**
 * @param {Walk} walk
 * @param {string} key
 * @param {Store} page
 */
function startAction(walk, key, { characterKeys }) {
  const starts = (key === "g" && characterKeys) || key === "Enter";
  return starts ? () => walk.toggle() : null;
}

/**
 * @param {Walk} walk
 * @param {string} key
 * @param {Store} page
 */
function walkAction(walk, key, { characterKeys }) {
  if (Object.hasOwn(ARROWS, key)) return () => walk.step(/** @type {Arrow} */ (key));
  if (key === "Enter") return () => walk.open();
  return key === "Escape" || (key === "g" && characterKeys) ? () => walk.end() : null;
}
