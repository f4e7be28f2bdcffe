/** The country in a lens that covers the map: where the lens lies; pressed, it shows the whole country. */

import { inLocalUnits } from "../drawing/canvas_layer.js";
import { STYLE } from "../engine/constants.js";
import { el } from "../engine/elements.js";
import { MAP_STYLE } from "../engine/map_constants.js";
import { UNITS } from "../engine/mercator.js";
import { viewIn } from "./layout.js";
import { fillPaper, place, sizedCanvas } from "./sheet.js";

/** @import { Box, CanvasView, PlacedLens } from "../types.js" */
/** @import { LensParts } from "./lens_views.js" */

const FRAME_PX = 2;

export class Locator {
  /** @type {CanvasView} */
  view = { scale: 1, x: 0, y: 0, ratio: 1, width: 0, height: 0, zoom: 0 };
  /** @type {Box[]} */
  #frames = [];

  /**
   * @param {HTMLElement} host
   * @param {LensParts} parts
   * @param {string} label
   * @param {() => void} onPress
   */
  constructor(host, parts, label, onPress) {
    this.parts = parts;
    this.sheet = sizedCanvas("ground");
    const attrs = { type: "button", "aria-label": label, title: label };
    this.root = el("button", { cls: "replay-locator", attrs, on: { click: onPress } }, this.sheet.canvas);
    host.append(this.root);
  }

  /**
   * @param {PlacedLens} placed
   * @param {Box} country
   * @param {Box[]} frames of what the lenses show, in local units
   */
  lay(placed, country, frames) {
    const flat = viewIn(placed, country);
    const ratio = this.sheet.size(flat.width, flat.height);
    const { width, height } = this.sheet.canvas;
    const zoom = Math.log2((flat.scale * UNITS) / 256);
    this.view = { scale: flat.scale * ratio, x: flat.x * ratio, y: flat.y * ratio, ratio, width, height, zoom };
    place(this.root, placed.stands[0], placed.stands[1]);
    Object.assign(this.root.style, { width: `${flat.width}px`, height: `${flat.height}px` });
    this.#frames = frames;
    this.paintGround();
  }

  paintGround() {
    const { ctx } = this.sheet;
    fillPaper(ctx, this.view);
    this.parts.zones.paint(ctx, this.view);
    inLocalUnits(ctx, this.view, (px) => {
      ctx.strokeStyle = MAP_STYLE.outerBorder;
      ctx.lineWidth = px;
      ctx.stroke(this.parts.borders.country);
      ctx.strokeStyle = STYLE.ink;
      ctx.lineWidth = FRAME_PX * px;
      for (const [left, top, right, bottom] of this.#frames) ctx.strokeRect(left, top, right - left, bottom - top);
    });
  }

  remove() {
    this.root.remove();
  }
}
