/** The base map: rivers and border lines (the relief is an image under everything). */

import { STYLE } from "../engine/constants.js";
import { addLine } from "../engine/topology.js";
import { inLocalUnits } from "./canvas_layer.js";

/** @import { Base, Borders, Paint } from "../types.js" */

const DISTRICTS_FROM_ZOOM = 6.5;

/**
 * A painter of rivers and borders; province lines stay visible at every zoom, district lines fade in.
 * @param {Base} base
 * @param {Borders} borders
 * @returns {Paint}
 */
export function basemapPainter(base, borders) {
  const rivers = new Path2D();
  for (const line of base.rivers) addLine(rivers, line);
  return (ctx, view) =>
    inLocalUnits(ctx, view, (px) => {
      ctx.lineJoin = "round";
      stroke(ctx, rivers, STYLE.water, 0.9 * px, 0.75);
      if (view.zoom >= DISTRICTS_FROM_ZOOM)
        stroke(ctx, borders.district, STYLE.border, 0.6 * px, Math.min(0.5, (view.zoom - 6) * 0.25));
      stroke(ctx, borders.province, STYLE.border, 1 * px, 0.7);
      stroke(ctx, borders.country, STYLE.outerBorder, 1.8 * px, 0.9);
    });
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Path2D} path
 * @param {string} colour
 * @param {number} width
 * @param {number} opacity
 */
function stroke(ctx, path, colour, width, opacity) {
  ctx.globalAlpha = opacity;
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.stroke(path);
  ctx.globalAlpha = 1;
}
