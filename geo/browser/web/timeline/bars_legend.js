/** 'What the bars show': the signs of the timeline, folded in one line. */

import { STYLE, VERIFICATIONS } from "../engine/constants.js";
import { el } from "../engine/elements.js";

/** @import { Translate } from "../types.js" */

/**
 * @param {Translate} t
 * @param {HTMLElement} strips the keys of the strips over the bars
 */
export function barsLegend(t, strips) {
  const grades = VERIFICATIONS.map((grade) => row(box(STYLE.gradeColours[grade]), t(`verification.${grade}`)));
  const signs = [
    row(sign("◇", STYLE.ink), t("bars.moment")),
    row(el("span", { cls: "sample rows" }), t("bars.ribbon")),
    row(sign("▾", STYLE.axis.change), t("bars.change")),
    row(sign("▿", STYLE.axis.ended), t("bars.ended")),
    row(sign("×", STYLE.axis.denied), t("bars.denied")),
    row(el("span", { cls: "sample silent" }), t("bars.silence")),
  ];
  return el(
    "details",
    { cls: "bars-legend" },
    el("summary", { text: t("bars.title") }),
    el("p", { text: t("bars.grades") }),
    el("ul", { cls: "grades" }, ...grades),
    el("ul", {}, ...signs),
    strips,
    el("p", { text: t("bars.gestures") }),
  );
}

/**
 * @param {HTMLElement} sample
 * @param {string} text
 */
const row = (sample, text) => el("li", {}, sample, el("span", { text }));

/** @param {string} colour */
function box(colour) {
  const sample = el("span", { cls: "sample" });
  sample.style.background = colour;
  return sample;
}

/**
 * @param {string} text
 * @param {string} colour
 */
function sign(text, colour) {
  const sample = el("span", { cls: "sample sign", text, attrs: { "aria-hidden": "true" } });
  sample.style.color = colour;
  return sample;
}
