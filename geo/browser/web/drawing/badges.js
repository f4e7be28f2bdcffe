/** Numbers and rings on the map's canvas. */

import { MAP_STYLE } from "../engine/map_constants.js";
import { inDigits } from "../engine/text.js";
import { translucent } from "./translucent.js";

/** @import { CanvasView } from "../types.js" */

const FONT_PX = 10.5;

/**
 * A ring around what is selected.
 * @param {CanvasRenderingContext2D} ctx
 * @param {CanvasView} view
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
export function ring(ctx, view, x, y, radius) {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.strokeStyle = MAP_STYLE.black;
  ctx.lineWidth = 2.5 * view.ratio;
  ctx.stroke();
}

/**
 * A number on a disc.
 * @param {CanvasRenderingContext2D} ctx
 * @param {CanvasView} view
 * @param {number} x
 * @param {number} y
 * @param {number} number
 * @param {string} ink
 * @param {string} background
 */
export function count(ctx, view, x, y, number, ink, background) {
  const text = inDigits(number);
  const radius = Math.max(7, 4 + 3 * text.length) * view.ratio;
  ctx.fillStyle = background;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fill();
  write(ctx, view, text, x, y, ink);
}

/**
 * A number in a frame of dashes: known no better than to the province.
 * @param {CanvasRenderingContext2D} ctx
 * @param {CanvasView} view
 * @param {number} x
 * @param {number} y
 * @param {string} text
 * @param {string} ink
 * @param {boolean} isSelected
 * @param {number} px size of its type
 */
export function badge(ctx, view, x, y, text, ink, isSelected, px = FONT_PX) {
  const { ratio } = view;
  ctx.font = fontOf(ratio, px);
  const [width, half] = [ctx.measureText(text).width + px * 0.95 * ratio, px * 0.76 * ratio];
  ctx.beginPath();
  ctx.roundRect(x - width / 2, y - half, width, 2 * half, 4 * ratio);
  ctx.fillStyle = translucent(MAP_STYLE.white, 0.9);
  ctx.fill();
  ctx.setLineDash([3 * ratio, 2 * ratio]);
  ctx.strokeStyle = ink;
  ctx.lineWidth = (isSelected ? 2.5 : 1) * ratio;
  ctx.stroke();
  ctx.setLineDash([]);
  write(ctx, view, text, x, y, ink, { px });
}

/**
 * A short text, its middle at a height.
 * @param {CanvasRenderingContext2D} ctx
 * @param {CanvasView} view
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {string} ink
 * @param {{px?: number, align?: CanvasTextAlign, halo?: string | null}} type
 */
export function write(ctx, view, text, x, y, ink, { px = FONT_PX, align = "center", halo = null } = {}) {
  ctx.font = fontOf(view.ratio, px, halo ? 700 : 600);
  ctx.textAlign = align;
  ctx.textBaseline = "middle";
  if (halo) {
    ctx.lineJoin = "round";
    ctx.lineWidth = 2.5 * view.ratio;
    ctx.strokeStyle = halo;
    ctx.strokeText(text, x, y + 0.5 * view.ratio);
  }
  ctx.fillStyle = ink;
  ctx.fillText(text, x, y + 0.5 * view.ratio);
}

/** @type {(ratio: number, px: number, weight?: number) => string} */
const fontOf = (ratio, px, weight = 600) => `${weight} ${px * ratio}px "Replay Arabic", system-ui, sans-serif`;
