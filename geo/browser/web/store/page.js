/** Where the page's one store lives: `window.conflictReplay` of the page, which its frames share. */

import { Store } from "./store.js";

/** @import { Assets } from "../types.js" */

const MADE = "conflict-replay-made"; // an event of the page, for frames that were there before the store

/**
 * The page's store, made on first use. Only pages call this; frames use `findStore`.
 * @param {Assets} assets
 */
export function pageStore(assets) {
  const known = window.conflictReplay;
  if (known && known.assets.record === assets.record) return known;
  const store = new Store(assets);
  window.conflictReplay = store;
  store.live.then(() => document.getElementById("first-picture")?.remove()); // what the server drew meanwhile
  window.dispatchEvent(new Event(MADE));
  return store;
}

/** The store of the page around this frame, waited for. */
export async function findStore() {
  const page = pageWindow();
  if (!page.conflictReplay) await new Promise((resolve) => page.addEventListener(MADE, resolve, { once: true }));
  const store = /** @type {Store} */ (page.conflictReplay);
  await store.loaded;
  return store;
}

/** @returns {Window} */
function pageWindow() {
  try {
    if (window.parent.location.origin === window.location.origin) return window.parent;
  } catch {
    // A foreign page embeds us: the store lives in our own window.
  }
  return window;
}
