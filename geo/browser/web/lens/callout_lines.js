/** The leader lines of callouts: where they run, and what it costs that two callouts stand as they do. */

import { isOverlapping } from "../drawing/label_places.js";

/** @import { Box } from "../types.js" */

/**
 * What is to be named: how large its callout is, and the point that its leader line goes to.
 * @typedef {{width: number, height: number, x: number, y: number}} Wanted
 * @typedef {{box: Box, from: [number, number], to: [number, number]}} Line
 */

/** What counts how much, in pixels of a leader line: a covered box, another's box, a crossed line, a line under a box. */
export const COST = { covered: 4000, taken: 6000, crossed: 1000, under: 400 };

/**
 * What it costs that two stand as they do.
 * @param {Line} one
 * @param {Line} other
 */
export function between(one, other) {
  if (isOverlapping(one.box, other.box)) return COST.taken;
  const isCrossed = isCrossing(one.from, one.to, other.from, other.to);
  const isUnder = isThrough(one, other.box) || isThrough(other, one.box);
  return Number(isCrossed) * COST.crossed + Number(isUnder) * COST.under;
}

/**
 * @param {Wanted} one
 * @param {Box} box
 * @returns {Line}
 */
export const lineOf = (one, box) => ({ box, from: [one.x, one.y], to: endOf(one, box) });

/**
 * Where a leader line meets its callout.
 * @param {{x: number, y: number}} point
 * @param {Box} box
 * @returns {[number, number]}
 */
export const endOf = ({ x, y }, [left, top, right, bottom]) => [
  Math.min(right, Math.max(left, x)),
  Math.min(bottom, Math.max(top, y)),
];

/**
 * Whether a line goes through a box of another.
 * @param {Line} line
 * @param {Box} box
 */
function isThrough({ from, to }, [left, top, right, bottom]) {
  return isCrossing(from, to, [left, top], [right, bottom]) || isCrossing(from, to, [left, bottom], [right, top]);
}

/** @type {(a: number[], b: number[], c: number[], d: number[]) => boolean} */
export const isCrossing = (a, b, c, d) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

/** @type {(a: number[], b: number[], c: number[]) => number} */
const side = ([ax, ay], [bx, by], [cx, cy]) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
