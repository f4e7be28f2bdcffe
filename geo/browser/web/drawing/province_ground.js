/** Where a province's count may stand: on the province's own ground. */

/** @import { Area, Box, CanvasView } from "../types.js" */

/** @typedef {[number, number]} Spot in device pixels */

const STEP_PX = 11;
const ROUNDS = 7;
const WAYS = 12;
/** From the middle of a name to where a badge no longer covers it. */
const NAME_HALF = [44, 14];
/** From the middle of a badge to its corners. */
const HALF = [9, 7];

export class ProvinceGround {
  /** @type {Area[][]} */
  #areas = [];
  /** @type {CanvasRenderingContext2D | null} */
  #probe = null;
  /** @type {CanvasView | null} */
  #view = null;
  /** @type {Map<number, {whole: Spot[], half: Spot[]}>} */
  #spots = new Map();

  /**
   * @param {Area[]} areas
   * @param {number[]} provinceOf by district
   */
  constructor(areas, provinceOf) {
    areas.forEach((area, number) => {
      this.#areas[provinceOf[number]] ??= [];
      this.#areas[provinceOf[number]].push(area);
    });
  }

  /**
   * Whether a place of the map lies in a province.
   * @param {number} province
   * @param {number} x local units
   * @param {number} y
   */
  contains(province, x, y) {
    this.#probe ??= document.createElement("canvas").getContext("2d");
    return (this.#areas[province] ?? []).some(
      ({ box: [left, top, right, bottom], path }) =>
        left <= x && x <= right && top <= y && y <= bottom && this.#probe?.isPointInPath(path, x, y),
    );
  }

  /**
   * Where a badge stands: whole on the province's ground where it is free, else its middle, else at the name.
   * @param {number} province
   * @param {Spot} name where the province's name is, in local units
   * @param {CanvasView} view
   * @param {(x: number, y: number) => boolean} isFree
   * @returns {Spot}
   */
  spot(province, name, view, isFree) {
    if (view !== this.#view) [this.#view, this.#spots] = [view, new Map()];
    const spots = this.#spots.get(province) ?? this.#spotsOf(province, name, view);
    this.#spots.set(province, spots);
    const found = [spots.whole, spots.half].map((some) => some.find(([x, y]) => isFree(x, y))).find(Boolean);
    return found ?? [name[0] * view.scale + view.x, name[1] * view.scale + view.y];
  }

  /**
   * @param {number} province
   * @param {Spot} name
   * @param {CanvasView} view
   */
  #spotsOf(province, name, view) {
    const [x0, y0] = [name[0] * view.scale + view.x, name[1] * view.scale + view.y];
    /** @type {{whole: Spot[], half: Spot[]}} */
    const found = { whole: [], half: [] };
    for (const [dx, dy] of around()) {
      const [x, y] = [x0 + dx * view.ratio, y0 + dy * view.ratio];
      if (!this.#isIn(province, view, x, y)) continue;
      const corners = cornersOf(x, y, view.ratio);
      found[corners.every(([a, b]) => this.#isIn(province, view, a, b)) ? "whole" : "half"].push([x, y]);
    }
    return found;
  }

  /**
   * @param {number} province
   * @param {CanvasView} view
   * @param {number} x device pixels
   * @param {number} y
   */
  #isIn(province, { scale, x: left, y: top }, x, y) {
    return this.contains(province, (x - left) / scale, (y - top) / scale);
  }
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} ratio
 * @returns {Spot[]}
 */
const cornersOf = (x, y, ratio) =>
  [-1, 1].flatMap((right) =>
    [-1, 1].map((down) => /** @type {Spot} */ ([x + right * HALF[0] * ratio, y + down * HALF[1] * ratio])),
  );

/**
 * Below a name, above it, then round it farther and farther, never on it.
 * @returns {Spot[]}
 */
function around() {
  /** @type {Spot[]} */
  const found = [
    [0, 15],
    [0, -15],
  ];
  for (let round = 2; round <= ROUNDS; round++)
    for (let way = 0; way < WAYS; way++) {
      const angle = (way * 2 * Math.PI) / WAYS;
      const [x, y] = [Math.cos(angle) * round * STEP_PX, Math.sin(angle) * round * STEP_PX];
      if (Math.abs(x) >= NAME_HALF[0] || Math.abs(y) >= NAME_HALF[1]) found.push([x, y]);
    }
  return found;
}

/**
 * Whether a box around a point touches one of some boxes.
 * @param {number} x
 * @param {number} y
 * @param {number} reach
 * @param {Box[]} boxes
 */
export const isInAny = (x, y, reach, boxes) =>
  boxes.some(
    ([left, top, right, bottom]) => left < x + reach && x - reach < right && top < y + reach && y - reach < bottom,
  );
