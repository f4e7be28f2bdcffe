/** Names of provinces, districts and towns by zoom, as a picture that is kept while days go by. */

import { STYLE } from "../engine/constants.js";
import { byWeight, declutter, fontOf, isOverlapping, labelsOf, overlapOf, RANKS } from "./label_places.js";

/** @import { Base, Box, CanvasView, Obstacle } from "../types.js" */
/** @import { Placed } from "./label_places.js" */
/** @import { Record } from "../engine/record.js" */

/**
 * What the names have to leave free, and which of them come first.
 * @typedef {object} Surroundings
 * @property {Obstacle[]} obstacles
 * @property {Box[]} keptFree in pixels of the canvas
 * @property {number[]} telling districts that have something to tell
 * @property {number[]} shown events
 */

/**
 * The names are laid and drawn once for a view and then kept as a picture, since they are painted anew with the events
 * of each day; so they also stand still while days go by. `declutter` is for when the reader has come to rest.
 */
export class LabelPainter {
  /** @type {CanvasView | null} */
  #drawnFor = null;
  /** @type {Placed[]} */
  #written = [];
  /** How often they were laid, for tests. */
  timesLaid = 0;

  /**
   * @param {Record} record
   * @param {Base["towns"]} towns
   */
  constructor(record, towns) {
    this.record = record;
    this.labels = labelsOf(record, towns);
    this.picture = document.createElement("canvas");
    this.ctx = /** @type {CanvasRenderingContext2D} */ (this.picture.getContext("2d"));
  }

  /**
   * The answer is whether the view is a new one, for which the names were laid.
   * @param {CanvasRenderingContext2D} target
   * @param {CanvasView} view
   * @param {() => Surroundings} around
   */
  paint(target, view, around) {
    const isFresh = this.#drawnFor !== view;
    if (isFresh) this.#draw(view, this.#laid(view, around()));
    target.drawImage(this.picture, 0, 0);
    return isFresh;
  }

  /**
   * Put the names beside what stands there now; the answer is whether the picture is another one.
   * @param {CanvasView | null} view
   * @param {Surroundings} around
   */
  declutter(view, around) {
    if (!view || this.#drawnFor !== view) return false;
    const names = this.#laid(view, around);
    const isSame = names.length === this.#written.length && names.every((name, at) => isAlike(name, this.#written[at]));
    if (isSame) return false;
    this.#draw(view, names);
    return true;
  }

  /** Lay them anew when they are painted next. */
  forget() {
    this.#drawnFor = null;
  }

  /**
   * @param {CanvasView} view
   * @param {Surroundings} around
   */
  #laid(view, { obstacles, keptFree, telling, shown }) {
    return declutter(byWeight(this.labels, this.record, telling, shown), this.ctx, view, obstacles, keptFree);
  }

  /**
   * Whether a box of the canvas touches a name that was painted last.
   * @param {Box} box
   */
  touches(box) {
    return this.#written.some((name) => isOverlapping(name.box, box));
  }

  /**
   * The names that lie under obstacles.
   * @param {Obstacle[]} obstacles
   */
  under(obstacles) {
    return this.#written.filter(({ text }) => obstacles.some((obstacle) => overlapOf(obstacle, text) > 0));
  }

  /**
   * @param {CanvasView} view
   * @param {Placed[]} names
   */
  #draw(view, names) {
    [this.picture.width, this.picture.height] = [view.width, view.height];
    for (const name of names) write(this.ctx, view, name);
    [this.#drawnFor, this.#written] = [view, names];
    this.timesLaid += 1;
  }
}

/** @type {(one: Placed, other: Placed) => boolean} */
const isAlike = (one, other) => one.x === other.x && one.y === other.y && one.label === other.label;

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {CanvasView} view
 * @param {Placed} name
 */
function write(ctx, view, { x, y, dot, label }) {
  const { ink } = RANKS[label.rank];
  ctx.font = fontOf(label.rank, view.ratio);
  if (label.rank === "town") {
    ctx.beginPath();
    ctx.arc(...dot, 1.8 * view.ratio, 0, 2 * Math.PI);
    ctx.fillStyle = ink;
    ctx.fill();
  }
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = 3 * view.ratio;
  ctx.strokeStyle = `${STYLE.halo}D9`;
  ctx.strokeText(label.text, x, y);
  ctx.fillStyle = ink;
  ctx.fillText(label.text, x, y);
}
