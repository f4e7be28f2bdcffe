/** Buttons beside those that zoom: one that begins to go from district to district, four that move the map or go. */

import { STYLE } from "../engine/constants.js";
import { el } from "../engine/elements.js";
import { MAP_STYLE } from "../engine/map_constants.js";
import { ARROWS } from "./district_links.js";
import { canWalk } from "./map_keys.js";

/** @import { LeafletMap } from "../types.js" */
/** @import { Store } from "../store/store.js" */
/** @import { Arrow } from "./district_links.js" */
/** @import { Walk } from "./walk.js" */

const PAN_SHARE = 0.3; // of the map's width or height
/** @type {[string, string, Arrow][]} */
const WAYS = [
  ["▲", "north", "ArrowUp"],
  ["◀", "west", "ArrowLeft"],
  ["▶", "east", "ArrowRight"],
  ["▼", "south", "ArrowDown"],
];

export const MAP_BUTTONS_CSS = `
  .leaflet-container:focus-visible { outline: 3px solid ${STYLE.ink}; outline-offset: -3px; }
  .replay-pan { display: grid; grid-template-columns: repeat(3, auto); direction: ltr; } /* west is left in every language */
  .leaflet-touch .replay-pan { border: 0; }
  .replay-pan button { inline-size: 26px; block-size: 26px; padding: 0; border: 1px solid ${MAP_STYLE.border}; border-radius: 4px;
    background: ${MAP_STYLE.white}; color: ${STYLE.ink}; font-size: 11px; line-height: 1; cursor: pointer; }
  .replay-pan .north, .replay-pan .south { grid-column: 2; }
  .replay-pan .west { grid-column: 1; } .replay-pan .east { grid-column: 3; }
  .replay-pan .walk { grid-area: 2 / 2; font-size: 15px; }
  .replay-pan .walk.alone { grid-area: 1 / 1; }
  .replay-pan .walk[aria-pressed="true"] { background: ${STYLE.ink}; color: ${MAP_STYLE.white}; }
  .replay-pan button[hidden] { display: none; }
  .replay-pan button:focus-visible { outline: 3px solid ${STYLE.ink}; outline-offset: 1px; }`;

/**
 * The four are there while there is more to see than is in sight, or while one goes from district to district.
 * @param {LeafletMap} map
 * @param {Store} page
 * @param {Walk | null} walk none on a map beside another
 * @returns {() => void} for when the map is left
 */
export function addMapButtons(map, page, walk) {
  const whole = map.getZoom();
  const pans = WAYS.map((way) => panButton(map, page, walk, way));
  const start = walk ? walkButton(map, page, walk) : null;
  const attrs = { role: "group", "aria-label": page.t("map.pan") };
  const root = el("div", { cls: "replay-pan leaflet-control", attrs }, ...pans.slice(0, 2), start, ...pans.slice(2));
  const draw = () => {
    const isAll = map.getZoom() <= whole && !walk?.isOn;
    for (const button of pans) button.hidden = isAll;
    if (!start) return;
    start.hidden = !canWalk(page);
    start.classList.toggle("alone", isAll);
    start.setAttribute("aria-pressed", String(Boolean(walk?.isOn)));
  };
  draw();
  map.on("zoomend", draw);
  const view = { draw };
  if (walk) {
    walk.onTurned = draw;
    page.attach("map buttons", view); // the timeline, which says where one stands, may come after the map
  }
  window.L.DomEvent.disableClickPropagation(root);
  map.zoomControl?.getContainer()?.after(root);
  return () => page.detach("map buttons", view);
}

/**
 * @param {LeafletMap} map
 * @param {Store} page
 * @param {Walk | null} walk
 * @param {[string, string, Arrow]} way its sign, its name and its arrow
 */
function panButton(map, { t }, walk, [sign, way, arrow]) {
  const [east, south] = ARROWS[arrow];
  const pan = () => {
    const { x, y } = map.getSize();
    map.panBy([east * x * PAN_SHARE, south * y * PAN_SHARE]);
  };
  const click = () => (walk?.isOn ? walk.step(arrow) : pan());
  const attrs = { type: "button", "aria-label": t(`map.pan.${way}`) };
  return el("button", { cls: way, text: sign, attrs, on: { click } });
}

/**
 * The map has the focus afterwards, so that the arrows are at hand.
 * @param {LeafletMap} map
 * @param {Store} page
 * @param {Walk} walk
 */
function walkButton(map, { t }, walk) {
  const click = () => {
    walk.toggle();
    if (walk.isOn) map.getContainer().focus({ preventScroll: true });
  };
  const name = t("walk.name");
  const attrs = { type: "button", "aria-label": name, "aria-pressed": "false", title: name };
  return el("button", { cls: "walk", text: "◎", attrs, on: { click } });
}
