/** Which province lies at a point, roughly and at once: a small picture of all of them, read as numbers. */

const SIZE = 400; // pixels of the picture's longer side
const REACH = 5300; // local units from the middle of the country that it covers

export class GroundMask {
  /** @param {Path2D[]} paths of the provinces in local units */
  constructor(paths) {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = SIZE;
    const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }));
    const scale = SIZE / (2 * REACH);
    ctx.setTransform(scale, 0, 0, scale, SIZE / 2, SIZE / 2);
    paths.forEach((path, number) => {
      ctx.fillStyle = `rgb(${number + 1}, 0, 0)`;
      ctx.fill(path);
    });
    this.scale = scale;
    this.pixels = ctx.getImageData(0, 0, SIZE, SIZE).data;
  }

  /**
   * The number of the province at a point in local units; -1 outside.
   * @param {number} x
   * @param {number} y
   */
  at(x, y) {
    const [column, row] = [x, y].map((one) => Math.floor(one * this.scale + SIZE / 2));
    if (column < 0 || row < 0 || column >= SIZE || row >= SIZE) return -1;
    const at = 4 * (row * SIZE + column);
    return this.pixels[at + 3] > 250 ? this.pixels[at] - 1 : -1;
  }
}
