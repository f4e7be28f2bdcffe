/** How shades of a layer are filled: a step's colour, lines over it; the map and its legend draw with the same. */

import { LAYER_STYLE } from "../engine/map_constants.js";

/** @import { Shade } from "../types.js" */

/**
 * The colour of a step and how opaque it is: districts stand out of their provinces.
 * @param {"activity" | "presence"} layer
 * @param {number} step
 * @param {"district" | "province"} of
 */
export function stepFill(layer, step, of) {
  const { opacity } = LAYER_STYLE;
  return {
    colour: LAYER_STYLE[layer].ramp[step],
    opacity: layer === "presence" ? opacity.listed : opacity[of],
  };
}

/**
 * The lines over a province as a pattern of pixels.
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} lines
 * @param {"activity" | "presence"} layer
 * @param {number} ratio
 */
export function linesFill(ctx, lines, layer, ratio) {
  const size = Math.round(LAYER_STYLE.lines.stepPx * ratio);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.strokeStyle = lines === "silence" ? LAYER_STYLE.silence : LAYER_STYLE[layer].line;
  pen.lineWidth = LAYER_STYLE.lines.px * ratio;
  pen.beginPath();
  if (lines === "absent") cross(pen, size);
  else {
    if (lines !== "silence") diagonal(pen, size, 1);
    if (lines !== "coarse") diagonal(pen, size, -1);
  }
  pen.stroke();
  return /** @type {CanvasPattern} */ (ctx.createPattern(canvas, "repeat"));
}

/**
 * A small picture of a shade, for a legend.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} ratio
 * @param {{shade: Shade, of: "district" | "province", layer: "activity" | "presence"}} sample
 */
export function shadeSwatch(ctx, ratio, { shade, of, layer }) {
  const { width, height } = ctx.canvas;
  if (shade.step >= 0) {
    const { colour, opacity } = stepFill(layer, shade.step, of);
    ctx.globalAlpha = opacity;
    ctx.fillStyle = colour;
    ctx.fillRect(0, 0, width, height);
    ctx.globalAlpha = 1;
  }
  if (!shade.lines) return;
  ctx.fillStyle = linesFill(ctx, shade.lines, layer, ratio);
  ctx.fillRect(0, 0, width, height);
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {number} size
 * @param {1 | -1} sign 1 rises, -1 falls
 */
function diagonal(pen, size, sign) {
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift - 1, sign > 0 ? size + 1 : -1);
    pen.lineTo(shift + size + 1, sign > 0 ? -1 : size + 1);
  }
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {number} size
 */
function cross(pen, size) {
  const [from, to] = [size * 0.3, size * 0.7];
  pen.moveTo(from, from);
  pen.lineTo(to, to);
  pen.moveTo(to, from);
  pen.lineTo(from, to);
}
