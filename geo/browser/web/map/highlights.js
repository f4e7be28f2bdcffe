/** Outlines over the zones: the selected district or place, and what changed since the day to compare with. */

import { STYLE } from "../engine/constants.js";
import { isShaded } from "../layers/plan.js";
import { inLocalUnits } from "./canvas_layer.js";
import { circle, isLocated, leastRadius } from "./zones.js";

/** @import { Area, CanvasView, LocatedZone, State } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

const CHANGED = "#A3195B";
const WIDTH_PX = 2.5;

export class HighlightPainter {
  #selected = -1;
  /** @type {LocatedZone | null} */
  #place = null;
  /** @type {number[]} */
  #changed = [];
  #signature = "";

  /**
   * @param {Area[]} areas
   * @param {Record} record
   */
  constructor(areas, record) {
    this.areas = areas;
    this.record = record;
  }

  /**
   * Choose what to outline; false when nothing is different from before.
   * @param {State} state
   */
  show(state) {
    const { districts, zones } = this.record;
    this.#selected = state.district ? districts.findIndex(({ id }) => id === state.district) : -1;
    this.#place = zones.filter(isLocated).find(({ id }) => id === state.place) ?? null;
    this.#changed = this.#changedSince(state);
    const signature = `${this.#selected} ${this.#place?.id} ${this.#changed.join()}`;
    const isSame = signature === this.#signature;
    this.#signature = signature;
    return !isSame;
  }

  /** @param {State} state */
  #changedSince({ since, sincePerspective, day, perspective, layer }) {
    if (since === null || isShaded({ layer })) return [];
    return this.record.difference(since, day, perspective, sincePerspective).map(({ district }) => district);
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   */
  paint(ctx, view) {
    inLocalUnits(ctx, view, (px) => {
      ctx.lineJoin = "round";
      for (const number of this.#changed) {
        ctx.fillStyle = `${CHANGED}22`;
        ctx.fill(this.areas[number].path);
        outline(ctx, this.areas[number].path, CHANGED, px);
      }
      if (this.#selected >= 0) outline(ctx, this.areas[this.#selected].path, STYLE.ink, px);
      if (this.#place) outline(ctx, circle(this.#place, leastRadius(view)), STYLE.ink, px);
    });
  }
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Path2D} path
 * @param {string} colour
 * @param {number} px what a CSS pixel is in local units
 */
function outline(ctx, path, colour, px) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = WIDTH_PX * px;
  ctx.stroke(path);
}
