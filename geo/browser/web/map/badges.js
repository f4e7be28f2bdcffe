/** Numbers and rings on the map's canvas. */

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
  ctx.strokeStyle = "#000000";
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
  const text = String(number);
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
 */
export function badge(ctx, view, x, y, text, ink, isSelected) {
  const { ratio } = view;
  ctx.font = fontOf(ratio);
  const width = ctx.measureText(text).width + 10 * ratio;
  ctx.beginPath();
  ctx.roundRect(x - width / 2, y - 8 * ratio, width, 16 * ratio, 4 * ratio);
  ctx.fillStyle = "rgba(255,255,255,0.9)";
  ctx.fill();
  ctx.setLineDash([3 * ratio, 2 * ratio]);
  ctx.strokeStyle = ink;
  ctx.lineWidth = (isSelected ? 2.5 : 1) * ratio;
  ctx.stroke();
  ctx.setLineDash([]);
  write(ctx, view, text, x, y, ink);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {CanvasView} view
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {string} ink
 */
function write(ctx, view, text, x, y, ink) {
  ctx.font = fontOf(view.ratio);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = ink;
  ctx.fillText(text, x, y + 0.5 * view.ratio);
}

/** @param {number} ratio */
const fontOf = (ratio) => `600 ${FONT_PX * ratio}px system-ui, sans-serif`;
