/** The map of the reader's edition: its handle works as soon as it can, all that is read follows (`rest.js`). */

import { queryText } from "../copy/link.js";
import { mountHeadline } from "../headline/headline.js";
import { mountMap } from "../map/frame.js";
import { markEmbedded } from "../parts/embedded.js";
import { byId, inlined, leafletMap } from "../standalone/page_parts.js";
import { viewOf } from "../standalone/view_of.js";
import { pageStore } from "../store/page.js";
import { mountTimeline } from "../timeline/timeline.js";

/** @import { Assets, Options, Report } from "../types.js" */
/** @import { Store } from "../store/store.js" */
/** @import { Page } from "../standalone/page_parts.js" */

/** @typedef {Assets & {base: string, relief: string, leaflet: string, rest: string, styles: string}} Files */

/** What of a view its first picture shows. */
const PICTURED = /** @type {const} */ (["date", "perspective", "layer"]);

/** The view is in the query; links of pages that were made for one file have it in the fragment. */
const asked = () => new URLSearchParams(location.search || location.hash.slice(1));

async function start() {
  markEmbedded(document.documentElement);
  /** @type {Page & {assets: Files}} */
  const page = inlined("page");
  const { assets } = page;
  const query = asked();
  const isOther = PICTURED.some((key) => query.has(key) && query.get(key) !== page.view[key]);
  if (isOther || query.has("event")) document.getElementById("first-picture")?.remove(); // drawn for another day
  const leaflet = loaded(Object.assign(document.createElement("script"), { src: assets.leaflet }));
  const dressed = loaded(Object.assign(document.createElement("link"), { rel: "stylesheet", href: assets.styles }));
  const store = pageStore(assets);
  await Promise.all([store.loaded, dressed]);
  /** @type {Options} */
  const options = {
    assets,
    view: viewOf(query, store.record.raw, page),
    epoch: 0,
    report: (report) => toQuery(report, store),
  };
  const [timeline] = await Promise.all([
    mountTimeline(byId("timeline"), options),
    mountHeadline(byId("headline"), { assets, isOpening: !query.has("date") }),
  ]);
  addEventListener("popstate", () => {
    options.view = viewOf(asked(), store.record.raw, page);
    options.epoch += 1;
    timeline.update(options);
  });
  await leaflet;
  await mountMap(leafletMap(page), assets);
  await store.ready;
  document.head.append(Object.assign(document.createElement("script"), { type: "module", src: assets.rest }));
}

/**
 * A file that an element asks for, put into the document.
 * @param {HTMLScriptElement | HTMLLinkElement} element
 */
function loaded(element) {
  document.head.append(element);
  return new Promise((resolve, reject) => {
    element.addEventListener("load", resolve);
    element.addEventListener("error", () => reject(new Error("a file of the page can't be had")));
  });
}

/**
 * Let the address say what is on show; each choice is an entry of the history, where the map looks is none of its own.
 * @param {Report} view
 * @param {Store} store
 */
function toQuery(view, store) {
  const address = `?${queryText(view, store.record.version)}`;
  if (withoutViewport(address) === withoutViewport(location.search)) history.replaceState(history.state, "", address);
  else history.pushState(null, "", address);
}

/** @param {string} query */
function withoutViewport(query) {
  const rest = new URLSearchParams(query);
  rest.delete("at");
  rest.sort();
  return String(rest);
}

start();
