/** What a reader is told who came without a day: what this is, how far the record goes, and a way to begin. */

import { pageWay } from "../copy/page_way.js";
import { OPENING_PLAY, STYLE } from "../engine/constants.js";
import { el } from "../engine/elements.js";
import { plainDate } from "../engine/text.js";

/** @import { Store } from "../store/store.js" */

/** @param {Store} store */
export function welcomeLine(store) {
  const { record, t } = store;
  const [first, last] = [record.firstDay, record.iso(record.days - 1)].map(plainDate);
  const close = () => {
    root.hidden = true;
  };
  const play = () => {
    close();
    const [from, to] = OPENING_PLAY.map((day) => record.dayNumber(day));
    store.set({ day: from ?? 0, extent: [...STYLE.panjshirBounds] });
    store.player?.playTo(to ?? record.days - 1);
  };
  const button = (/** @type {string} */ cls, /** @type {string} */ text, /** @type {() => void} */ click) =>
    el("button", { cls, text, attrs: { type: "button" }, on: { click } });
  const shut = button("icon", "×", close);
  shut.setAttribute("aria-label", t("welcome.close"));
  const root = el(
    "div",
    { cls: "welcome" },
    el("p", { text: t("welcome.what", { first, last }) }),
    button("text", t("welcome.play"), play),
    pageWay(store, t("welcome.makers"), "method"),
    shut,
  );
  return root;
}
