/** On the main map: the frames of what lenses show, each joined to its lens by two thin lines. */

/** @import { Box } from "../types.js" */

/** How far names stay from a leader line: as in pictures (geo/export/sheet/map_boxes.py). */
const CLEAR_PX = 4;
const SVG = "http://www.w3.org/2000/svg";

export class Leaders {
  /** @param {HTMLElement} host */
  constructor(host) {
    this.root = document.createElementNS(SVG, "svg");
    this.root.setAttribute("class", "replay-leaders");
    this.root.setAttribute("aria-hidden", "true");
    host.append(this.root);
  }

  /**
   * @param {{frame: Box, stands: Box}[]} joined in CSS pixels of the map
   */
  draw(joined) {
    const shape = joined.map(({ frame, stands }) => `${boxPath(frame)}${linesPath(frame, stands)}`).join("");
    this.root.replaceChildren(...(shape ? [path(shape), path(shape)] : [])); // a halo, and the line on it
  }

  /** @param {boolean} isShown */
  show(isShown) {
    this.root.style.visibility = isShown ? "" : "hidden";
  }

  remove() {
    this.root.remove();
  }
}

/** @param {string} shape */
function path(shape) {
  const element = document.createElementNS(SVG, "path");
  element.setAttribute("d", shape);
  return element;
}

/** @type {(box: Box) => string} */
const boxPath = ([left, top, right, bottom]) =>
  `M${round(left)} ${round(top)}H${round(right)}V${round(bottom)}H${round(left)}Z`;

/**
 * From two corners of the frame to the same two of the lens: those between which no other line of the two runs.
 * @param {Box} frame
 * @param {Box} stands
 */
export function linesPath(frame, stands) {
  return outerCorners(frame, stands)
    .map(([x, y, toX, toY]) => `M${round(x)} ${round(y)}L${round(toX)} ${round(toY)}`)
    .join("");
}

/**
 * Small boxes along the lines between a frame and its lens: no name stands there.
 * @param {Box} frame
 * @param {Box} stands
 * @returns {Box[]}
 */
export function boxesBetween(frame, stands) {
  return outerCorners(frame, stands).flatMap(([x, y, toX, toY]) => {
    const steps = Math.max(1, Math.ceil(Math.hypot(toX - x, toY - y) / (2 * CLEAR_PX)));
    return Array.from({ length: steps + 1 }, (_, step) =>
      around(x + ((toX - x) * step) / steps, y + ((toY - y) * step) / steps),
    );
  });
}

/** @type {(x: number, y: number) => Box} */
const around = (x, y) => [x - CLEAR_PX, y - CLEAR_PX, x + CLEAR_PX, y + CLEAR_PX];

/**
 * From two corners of the frame: to the facing edge of a lens right beside, above or below it, else to like corners.
 * @param {Box} frame
 * @param {Box} stands
 * @returns {number[][]}
 */
export function outerCorners(frame, stands) {
  const after = [middle(stands, 0) > middle(frame, 0), middle(stands, 1) > middle(frame, 1)];
  const [beside, above] = [isApart(frame, stands, 0), isApart(frame, stands, 1)];
  if (beside && !above) {
    const [from, to] = after[0] ? [2, 0] : [0, 2];
    return [1, 3].map((edge) => [frame[from], frame[edge], stands[to], stands[edge]]);
  }
  if (above && !beside) {
    const [from, to] = after[1] ? [3, 1] : [1, 3];
    return [0, 2].map((edge) => [frame[edge], frame[from], stands[edge], stands[to]]);
  }
  const corners = after[0] === after[1] ? SLANTED : RISING;
  return corners.map(([x, y]) => [frame[x], frame[y], stands[x], stands[y]]);
}

const SLANTED = [
  [2, 1],
  [0, 3],
];
const RISING = [
  [0, 1],
  [2, 3],
];

/** @type {(one: Box, other: Box, axis: 0 | 1) => boolean} */
const isApart = (one, other, axis) => other[axis] > one[axis + 2] || other[axis + 2] < one[axis];

/** @type {(box: Box, axis: 0 | 1) => number} */
const middle = (box, axis) => (box[axis] + box[axis + 2]) / 2;

/** @type {(value: number) => number} */
const round = (value) => Math.round(value * 2) / 2;
