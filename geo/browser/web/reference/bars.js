/** A strip over the time axis: how many of UCDP's rows begin on each day, hollow; what no release covers whole is hatched. */

import { barSpace, isLight, stripBars } from "../drawing/strip_bars.js";
import { MAP_STYLE } from "../engine/map_constants.js";

/** @import { Strip } from "../drawing/strip_bars.js" */

const HATCH_PX = 5;

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Strip & {covered: [number, number][]}} strip
 */
export function referenceBars(ctx, strip) {
  const { ceiling, floor } = barSpace(strip);
  const colour = isLight(strip.ink) ? MAP_STYLE.referenceOnDark : MAP_STYLE.referenceColour; // light ink: what lies behind is dark
  hatch(ctx, strip, ceiling, floor, colour);
  /** @type {(x: number, y: number, width: number, height: number) => void} */
  const bar = (x, y, width, height) => hollow(ctx, x, y, Math.max(width, 2), height);
  stripBars(ctx, strip, { colour, least: 3, opacity: 1, indent: 14, bar });
  sign(ctx, strip.left + 5, strip.top + 5);
}

/**
 * A bar of lines only: our own are full.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 */
function hollow(ctx, x, y, width, height) {
  if (width < 4) ctx.fillRect(x, y, width, height);
  else ctx.strokeRect(x + 0.5, y + 0.5, width - 1, height);
}

/**
 * The days of the axis that lie in no month that a release covers whole.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Strip & {covered: [number, number][]}} strip
 * @param {number} top
 * @param {number} bottom
 * @param {string} colour
 */
function hatch(ctx, { covered, range, xOf }, top, bottom, colour) {
  ctx.save();
  ctx.beginPath();
  for (const [first, last] of gaps(covered, range)) ctx.rect(xOf(first), top, xOf(last) - xOf(first), bottom - top);
  ctx.clip();
  ctx.strokeStyle = colour;
  ctx.globalAlpha = 0.45;
  ctx.lineWidth = 1;
  ctx.beginPath();
  const [from, to] = range.map(xOf);
  for (let x = from - (bottom - top); x < to; x += HATCH_PX) {
    ctx.moveTo(x, bottom);
    ctx.lineTo(x + bottom - top, top);
  }
  ctx.stroke();
  ctx.restore();
}

/**
 * What is left of a range of days beside some spans: from where to where, the end excluded.
 * @param {[number, number][]} spans first and last day of each, in order
 * @param {[number, number]} range
 * @returns {[number, number][]}
 */
export function gaps(spans, [first, last]) {
  /** @type {[number, number][]} */
  const found = [];
  let from = first;
  for (const [start, end] of spans) {
    if (end < from || start > last) continue;
    if (start > from) found.push([from, start]);
    from = end + 1;
  }
  if (from < last) found.push([from, last]);
  return found;
}

/**
 * A ring with a cross in it, as on the map.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 */
function sign(ctx, x, y) {
  const radius = 4;
  ctx.lineWidth = 1.2;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.moveTo(x - radius, y);
  ctx.lineTo(x + radius, y);
  ctx.moveTo(x, y - radius);
  ctx.lineTo(x, y + radius);
  ctx.stroke();
}
