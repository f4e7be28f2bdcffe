/**
 * The timeline's picture: named moments, the ribbon of districts, events a day stacked by verification with ticks where
 * control changes; below it the whole record as a strip with a frame around the part that the axis shows. All that is
 * drawn when the axis changes; window and handle are elements of their own, which a day only moves.
 */

import { el } from "../engine/elements.js";
import { deniedDays } from "../wording/denied.js";
import { bars, changeTicks, deniedMarks, endTicks, overview, silence } from "./axis_drawing.js";
import { monthLabels, namesBeside, otherYears, otherYearsOf } from "./axis_labels.js";
import { AxisScale, STRIP } from "./axis_scale.js";
import { Ribbon } from "./ribbon.js";

/** @import { Perspective } from "../types.js" */
/** @import { Store } from "../store/store.js" */
/** @import { Moments } from "../timeline/moments.js" */
/** @import { Strips } from "../timeline/strips.js" */

const AXIS = 31; // CSS pixels for the two rows of labels under the bars
const NARROW_AXIS = 21; // for one row
const TOP = 14; // and for the change ticks above them
const BARS = 26; // the bars themselves
const NARROW_BARS = 16;
const RIBBON = { wide: { height: 52, gap: 2 }, narrow: { height: 36, gap: 1 } };

export class Histogram extends AxisScale {
  ratio = 1;
  /** @type {Perspective} */
  perspective = "assessed";
  ink = "";
  top = TOP;
  /** @type {Moments | null} they follow the handle */
  moments = null;
  /** @type {Strips | null} */
  strips = null;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Store} store
   */
  constructor(canvas, store) {
    const { record, t } = store;
    super(record);
    this.canvas = canvas;
    this.ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    this.t = t;
    this.window = el("div", { cls: "axis-window" });
    this.handle = el("div", { cls: "axis-handle" });
    this.tick = el("div", { cls: "axis-tick" });
    this.marks = el("div", { cls: "moments" });
    this.marks.hidden = !record.raw.moments.length;
    this.ribbon = new Ribbon(record, t);
    canvas.before(this.marks, this.ribbon.canvas, this.window); // the window under the bars
    canvas.after(this.handle, this.tick);
    this.counts = record.histogram();
    this.otherYears = otherYearsOf(record);
  }

  /**
   * Take over what follows the handle.
   * @param {Moments} moments
   * @param {Strips} strips
   * @param {number} day on show
   */
  take(moments, strips, day) {
    Object.assign(this, { moments, strips });
    this.useStrips();
    moments.show(day);
  }

  /**
   * Let the axis show the days from `first` to `last`.
   * @param {number} first
   * @param {number} last
   */
  frame(first, last) {
    /** @type {[number, number]} */
    this.range = [Math.max(0, first), Math.min(this.record.days - 1, last)];
    if (this.width) this.#draw();
  }

  /**
   * Show `span` days with `day` inside; the axis moves no more than it must.
   * @param {number} day
   * @param {number} span
   */
  show(day, span) {
    const [first, last] = this.rangeWith(day, span);
    if (first !== this.range[0] || last !== this.range[1]) this.frame(first, last);
  }

  /** Count again after the filters changed. */
  refilter() {
    this.counts = this.record.histogram();
    this.strips?.recount();
    this.#drawAxis();
  }

  /** Count anew what the strips over the bars show, and make room for them. */
  useStrips() {
    this.top = TOP + (this.strips?.measure() ?? 0);
    if (this.width) this.resize(this.perspective);
  }

  /** Where the bars end. */
  get bottom() {
    return this.height - STRIP - (this.isWide ? AXIS : NARROW_AXIS);
  }

  /** @param {Perspective} perspective */
  resize(perspective) {
    this.ratio = window.devicePixelRatio || 1;
    this.width = this.canvas.clientWidth;
    this.height = this.top + STRIP + (this.isWide ? BARS + AXIS : NARROW_BARS + NARROW_AXIS);
    this.canvas.style.height = `${this.height}px`;
    this.perspective = perspective;
    this.ribbon.resize(perspective, {
      width: this.width,
      ratio: this.ratio,
      ...RIBBON[this.isWide ? "wide" : "narrow"],
    });
    this.canvas.width = Math.round(this.width * this.ratio);
    this.canvas.height = Math.round(this.height * this.ratio);
    const above = this.canvas.offsetTop;
    Object.assign(this.window.style, { top: `${above + TOP}px`, height: `${this.bottom - TOP}px` }); // over the added strip too
    const { offsetTop } = this.ribbon.canvas;
    Object.assign(this.handle.style, { top: `${offsetTop}px`, height: `${above - offsetTop + this.bottom}px` });
    Object.assign(this.tick.style, { top: `${above + this.height - STRIP}px`, height: `${STRIP}px` });
    this.ink = getComputedStyle(this.canvas).color;
    this.#draw();
  }

  /**
   * Move the window and the handle to a day.
   * @param {number} day
   * @param {number} windowStart
   */
  draw(day, windowStart) {
    const [left, x] = [Math.max(this.xOf(windowStart), this.left), this.xOf(day)];
    this.window.style.transform = `translateX(${left}px) scaleX(${Math.max(x - left, 1)})`;
    this.handle.style.transform = `translateX(${x}px)`;
    this.tick.style.transform = `translateX(${this.stripX(day)}px)`;
    this.moments?.show(day);
  }

  /**
   * How many events that are shown begin on a day.
   * @param {number} day
   */
  eventsOn(day) {
    return this.counts.reduce((sum, perDay) => sum + (perDay[day] ?? 0), 0);
  }

  /** All that lies along the days on show. */
  #draw() {
    const { range, left, right, ratio, ink } = this;
    /** @param {number} day */
    const xOf = (day) => this.xOf(day);
    this.moments?.place(range, xOf, left, right);
    this.ribbon.draw({ range, xOf, left, right, ratio, ink });
    this.#drawAxis();
  }

  #drawAxis() {
    const { ctx, record, bottom, top, ink, left, right } = this;
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
    this.strips?.draw(ctx, { range: this.range, xOf, top: TOP, ink, left, right });
    endTicks(ctx, record.endDays(this.perspective), xOf);
    changeTicks(ctx, record.changeDays(this.perspective), xOf);
    deniedMarks(ctx, deniedDays(record), xOf);
    ctx.restore();
    const labels = { ctx, t: this.t, range: this.range, xOf, left, right, end: this.width, top: bottom, ink };
    monthLabels(labels, record);
    if (this.isWide) otherYears(labels, this.otherYears);
    this.#drawOverview(left, right);
    if (this.isWide) this.#drawNames();
  }

  /** What stands beside the bars and the overview. */
  #drawNames() {
    const { ctx, t, left, ink } = this;
    namesBeside(ctx, ink, left - 5, [
      [t("timeline.events"), (this.top + this.bottom) / 2 + 2],
      [t("timeline.whole"), this.height - STRIP / 2],
    ]);
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
