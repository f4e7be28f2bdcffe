/** A strip over the time axis: how many of the events that a reader added begin on each day, on a scale of its own. */

import { STYLE } from "../engine/constants.js";

export const USER_DATA_STRIP = 34;
const ROOM = 13; // for the words

/**
 * @typedef {object} Strip
 * @property {Float64Array} perDay
 * @property {[number, number]} range first and last day
 * @property {(day: number) => number} xOf where a day stands
 * @property {number} top it is drawn between `top` and `top + USER_DATA_STRIP`
 * @property {string} ink
 * @property {(most: number) => string} words what it is
 * @property {number} left
 * @property {number} right
 */

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Strip} strip
 */
export function userDataBars(ctx, strip) {
  const { top, ink, words, left, right } = strip;
  const { wide, columns } = columnsOf(strip);
  const most = Math.max(0, ...columns.values());
  const bottom = top + USER_DATA_STRIP - 3;
  const unit = (USER_DATA_STRIP - 3 - ROOM) / Math.max(most, 2);
  ctx.fillStyle = isLight(ink) ? STYLE.userData.ramp[2] : STYLE.userData.colour; // light ink: what lies behind is dark
  for (const [column, count] of columns) {
    if (!count) continue;
    const height = Math.max(1.5, count * unit);
    ctx.fillRect(column * wide - wide / 2, bottom - height, Math.max(wide - 0.7, 1.5), height);
  }
  ctx.globalAlpha = 0.6;
  ctx.fillRect(left, bottom, right - left, 1);
  ctx.globalAlpha = 1;
  ctx.fillStyle = ink;
  ctx.font = "400 10px system-ui, sans-serif";
  ctx.textAlign = "left";
  ctx.textBaseline = "top";
  ctx.fillText(words(most), left, top);
}

/**
 * One column a pixel or two, or a day when days are wider.
 * @param {Strip} strip
 */
export function columnsOf({ perDay, range: [first, last], xOf, left, right }) {
  const wide = Math.max(2, (right - left) / (last - first + 1));
  /** @type {Map<number, number>} */
  const columns = new Map();
  for (let day = Math.floor(first); day <= Math.ceil(last); day++) {
    const column = Math.round(xOf(day) / wide);
    columns.set(column, (columns.get(column) ?? 0) + (perDay[day] ?? 0));
  }
  return { wide, columns };
}

/**
 * Whether a colour as the browser computes it ('rgb(250, 250, 250)') is a light one.
 * @param {string} colour
 */
export function isLight(colour) {
  const [red, green, blue] = (colour.match(/[\d.]+/g) ?? ["0", "0", "0"]).map(Number);
  return 0.299 * red + 0.587 * green + 0.114 * blue > 128;
}
