/** The headline of the app, whose sentence also says by which day things are known. */

import { mountHeadline as mountPlain } from "../headline/headline.js";
import { pageStore } from "../store/page.js";
import { tellKnown } from "./words.js";

/**
 * Mount the headline.
 * @param {Parameters<typeof mountPlain>[0]} root
 * @param {Parameters<typeof mountPlain>[1]} options
 */
export async function mountHeadline(root, options) {
  const store = pageStore(options.assets);
  await store.loaded;
  tellKnown(store.record);
  return mountPlain(root, options);
}
