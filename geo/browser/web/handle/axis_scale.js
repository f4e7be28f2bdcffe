/** Where days lie on the timeline: on the axis and in the overview below it; what a pointer takes hold of there. */

/** @import { Record } from "../engine/record.js" */

/**
 * @typedef {"day" | "ribbon" | "strip" | "first" | "last"} Part the day, what is above the axis, the overview, or an edge
 *   of the frame in it
 */

export const STRIP = 14; // CSS pixels: the overview at the bottom
const GRIP = 9; // how near to an edge of the frame in the overview counts as on it
const TOUCH_GRIP = 22;
const TOUCH_REACH = 8; // a finger on the overview may be this much over it
const SIDE = 14;
const GUTTER = 66; // beside the axis, for names
const WIDE_FROM = 560; // from which there is room for them

export class AxisScale {
  width = 0;
  height = 0;

  /** @param {Record} record */
  constructor(record) {
    this.record = record;
    /** @type {[number, number]} */
    this.range = [0, record.days - 1];
  }

  get isWide() {
    return this.width >= WIDE_FROM;
  }

  /** Where days begin; before it stand names. */
  get left() {
    return this.isWide ? GUTTER : SIDE;
  }

  get right() {
    return this.width - SIDE;
  }

  /**
   * Day under a horizontal position (CSS pixels in the canvas).
   * @param {number} x
   */
  dayAt(x) {
    const [first, last] = this.range;
    return this.record.clampDay(first + ((x - this.left) / (this.right - this.left)) * (last - first));
  }

  /** @param {number} day */
  xOf(day) {
    const [first, last] = this.range;
    return this.left + ((day - first) / Math.max(1, last - first)) * (this.right - this.left);
  }

  /**
   * Day under a position of the overview strip.
   * @param {number} x
   */
  stripDayAt(x) {
    return this.record.clampDay(((x - this.left) / (this.right - this.left)) * (this.record.days - 1));
  }

  /** @param {number} day */
  stripX(day) {
    return this.left + (day / Math.max(1, this.record.days - 1)) * (this.right - this.left);
  }

  /**
   * What a pointer takes hold of; above the axis heights are below zero.
   * @param {number} x
   * @param {number} y
   * @param {boolean} isTouch
   * @returns {Part}
   */
  partAt(x, y, isTouch) {
    if (y < 0) return "ribbon";
    if (y <= this.height - STRIP - (isTouch ? TOUCH_REACH : 0)) return "day";
    const [first, last] = this.range.map((day) => Math.abs(this.stripX(day) - x));
    if (Math.min(first, last) > (isTouch ? TOUCH_GRIP : GRIP)) return "strip";
    return first < last ? "first" : "last";
  }

  /**
   * The range of `span` days with `day` inside; it moves no more than it must.
   * @param {number} day
   * @param {number} span
   * @returns {[number, number]}
   */
  rangeWith(day, span) {
    const most = this.record.days - 1;
    const width = Math.min(span, most);
    let [first] = this.range;
    if (Math.round(this.range[1] - this.range[0]) !== Math.round(width)) first = day - width * 0.3;
    if (day < first) first = day - width * 0.15;
    if (day > first + width) first = day - width * 0.85;
    first = Math.min(Math.max(0, first), most - width);
    return [first, first + width];
  }
}
