/** The rows of the legend for what a reader added: what is drawn, with counts; of the choropleth its classes. */

import { MAP_STYLE } from "../engine/map_constants.js";
import { inDigits } from "../engine/text.js";
import { kindsOf, PRECISION_KINDS } from "../parts/precision_kinds.js";
import { dash, dashedFrame, filled, precisionPictures, swatch } from "../parts/swatches.js";
import { classOf, colourNumber } from "./choropleth.js";
import { choroplethOf } from "./layer.js";
import { userDataStyle } from "./style.js";

/** @import { ChoroplethCounts, State, Translate, UserWindow } from "../types.js" */
/** @import { Record } from "../engine/record.js" */
/** @import { World } from "../added/points.js" */

/** @typedef {{key: string, picture: () => HTMLElement, text: string, number: number}} CountedRow */
/**
 * @param {World} world
 * @param {UserWindow} found
 * @param {State} state
 * @param {Translate} t
 * @returns {CountedRow[]}
 */
export function keyRows(world, found, state, t) {
  const { record, districts } = world;
  return [
    ...(found.many ? [] : eventRows(record, found.numbers(), t)),
    ...(found.choropleth ? choroplethRows(districts, choroplethOf(world, found, state), t) : []),
  ].filter(({ number }) => number);
}

/**
 * @param {Record} record
 * @param {number[]} numbers
 * @param {Translate} t
 * @returns {CountedRow[]}
 */
function eventRows({ events }, numbers, t) {
  const tally = kindsOf(events.where, events.drawn, numbers);
  const pictures = precisionPictures(userDataStyle());
  return PRECISION_KINDS.map((key) => ({
    key,
    picture: pictures[key],
    text: t(`user_data.key.${key}`),
    number: tally[key],
  }));
}

/**
 * Each class with its limits and how many districts are in it; then what has no district.
 * @param {number} districts
 * @param {ChoroplethCounts} shown
 * @param {Translate} t
 * @returns {CountedRow[]}
 */
function choroplethRows(districts, { counts, limits }, t) {
  const { ramp, colour } = MAP_STYLE.userData;
  const inClass = limits.map(() => 0);
  for (let i = 0; i < districts; i++) {
    const at = classOf(counts[i], limits);
    if (at >= 0) inClass[at] += 1;
  }
  const rows = limits.map((low, n) => ({
    key: `class ${low}`,
    picture: () => swatch((ctx) => filled(ctx, ramp[colourNumber(n, limits, ramp)])),
    text: t("user_data.class", { range: rangeOf(limits, n) }),
    number: inClass[n],
  }));
  const provinces = counts.subarray(districts, counts.length - 1).reduce((all, one) => all + one, 0);
  const dashes = () => swatch((ctx, ratio) => dashedFrame(ctx, ratio, colour));
  return [
    ...rows,
    { key: "province", picture: dashes, text: t("user_data.key.province_precision"), number: provinces },
    { key: "nowhere", picture: dash, text: t("user_data.key.not_drawn"), number: counts[counts.length - 1] },
  ];
}

/**
 * '1–4', '5–19', '20+'
 * @param {number[]} limits
 * @param {number} n
 */
function rangeOf(limits, n) {
  const [low, next] = [limits[n], limits[n + 1]];
  if (next === undefined) return `${inDigits(low)}+`;
  return next - 1 === low ? String(low) : `${inDigits(low)}–${inDigits(next - 1)}`;
}
