/** How the events that a reader added are drawn: a square frame with a cross, which none of our symbols has. */

import { translucent } from "../drawing/translucent.js";
import { MAP_STYLE } from "../engine/map_constants.js";

/** @import { EventStyle } from "../types.js" */

/** How wide the lines of its frame are, in full and in small; those of the cross are thinner. */
const [FULL_PX, SMALL_PX, CROSS_SHARE] = [2.2, 1.5, 0.82];

/**
 * The style for an `EventPainter`.
 * @returns {EventStyle}
 */
export function userDataStyle() {
  /** @type {Map<string, HTMLCanvasElement>} */
  const made = new Map();
  const { colour } = MAP_STYLE.userData;
  /** @type {(ratio: number, radius: number, px: number) => HTMLCanvasElement} */
  const madeOnce = (ratio, radius, px) => {
    const key = `${ratio} ${radius} ${px}`;
    const symbol = made.get(key) ?? symbolOf(colour, ratio, radius, px);
    made.set(key, symbol);
    return symbol;
  };
  return {
    ink: colour,
    symbol: (_lead, _members, ratio, radius) => madeOnce(ratio, radius, FULL_PX),
    small: (_lead, ratio, radius) => madeOnce(ratio, radius, SMALL_PX),
    area: (ctx, x, y, radius) => softSquare(ctx, x, y, radius * 0.8, colour),
    many: null, // drawn as a choropleth, in a layer under the borders
  };
}

/**
 * A district: a soft square with a frame of dashes.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {number} half
 * @param {string} colour
 */
function softSquare(ctx, x, y, half, colour) {
  ctx.fillStyle = `${colour}40`;
  ctx.fillRect(x - half, y - half, 2 * half, 2 * half);
  ctx.setLineDash([half / 3, half / 4]);
  ctx.strokeStyle = colour;
  ctx.lineWidth = half / 9;
  ctx.strokeRect(x - half, y - half, 2 * half, 2 * half);
  ctx.setLineDash([]);
}

/**
 * @param {string} colour
 * @param {number} ratio
 * @param {number} radius
 * @param {number} px width of its frame
 */
function symbolOf(colour, ratio, radius, px) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.ceil((radius * 2 + 6) * ratio);
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.translate(canvas.width / 2, canvas.height / 2);
  pen.scale(ratio, ratio);
  pen.fillStyle = translucent(MAP_STYLE.white, 0.94);
  pen.fillRect(-radius - 1.5, -radius - 1.5, 2 * radius + 3, 2 * radius + 3);
  pen.strokeStyle = colour;
  pen.lineWidth = px;
  pen.strokeRect(-radius + 0.5, -radius + 0.5, 2 * radius - 1, 2 * radius - 1);
  pen.lineWidth = px * CROSS_SHARE;
  for (const down of [1, -1]) {
    pen.beginPath();
    pen.moveTo(-radius * 0.5, -down * radius * 0.5);
    pen.lineTo(radius * 0.5, down * radius * 0.5);
    pen.stroke();
  }
  return canvas;
}
