/** What is on the screen, the view and the map's bounds, told to the page when it rests. */

import { pageStore } from "../engine/store.js";

const RESTS_AFTER_MS = 400;

/**
 * Tell what is on the screen. @param root is left empty; @param options {assets, report(seen)}: `seen` is the view
 * as an address has it, and `bounds`: west, south, east, north in degrees, or null while there is no map.
 * @returns {{update(options), remove()}}
 */
export async function mountScreenReport(root, options) {
  const store = pageStore(options.assets);
  await store.loaded;
  let { report } = options;
  let waiting = 0;
  let told = "";
  const tell = () => {
    if (!store.state) return;
    const { since, ...view } = store.view(); // an export shows one day
    const seen = { ...view, bounds: store.bounds?.() ?? null };
    const text = JSON.stringify(seen);
    if (text !== told) report(seen);
    told = text;
  };
  const wait = () => {
    clearTimeout(waiting);
    waiting = setTimeout(tell, RESTS_AFTER_MS);
  };
  const view = { draw: wait };
  store.attach("on screen", view);
  store.onMoved = wait;
  wait();
  return {
    update: (next) => (report = next.report),
    remove() {
      clearTimeout(waiting);
      store.onMoved = null;
      store.detach("on screen", view);
    },
  };
}
