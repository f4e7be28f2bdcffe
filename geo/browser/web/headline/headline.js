/** The headline over the map: the day in words, Copy, and what a reader is told who came without a day. */

import { copyButton, ofDay } from "../copy/copy.js";
import { pageWay } from "../copy/page_way.js";
import { MAP_STYLE, OPENING_PLAY } from "../engine/map_constants.js";
import { DayLine } from "../handle/day.js";
import { welcomeLine } from "../handle/welcome.js";
import { viewSentence } from "../layers/sentence.js";
import { pageStore } from "../store/page.js";

/** @import { Mounted, Options } from "../types.js" */
/** @import { Store } from "../store/store.js" */

/**
 * Mount the headline.
 * @param {Element} root
 * @param {Pick<Options, "assets"> & {isOpening?: boolean}} options `isOpening`: nobody asked for the day on show
 * @returns {Promise<Mounted<{isOpening?: boolean}>>}
 */
export async function mountHeadline(root, options) {
  const store = pageStore(options.assets);
  await store.loaded;
  const welcome = welcomeTo(store);
  welcome.hidden = !options.isOpening;
  root.append(welcome);
  const line = new DayLine(root, store);
  complete(line);
  return {
    update({ isOpening }) {
      if (!isOpening) welcome.hidden = true;
    },
    remove() {
      line.remove();
      welcome.remove();
    },
  };
}

/**
 * Let a day have what is done with it.
 * @param {DayLine} line
 */
export const complete = (line) => line.take(viewSentence, copyButton(line.store, ofDay(line.store)));

/**
 * What a reader is told who came without a day, with the ways to begin.
 * @param {Store} store
 */
export function welcomeTo(store) {
  const play = () => {
    const { record } = store;
    const [from, to] = OPENING_PLAY.map((day) => record.dayNumber(day));
    store.set({ day: from ?? 0, extent: [...MAP_STYLE.panjshirBounds] });
    store.player?.playTo(to ?? record.days - 1);
  };
  return welcomeLine(store, { play, way: pageWay(store, store.t("welcome.makers"), "method") });
}
