/** Rows of a legend and the little pictures in them. */

import { translucent } from "../drawing/translucent.js";
import { el } from "../engine/elements.js";
import { MAP_STYLE } from "../engine/map_constants.js";

/** @import { EventStyle } from "../types.js" */
/** @import { PrecisionKind } from "./precision_kinds.js" */

/** @typedef {(ctx: CanvasRenderingContext2D, ratio: number) => void} PaintSwatch */

const SIZE = { width: 30, height: 20 };

/**
 * A row of a legend; the count is to be filled in.
 * @param {HTMLElement} picture
 * @param {string} text
 */
export function keyRow(picture, text) {
  const count = el("span", { cls: "number" });
  const root = el("li", {}, el("span", { cls: "swatch" }, picture), el("span", { cls: "key", text }), count);
  return { root, count };
}

/** In the picture's place where nothing is drawn. */
export const dash = () => el("span", { text: "–" });

/**
 * A symbol as a picture of its own: it is shared between rows, but an element can stand in one place only.
 * @param {HTMLCanvasElement} canvas
 */
export function copyOf(canvas) {
  const ratio = window.devicePixelRatio || 1;
  const copy = document.createElement("canvas");
  [copy.width, copy.height] = [canvas.width, canvas.height];
  copy.style.width = `${canvas.width / ratio}px`;
  copy.style.height = `${canvas.height / ratio}px`;
  Object.assign(copy.style, { background: MAP_STYLE.paper, borderRadius: "50%" }); // its dark rings are for the map's ground
  copy.setAttribute("aria-hidden", "true");
  copy.getContext("2d")?.drawImage(canvas, 0, 0);
  return copy;
}

/**
 * A little picture for a row.
 * @param {PaintSwatch} paint
 */
export function swatch(paint) {
  const ratio = window.devicePixelRatio || 1;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [SIZE.width * ratio, SIZE.height * ratio];
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  ctx.fillStyle = MAP_STYLE.paper;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  paint(ctx, ratio);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = translucent(MAP_STYLE.black, 0.45);
  ctx.strokeRect(0.5, 0.5, canvas.width - 1, canvas.height - 1);
  return canvas;
}

/**
 * A frame of dashes: known no better than to the province.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} ratio
 * @param {string} colour
 */
export function dashedFrame(ctx, ratio, colour) {
  const { width, height } = ctx.canvas;
  ctx.setLineDash([2 * ratio, 2 * ratio]);
  ctx.strokeStyle = colour;
  ctx.lineWidth = ratio;
  ctx.strokeRect(5 * ratio, 4 * ratio, width - 10 * ratio, height - 8 * ratio);
  ctx.setLineDash([]);
}

/**
 * The picture of each kind of precision (`precision_kinds.js`), in the style in which a set of events is drawn.
 * @param {EventStyle} style
 * @returns {{[kind in PrecisionKind]: () => HTMLElement}}
 */
export const precisionPictures = (style) => ({
  point: () => swatch((ctx, ratio) => middle(ctx, style.symbol(0, [0], ratio, 5.5))),
  district_precision: () =>
    swatch((ctx, ratio) => style.area(ctx, ctx.canvas.width / 2, ctx.canvas.height / 2, 9 * ratio, [])),
  province_precision: () => swatch((ctx, ratio) => dashedFrame(ctx, ratio, style.ink)),
  not_drawn: dash,
});

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {HTMLCanvasElement} image
 */
function middle(ctx, image) {
  ctx.drawImage(image, (ctx.canvas.width - image.width) / 2, (ctx.canvas.height - image.height) / 2);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {string | CanvasPattern | CanvasGradient} fill
 */
export function filled(ctx, fill) {
  ctx.fillStyle = fill;
  ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
}
