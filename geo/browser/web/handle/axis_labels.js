/** The words under the time axis: months and years of the reader's calendar, and where the years of the other one begin. */

import { calendar, monthName, partsOf } from "../engine/dates.js";
import { digits } from "../engine/text.js";

/** @import { Translate } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

/**
 * @typedef {object} Labels where they stand
 * @property {CanvasRenderingContext2D} ctx
 * @property {Translate} t
 * @property {[number, number]} range
 * @property {(day: number) => number} xOf
 * @property {number} left
 * @property {number} right
 * @property {number} end what reaches farther has no room
 * @property {number} top
 * @property {string} ink
 */

const MONTH_DAYS = 30.4;
const ALL_MONTHS_PX = 34; // a month at least this wide has its name
const QUARTERS_PX = 12;
const QUARTERS = [4, 7, 10];

/**
 * The line under the bars, a tick a month, and as many names as have room.
 * @param {Labels} labels
 * @param {Record} record
 */
export function monthLabels(labels, record) {
  const { ctx, range, left, right, top, ink } = labels;
  ctx.fillStyle = ink;
  ctx.globalAlpha = 0.5;
  ctx.fillRect(left, top, right - left, 1);
  ctx.textBaseline = "top";
  ctx.textAlign = "left";
  const perMonth = (right - left) / ((range[1] - range[0]) / MONTH_DAYS);
  let free = -Infinity;
  for (let day = Math.ceil(range[0]); day <= range[1]; day++) {
    const date = partsOf(record.iso(day));
    if (date.day === 1) free = monthLabel(labels, labels.xOf(day), date, perMonth, free);
  }
  ctx.globalAlpha = 1;
}

/**
 * The tick and perhaps the name of a month; the answer is where the next name may begin.
 * @param {Labels} labels
 * @param {number} x
 * @param {{year: number, month: number}} date
 * @param {number} perMonth its width
 * @param {number} free where a name may begin
 */
function monthLabel({ ctx, t, top, end }, x, { year, month }, perMonth, free) {
  const isYear = month === 1;
  ctx.globalAlpha = isYear ? 0.9 : 0.45;
  ctx.fillRect(x, top, 1, isYear ? 8 : 4);
  const isNamed = isYear || perMonth > ALL_MONTHS_PX || (perMonth > QUARTERS_PX && QUARTERS.includes(month));
  const short = calendar() === "gregorian" ? t(`month.${month}`) : monthName(month);
  const text = isYear ? digits(String(year)) : short;
  ctx.font = `${isYear ? 600 : 400} 10.5px "Replay Arabic", system-ui, sans-serif`;
  const reached = x + ctx.measureText(text).width + 3;
  if (!isNamed || x < free || reached > end) return free;
  ctx.globalAlpha = isYear ? 1 : 0.75;
  ctx.fillText(text, x + 3, top + 9);
  return reached + 6;
}

/**
 * A second, fainter row: where the years of the other calendar begin.
 * @param {Labels} labels
 * @param {[number, number][]} years first day and year
 */
export function otherYears({ ctx, t, range: [first, last], xOf, left, end, top }, years) {
  ctx.font = "400 10px 'Replay Arabic', system-ui, sans-serif";
  ctx.textAlign = "left";
  ctx.textBaseline = "top";
  let free = -Infinity;
  years.forEach(([day, year], at) => {
    const next = years[at + 1]?.[0] ?? Infinity;
    if (next <= first || day > last) return;
    const x = Math.max(xOf(day), left);
    ctx.globalAlpha = 0.4;
    if (day >= first) ctx.fillRect(x, top + 21, 1, 9);
    ctx.globalAlpha = 0.65;
    const text = t(calendar() === "solar" ? "timeline.gregorian_year" : "timeline.solar_year", { year });
    const reached = x + ctx.measureText(text).width + 3;
    if (x < free || reached > end || reached > xOf(next)) return;
    ctx.fillText(text, x + 3, top + 20);
    free = reached + 6;
  });
  ctx.globalAlpha = 1;
}

/**
 * Names beside the axis, each in the middle of its height.
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} ink
 * @param {number} right where they end
 * @param {[string, number][]} texts and their heights
 */
export function namesBeside(ctx, ink, right, texts) {
  ctx.font = "400 10px 'Replay Arabic', system-ui, sans-serif";
  ctx.textAlign = "right";
  ctx.textBaseline = "middle";
  ctx.fillStyle = ink;
  ctx.globalAlpha = 0.75;
  for (const [text, y] of texts) ctx.fillText(text, right, y);
  ctx.globalAlpha = 1;
}

/**
 * First day and number of each year of the other calendar that the record touches.
 * @param {Record} record
 * @returns {[number, number][]}
 */
export function otherYearsOf(record) {
  /** @type {[number, number][]} */
  const found = [];
  for (let day = 0; day < record.days; day++) {
    const { year } = partsOf(record.iso(day), calendar() === "solar" ? "gregorian" : "solar");
    if (year !== found.at(-1)?.[1]) found.push([day, year]);
  }
  return found;
}
