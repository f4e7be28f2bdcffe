/** The map in its frame: prepares a Leaflet map and puts the replay on it. */

import { comparedMap } from "../compare/compared_map.js";
import { fetchJson } from "../engine/fetch_json.js";
import { fontFrom } from "../engine/fonts.js";
import { MAP_STYLE } from "../engine/map_constants.js";
import { printable } from "../engine/printing.js";
import { say, speak } from "../engine/text.js";
import { fitCountry } from "../lens/on_leaflet.js";
import { LENS_CSS } from "../lens/sheet.js";
import { findStore } from "../store/page.js";
import { keyHandler } from "../timeline/keys.js";
import { GESTURES_CSS, shareWithPage } from "../viewport/share_with_page.js";
import { sharedViewport } from "../viewport/shared_viewport.js";
import { pageViewport } from "../viewport/viewport.js";
import { LayeredMap } from "./layered_map.js";
import { addMapButtons, MAP_BUTTONS_CSS } from "./map_buttons.js";
import { calm, mapKeys, nameMap } from "./map_keys.js";

/** @import { Base, LeafletMap, MapKey } from "../types.js" */
/** @import { Outstanding } from "../engine/outstanding.js" */
/** @import { Store } from "../store/store.js" */

/**
 * @typedef {object} MapAssets
 * @property {string | Base} base
 * @property {string} relief address of its image
 * @property {string} [font] address of the font that the language needs
 * @property {MapKey} [comparedMap] which of the page's two maps this is; none where the page has one
 */

const WHOLE_FRAME = "html, body { margin: 0; overflow: hidden; } #map_div { height: 100vh !important; }";

/**
 * Put the replay on a map.
 * @param {LeafletMap} map
 * @param {MapAssets} assets
 */
export async function mountMap(map, assets) {
  const key = assets.comparedMap;
  const isFrame = Boolean(document.getElementById("map_div")); // a document of its own
  const font = isFrame ? assets.font : undefined;
  const [page, base] = await Promise.all([findStore(), fetchJson(assets.base), fontFrom(font)]);
  speak(page.texts);
  Object.assign(document.documentElement, { lang: say("locale.code"), dir: say("locale.dir") });
  if (isFrame && window.frameElement) window.frameElement.setAttribute("aria-label", say("app.map_label"));
  const store = key ? comparedMap(page, key) : page;
  dress(map);
  shareWithPage(map, page.t);
  calm(map);
  prepare(map);
  nameMap(map, page, key);
  page.outstanding.during(
    "the relief",
    page.live.then(() => drawRelief(map, assets.relief, base)),
  );
  const view = new LayeredMap(map, base, {
    store,
    page,
    name: key ?? "",
    viewport: key ? sharedViewport(map, page, key) : pageViewport(map, page),
    userData: key ? null : page.userData,
  });
  const walk = key ? null : serveThePage(map, page, view);
  const buttonsNoMore = addMapButtons(map, page, walk);
  window.conflictMap = { map, view, walk, comparedMap: key };
  store.attach("map", view);
  const printNoMore = printable(map);
  const countNoMore = countMoves(map, page.outstanding, `a move of map ${key ?? ""}`);
  addEventListener("pagehide", () => {
    store.detach("map", view);
    buttonsNoMore();
    view.remove();
    countNoMore();
    printNoMore();
  });
}

/**
 * Zooms, and the whole country.
 * @param {LeafletMap} map
 */
function prepare(map) {
  const [nearest, farthest] = MAP_STYLE.zooms;
  map.setMinZoom(nearest).setMaxZoom(farthest);
  fitCountry(map);
  new ResizeObserver(() => findSize(map)).observe(map.getContainer()); // also when it is shown at last
}

/**
 * Take over a new size of the frame; of the same Leaflet would forget where it is within a pixel.
 * @param {LeafletMap} map
 */
function findSize(map) {
  const { clientWidth, clientHeight } = map.getContainer();
  const { x, y } = map.getSize();
  if (x !== clientWidth || y !== clientHeight) map.invalidateSize();
}

/**
 * Put the relief under everything: on a slow line it is not to keep the map itself waiting.
 * @param {LeafletMap} map
 * @param {string} relief
 * @param {Base} base
 * @returns {Promise<unknown>} when it is there, or can't be had
 */
function drawRelief(map, relief, base) {
  map.createPane("relief").style.zIndex = "150";
  const image = window.L.imageOverlay(relief, base.relief, { pane: "relief", interactive: false });
  const loaded = new Promise((resolve) => image.once("load error", resolve));
  image.addTo(map);
  return loaded;
}

/**
 * What a page's only map does for it: takes its keys, tells where it looks.
 * @param {LeafletMap} map
 * @param {Store} page
 * @param {LayeredMap} view
 */
function serveThePage(map, page, view) {
  const isInFrame = !("conflictReplay" in window); // elsewhere the page hears what is pressed beside the map
  const hears = isInFrame ? window : map.getContainer();
  const { walk, takes } = mapKeys(map, page, view);
  page.hideTip = view.tip.hide;
  const keys = keyHandler(page, true);
  const hear = (/** @type {KeyboardEvent} */ event) => takes(event) || keys(event);
  hears.addEventListener("keydown", /** @type {(event: Event) => void} */ (hear), true); // before Leaflet
  page.bounds = () => map.getBounds().toBBoxString().split(",").map(Number); // for what is carried off
  map.on("moveend", () => page.onMoved?.());
  return walk;
}

/**
 * Count the map's own animations as outstanding; the answer ends what is counted, for when the map is left.
 * @param {LeafletMap} map
 * @param {Outstanding} outstanding
 * @param {string} name
 */
function countMoves(map, outstanding, name) {
  const end = () => outstanding.end(name);
  map.on("movestart zoomstart move", () => outstanding.begin(name)); // a new size is said by 'move' alone
  map.on("moveend", end);
  return end;
}

/**
 * The page's small type and a background that continues the relief.
 * @param {LeafletMap} map
 */
function dress(map) {
  const style = document.createElement("style");
  const whole = document.getElementById("map_div") ? WHOLE_FRAME : ""; // streamlit-folium's frame holds the map alone
  style.textContent = `${whole}
    .leaflet-container { background: ${MAP_STYLE.paper}; forced-color-adjust: none; font: 12px/1.4 "Replay Arabic", system-ui, "Segoe UI", sans-serif; }
    .leaflet-control-attribution { font-size: 10px; }
    .leaflet-relief-pane img {
      mask-image: linear-gradient(to right, transparent, ${MAP_STYLE.black} 9%, ${MAP_STYLE.black} 91%, transparent),
        linear-gradient(to bottom, transparent, ${MAP_STYLE.black} 9%, ${MAP_STYLE.black} 91%, transparent);
      mask-composite: intersect;
    }${LENS_CSS}${GESTURES_CSS}${MAP_BUTTONS_CSS}`;
  document.head.append(style);
  map.invalidateSize();
}
