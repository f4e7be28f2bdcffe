/**
 * The time axis: events a day stacked by verification, ticks where control changes; below it the whole record as a
 * strip with a frame around the part that the axis shows. All that is drawn when the axis changes; window and handle
 * are elements of their own, which a day only moves.
 */

import { el } from "../engine/elements.js";
import { USER_DATA_STRIP, userDataBars } from "../userdata/bars.js";
import { deniedDays } from "../wording/denied.js";
import { bars, changeTicks, deniedMarks, endTicks, overview, silence } from "./axis_drawing.js";
import { months, solarYears, solarYearsOf } from "./axis_labels.js";

/** @import { Perspective, Translate } from "../types.js" */
/** @import { Record } from "../engine/record.js" */
/** @import { UserData } from "../userdata/userdata.js" */

/** @typedef {"day" | "strip" | "first" | "last"} Part the day, the overview, or an edge of the frame in it */

const AXIS = 38; // CSS pixels for the two rows of labels under the bars
const TOP = 14; // and for the change ticks above them
const STRIP = 18; // the overview at the bottom
const GRIP = 9; // how near to an edge of the frame in the overview counts as on it
const TOUCH_GRIP = 22;
const TOUCH_REACH = 8; // a finger on the overview may be this much over it
const SIDE = 14;

