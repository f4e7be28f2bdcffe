/** The list of keys, opened by `?`, with the switch for those that are letters, digits or signs. */

import { el } from "../engine/elements.js";
import { checkbox } from "./choices.js";

/** @import { Store } from "../store/store.js" */

/** Keys, and what the list calls them. */
const LISTED = [
  ["← →", "day"],
  ["Shift ← →", "week"],
  ["PgUp PgDn", "month"],
  ["Home End", "ends"],
  ["Space", "play"],
  ["[ ]", "change"],
  ["{ }", "event"],
  [", .", "moment"],
  ["1 2 3 4", "perspective"],
  ["M", "layer"],
  ["Z", "zoom"],
  ["/", "search"],
  ["Esc", "close"],
  ["?", "help"],
];
/** The same on the map. */
const ON_MAP = [
  ["← → ↑ ↓", "pan"],
  ["+ −", "map_zoom"],
  ["G", "walk"],
  ["← → ↑ ↓", "walk_on"],
  ["Enter", "walk_open"],
  ["Esc", "walk_back"],
];

/** @param {Store} store */
export function helpBox(store) {
  const { t } = store;
  const keys = checkbox(t("help.characters"), (isOn) => Object.assign(store, { characterKeys: isOn }), true);
  const root = el(
    "section",
    { cls: "help", attrs: { "aria-label": t("help.title") } },
    el("h2", { text: t("help.title") }),
    el("p", { cls: "quiet", text: t("help.where") }),
    el("dl", {}, ...LISTED.flatMap(([signs, name]) => row(signs, t(`help.${name}`)))),
    el("h2", { text: t("help.map_title") }),
    el("dl", {}, ...ON_MAP.flatMap(([signs, name]) => row(signs, t(`help.${name}`)))),
    keys,
  );
  root.hidden = true;
  const toggle = (open = root.hidden) => {
    root.hidden = !open;
  };
  return { root, toggle };
}

/**
 * @param {string} signs
 * @param {string} text
 */
const row = (signs, text) => [el("dt", {}, el("kbd", { text: signs })), el("dd", { text })];
