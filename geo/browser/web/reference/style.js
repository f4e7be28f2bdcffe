/** How UCDP's rows are drawn: a ring with a cross in it, in a colour of their own; neither is used by any event of ours. */

import { translucent } from "../drawing/translucent.js";
import { MAP_STYLE } from "../engine/map_constants.js";

/** @import { EventStyle } from "../types.js" */

/** How wide its lines are, in full and in small. */
const [FULL_PX, SMALL_PX] = [2, 1.4];

/**
 * The style for an `EventPainter`.
 * @returns {EventStyle}
 */
export function referenceStyle() {
  /** @type {Map<string, HTMLCanvasElement>} */
  const made = new Map();
  /** @type {(ratio: number, radius: number, px: number) => HTMLCanvasElement} */
  const madeOnce = (ratio, radius, px) => {
    const key = `${ratio} ${radius} ${px}`;
    const symbol = made.get(key) ?? symbolOf(ratio, radius, px);
    made.set(key, symbol);
    return symbol;
  };
  return {
    ink: MAP_STYLE.referenceColour,
    symbol: (_lead, _members, ratio, radius) => madeOnce(ratio, radius, FULL_PX),
    small: (_lead, ratio, radius) => madeOnce(ratio, radius, SMALL_PX),
    area: dashedRing,
    many: null, // there are never so many
  };
}

/**
 * @param {number} ratio
 * @param {number} radius
 * @param {number} px width of its lines
 */
function symbolOf(ratio, radius, px) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.ceil((radius * 2 + 6) * ratio);
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.translate(canvas.width / 2, canvas.height / 2);
  pen.scale(ratio, ratio);
  pen.beginPath();
  pen.arc(0, 0, radius + 1.5, 0, 2 * Math.PI);
  pen.fillStyle = translucent(MAP_STYLE.white, 0.94);
  pen.fill();
  pen.strokeStyle = MAP_STYLE.referenceColour;
  pen.lineWidth = px;
  pen.beginPath();
  pen.arc(0, 0, radius, 0, 2 * Math.PI);
  pen.moveTo(-radius, 0);
  pen.lineTo(radius, 0);
  pen.moveTo(0, -radius);
  pen.lineTo(0, radius);
  pen.stroke();
  return canvas;
}

/**
 * A district: a ring of dashes.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
function dashedRing(ctx, x, y, radius) {
  ctx.beginPath();
  ctx.arc(x, y, radius * 0.8, 0, 2 * Math.PI);
  ctx.fillStyle = `${MAP_STYLE.referenceColour}26`;
  ctx.fill();
  ctx.setLineDash([radius / 4, radius / 5]);
  ctx.strokeStyle = MAP_STYLE.referenceColour;
  ctx.lineWidth = radius / 9;
  ctx.stroke();
  ctx.setLineDash([]);
}
