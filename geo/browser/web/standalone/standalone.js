/** The one-file replay: all parts in one document, the data inlined, the view in the address's fragment. */

import { el } from "../engine/elements.js";
import { mountHeadline } from "../headline/headline.js";
import { mountSearch } from "../headline/search_slot.js";
import { mountMap } from "../map/frame.js";
import { mountPanel } from "../panel/panel.js";
import { sourceLine } from "../parts/card_parts.js";
import { isEmbedded, markEmbedded } from "../parts/embedded.js";
import { mountTimeline } from "../timeline/timeline.js";
import { leafletMap } from "./leaflet_map.js";
import { byId, inlined } from "./page_parts.js";
import { viewOf } from "./view_of.js";

/** @import { Base, Cards, Options, RecordPayload, Report } from "../types.js" */
/** @import { Page } from "./page_parts.js" */

const asked = () => new URLSearchParams(location.hash.slice(1));

async function start() {
  markEmbedded(document.documentElement);
  /** @type {Page & {relief: string}} */
  const page = inlined("page");
  /** @type {RecordPayload} */
  const record = inlined("record");
  /** @type {Options["assets"] & {cards: Cards}} */
  const assets = { record, texts: inlined("texts"), cards: inlined("cards") };
  if (document.getElementById("reference")) assets.reference = inlined("reference");
  /** @type {Options} */
  const options = { assets, view: viewOf(asked(), record, page), epoch: 0, report: toFragment };
  const timeline = await mountTimeline(byId("timeline"), options);
  addEventListener("hashchange", () => {
    options.view = viewOf(asked(), record, page);
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
