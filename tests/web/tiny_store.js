/** A store on a tiny record, and a clock of frames that a test moves by hand. */

import { Store } from "../../geo/browser/web/store/store.js";
import { payload } from "./tiny_record.js";

/** Take the place of the browser's frames; `next()` draws one. */
export function fakeFrames() {
  const waiting = new Map();
  let last = 0;
  globalThis.requestAnimationFrame = (callback) => {
    waiting.set(++last, callback);
    return last;
  };
  globalThis.cancelAnimationFrame = (id) => waiting.delete(id);
  return {
    get waiting() {
      return waiting.size;
    },
    next(now = 0) {
      const callbacks = [...waiting.values()];
      waiting.clear();
      for (const callback of callbacks) callback(now);
    },
  };
}

export const STATE = {
  day: 3,
  perspective: "assessed",
  window: "30",
  since: null,
  province: null,
  district: null,
  place: null,
  event: null,
};

/** A store that has been told what to show, with the first frame drawn. */
export async function tinyStore(frames, state = {}) {
  const store = new Store({ record: payload(), texts: { "status.control": "control" }, cards: {} });
  await store.loaded;
  store.set({ ...STATE, ...state });
  frames.next();
  return store;
}
