/** What is on the screen, the view and the map's bounds, told to the page when it rests. */

import { Delayed } from "../engine/outstanding.js";
import { pageReplay } from "../engine/store.js";

const RESTS_AFTER_MS = 400;

/**
 * Tell what is on the screen. @param root is left empty; @param options {assets, report(seen)}: `seen` is the view
 * as an address has it, and `bounds`: west, south, east, north in degrees, or null while there is no map.
 * @returns {{update(options), remove()}}
 */
export async function mountOnScreen(root, options) {
  const replay = pageReplay(options.assets);
  await replay.loaded;
  let { report } = options;
  let told = "";
  const tell = () => {
    if (!replay.state || replay.moving || replay.player?.playing) return; // 'rest' follows, which is drawn
    const { since, ...view } = replay.view(); // an export shows one day
    const seen = { ...view, bounds: replay.bounds?.() ?? null };
    const text = JSON.stringify(seen);
    if (text !== told) report(seen);
    told = text;
  };
  const telling = new Delayed(replay.outstanding, "a report of the screen", tell);
  const wait = () => telling.after(RESTS_AFTER_MS);
  const view = { draw: wait };
  replay.attach("on screen", view);
  replay.onMoved = wait;
  wait();
  return {
    update: (next) => (report = next.report),
    remove() {
      telling.cancel();
      replay.onMoved = null;
      replay.detach("on screen", view);
    },
  };
}
