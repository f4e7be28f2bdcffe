/** What follows the handle at once in the reader's edition: all that stands around it, and what is done with the day. */

import { VIEW_DEFAULTS } from "../engine/constants.js";
import { fetchJson } from "../engine/fetch_json.js";
import { followLanguages } from "../fields/language_ways.js";
import { complete, welcomeTo } from "../headline/headline.js";
import { withAdded } from "../store/page.js";
import { Timeline } from "../timeline/timeline.js";
import { begun } from "./core.js";

async function start() {
  if (!begun) return; // a page that takes its parts from here
  followLanguages(VIEW_DEFAULTS.lang);
  const { store, assets, handle, dayLine, welcome } = await begun;
  Object.assign(store.texts, await fetchJson(assets.nextTexts));
  withAdded(store);
  new Timeline(handle);
  if (dayLine) complete(dayLine);
  welcome?.replaceWith(welcomeTo(store));
}

/** When all of it stands: what follows draws on it. */
export const complemented = start();
