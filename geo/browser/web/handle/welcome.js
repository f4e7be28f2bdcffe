/** What a reader is told who came without a day: what this is, how far the record goes, and a way to begin. */

import { plainDate } from "../engine/dates.js";
import { el } from "../engine/elements.js";
import { button } from "./controls.js";

/** @import { Store } from "../store/store.js" */

/**
 * @param {Pick<Store, "record" | "t">} store
 * @param {{play: () => void, way: HTMLElement | null}} of what begins, and a way to who made it; null where there is none
 */
export function welcomeLine({ record, t }, { play, way }) {
  const [first, last] = [record.firstDay, record.iso(record.days - 1)].map(plainDate);
  const close = () => {
    root.hidden = true;
  };
  const begin = () => {
    close();
    play();
  };
  const root = el(
    "div",
    { cls: "welcome" },
    el("p", { text: t("welcome.what", { first, last }) }),
    button(t("welcome.play"), t("welcome.play"), begin, "text"),
    way,
    button("×", t("welcome.close"), close),
  );
  return root;
}

/**
 * The same as it will stand, before what it leads to is there.
 * @param {Pick<Store, "record" | "t">} store
 */
export function welcomePlace(store) {
  const root = welcomeLine(store, { play: () => {}, way: el("a", { text: store.t("welcome.makers") }) });
  root.inert = true;
  return root;
}
