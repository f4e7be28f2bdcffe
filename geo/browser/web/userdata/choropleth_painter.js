/** Draws counts by district as colours and numbers, and those of provinces as badges. */

import { badge } from "../drawing/badges.js";
import { MAP_STYLE } from "../engine/map_constants.js";
import { local } from "../engine/mercator.js";
import { inDigits } from "../engine/text.js";
import { classOf, colourNumber } from "./choropleth.js";

/** @import { Area, Box, CanvasView, ChoroplethCounts } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

const ALPHA = 0.74; // what lies under it stays to be seen
const NUMBER_PX = 11;
const NUMBERS_FROM_ZOOM = 7.25;
const NUMBER_ABOVE_PX = 10; // over a district's own point: its name is below, our disc on it
/** Where a province's count stands, under the middle of its name: our own is nearer to it. */
const BADGE_BELOW_PX = 34;

/** Arrays are made once: a day costs what changes on it. */
export class ChoroplethPainter {
  /** @type {(Path2D | null)[]} */
  #outlines = []; // one path for all districts of a class
  /** @type {number[]} */
  #limits = [];

  /**
   * @param {Area[]} areas
   * @param {Record} record
   * @param {{touches(box: Box): boolean}} names on the map, which a number gives way to
   */
  constructor(areas, record, names) {
    this.areas = areas;
    this.names = names;
    this.spots = record.districts.map(({ lon, lat }) => local(lon, lat));
    this.centres = record.provinces.map(({ lon, lat }) => local(lon, lat));
    this.counts = new Float64Array(areas.length + this.centres.length);
    this.classes = new Int8Array(areas.length).fill(-1);
  }

  /**
   * Choose the counts; the answer says what of the picture is another one than before.
   * @param {ChoroplethCounts | null} next
   * @returns {{classes: boolean, numbers: boolean, provinces: boolean}}
   */
  show(next) {
    const limits = next?.limits ?? [];
    const isAlike = limits.join() === this.#limits.join();
    const changed = { classes: !isAlike, numbers: false, provinces: false };
    if (!isAlike) this.#outlines.length = 0;
    this.#limits = limits;
    for (let cell = 0; cell < this.counts.length; cell++) {
      const isOther = this.#setCount(cell, next?.counts[cell] ?? 0);
      if (cell >= this.areas.length) changed.provinces ||= isOther;
      else if (isOther || !isAlike) {
        changed.numbers = true;
        changed.classes = this.#reclass(cell) || changed.classes;
      }
    }
    return changed;
  }

  /**
   * Whether it is another one than before.
   * @param {number} cell
   * @param {number} count
   */
  #setCount(cell, count) {
    const isOther = count !== this.counts[cell];
    this.counts[cell] = count;
    return isOther;
  }

  /**
   * Put a district into the class of its count; the outlines of both classes are put together anew if it moves.
   * @param {number} district
   */
  #reclass(district) {
    const number = classOf(this.counts[district], this.#limits);
    const before = this.classes[district];
    if (number === before) return false;
    if (before >= 0) this.#outlines[before] = null;
    if (number >= 0) this.#outlines[number] = null;
    this.classes[district] = number;
    return true;
  }

  /** @param {number} number of the class */
  #outline(number) {
    const known = this.#outlines[number];
    if (known) return known;
    const path = new Path2D();
    this.areas.forEach((area, i) => {
      if (this.classes[i] === number) path.addPath(area.path);
    });
    this.#outlines[number] = path;
    return path;
  }

  /**
   * The answer is whether there is anything.
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   */
  paint(ctx, view) {
    let isAny = false;
    ctx.save();
    ctx.setTransform(view.scale, 0, 0, view.scale, view.x, view.y);
    ctx.globalAlpha = ALPHA;
    for (let number = 0; number < this.#limits.length; number++) {
      if (!this.classes.includes(number)) continue;
      isAny = true;
      ctx.fillStyle = MAP_STYLE.userData.ramp[colourNumber(number, this.#limits, MAP_STYLE.userData.ramp)];
      ctx.fill(this.#outline(number));
    }
    ctx.restore();
    return isAny;
  }

  /**
   * Whether the picture of a view has the districts' numbers; farther off there is no room for them.
   * @param {CanvasView} view
   */
  isNumbered(view) {
    return view.zoom >= NUMBERS_FROM_ZOOM;
  }

  /**
   * The numbers, where the district is large enough for one; those of provinces as badges. Whether there are any.
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   */
  label(ctx, view) {
    const isNumbered = this.isNumbered(view) && this.classes.some((number) => number >= 0);
    if (isNumbered) this.#drawNumbers(ctx, view);
    return this.#drawProvinces(ctx, view) || isNumbered;
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   */
  #drawNumbers(ctx, view) {
    ctx.font = `600 ${NUMBER_PX * view.ratio}px "Replay Arabic", system-ui, sans-serif`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    for (let i = 0; i < this.areas.length; i++) if (this.classes[i] >= 0) this.#drawNumber(ctx, view, i);
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   * @param {number} district
   */
  #drawNumber(ctx, view, district) {
    const { ratio } = view;
    const text = inDigits(this.counts[district]);
    if (!this.#hasRoom(view, district, text)) return;
    const [x, y] = this.spots[district];
    const [middle, line] = [x * view.scale + view.x, y * view.scale + view.y - NUMBER_ABOVE_PX * ratio];
    const [half, up] = [3.5 * text.length * ratio, 5 * ratio];
    if (this.names.touches([middle - half, line - up, middle + half, line + up])) return;
    ctx.fillStyle =
      MAP_STYLE.userData.rampInk[colourNumber(this.classes[district], this.#limits, MAP_STYLE.userData.ramp)];
    ctx.fillText(text, middle, line);
  }

  /**
   * @param {CanvasView} view
   * @param {number} district
   * @param {string} text
   */
  #hasRoom({ scale, ratio }, district, text) {
    const [left, top, right, bottom] = this.areas[district].box;
    return (right - left) * scale >= (7 * text.length + 22) * ratio && (bottom - top) * scale >= 30 * ratio;
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   */
  #drawProvinces(ctx, view) {
    let isAny = false;
    const below = view.y + BADGE_BELOW_PX * view.ratio;
    this.centres.forEach(([x, y], number) => {
      const count = this.counts[this.areas.length + number];
      if (!count) return;
      isAny = true;
      const text = inDigits(count);
      badge(ctx, view, x * view.scale + view.x, y * view.scale + below, text, MAP_STYLE.userData.colour, false);
    });
    return isAny;
  }
}
