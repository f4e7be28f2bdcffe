/** Where the page's one store lives: `window.conflictReplay` of the page, which its frames share. */

import { Store } from "./store.js";

/** @import { Assets } from "../types.js" */

export const MADE = "conflict-replay-made"; // an event of the page, for frames that were there before the store

/**
 * The page's store, made on first use, with what its first handle needs.
 * @param {Assets} assets
 */
export function firstStore(assets) {
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
