/** Where the callouts of a lens stand: on ground that has nothing to tell, near what they name, apart from each other. */

import { isOverlapping } from "../drawing/label_places.js";
import { between, COST, endOf, lineOf } from "./callout_lines.js";

/** @import { Box } from "../types.js" */
/** @import { Line, Wanted } from "./callout_lines.js" */

const STEP_PX = 6;
const ROUNDS = 3;
const MAX_CHOICES = 250; // the cheapest places of a callout; what lies farther off never is the best
const LESS = 0.01; // by which all have to cost less, in pixels: rounding moves nothing
const LONG_PX = 60; // a leader line of this length counts twice

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
  return placesAmong(
    wanted.map((one) => choicesOf(width, height, one, covered, taken)),
    wanted,
  );
}

/**
 * Of the places of each the ones that are best together.
 * @param {Choice[][]} choices the cheapest first
 * @param {Wanted[]} wanted
 */
export function placesAmong(choices, wanted) {
  const numbers = [...wanted.keys()];
  const orders = [
    numbers.toSorted((a, b) => choices[b][0].cost - choices[a][0].cost),
    numbers.toSorted((a, b) => wanted[a].x - wanted[b].x),
    numbers.toSorted((a, b) => wanted[a].y - wanted[b].y),
  ];
  const tries = orders.map((order) => tried(choices, wanted, order));
  const costs = tries.map((found) => costOf(found, wanted));
  return disentangled(tries[costs.indexOf(Math.min(...costs))], choices, wanted).map(({ box }) => box);
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
  return found;
}

/**
 * What all cost together.
 * @param {Choice[]} found
 * @param {Wanted[]} wanted
 */
function costOf(found, wanted) {
  const lines = found.map(({ box }, at) => lineOf(wanted[at], box));
  const pairs = lines.flatMap((line, at) => lines.slice(at + 1).map((other) => between(line, other)));
  return [...found.map(({ cost }) => cost), ...pairs].reduce((sum, cost) => sum + cost, 0);
}

/**
 * Two that are in each other's way are moved together, pair by pair, as long as all cost less afterwards: what crosses
 * can mostly not be helped by moving one of them alone.
 * @param {Choice[]} found
 * @param {Choice[][]} choices
 * @param {Wanted[]} wanted
 */
function disentangled(found, choices, wanted) {
  const lines = found.map(({ box }, at) => lineOf(wanted[at], box));
  for (let a = 0; a < found.length; a++)
    for (let b = a + 1; b < found.length; b++) {
      const better = between(lines[a], lines[b]) ? betterPair(a, b, found, choices, wanted) : null;
      if (better) return disentangled(better, choices, wanted);
    }
  return found;
}

/**
 * The same with the best places of two of them; null when no others are better.
 * @param {number} a
 * @param {number} b
 * @param {Choice[]} found
 * @param {Choice[][]} choices
 * @param {Wanted[]} wanted
 */
function betterPair(a, b, found, choices, wanted) {
  const others = found.flatMap(({ box }, at) => (at === a || at === b ? [] : [lineOf(wanted[at], box)]));
  const [ofA, ofB] = [a, b].map((at) => besideAll(choices[at], wanted[at], others));
  const now = [ofA, ofB].map((all, n) => all.find(({ choice }) => choice.box === found[[a, b][n]].box));
  let least = (now[0]?.cost ?? 0) + (now[1]?.cost ?? 0) - LESS;
  least += between(lineOf(wanted[a], found[a].box), lineOf(wanted[b], found[b].box));
  let better = null;
  for (const one of ofA) {
    if (one.cost + ofB[0].cost >= least) break;
    for (const other of ofB) {
      if (one.cost + other.cost >= least) break;
      const cost = one.cost + other.cost + between(one.line, other.line);
      if (cost >= least) continue;
      least = cost;
      better = found.with(a, one.choice).with(b, other.choice);
    }
  }
  return better;
}

/**
 * Places with what each costs beside others, the cheapest first.
 * @param {Choice[]} choices
 * @param {Wanted} one
 * @param {Line[]} others
 */
function besideAll(choices, one, others) {
  const all = choices.map((choice) => {
    const line = lineOf(one, choice.box);
    return { choice, line, cost: others.reduce((sum, other) => sum + between(line, other), choice.cost) };
  });
  return all.sort((p, q) => p.cost - q.cost);
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

/** @typedef {{box: Box, cost: number}} Choice */

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
  let [found, least] = [choices[0], Infinity];
  for (const choice of choices) {
    if (choice.cost >= least) break;
    const line = lineOf(one, choice.box);
    const all = others.reduce((sum, other) => sum + between(line, other), choice.cost);
    if (all < least) [found, least] = [choice, all];
  }
  return found;
}