export class Histogram {
  width = 0;
  height = 0;
  ratio = 1;
  /** @type {Perspective} */
  perspective = "assessed";
  ink = "";
  top = TOP;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Record} record
   * @param {Translate} t
   * @param {UserData | null} userData what the reader added, shown as a strip above the bars
   */
  constructor(canvas, record, t, userData = null) {
    this.canvas = canvas;
    this.ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    this.record = record;
    this.t = t;
    this.userData = userData;
    this.window = el("div", { cls: "axis-window" });
    this.handle = el("div", { cls: "axis-handle" });
    this.tick = el("div", { cls: "axis-tick" });
    canvas.before(this.window); // under the bars
    canvas.after(this.handle, this.tick);
    this.counts = record.histogram();
    this.solarYears = solarYearsOf(record);
    /** @type {[number, number]} */
    this.range = [0, record.days - 1];
  }

  /**
   * Day under a horizontal position (CSS pixels in the canvas).
   * @param {number} x
   */
  dayAt(x) {
    const [first, last] = this.range;
    return this.record.clampDay(first + ((x - SIDE) / (this.width - 2 * SIDE)) * (last - first));
  }

  /** @param {number} day */
  xOf(day) {
    const [first, last] = this.range;
    return SIDE + ((day - first) / Math.max(1, last - first)) * (this.width - 2 * SIDE);
  }

  /**
   * Day under a position of the overview strip.
   * @param {number} x
   */
  stripDayAt(x) {
    return this.record.clampDay(((x - SIDE) / (this.width - 2 * SIDE)) * (this.record.days - 1));
  }

  /** @param {number} day */
  stripX(day) {
    return SIDE + (day / Math.max(1, this.record.days - 1)) * (this.width - 2 * SIDE);
  }

  /**
   * What a pointer takes hold of.
   * @param {number} x
   * @param {number} y
   * @param {boolean} isTouch
   * @returns {Part}
   */
  partAt(x, y, isTouch) {
    if (y <= this.height - STRIP - (isTouch ? TOUCH_REACH : 0)) return "day";
    const [first, last] = this.range.map((day) => Math.abs(this.stripX(day) - x));
    if (Math.min(first, last) > (isTouch ? TOUCH_GRIP : GRIP)) return "strip";
    return first < last ? "first" : "last";
  }

  /**
   * Let the axis show the days from `first` to `last`.
   * @param {number} first
   * @param {number} last
   */
  frame(first, last) {
    this.range = [Math.max(0, first), Math.min(this.record.days - 1, last)];
    if (this.width) this.#drawAxis();
  }

  /**
   * Show `span` days with `day` inside; the axis moves no more than it must.
   * @param {number} day
   * @param {number} span
   */
  show(day, span) {
    const most = this.record.days - 1;
    const width = Math.min(span, most);
    let [first] = this.range;
    if (Math.round(this.range[1] - this.range[0]) !== Math.round(width)) first = day - width * 0.3;
    if (day < first) first = day - width * 0.15;
    if (day > first + width) first = day - width * 0.85;
    first = Math.min(Math.max(0, first), most - width);
    if (first !== this.range[0] || first + width !== this.range[1]) this.frame(first, first + width);
  }

  /** Count again after the filters changed. */
  refilter() {
    this.counts = this.record.histogram();
    this.#drawAxis();
  }

  /** Count anew what the reader added; its strip takes room over the bars. */
  useUserData() {
    this.top = TOP + (this.#world ? USER_DATA_STRIP : 0);
    this.canvas.classList.toggle("with-user-data", this.#world !== null); // as much taller
    if (this.width) this.resize(this.perspective);
  }

  /** What the reader added, unless it is hidden. */
  get #world() {
    return this.userData && !this.userData.hidden ? this.userData.world : null;
  }

  /** Where the bars end. */
  get bottom() {
    return this.height - AXIS - STRIP;
  }

  /** @param {Perspective} perspective */
  resize(perspective) {
    this.ratio = window.devicePixelRatio || 1;
    this.width = this.canvas.clientWidth;
    this.height = this.canvas.clientHeight;
    this.perspective = perspective;
    this.canvas.width = Math.round(this.width * this.ratio);
    this.canvas.height = Math.round(this.height * this.ratio);
    Object.assign(this.window.style, { top: `${TOP}px`, height: `${this.bottom - TOP}px` }); // over the added strip too
    this.handle.style.height = `${this.bottom - 1}px`;
    Object.assign(this.tick.style, { top: `${this.height - STRIP}px`, height: `${STRIP}px` });
    this.ink = getComputedStyle(this.canvas).color;
    this.#drawAxis();
  }

  /**
   * Move the window and the handle to a day.
   * @param {number} day
   * @param {number} windowStart
   */
  draw(day, windowStart) {
    const [left, x] = [Math.max(this.xOf(windowStart), SIDE), this.xOf(day)];
    this.window.style.transform = `translateX(${left}px) scaleX(${Math.max(x - left, 1)})`;
    this.handle.style.transform = `translateX(${x}px)`;
    this.tick.style.transform = `translateX(${this.stripX(day)}px)`;
  }

  #drawAxis() {
    const { ctx, record, bottom, top, ink } = this;
    const [left, right] = [SIDE, this.width - SIDE];
    /** @param {number} day */
    const xOf = (day) => this.xOf(day);
    ctx.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    ctx.clearRect(0, 0, this.width, this.height);
    ctx.save();
    ctx.beginPath();
    ctx.rect(left - 6, 0, right - left + 12, bottom);
    ctx.clip();
    silence(ctx, record.raw.silence, { xOf, top, bottom });
    bars(ctx, this.counts, { range: this.range, xOf, bottom, height: bottom - top - 4, width: right - left });
    this.#drawUserData(left, right);
    endTicks(ctx, record.endDays(this.perspective), xOf);
    changeTicks(ctx, record.changeDays(this.perspective), xOf);
    deniedMarks(ctx, deniedDays(record), xOf);
    ctx.restore();
    const labels = { ctx, t: this.t, range: this.range, xOf, left, right, end: this.width, top: bottom, ink };
    months(labels, record);
    solarYears(labels, this.solarYears);
    this.#drawOverview(left, right);
  }

  /**
   * @param {number} left
   * @param {number} right
   */
  #drawUserData(left, right) {
    const world = this.#world;
    if (!world) return;
    userDataBars(this.ctx, {
      perDay: world.perDay,
      range: this.range,
      xOf: (day) => this.xOf(day),
      top: TOP,
      ink: this.ink,
      words: (count) => this.t("user_data.strip", { count: count.toLocaleString("en") }),
      left,
      right,
    });
  }

  /**
   * @param {number} left
   * @param {number} right
   */
  #drawOverview(left, right) {
    const [first, last] = this.range;
    overview(this.ctx, this.counts, {
      range: [0, this.record.days - 1],
      xOf: (day) => this.stripX(day),
      shown: [this.stripX(first), this.stripX(last)],
      left,
      right,
      top: this.height - STRIP,
      height: STRIP,
      ink: this.ink,
    });
  }
}
