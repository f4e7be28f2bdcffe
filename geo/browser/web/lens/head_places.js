/** Where the head of a lens stands that is too small to hold it: beside, under or over it, where it hides the least. */

/** @import { Box } from "../types.js" */

/**
 * The map that a lens stands on: its size, what is to be seen there, the middles of its districts, and whether the lens
 * may be hidden; CSS pixels.
 * @typedef {{width: number, height: number, shown: Box[], points: number[][], canHide: boolean}} MapAround
 */

const BEYOND = 10; // what lies outside of the map can't be read at all
const MIDDLE_PX = 300; // what the middle of a district counts for

/**
 * From the lens's corner.
 * @param {Box} stands the lens
 * @param {{width: number, height: number}} head
 * @param {MapAround} map
 * @returns {[number, number]}
 */
export function headPlace([left, top, right, bottom], head, map) {
  const spots = headSpots([right - left, bottom - top], head);
  const costs = spots.map(([x, y]) => hiddenBy([left + x, top + y, left + x + head.width, top + y + head.height], map));
  return spots[costs.indexOf(Math.min(...costs))];
}

/**
 * Where the head of a small lens may stand, from the lens's corner: beside it, under it, over it.
 * @param {[number, number]} lens width and height
 * @param {{width: number, height: number}} head
 * @returns {[number, number][]}
 */
function headSpots([across, down], { width, height }) {
  const ends = [0, down - height];
  const sides = [0, across - width];
  return [
    ...ends.flatMap((y) => [across, -width].map((x) => /** @type {[number, number]} */ ([x, y]))),
    ...[down, -height].flatMap((y) => sides.map((x) => /** @type {[number, number]} */ ([x, y]))),
  ];
}

/**
 * How many pixels of what is to be seen a box hides; those beyond the map count far more.
 * @param {Box} box
 * @param {MapAround} map
 */
function hiddenBy(box, { width, height, shown, points }) {
  const beyond = sharedPx(box, box) - sharedPx(box, [0, 0, width, height]);
  const middles = points.filter(([x, y]) => box[0] <= x && x <= box[2] && box[1] <= y && y <= box[3]).length;
  return shown.reduce((sum, other) => sum + sharedPx(box, other), beyond * BEYOND + middles * MIDDLE_PX);
}

/** @type {(one: Box, other: Box) => number} */
const sharedPx = (one, other) =>
  Math.max(0, Math.min(one[2], other[2]) - Math.max(one[0], other[0])) *
  Math.max(0, Math.min(one[3], other[3]) - Math.max(one[1], other[1]));
