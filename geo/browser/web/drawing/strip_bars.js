/** What the strips over the time axis have in common that have a scale of their own. */

import { columnsOf } from "./columns.js";

export const STRIP_HEIGHT = 34;
const WORDS_HEIGHT = 13;
const FOOT = 3;

/**
 * @typedef {object} Strip
 * @property {Float64Array} perDay
 * @property {[number, number]} range first and last day
 * @property {(day: number) => number} xOf where a day stands
 * @property {number} top it is drawn between `top` and `top + STRIP_HEIGHT`
 * @property {string} ink
 * @property {(most: number) => string} words what it is
 * @property {number} left
 * @property {number} right
 */

/**
 * @typedef {object} Look how the bars of a strip are drawn
 * @property {string} colour
 * @property {number} least pixels of the lowest bar
 * @property {number} opacity of the line that they stand on
 * @property {number} indent of the words
 * @property {(x: number, y: number, width: number, height: number) => void} bar
 */

/**
 * Between what the bars of a strip stand.
 * @param {Pick<Strip, "top">} strip
 */
export const barSpace = ({ top }) => ({ ceiling: top + WORDS_HEIGHT, floor: top + STRIP_HEIGHT - FOOT });

/**
 * Bars on a line, and over them the words that tell what they are.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Strip} strip
 * @param {Look} look
 */
export function stripBars(ctx, strip, { colour, least, opacity, indent, bar }) {
  const { top, ink, words, left, right } = strip;
  const { ceiling, floor } = barSpace(strip);
  const { wide, columns } = columnsOf([strip.perDay], { ...strip, width: right - left });
  const most = Math.max(0, ...Array.from(columns.values(), ([count]) => count));
  const unit = (floor - ceiling) / Math.max(most, 2);
  ctx.fillStyle = ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  for (const [column, [count]] of columns) {
    if (!count) continue;
    const height = Math.max(least, count * unit);
    bar(column * wide - wide / 2, floor - height, wide - 0.7, height);
  }
  ctx.globalAlpha = opacity;
  ctx.fillRect(left, floor, right - left, 1);
  ctx.globalAlpha = 1;
  ctx.fillStyle = ink;
  ctx.font = "400 10px 'Replay Arabic', system-ui, sans-serif";
  ctx.textAlign = "left";
  ctx.textBaseline = "top";
  ctx.fillText(words(most), left + indent, top);
}

/**
 * Whether a colour as the browser computes it ('rgb(250, 250, 250)') is a light one.
 * @param {string} colour
 */
export function isLight(colour) {
  const [red, green, blue] = (colour.match(/[\d.]+/g) ?? ["0", "0", "0"]).map(Number);
  return 0.299 * red + 0.587 * green + 0.114 * blue > 128;
}
