/** Outlines over the zones: the selected district or place, and what changed since the day to compare with. */

import { paintOutlines, paintTags } from "../changes/change_signs.js";
import { directedChanges, momentsOf } from "../changes/direction.js";
import { inLocalUnits } from "../drawing/canvas_layer.js";
import { isLocated } from "../drawing/zone_groups.js";
import { circle, leastRadius } from "../drawing/zones.js";
import { STYLE } from "../engine/constants.js";
import { isShaded } from "../layers/shaded.js";

/** @import { Area, CanvasView, DirectedChange, LocatedZone, State } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

const WIDTH_PX = 2.5;

export class HighlightPainter {
  #selected = -1;
  /** @type {LocatedZone | null} */
  #place = null;
  /** @type {DirectedChange[]} */
  #changed = [];
  #signature = "";
  /** The district at which one who goes by keys stands; -1 is none. */
  walked = -1;

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
    const signature = `${this.#selected} ${this.#place?.id} ${JSON.stringify(this.#changed.map(signOf))}`;
    const isSame = signature === this.#signature;
    this.#signature = signature;
    return !isSame;
  }

  /** @param {State} state */
  #changedSince(state) {
    const moments = isShaded(state) ? null : momentsOf(state);
    return moments ? directedChanges(this.record, moments) : [];
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   */
  paint(ctx, view) {
    inLocalUnits(ctx, view, (px) => {
      ctx.lineJoin = "round";
      paintOutlines(ctx, this.#changed, this.areas, px);
      if (this.#selected >= 0) outline(ctx, this.areas[this.#selected].path, STYLE.ink, px);
      if (this.walked >= 0) stand(ctx, this.areas[this.walked].path, px);
      if (this.#place) outline(ctx, circle(this.#place, leastRadius(view)), STYLE.ink, px);
    });
    paintTags(ctx, view, this.#changed, this);
  }
}

/**
 * An outline that is seen on every ground: dark between light.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Path2D} path
 * @param {number} px
 */
function stand(ctx, path, px) {
  outline(ctx, path, STYLE.halo, px * 3);
  outline(ctx, path, STYLE.ink, px * 1.4);
}

/** @param {DirectedChange} change */
const signOf = ({ district, direction }) => [district, direction.kind, direction.side, direction.status];

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
