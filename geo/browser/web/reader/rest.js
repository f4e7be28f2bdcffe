/** What follows the handle in the reader's edition: the map itself, then the panel and the search. */

import { fetchJson } from "../engine/fetch_json.js";
import { followMenu } from "../fields/edition_ways.js";
import { mountSearch } from "../headline/search_slot.js";
import { mountMap } from "../map/frame.js";
import { mountPanel } from "../panel/panel.js";
import { leafletMap } from "../standalone/leaflet_map.js";
import { byId, inlined } from "../standalone/page_parts.js";
import { findStore } from "../store/page.js";
import { fetched } from "./fetched.js";
import { complemented } from "./next.js";

/** @import { Files } from "./fetched.js" */

async function start() {
  followMenu();
  const store = await findStore();
  const assets = /** @type {Files} */ (store.assets); // of the version that is on show
  const [base, texts] = await Promise.all([
    fetchJson(assets.base),
    fetchJson(assets.restTexts),
    store.marked(),
    complemented,
    fetched("script", { src: assets.leaflet }),
    fetched("link", { rel: "stylesheet", href: assets.restStyles }),
  ]);
  Object.assign(store.texts, texts);
  await mountMap(leafletMap(inlined("page")), { ...assets, base });
  await store.live;
  const search = document.getElementById("search"); // none where another page holds this one
  await Promise.all([mountPanel(byId("panel"), { assets }), search ? mountSearch(search, { assets }) : null]);
}

start();
