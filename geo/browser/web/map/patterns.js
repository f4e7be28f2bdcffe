/** Hatches and dots, so that no meaning hangs on colour alone. */

import { STYLE } from "../engine/constants.js";

/**
 * `contested`: broad stripes of two colours at 45°.
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} colour
 * @param {string} other
 * @param {number} ratio
 */
export function stripes(ctx, colour, other, ratio) {
  return tile(ctx, ratio, (pen, size) => {
    pen.fillStyle = other;
    pen.fillRect(0, 0, size, size);
    diagonal(pen, size, colour, size * STYLE.hatchShares.striped);
  });
}

/**
 * `claimed`: thin strokes at 45° on a fainter fill.
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} colour
 * @param {string} stroke
 * @param {number} ratio
 */
export function hatch(ctx, colour, stroke, ratio) {
  return tile(ctx, ratio, (pen, size) => {
    pen.globalAlpha = STYLE.claimedFaint[stroke === colour ? 0 : 1];
    pen.fillStyle = colour;
    pen.fillRect(0, 0, size, size);
    pen.globalAlpha = 1;
    diagonal(pen, size, stroke, size * STYLE.hatchShares.claimed);
  });
}

/**
 * `disputed` (strokes the other way) and `active` (dots): drawn over whatever is there.
 * @param {CanvasRenderingContext2D} ctx
 * @param {"disputed" | "active"} kind
 * @param {string} colour
 * @param {number} ratio
 */
export function overlay(ctx, kind, colour, ratio) {
  return tile(ctx, ratio, (pen, size) => {
    if (kind === "active") {
      pen.fillStyle = colour;
      pen.beginPath();
      pen.arc(size / 2, size / 2, size * STYLE.hatchShares.active, 0, 2 * Math.PI);
      pen.fill();
    } else {
      pen.translate(size, 0);
      pen.scale(-1, 1);
      diagonal(pen, size, colour, size * STYLE.hatchShares.disputed);
    }
  });
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} ratio
 * @param {(pen: CanvasRenderingContext2D, size: number) => void} draw
 */
function tile(ctx, ratio, draw) {
  const size = Math.round(STYLE.hatchStepPx * ratio);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  draw(/** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")), size);
  return /** @type {CanvasPattern} */ (ctx.createPattern(canvas, "repeat"));
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {number} size
 * @param {string} colour
 * @param {number} width
 */
function diagonal(pen, size, colour, width) {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.beginPath();
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift - width, size + width);
    pen.lineTo(shift + size + width, -width);
  }
  pen.stroke();
}
