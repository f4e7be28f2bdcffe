/** What is on the screen, the view and the map's bounds, told to the page when it rests. */

import { Delayed } from "../engine/outstanding.js";
import { pageStore } from "../store/page.js";

/** @import { Mounted, Options, View } from "../types.js" */

const RESTS_AFTER_MS = 400;

/**
 * Tell what is on the screen: `report` gets the view as an address has it, and `bounds`: west, south, east, north in
 * degrees, or null while there is no map.
 * @param {Element} _root is left empty
 * @param {Options} options
 * @returns {Promise<Mounted>}
 */
export async function mountScreenReport(_root, options) {
  const store = pageStore(options.assets);
  await store.loaded;
  let { report } = options;
  let reported = "";
  const tell = () => {
    if (!store.state || store.moving || store.player?.playing) return; // 'rest' follows, which is drawn
    const { since, ...shown } = store.view(); // an export shows one day
    const seen = { ...shown, bounds: store.bounds?.() ?? null };
    const text = JSON.stringify(seen);
    if (text !== reported) report(seen);
    reported = text;
  };
  const telling = new Delayed(store.outstanding, "a report of the screen", tell);
  const wait = () => telling.after(RESTS_AFTER_MS);
  /** @type {View} */
  const view = { draw: wait };
  store.attach("on screen", view);
  store.onMoved = wait;
  wait();
  return {
    update(next) {
      ({ report } = next);
    },
    remove() {
      telling.cancel();
      store.onMoved = null;
      store.detach("on screen", view);
    },
  };
}
