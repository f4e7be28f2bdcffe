/** The map of the reader's edition: its handle works as soon as it can; the rest of the timeline follows (`next.js`), then all else. */

import { queryText } from "../copy/link.js";
import { el } from "../engine/elements.js";
import { fetchJson } from "../engine/fetch_json.js";
import { needsMarks } from "../engine/needs_marks.js";
import { DayLine } from "../handle/day.js";
import { Handle } from "../handle/handle.js";
import { welcomePlace } from "../handle/welcome.js";
import { isShaded } from "../layers/shaded.js";
import { isEmbedded, markEmbedded } from "../parts/embedded.js";
import { byId, inlined } from "../standalone/page_parts.js";
import { viewOf } from "../standalone/view_of.js";
import { StillMap } from "../still/still_map.js";
import { firstStore } from "../store/first.js";
import { assetsOf, fetched } from "./fetched.js";
import { asVersion } from "./other_version.js";

/** @import { AddressView, Options, Report } from "../types.js" */
/** @import { Store } from "../store/store.js" */
/** @import { Files } from "./fetched.js" */
/** @import { MapPage } from "./other_version.js" */

/** What of a view its first picture shows. */
const PICTURED = /** @type {const} */ (["date", "perspective", "layer"]);

/** The view is in the query; links of pages that were made for one file have it in the fragment. */
const asked = () => new URLSearchParams(location.search || location.hash.slice(1));

async function start() {
  markEmbedded(document.documentElement);
  /** @type {MapPage} */
  const own = inlined("page");
  const query = asked();
  const page = await asVersion(own, query);
  const assets = assetsOf(page);
  const isOther = page !== own || PICTURED.some((key) => query.has(key) && query.get(key) !== page.view[key]);
  const picture = document.getElementById("first-picture");
  if (picture && (isOther || query.has("event"))) picture.hidden = true; // drawn for another day
  const dressed = fetched("link", { rel: "stylesheet", href: assets.styles });
  const store = firstStore({ ...assets, hasLateMarks: true });
  await Promise.all([store.loaded, dressed]);
  const next = fetched("script", { type: page.onStick ? "" : "module", src: assets.next });
  await marksFor(query, store);
  /** @type {Options} */
  const options = {
    assets,
    view: viewOf(query, store.record.raw, page),
    epoch: 0,
    report: (report) => toQuery(report, store),
  };
  const handle = new Handle(byId("timeline"), store, options);
  const welcome = isEmbedded() || query.has("date") ? null : welcomePlace(store);
  if (welcome) byId("headline").append(welcome);
  const dayLine = isEmbedded() ? null : new DayLine(byId("headline"), store);
  addEventListener("popstate", async () => {
    await marksFor(asked(), store);
    options.view = viewOf(asked(), store.record.raw, page);
    options.epoch += 1;
    handle.update(options);
  });
  if (picture && page === own && !isShaded(store.state)) await keepPicture(store, picture, page.view, assets);
  if (!page.onStick) begin(assets);
  next.then(() => fetched("script", { type: page.onStick ? "" : "module", src: assets.rest }));
  return { store, assets, handle, dayLine, welcome };
}

/**
 * Resolves when the record knows the event that an address names.
 * @param {URLSearchParams} query
 * @param {Store} store
 */
async function marksFor(query, store) {
  if (query.has("event") || needsMarks(Object.fromEntries(query))) await store.marked();
}

/**
 * Begin to fetch what the other script will ask for.
 * @param {Files} assets
 */
function begin({ leaflet, base, marks }) {
  fetched("link", { rel: "preload", href: leaflet, as: "script" });
  for (const href of [base, marks]) fetched("link", { rel: "preload", href, as: "fetch", crossOrigin: "anonymous" });
}

/**
 * Let the first picture follow the handle, in the place of the map that is on its way.
 * @param {Store} store
 * @param {HTMLElement} picture
 * @param {AddressView} view that it was drawn for
 * @param {Files} assets
 */
async function keepPicture(store, picture, view, assets) {
  const ground = await fetchJson(assets.ground);
  const figure = /** @type {HTMLElement} */ (picture.querySelector("figure"));
  if (store.state.at && !view.at) figure.querySelector("figcaption")?.prepend(`${store.t("first.part")} `);
  const place = el("div", { cls: "still", attrs: { id: picture.id } }, figure);
  picture.remove();
  byId("map").append(place);
  store.attach("map", new StillMap(store, place, ground, view));
  await store.ready;
}

/**
 * Let the address say what is on show; each choice is an entry of the history, but none in a frame: Back is the page's
 * around it. Where the map looks is no entry of its own.
 * @param {Report} view
 * @param {Store} store
 */
function toQuery(view, store) {
  const address = `?${queryText(view, store.record.version)}`;
  const isNoChoice = withoutViewport(address) === withoutViewport(location.search);
  if (isNoChoice || isEmbedded()) history.replaceState(history.state, "", address);
  else history.pushState(null, "", address);
}

/** @param {string} query */
function withoutViewport(query) {
  const rest = new URLSearchParams(query);
  rest.delete("at");
  rest.sort();
  return String(rest);
}

/** What stands when the handle works; other pages with a map take their parts from here and begin nothing. */
export const begun = document.getElementById("timeline") ? start() : null;
