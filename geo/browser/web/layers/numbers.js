/** Where the numbers of a layer stand, and names beside them: every number is on the map, a name where it has room. */

import { isOverlapping } from "../drawing/label_places.js";
import { LAYER_STYLE } from "../engine/map_constants.js";

/** @import { Box } from "../types.js" */

/**
 * What is to be written at a place, in pixels.
 * @typedef {object} Wanted
 * @property {number} number of the province
 * @property {string} label '' where it has none
 * @property {string} name
 * @property {number} x
 * @property {number} y
 */

/**
 * @typedef {object} Written
 * @property {number} number
 * @property {string} text
 * @property {boolean} isLabel whether it is a number; otherwise a name
 * @property {number} x its middle
 * @property {number} y
 * @property {[number, number]} from what it belongs to
 * @property {boolean} isAside so far from it that a line joins them
 * @property {Box} box
 */

/** @typedef {(text: string, isLabel: boolean) => number} Measure how wide a text is */

const DIRECTIONS = [...Array(8).keys()].map((at) => (at * Math.PI) / 4);
const FINE_DIRECTIONS = [...Array(16).keys()].map((at) => (at * Math.PI) / 8);
const GAP = 2;

/**
 * Numbers first, those first that come first; then names, where they touch nothing. A number that is free nowhere stands
 * at its province all the same.
 * @param {Wanted[]} wanted
 * @param {Measure} measure
 * @param {number} ratio
 * @param {((province: number, box: Box) => boolean) | null} isOpen whether the name of a province may stand there, joined
 * by a line; null where none may
 * @returns {Written[]}
 */
export function placed(wanted, measure, ratio, isOpen) {
  /** @type {Written[]} */
  const written = [];
  for (const one of wanted.filter(({ label }) => label)) {
    const spots = numberSpots(one, measure(one.label, true), ratio);
    written.push(spots.find(({ box }) => isFree(box, written)) ?? spots[0]);
  }
  for (const one of wanted) {
    const own = written.find(({ number, isLabel }) => isLabel && number === one.number);
    const spots = nameSpots(one, own, measure(one.name, false), ratio);
    const spot = spots.find(({ box, isAside }) => isFree(box, written) && (!isAside || isOpen?.(one.number, box)));
    if (spot) written.push(spot);
  }
  return written;
}

/**
 * Around its province: the place itself, then ever farther.
 * @param {Wanted} one
 * @param {number} width
 * @param {number} ratio
 */
function numberSpots(one, width, ratio) {
  const { steps } = LAYER_STYLE.number;
  return steps.flatMap((step, at) =>
    (at ? DIRECTIONS : [0]).map((angle) => {
      const [dx, dy] = [Math.cos(angle) * step * ratio, Math.sin(angle) * step * ratio];
      return spot(one, one.label, true, one.x + dx, one.y + dy, width, ratio, at > 0);
    }),
  );
}

/**
 * Under or over the number, or beside it, or where there is room, joined by a line; a province without a number has its
 * name at its own place, or none.
 * @param {Wanted} one
 * @param {Written | undefined} own its number
 * @param {number} width
 * @param {number} ratio
 */
function nameSpots(one, own, width, ratio) {
  const line = 14 * ratio;
  const beside = width / 2 + (own ? (own.box[2] - own.box[0]) / 2 : 0) + ratio;
  const [x, y] = own ? [own.x, own.y] : [one.x, one.y];
  const around = [
    [0, line],
    [0, -line],
    [beside, 0],
    [-beside, 0],
  ];
  /** @type {(offset: number[], isAside: boolean) => Written} */
  const at = ([dx, dy], isAside) => spot({ ...one, x, y }, one.name, false, x + dx, y + dy, width, ratio, isAside);
  if (!own) return [[0, 0], ...around.slice(0, 2)].map((offset) => at(offset, false));
  const aside = LAYER_STYLE.number.nameSteps.flatMap((step) =>
    FINE_DIRECTIONS.map((angle) => {
      const [right, down] = [Math.cos(angle), Math.sin(angle)];
      return [right * (step * ratio + (width / 2) * Math.abs(right)), down * step * ratio];
    }),
  );
  return [...around.map((offset) => at(offset, false)), ...aside.map((offset) => at(offset, true))];
}

/**
 * @param {Wanted} one
 * @param {string} text
 * @param {boolean} isLabel
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} ratio
 * @param {boolean} isAside
 * @returns {Written}
 */
function spot({ number, x: fromX, y: fromY }, text, isLabel, x, y, width, ratio, isAside) {
  const [half, up] = [width / 2 + GAP * ratio, (isLabel ? 7 : 6.5) * ratio];
  /** @type {Box} */
  const box = [x - half, y - up, x + half, y + up];
  return { number, text, isLabel, x, y, from: [fromX, fromY], isAside, box };
}

/** @type {(box: Box, written: Written[]) => boolean} */
const isFree = (box, written) => written.every((other) => !isOverlapping(other.box, box));
