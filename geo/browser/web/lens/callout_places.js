/** Where the callouts of a lens stand: on ground that has nothing to tell, near what they name, apart from each other. */

import { isOverlapping } from "../drawing/label_places.js";

/** @import { Box } from "../types.js" */

/**
 * What is to be named: how large its callout is, and the point that its leader line goes to.
 * @typedef {{width: number, height: number, x: number, y: number}} Wanted
 */

const STEP_PX = 6;
const ROUNDS = 3;
const MAX_CHOICES = 250; // the cheapest places of a callout; what lies farther off never is the best
const LONG_PX = 60; // a leader line of this length counts twice
/** What counts how much, in pixels of a leader line: a covered box, another's box, a crossed line or box. */
const COST = { covered: 4000, taken: 6000, crossed: 60 };

/**
 * A box for each, in the order asked for; pixels of the lens.
 * @param {number} width of the lens
 * @param {number} height
 * @param {Wanted[]} wanted
 * @param {(box: Box) => number} covered the share of a box that is not to be covered
 * @param {Box[]} taken where something else stands
 * @returns {Box[]}
 */
export function calloutPlaces(width, height, wanted, covered, taken) {
  const choices = wanted.map((one) => choicesOf(width, height, one, covered, taken));
  const numbers = [...wanted.keys()];
  const orders = [
    numbers.toSorted((a, b) => choices[b][0].cost - choices[a][0].cost),
    numbers.toSorted((a, b) => wanted[a].x - wanted[b].x),
    numbers.toSorted((a, b) => wanted[a].y - wanted[b].y),
  ];
  const tries = orders.map((order) => tried(choices, wanted, order));
  return tries.reduce((best, one) => (one.cost < best.cost ? one : best)).found;
}

/**
 * Each at its best place beside the others, again and again in one order.
 * @param {Choice[][]} choices
 * @param {Wanted[]} wanted
 * @param {number[]} order
 */
function tried(choices, wanted, order) {
  /** @type {Choice[]} */
  const found = [];
  for (let round = 0; round < ROUNDS; round++)
    for (const at of order) {
      const others = wanted.flatMap((one, other) =>
        other !== at && found[other] ? [lineOf(one, found[other].box)] : [],
      );
      found[at] = best(choices[at], wanted[at], others);
    }
  return { found: found.map(({ box }) => box), cost: found.reduce((sum, { cost }) => sum + cost, 0) };
}

/**
 * The corner of a lens in which something hides the least.
 * @param {number} width of the lens
 * @param {number} height
 * @param {{width: number, height: number}} one
 * @param {(box: Box) => number} covered
 * @param {Box[]} taken
 * @returns {Box}
 */
export function cornerOf(width, height, one, covered, taken) {
  const costs = [0, height - one.height].flatMap((top) =>
    [0, width - one.width].map((left) => {
      /** @type {Box} */
      const box = [left, top, left + one.width, top + one.height];
      return { box, cost: covered(box) + taken.filter((other) => isOverlapping(other, box)).length };
    }),
  );
  return costs.reduce((best, corner) => (corner.cost < best.cost ? corner : best)).box;
}

/**
 * @typedef {{box: Box, cost: number}} Choice
 * @typedef {{box: Box, from: [number, number], to: [number, number]}} Line
 */

/**
 * Every place of a grid with what it costs by itself, the cheapest first.
 * @param {number} width
 * @param {number} height
 * @param {Wanted} one
 * @param {(box: Box) => number} covered
 * @param {Box[]} taken
 * @returns {Choice[]}
 */
function choicesOf(width, height, one, covered, taken) {
  /** @type {Choice[]} */
  const found = [];
  const [right, bottom] = [Math.max(2, width - one.width - 3), Math.max(2, height - one.height - 3)];
  for (let top = 2; top <= bottom; top += STEP_PX)
    for (let left = 2; left <= right; left += STEP_PX) {
      /** @type {Box} */
      const box = [left, top, left + one.width, top + one.height];
      const [x, y] = endOf(one, box);
      const hidden =
        covered(box) * COST.covered + taken.filter((other) => isOverlapping(other, box)).length * COST.taken;
      const far = Math.hypot(x - one.x, y - one.y);
      found.push({ box, cost: far * (1 + far / LONG_PX) + hidden });
    }
  return found.sort((a, b) => a.cost - b.cost).slice(0, MAX_CHOICES);
}

/**
 * The place that costs least beside the others; places are tried while their own cost alone can still be less.
 * @param {Choice[]} choices
 * @param {Wanted} one
 * @param {Line[]} others
 */
function best(choices, one, others) {
  let found = { box: choices[0].box, cost: Infinity };
  for (const { box, cost } of choices) {
    if (cost >= found.cost) break;
    const line = lineOf(one, box);
    const all = others.reduce((sum, other) => sum + between(line, other), cost);
    if (all < found.cost) found = { box, cost: all };
  }
  return found;
}

/**
 * What it costs that two stand as they do.
 * @param {Line} one
 * @param {Line} other
 */
function between(one, other) {
  if (isOverlapping(one.box, other.box)) return COST.taken;
  const isCrossed = isCrossing(one.from, one.to, other.from, other.to);
  const isUnder = isThrough(one, other.box) || isThrough(other, one.box);
  return (Number(isCrossed) + 2 * Number(isUnder)) * COST.crossed;
}

/**
 * @param {Wanted} one
 * @param {Box} box
 * @returns {Line}
 */
const lineOf = (one, box) => ({ box, from: [one.x, one.y], to: endOf(one, box) });

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
const isCrossing = (a, b, c, d) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

/** @type {(a: number[], b: number[], c: number[]) => number} */
const side = ([ax, ay], [bx, by], [cx, cy]) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
