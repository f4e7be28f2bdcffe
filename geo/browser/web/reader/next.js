/** What follows the handle at once in the reader's edition: all that stands around it, and what is done with the day. */

import { fetchJson } from "../engine/fetch_json.js";
import { complete, welcomeTo } from "../headline/headline.js";
import { withAdded } from "../store/page.js";
import { Timeline } from "../timeline/timeline.js";
import { begun } from "./core.js";

async function start() {
  if (!begun) return; // a page that takes its parts from here
  const { store, assets, handle, dayLine, welcome } = await begun;
  Object.assign(store.texts, await fetchJson(assets.nextTexts));
  withAdded(store);
  new Timeline(handle);
  if (dayLine) complete(dayLine);
  welcome?.replaceWith(welcomeTo(store));
}

start();
