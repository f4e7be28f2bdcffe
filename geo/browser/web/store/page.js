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
  store.live.then(takeAway);
  window.dispatchEvent(new Event(MADE));
  return store;
}

/** Take away what the server drew meanwhile; the page is read on where the reader was. */
function takeAway() {
  const picture = document.getElementById("first-picture");
  if (!picture) return;
  const { scrollTop } = picture;
  picture.remove();
  const page = document.querySelector(".stMain");
  if (page && scrollTop) page.scrollTop = scrollTop;
}

/**
 * The store of the page around this frame, waited for.
 * @param {string} [record] the address of the record that it is to hold; any where none is named
 */
export async function findStore(record) {
  const page = pageWindow();
  const isIt = () => page.conflictReplay && (!record || page.conflictReplay.assets.record === record);
  while (!isIt()) await new Promise((resolve) => page.addEventListener(MADE, resolve, { once: true }));
  const store = /** @type {Store} */ (page.conflictReplay);
  await store.loaded;
  return store;
}

/** @returns {Window} */
function pageWindow() {
  if (window.conflictReplay) return window; // a page of its own, also where one of the same host holds it
  try {
    if (window.parent.location.origin === window.location.origin) return window.parent;
  } catch {
    // A foreign page embeds us: the store lives in our own window.
  }
  return window;
}
