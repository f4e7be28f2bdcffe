/** What follows the map in the reader's edition: the panel and the search. */

import { mountSearch } from "../headline/search_slot.js";
import { mountPanel } from "../panel/panel.js";
import { byId } from "../standalone/page_parts.js";
import { findStore } from "../store/page.js";

async function start() {
  const { assets } = await findStore();
  await Promise.all([mountPanel(byId("panel"), { assets }), mountSearch(byId("search"), { assets })]);
}

start();
