/** Fills of areas on a canvas: colours and patterns, what lies over them, edges. */

import { colourOf, coloursOf } from "../engine/area_style.js";
import { STYLE } from "../engine/constants.js";
import { hatch, overlay, stripes } from "./patterns.js";

/** @import { AreaStyle, CanvasView } from "../types.js" */

/** @type {("disputed" | "active")[]} */
const OVERLAYS = ["disputed", "active"];

/**
 * The colour or pattern of an area's style. Contested: stripes of the two sides.
 * @param {CanvasRenderingContext2D} ctx
 * @param {AreaStyle} style
 * @param {number} ratio
 */
export function fillOf(ctx, style, ratio) {
  const [colour, second] = coloursOf(style);
  if (STYLE.striped.includes(style.fill)) return stripes(ctx, colour, second, ratio);
  return style.fill === "claimed" ? hatch(ctx, colour, second, ratio) : colour;
}

/** The fills of one canvas and zoom. */
export class ZoneFills {
  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   */
  constructor(ctx, view) {
    this.ctx = ctx;
    this.ratio = view.ratio;
    this.upright = new DOMMatrix().scale(1 / view.scale);
  }

  /**
   * @param {AreaStyle} style
   * @param {Path2D} path
   * @param {number} px what a CSS pixel is in local units
   */
  area(style, path, px) {
    const { ctx } = this;
    if (style.fill !== "none") this.#fill(style, path);
    ctx.globalAlpha = STYLE.overlayOpacity;
    for (const kind of OVERLAYS) this.#overlay(kind, style[kind], path);
    if (style.fill === "besieged") this.#edge(path, STYLE.ink, STYLE.siegePx * px);
    ctx.globalAlpha = 1;
    if (!style.partial) return;
    ctx.setLineDash([1.5 * px, 3.5 * px]);
    ctx.lineCap = "round";
    this.#edge(path, colourOf(style.controller), 2 * px);
    ctx.setLineDash([]);
  }

  /**
   * @param {AreaStyle} style
   * @param {Path2D} path
   */
  #fill(style, path) {
    const fill = fillOf(this.ctx, style, this.ratio);
    this.ctx.globalAlpha = style.opacity;
    this.ctx.fillStyle = typeof fill === "string" ? fill : this.#upright(fill);
    this.ctx.fill(path);
  }

  /**
   * @param {"disputed" | "active"} kind
   * @param {string | null} actor
   * @param {Path2D} path
   */
  #overlay(kind, actor, path) {
    if (!actor) return;
    this.ctx.fillStyle = this.#upright(overlay(this.ctx, kind, colourOf(actor), this.ratio));
    this.ctx.fill(path);
  }

  /**
   * @param {Path2D} path
   * @param {string} colour
   * @param {number} width
   */
  #edge(path, colour, width) {
    this.ctx.strokeStyle = colour;
    this.ctx.lineWidth = width;
    this.ctx.stroke(path);
  }

  /**
   * Patterns keep their size in pixels whatever the zoom.
   * @param {CanvasPattern} pattern
   */
  #upright(pattern) {
    pattern.setTransform(this.upright);
    return pattern;
  }
}
