/** Hands the store what the page's component brings: the reader's own events and counts. */

import { pageStore } from "../store/page.js";

/** @import { Mounted, Options, PackedUserData } from "../types.js" */

/** @typedef {Options & PackedUserData} UserDataOptions */

/**
 * Mount it; nothing is drawn here. `report` tells the server what is to be removed.
 * @param {Element} _root
 * @param {UserDataOptions} options
 * @returns {Promise<Mounted<UserDataOptions>>}
 */
export async function mountUserData(_root, options) {
  const { userData } = pageStore(options.assets);
  let { token } = options;
  await userData.use(options, remover(options));
  return {
    async update(next) {
      if (next.token === token) return; // the page ran again with the same files
      ({ token } = next);
      await userData.use(next, remover(next));
    },
    remove() {
      if (userData.token === token) userData.clear();
    },
  };
}

/** @param {UserDataOptions} options */
const remover =
  ({ report, token }) =>
  () =>
    report({ remove: token });
