/** Hands the conductor what the page's component brings: the reader's own events and counts. */

import { pageReplay } from "../engine/store.js";

/**
 * @param options {assets, columns, cards, counts, token, report(view)}: see `Own.use`; `report` tells the server
 * @returns {{update(options), remove()}}
 */
export async function mountOwn(root, options) {
  const replay = pageReplay(options.assets);
  const remover =
    ({ report, token }) =>
    () =>
      report({ remove: token });
  let { token } = options;
  await replay.own.use({ ...options, remove: remover(options) });
  return {
    async update(next) {
      if (next.token === token) return; // the page ran again with the same files
      ({ token } = next);
      await replay.own.use({ ...next, remove: remover(next) });
    },
    remove() {
      if (replay.own.token === token) replay.own.clear();
    },
  };
}
