/** The list of keys, opened by `?`. */

import { el } from "../engine/elements.js";

const KEYS = [
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

/** @param {import("../types.js").Translate} t */
export function helpBox(t) {
  const rows = KEYS.flatMap(([keys, name]) => [
    el("dt", {}, el("kbd", { text: keys })),
    el("dd", { text: t(`help.${name}`) }),
  ]);
  const root = el(
    "section",
    { cls: "help", attrs: { "aria-label": t("help.title") } },
    el("h2", { text: t("help.title") }),
    el("dl", {}, ...rows),
  );
  root.hidden = true;
  const toggle = (open = root.hidden) => {
    root.hidden = !open;
  };
  return { root, toggle };
}
