/** The page's store whole: with a reader's own data and UCDP's rows, which follow the first handle. */

import { ReferenceRows } from "../added/rows.js";
import { UserData } from "../added/userdata.js";
import { firstStore, MADE } from "./first.js";

/** @import { Assets } from "../types.js" */
/** @import { Store } from "./store.js" */

/**
 * The page's store, made on first use. Only pages call this; frames use `findStore`.
 * @param {Assets} assets
 */
export const pageStore = (assets) => withAdded(firstStore(assets));

/**
 * Let a store have what stands beside the record.
 * @param {Store} store
 */
export function withAdded(store) {
  store.userData ??= new UserData(store);
  store.reference ??= new ReferenceRows(store);
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
  if (window.conflictReplay) return window; // a page of its own, also where one of the same host holds it
  try {
    if (window.parent.location.origin === window.location.origin) return window.parent;
  } catch {
    // A foreign page embeds us: the store lives in our own window.
  }
  return window;
}
