/** Signs of areas on a canvas: grounds, patterns, outlines. */

import { signOf } from "../engine/area_style.js";
import { STYLE } from "../engine/constants.js";
import { patternOf } from "./patterns.js";

/** @import { AreaStyle, CanvasView, Edge, Strokes } from "../types.js" */

const { signs } = STYLE;
/** @type {{[line: string]: number[]}} */
const DASHES = signs.edgeDashes;

/** The signs of one canvas and zoom. */
export class ZoneFills {
  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {Pick<CanvasView, "ratio" | "scale" | "x" | "y">} view
   */
  constructor(ctx, { ratio, scale, x, y }) {
    this.ctx = ctx;
    this.ratio = ratio;
    // patterns keep their size in pixels whatever the zoom, and begin on a whole one, else they would be blurred
    this.upright = new DOMMatrix([
      1 / scale,
      0,
      0,
      1 / scale,
      (Math.round(x) - x) / scale,
      (Math.round(y) - y) / scale,
    ]);
  }

  /**
   * @param {AreaStyle} style
   * @param {Path2D} path
   * @param {number} px what a CSS pixel is in local units
   */
  area(style, path, px) {
    const { ctx } = this;
    const { ground, opacity, strokes, edge, besieged } = signOf(style);
    if (ground) {
      ctx.globalAlpha = opacity;
      ctx.fillStyle = ground;
      ctx.fill(path);
    }
    for (const one of strokes) this.#strokes(one, path);
    ctx.globalAlpha = 1;
    if (!edge && !besieged) return;
    ctx.save();
    ctx.clip(path);
    ctx.lineJoin = "round";
    if (edge) this.#edge(edge, path, px);
    if (besieged) this.#rim(path, STYLE.ink, signs.siegePx * px);
    ctx.restore();
  }

  /**
   * @param {Strokes} strokes
   * @param {Path2D} path
   */
  #strokes(strokes, path) {
    const pattern = patternOf(this.ctx, strokes, this.ratio);
    pattern.setTransform(this.upright);
    this.ctx.globalAlpha = strokes.opacity;
    this.ctx.fillStyle = pattern;
    this.ctx.fill(path);
  }

  /**
   * Inside the area, so that neighbours keep their own; a light line lies between them.
   * @param {Edge} edge
   * @param {Path2D} path
   * @param {number} px
   */
  #edge({ colour, line, width }, path, px) {
    const { ctx } = this;
    if (line !== "solid") ctx.setLineDash(DASHES[line].map((part) => part * px));
    this.#rim(path, colour, (width + signs.edgeCasingPx) * px);
    ctx.setLineDash([]);
    ctx.globalAlpha = signs.casingOpacity;
    this.#rim(path, STYLE.halo, signs.edgeCasingPx * px);
    ctx.globalAlpha = 1;
  }

  /**
   * What lies so near the edge of the area that is clipped to.
   * @param {Path2D} path
   * @param {string} colour
   * @param {number} width
   */
  #rim(path, colour, width) {
    this.ctx.strokeStyle = colour;
    this.ctx.lineWidth = 2 * width;
    this.ctx.stroke(path);
  }
}
