/** The base map: rivers and border lines (the relief is an image under everything). */

import { MAP_STYLE } from "../engine/map_constants.js";
import { linesOf } from "../engine/topology.js";
import { inLocalUnits } from "./canvas_layer.js";

/** @import { Base, Borders, Paint } from "../types.js" */

/**
 * A painter of rivers and borders; province lines stay visible at every zoom, district lines fade in.
 * @param {Base} base
 * @param {Borders} borders
 * @returns {Paint}
 */
export function basemapPainter(base, borders) {
  const rivers = linesOf(base.rivers, base.topology.transform);
  return (ctx, view) =>
    inLocalUnits(ctx, view, (px) => {
      ctx.lineJoin = "round";
      const { fromZoom, fadeZoom, fade } = MAP_STYLE.districtLines;
      stroke(ctx, rivers, MAP_STYLE.water, px, MAP_STYLE.lines.river);
      if (view.zoom >= fromZoom)
        stroke(ctx, borders.district, MAP_STYLE.border, px, MAP_STYLE.lines.district, (view.zoom - fadeZoom) * fade);
      stroke(ctx, borders.province, MAP_STYLE.border, px, MAP_STYLE.lines.province);
      stroke(ctx, borders.country, MAP_STYLE.outerBorder, px, MAP_STYLE.lines.country);
    });
}

/**
 * Lines of one kind.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Path2D} path
 * @param {string} colour
 * @param {number} px the width of a pixel
 * @param {number[]} line its width in pixels and its opacity
 * @param {number} clear no clearer than this
 */
function stroke(ctx, path, colour, px, [width, opacity], clear = 1) {
  ctx.globalAlpha = Math.min(opacity, clear);
  ctx.strokeStyle = colour;
  ctx.lineWidth = width * px;
  ctx.stroke(path);
  ctx.globalAlpha = 1;
}
