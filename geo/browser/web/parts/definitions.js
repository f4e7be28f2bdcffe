/** What the words of the legend mean, one click away. */

import { VERIFICATIONS } from "../engine/constants.js";
import { el } from "../engine/elements.js";
import { CERTAINTIES, CONTROL_STATUSES } from "../engine/map_constants.js";

const LISTS = {
  status: [...CONTROL_STATUSES, "disagreed"],
  basis: ["assessed", "claimed"],
  certainty: CERTAINTIES,
  verification: VERIFICATIONS,
};

/** @param {import("../types.js").Translate} t */
export function definitions(t) {
  /** @type {(name: string, keys: string[]) => HTMLElement[]} */
  const list = (name, keys) => [
    el("h3", { text: t(`define.${name}`) }),
    el(
      "dl",
      {},
      ...keys.flatMap((key) => [
        el("dt", {
          text:
            name === "certainty"
              ? t("define.letter", { letter: key, word: t(`certainty.${key}`) })
              : t(`${name}.${key}`),
        }),
        el("dd", { text: t(`${name}.${key}.meaning`) }),
      ]),
    ),
  ];
  const notes = ["fade", "partial", "disputed"].map((key) => el("p", { text: t(`define.${key}`) }));
  return el(
    "details",
    { cls: "definitions" },
    el("summary", { text: t("define.title") }),
    ...Object.entries(LISTS).flatMap(([name, keys]) => list(name, keys)),
    ...notes,
  );
}
