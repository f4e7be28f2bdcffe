/** What is drawn on the time axis, but for its words: bars of events, silence, ticks of change, the overview. */

import { columnsOf } from "../drawing/columns.js";
import { overlay } from "../drawing/patterns.js";
import { STYLE, VERIFICATIONS } from "../engine/constants.js";

const BAR_COLOURS = VERIFICATIONS.map((grade) => STYLE.gradeColours[grade]);
const DENIED_PX = 6; // a cross with a little air
const SHOWN = STYLE.controllers.nrf;

/**
 * One bar a pixel column, or a day when days are wider.
 * @param {CanvasRenderingContext2D} ctx
 * @param {ArrayLike<number>[]} counts by verification and day
 * @param {{range: [number, number], xOf: (day: number) => number, bottom: number, height: number, width: number}} of
 */
export function bars(ctx, counts, { range, xOf, bottom, height, width }) {
  const { wide, columns } = columnsOf(counts, { range, xOf, width });
  const most = Math.max(1, ...[...columns.values()].map((stack) => stack.reduce((a, b) => a + b)));
  const unit = height / Math.max(most, 4);
  for (const [column, stack] of columns) {
    let y = bottom;
    stack.forEach((count, grade) => {
      ctx.fillStyle = BAR_COLOURS[grade];
      ctx.fillRect(column * wide - wide / 2, y - count * unit, Math.max(wide - 0.7, 1.5), count * unit);
      y -= count * unit;
    });
  }
}

/**
 * Months without a record of armed opposition activity: a light hatch, for silence is not peace.
 * @param {CanvasRenderingContext2D} ctx
 * @param {[number, number][]} months first and last day
 * @param {{xOf: (day: number) => number, top: number, bottom: number}} of
 */
export function silence(ctx, months, { xOf, top, bottom }) {
  ctx.fillStyle = overlay(ctx, "disputed", STYLE.unnamedSide, 1);
  ctx.globalAlpha = 0.35;
  for (const [first, last] of months) ctx.fillRect(xOf(first), top, xOf(last + 1) - xOf(first), bottom - top);
  ctx.globalAlpha = 1;
}

/**
 * A tick for each day on which control changes; larger where more districts do.
 * @param {CanvasRenderingContext2D} ctx
 * @param {{day: number, count: number}[]} changes
 * @param {(day: number) => number} xOf
 */
export function changeTicks(ctx, changes, xOf) {
  ctx.fillStyle = STYLE.axis.change;
  for (const { day, count } of changes) {
    const x = xOf(day);
    const size = 3 + Math.min(3, Math.sqrt(count));
    ctx.beginPath();
    ctx.moveTo(x - size, 2);
    ctx.lineTo(x + size, 2);
    ctx.lineTo(x, 2 + size * 1.6);
    ctx.fill();
  }
}

/**
 * An open tick for each day from which a state is only no longer reported; nothing is known that ended it.
 * @param {CanvasRenderingContext2D} ctx
 * @param {{day: number}[]} ends
 * @param {(day: number) => number} xOf
 */
export function endTicks(ctx, ends, xOf) {
  ctx.strokeStyle = STYLE.axis.ended;
  ctx.lineWidth = 1;
  for (const { day } of ends) {
    const x = xOf(day);
    ctx.beginPath();
    ctx.moveTo(x - 3, 2.5);
    ctx.lineTo(x + 3, 2.5);
    ctx.lineTo(x, 7.5);
    ctx.closePath();
    ctx.stroke();
  }
}

/**
 * A small cross, under the ticks, for each day on which somebody claims ground and others contradict it; a line joins
 * what lies closer together than a cross is wide.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number[]} days
 * @param {(day: number) => number} xOf
 */
export function deniedMarks(ctx, days, xOf) {
  ctx.strokeStyle = STYLE.axis.denied;
  ctx.lineWidth = 1.2;
  ctx.beginPath();
  for (const [from, to] of joined(days.map(xOf), DENIED_PX)) {
    const x = (from + to) / 2;
    ctx.moveTo(x - 2, 9.5);
    ctx.lineTo(x + 2, 13.5);
    ctx.moveTo(x + 2, 9.5);
    ctx.lineTo(x - 2, 13.5);
    if (to - from < DENIED_PX) continue;
    for (const [a, b] of [
      [from, x - 4],
      [x + 4, to],
    ]) {
      ctx.moveTo(a, 11.5);
      ctx.lineTo(b, 11.5);
    }
  }
  ctx.stroke();
}

/**
 * Places put together where one lies closer to the next than `wide`: from where to where each lot reaches.
 * @param {number[]} places from left to right
 * @param {number} wide
 * @returns {[number, number][]}
 */
export function joined(places, wide) {
  /** @type {[number, number][]} */
  const lots = [];
  for (const x of places) {
    const lot = lots.at(-1);
    if (lot && x - lot[1] < wide) lot[1] = x;
    else lots.push([x, x]);
  }
  return lots;
}

/**
 * The whole record, and which part of it the axis shows.
 * @typedef {object} Overview
 * @property {[number, number]} range the days of the record
 * @property {(day: number) => number} xOf
 * @property {[number, number]} shown from where to where the axis shows
 * @property {number} left
 * @property {number} right
 * @property {number} top
 * @property {number} height
 * @property {string} ink
 */

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {ArrayLike<number>[]} counts by verification and day
 * @param {Overview} of
 */
export function overview(ctx, counts, { range, xOf, shown, left, right, top, height, ink }) {
  ctx.globalAlpha = 0.06;
  ctx.fillStyle = ink;
  ctx.fillRect(left, top, right - left, height);
  ctx.globalAlpha = 1;
  bars(ctx, counts, { range, xOf, bottom: top + height, height: height - 3, width: right - left });
  ctx.strokeStyle = SHOWN;
  ctx.lineWidth = 1.5;
  ctx.strokeRect(shown[0], top + 0.75, Math.max(shown[1] - shown[0], 4), height - 1.5);
  ctx.fillStyle = SHOWN;
  for (const x of shown) ctx.fillRect(x - 2, top + 3, 4, height - 6); // grips
}
