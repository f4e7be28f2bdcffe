/** The one-file replay: all parts in one document, the data inlined, the view in the address's fragment. */

import { FILTER_KEYS, LAYERS, PRESENCE_LEVELS, STYLE } from "../engine/constants.js";
import { Days } from "../engine/days.js";
import { el } from "../engine/elements.js";
import { mountHeadline } from "../headline/headline.js";
import { mountSearch } from "../headline/search_slot.js";
import { mountMap } from "../map/frame.js";
import { mountPanel } from "../panel/panel.js";
import { sourceLine } from "../parts/card_parts.js";
import { isEmbedded, markEmbedded } from "../parts/embedded.js";
import { mountTimeline } from "../timeline/timeline.js";

/** @import { LatLngBoundsLiteral } from "leaflet" */
/** @import { AddressView, Base, Cards, Extent, LeafletMap, Options, RecordPayload, Report } from "../types.js" */

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
 * @property {string} relief
 * @property {Extent | null} extent
 */

const VIEWPORT = /^\d{1,2}\.\d{3},\d{1,2}\.\d{3},\d{1,2}\.\d{2}$/;

/**
 * The data of an element.
 * @template T
 * @param {string} id
 * @returns {T}
 */
const inlined = (id) => JSON.parse(byId(id).textContent ?? "");

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the document has no element ${id}`);
  return element;
}

async function start() {
  markEmbedded(document.documentElement);
  /** @type {Page} */
  const page = inlined("page");
  /** @type {RecordPayload} */
  const record = inlined("record");
  /** @type {Options["assets"] & {cards: Cards}} */
  const assets = { record, texts: inlined("texts"), cards: inlined("cards") };
  if (document.getElementById("reference")) assets.reference = inlined("reference");
  /** @type {Options} */
  const options = { assets, view: viewOf(record, page), epoch: 0, report: toFragment };
  const timeline = await mountTimeline(byId("timeline"), options);
  addEventListener("hashchange", () => {
    options.view = viewOf(record, page);
    options.epoch += 1;
    timeline.update(options);
  });
  await mountMap(leafletMap(page), { base: /** @type {Base} */ (inlined("base")), relief: page.relief });
  const store = window.conflictReplay;
  if (!store) return;
  if (page.extent && !options.view.at) store.set({ extent: page.extent });
  await mountPanel(byId("panel"), { assets });
  if (!isEmbedded())
    await Promise.all([mountHeadline(byId("headline"), { assets }), mountSearch(byId("search"), { assets })]);
  listSources(assets.cards, store);
}

/** @param {Page} page */
function leafletMap(page) {
  const map = window.L.map("map", {
    zoomSnap: STYLE.zooming.snap,
    zoomDelta: STYLE.zooming.delta,
    wheelPxPerZoomLevel: STYLE.zooming.wheelPx,
    maxBounds: page.widest,
  });
  map.attributionControl.setPrefix("Leaflet").addAttribution(page.credits);
  return /** @type {LeafletMap} */ (map);
}

/**
 * The view that the document and its fragment ask for.
 * @param {RecordPayload} record
 * @param {Page} page
 * @returns {AddressView}
 */
function viewOf(record, page) {
  const requested = fromFragment(record, page);
  const event = record.events.id.indexOf(requested.event);
  if (event >= 0 && !requested.date) {
    const days = new Days(record.firstDay, record.days);
    requested.date = days.iso(days.clampDay(record.events.end[event])); // an event without a day opens on its own
  }
  return { ...page.view, ...requested };
}

/**
 * The view that the fragment asks for; what it can't mean is left out.
 * @param {RecordPayload} record
 * @param {Page} page
 * @returns {{[key: string]: string}}
 */
function fromFragment(record, page) {
  /** @type {{[key: string]: string[]}} */
  const known = {
    perspective: page.perspectives,
    window: page.windows,
    layer: LAYERS,
    presence: PRESENCE_LEVELS,
    province: record.provinces.map(([id]) => id),
    district: record.districts.map(([id]) => id),
    place: record.zones.map(({ id }) => id),
    event: record.events.id,
    reference: ["ucdp"],
    ...page.filters,
  };
  /** @type {(key: string, value: string) => boolean} */
  const isMeant = (key, value) => {
    if (key === "at") return VIEWPORT.test(value);
    if (key === "date" || key === "since") return page.days[0] <= value && value <= page.days[1];
    const values = FILTER_KEYS.includes(key) ? value.split(",") : [value];
    return Object.hasOwn(known, key) && values.every((one) => known[key].includes(one));
  };
  return Object.fromEntries(
    [...new URLSearchParams(location.hash.slice(1))].filter(([key, value]) => isMeant(key, value)),
  );
}

/**
 * Let the address say what is on show, where the document may write it.
 * @param {Report} view
 */
function toFragment(view) {
  const requested = new URLSearchParams();
  for (const [key, value] of Object.entries(view)) if (value && typeof value === "string") requested.set(key, value);
  try {
    history.replaceState(null, "", `#${requested}`);
  } catch {
    // A sandboxed frame has no address of its own.
  }
}

/**
 * All sources of the record, numbered, when they are asked for.
 * @param {Cards} cards
 * @param {import("../wording/words.js").Known} store
 */
function listSources(cards, store) {
  const details = /** @type {HTMLDetailsElement} */ (byId("sources"));
  const fill = () => {
    if (!details.open || details.querySelector("ol")) return;
    details.append(
      el("ol", { cls: "sources" }, ...Object.keys(cards.sources).map((id) => sourceLine(store, cards, id))),
    );
  };
  details.addEventListener("toggle", fill);
}

start();
