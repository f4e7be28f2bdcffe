/** The rows of the legend for what a reader added: what is drawn, with counts; of the choropleth its classes. */

import { STYLE } from "../engine/constants.js";
import { dash, dashedFrame, filled, swatch } from "../panel/swatches.js";
import { classOf, colourNumber } from "./choropleth.js";
import { choroplethOf } from "./layer.js";
import { userDataStyle } from "./style.js";

/** @import { ChoroplethCounts, State, Translate, UserWindow } from "../types.js" */
/** @import { Record } from "../engine/record.js" */
/** @import { World } from "./points.js" */

/** @typedef {{key: string, picture: () => HTMLElement, text: string, number: number}} CountedRow */
/** @typedef {"point" | "district_precision" | "province_precision" | "not_drawn"} Kind */

/**
 * The row of the legend of an event, by how exactly its place is known.
 * @type {{[precision: number]: Kind}}
 */
const KINDS = { 1: "point", 2: "point", 3: "district_precision", 4: "province_precision" };

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
  const tally = { point: 0, district_precision: 0, province_precision: 0, not_drawn: 0 };
  for (const i of numbers) tally[events.drawn[i] ? (KINDS[events.where[i]] ?? "not_drawn") : "not_drawn"] += 1;
  const drawn = userDataStyle();
  const pictures = {
    point: () => swatch((ctx, ratio) => middle(ctx, drawn.symbol(0, [0], ratio, 5.5))),
    district_precision: () =>
      swatch((ctx, ratio) => drawn.area(ctx, ctx.canvas.width / 2, ctx.canvas.height / 2, 9 * ratio, [])),
    province_precision: () => swatch((ctx, ratio) => dashedFrame(ctx, ratio, STYLE.userData.colour)),
    not_drawn: dash,
  };
  /** @type {Kind[]} */
  const kinds = ["point", "district_precision", "province_precision", "not_drawn"];
  return kinds.map((key) => ({ key, picture: pictures[key], text: t(`user_data.key.${key}`), number: tally[key] }));
}

/**
 * Each class with its limits and how many districts are in it; then what has no district.
 * @param {number} districts
 * @param {ChoroplethCounts} shown
 * @param {Translate} t
 * @returns {CountedRow[]}
 */
function choroplethRows(districts, { counts, limits }, t) {
  const { ramp, colour } = STYLE.userData;
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
  if (next === undefined) return `${low.toLocaleString("en")}+`;
  return next - 1 === low ? String(low) : `${low.toLocaleString("en")}–${(next - 1).toLocaleString("en")}`;
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {HTMLCanvasElement} image
 */
function middle(ctx, image) {
  ctx.drawImage(image, (ctx.canvas.width - image.width) / 2, (ctx.canvas.height - image.height) / 2);
}
