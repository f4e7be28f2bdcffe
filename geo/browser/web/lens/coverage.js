/** How much of a box is covered by areas that are to be seen: sums over a grid, so that many boxes can be tried. */

/** @import { Box } from "../types.js" */

export class Coverage {
  /** @type {Uint32Array} */
  #sums; // of everything above and to the left
  #columns;

  /**
   * @param {ArrayLike<number>} mask by row: 1 where something is covered
   * @param {number} columns
   * @param {number} rows
   * @param {number} cell pixels of a cell of the grid
   */
  constructor(mask, columns, rows, cell) {
    this.cell = cell;
    this.columns = columns;
    this.rows = rows;
    this.#columns = columns + 1;
    this.#sums = new Uint32Array((columns + 1) * (rows + 1));
    for (let row = 0; row < rows; row++)
      for (let column = 0, sum = 0; column < columns; column++) {
        sum += mask[row * columns + column];
        this.#sums[(row + 1) * this.#columns + column + 1] = this.#sums[row * this.#columns + column + 1] + sum;
      }
  }

  /**
   * The covered share of a box in pixels.
   * @param {Box} box
   */
  share([left, top, right, bottom]) {
    const { cell, columns, rows } = this;
    const [a, c] = [Math.max(0, Math.floor(left / cell)), Math.min(columns, Math.ceil(right / cell))];
    const [b, d] = [Math.max(0, Math.floor(top / cell)), Math.min(rows, Math.ceil(bottom / cell))];
    if (c <= a || d <= b) return 0;
    const at = (/** @type {number} */ row, /** @type {number} */ column) => this.#sums[row * this.#columns + column];
    return (at(d, c) - at(b, c) - at(d, a) + at(b, a)) / ((c - a) * (d - b));
  }
}

/**
 * The coverage of a lens by what is drawn into a small canvas.
 * @param {number} width of the lens
 * @param {number} height
 * @param {(ctx: CanvasRenderingContext2D, cell: number) => void} draw fills what is covered, at one pixel a cell
 * @param {number} cell
 */
export function coverageOf(width, height, draw, cell = 2) {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.max(1, Math.ceil(width / cell)), Math.max(1, Math.ceil(height / cell))];
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }));
  draw(ctx, cell);
  const { data } = ctx.getImageData(0, 0, canvas.width, canvas.height);
  const mask = new Uint8Array(canvas.width * canvas.height);
  for (let at = 0; at < mask.length; at++) mask[at] = Number(data[at * 4 + 3] > 60);
  return new Coverage(mask, canvas.width, canvas.height, cell);
}
