/** To which neighbour each arrow leads from each district, so that every district is led to. */

/** @import { Area, Box } from "../types.js" */

/** @typedef {"ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown"} Arrow */
/** @typedef {{[arrow in Arrow]: number}} Links the neighbour by arrow; -1 is none */
/** @typedef {Pick<Area, "box">[]} Boxes */

/** What an arrow means: eastwards, southwards. */
export const ARROWS = /** @type {{[arrow in Arrow]: [number, number]}} */ ({
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
});
const KEYS = /** @type {Arrow[]} */ (Object.keys(ARROWS));
const WIDEST = 0.5; // cosine of 60°: beyond it a neighbour lies elsewhere

/**
 * @param {Boxes} areas
 * @param {number[][]} neighbours by district
 * @returns {Links[]}
 */
export function districtLinks(areas, neighbours) {
  const links = areas.map((_, from) => linksOf(areas, neighbours, from));
  let left = unreached(links);
  while (left.length && left.some((number) => lead(number, left.length, { areas, neighbours, links })))
    left = unreached(links);
  return links;
}

/**
 * The districts to which no way leads from the first.
 * @param {Links[]} links
 */
function unreached(links) {
  const reached = new Set([0]);
  for (const from of reached) for (const to of Object.values(links[from])) if (to >= 0) reached.add(to);
  return [...links.keys()].filter((number) => !reached.has(number));
}

/**
 * Where each arrow leads at first: to the neighbour that lies best in its direction.
 * @param {Boxes} areas
 * @param {number[][]} neighbours
 * @param {number} from
 */
function linksOf(areas, neighbours, from) {
  const best = (/** @type {Arrow} */ key) => {
    const lying = neighbours[from].map((number) => cosine(areas, from, number, key));
    const most = Math.max(...lying);
    return most > WIDEST ? neighbours[from][lying.indexOf(most)] : -1;
  };
  return /** @type {Links} */ (Object.fromEntries(KEYS.map((key) => [key, best(key)])));
}

/**
 * Lead to a district that is not reached, by the arrow of a neighbour that fits best and takes the way to no other; false
 * when there is none.
 * @param {number} number
 * @param {number} before how many are not reached
 * @param {{areas: Boxes, neighbours: number[][], links: Links[]}} map
 */
function lead(number, before, { areas, neighbours, links }) {
  const choices = neighbours[number]
    .flatMap((from) => KEYS.map((key) => ({ from, key, fit: cosine(areas, from, number, key) })))
    .sort((a, b) => b.fit - a.fit);
  return choices.some(({ from, key }) => {
    const led = links[from][key];
    links[from][key] = number;
    const isBetter = unreached(links).length < before;
    if (!isBetter) links[from][key] = led;
    return isBetter;
  });
}

/**
 * How well a district lies in the direction of an arrow from another: 1 is exactly there.
 * @param {Boxes} areas
 * @param {number} from
 * @param {number} to
 * @param {Arrow} key
 */
function cosine(areas, from, to, key) {
  const [x, y] = middleOf(areas[from].box);
  const [otherX, otherY] = middleOf(areas[to].box);
  const [dx, dy] = [otherX - x, otherY - y];
  const [east, south] = ARROWS[key];
  return (dx * east + dy * south) / (Math.hypot(dx, dy) || 1);
}

/**
 * @param {Box} box
 * @returns {[number, number]}
 */
export const middleOf = ([left, top, right, bottom]) => [(left + right) / 2, (top + bottom) / 2];
