/** The search box in the head of the page. */

import { el } from "../engine/elements.js";
import { searchBox } from "../search/search.js";
import { pageStore } from "../store/page.js";

/** @import { Mounted, Options } from "../types.js" */

/**
 * Mount the search box.
 * @param {Element} root
 * @param {Pick<Options, "assets">} options
 * @returns {Promise<Mounted<unknown>>}
 */
export async function mountSearch(root, options) {
  const store = pageStore(options.assets);
  await store.whole;
  const box = searchBox(store);
  const slot = el("div", { cls: "search-slot" }, box.root);
  root.append(slot);
  store.search = box;
  const remove = () => {
    if (store.search === box) store.search = null;
    box.remove();
    slot.remove();
  };
  return { update() {}, remove };
}
