/**
 * The time axis: events a day stacked by verification, marks where control changes; below it the whole record as a
 * strip with a frame around the part that the axis shows. All that is drawn when the axis changes; window and handle
 * are elements of their own, which a day only moves.
 */

import { STYLE, VERIFICATIONS } from "../engine/constants.js";
import { el, solarParts } from "../engine/text.js";
import { overlay } from "../map/patterns.js";
import { OWN_STRIP, ownBars } from "../userdata/bars.js";

const BAR_COLOURS = VERIFICATIONS.map((grade) => STYLE.gradeColours[grade]);
const MARK = "#B03A2E";
const AXIS = 38; // CSS pixels for the two rows of labels under the bars
const TOP = 14; // and for the change marks above them
const STRIP = 18; // the overview at the bottom
const GRIP = 9; // how near to an edge of the frame in the overview counts as on it
const TOUCH_GRIP = 22;
export const SIDE = 14;

export class Histogram {
  /** @param own what the reader added (`Own`), shown as a strip above the bars */
  constructor(canvas, record, t, own = null) {
    this.own = own;
    this.top = TOP;
    this.canvas = canvas;
    this.window = el("div", { cls: "axis-window" });
    this.handle = el("div", { cls: "axis-handle" });
    this.tick = el("div", { cls: "axis-tick" });
    canvas.before(this.window); // under the bars
    canvas.after(this.handle, this.tick);
    this.record = record;
    this.t = t;
    this.counts = record.histogram();
    this.range = [0, record.days - 1];
  }

  /** Day under a horizontal position (CSS pixels in the canvas). */
  dayAt(x) {
    const [first, last] = this.range;
    return this.record.clampDay(first + ((x - SIDE) / (this.width - 2 * SIDE)) * (last - first));
  }

  xOf(day) {
    const [first, last] = this.range;
    return SIDE + ((day - first) / Math.max(1, last - first)) * (this.width - 2 * SIDE);
  }

  /** Day under a position of the overview strip. */
  stripDayAt(x) {
    return this.record.clampDay(((x - SIDE) / (this.width - 2 * SIDE)) * (this.record.days - 1));
  }

  stripX(day) {
    return SIDE + (day / Math.max(1, this.record.days - 1)) * (this.width - 2 * SIDE);
  }

  /**
   * What a pointer takes hold of: the day ('day'), the overview ('strip') or an edge of the frame in it ('first',
   * 'last').
   */
  partAt(x, y, touch) {
    if (y <= this.height - STRIP - (touch ? 8 : 0)) return "day";
    const [first, last] = this.range.map((day) => Math.abs(this.stripX(day) - x));
    if (Math.min(first, last) > (touch ? TOUCH_GRIP : GRIP)) return "strip";
    return first < last ? "first" : "last";
  }

  /** Let the axis show the days from `first` to `last`. */
  frame(first, last) {
    const most = this.record.days - 1;
    this.range = [Math.max(0, first), Math.min(most, last)];
    if (this.width) this.#drawAxis();
  }

  /** Show `span` days with `day` inside; the axis moves no more than it must. */
  show(day, span) {
    const most = this.record.days - 1;
    const width = Math.min(span, most);
    let [first] = this.range;
    if (Math.round(this.range[1] - this.range[0]) !== Math.round(width)) first = day - width * 0.3;
    if (day < first) first = day - width * 0.15;
    if (day > first + width) first = day - width * 0.85;
    first = Math.min(Math.max(0, first), most - width);
    if (first === this.range[0] && first + width === this.range[1]) return;
    this.range = [first, first + width];
    if (this.width) this.#drawAxis();
  }

  /** Count again after the filters changed. */
  refilter() {
    this.counts = this.record.histogram();
    this.#drawAxis();
  }

  /** Count anew what the reader added; its strip takes room over the bars. */
  useOwn() {
    this.top = TOP + (this.#ownShown ? OWN_STRIP : 0);
    this.canvas.classList.toggle("with-own", this.#ownShown); // as much taller
    if (this.width) this.resize(this.perspective);
  }

  get #ownShown() {
    return Boolean(this.own?.world && !this.own.hidden);
  }

  resize(perspective) {
    this.ratio = window.devicePixelRatio || 1;
    this.width = this.canvas.clientWidth;
    this.height = this.canvas.clientHeight;
    this.bottom = this.height - AXIS - STRIP;
    this.perspective = perspective;
    this.canvas.width = Math.round(this.width * this.ratio);
    this.canvas.height = Math.round(this.height * this.ratio);
    Object.assign(this.window.style, { top: `${TOP}px`, height: `${this.bottom - TOP}px` }); // over the added strip too
    this.handle.style.height = `${this.bottom - 1}px`;
    Object.assign(this.tick.style, { top: `${this.height - STRIP}px`, height: `${STRIP}px` });
    this.ink = getComputedStyle(this.canvas).color;
    this.#drawAxis();
  }

  /** Move the window and the handle to a day. */
  draw(day, windowStart) {
    const [left, x] = [Math.max(this.xOf(windowStart), SIDE), this.xOf(day)];
    this.window.style.transform = `translateX(${left}px) scaleX(${Math.max(x - left, 1)})`;
    this.handle.style.transform = `translateX(${x}px)`;
    this.tick.style.transform = `translateX(${this.stripX(day)}px)`;
  }

  #drawAxis() {
    const ctx = this.canvas.getContext("2d");
    ctx.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    ctx.clearRect(0, 0, this.width, this.height);
    ctx.save();
    ctx.beginPath();
    ctx.rect(SIDE - 6, 0, this.width - 2 * SIDE + 12, this.bottom);
    ctx.clip();
    this.#silence(ctx);
    this.#bars(ctx, this.range, (day) => this.xOf(day), this.bottom, this.bottom - this.top - 4);
    if (this.#ownShown) this.#ownStrip(ctx);
    this.#marks(ctx);
    ctx.restore();
    this.#axis(ctx);
    this.#strip(ctx);
  }

  /** One bar a pixel column, or a day when days are wider. */
  #bars(ctx, [first, last], xOf, bottom, height) {
    const wide = Math.max(2, (this.width - 2 * SIDE) / (last - first + 1));
    const columns = new Map();
    for (let day = Math.floor(first); day <= Math.ceil(last); day++) {
      const column = Math.round(xOf(day) / wide);
      const stack = columns.get(column) ?? new Array(this.counts.length).fill(0);
      this.counts.forEach((counts, grade) => (stack[grade] += counts[day] ?? 0));
      columns.set(column, stack);
    }
    const most = Math.max(1, ...[...columns.values()].map((stack) => stack.reduce((a, b) => a + b)));
    const unit = height / Math.max(most, 4);
    for (const [column, stack] of columns) {
      let y = bottom;
      stack.forEach((count, grade) => {
        ctx.fillStyle = BAR_COLOURS[grade];
        ctx.fillRect(column * wide - wide / 2, y - count * unit, Math.max(wide - 0.7, 1.5), count * unit);
        y -= count * unit;
      });
    }
  }

  #ownStrip(ctx) {
    ownBars(ctx, {
      perDay: this.own.world.perDay,
      range: this.range,
      xOf: (day) => this.xOf(day),
      top: TOP,
      style: STYLE.own,
      ink: this.ink,
      words: (count) => this.t("own.strip", { count: count.toLocaleString("en") }),
      left: SIDE,
      right: this.width - SIDE,
    });
  }

  /** Months without a record of armed opposition activity: a light hatch, for silence is not peace. */
  #silence(ctx) {
    ctx.fillStyle = overlay(ctx, "disputed", STYLE.unnamedSide, 1);
    ctx.globalAlpha = 0.35;
    for (const [first, last] of this.record.raw.silence) {
      ctx.fillRect(this.xOf(first), this.top, this.xOf(last + 1) - this.xOf(first), this.bottom - this.top);
    }
    ctx.globalAlpha = 1;
  }

  /** A mark for each day on which control changes; larger where more districts do. */
  #marks(ctx) {
    ctx.fillStyle = MARK;
    for (const { day, count } of this.record.changeDays(this.perspective)) {
      const x = this.xOf(day);
      const size = 3 + Math.min(3, Math.sqrt(count));
      ctx.beginPath();
      ctx.moveTo(x - size, 2);
      ctx.lineTo(x + size, 2);
      ctx.lineTo(x, 2 + size * 1.6);
      ctx.fill();
    }
  }

  #axis(ctx) {
    const { bottom } = this;
    const [first, last] = this.range;
    ctx.fillStyle = this.ink;
    ctx.globalAlpha = 0.5;
    ctx.fillRect(SIDE, bottom, this.width - 2 * SIDE, 1);
    ctx.textBaseline = "top";
    ctx.textAlign = "left";
    const perMonth = (this.width - 2 * SIDE) / ((last - first) / 30.4);
    let free = -Infinity;
    for (let day = Math.ceil(first); day <= last; day++) {
      const [year, month, date] = this.record.iso(day).split("-");
      if (date !== "01") continue;
      const x = this.xOf(day);
      const newYear = month === "01";
      ctx.globalAlpha = newYear ? 0.9 : 0.45;
      ctx.fillRect(x, bottom, 1, newYear ? 8 : 4);
      const shown = newYear || perMonth > 34 || (perMonth > 12 && ["04", "07", "10"].includes(month));
      const text = newYear ? year : this.t(`month.${Number(month)}`);
      ctx.font = `${newYear ? 600 : 400} 10.5px system-ui, sans-serif`;
      const end = x + ctx.measureText(text).width + 3;
      if (!shown || x < free || end > this.width) continue;
      ctx.globalAlpha = newYear ? 1 : 0.75;
      ctx.fillText(text, x + 3, bottom + 11);
      free = end + 6;
    }
    ctx.globalAlpha = 1;
    this.#solarYears(ctx);
  }

  /** A second, fainter row: where the years of the Solar Hijri calendar begin. */
  #solarYears(ctx) {
    const [first, last] = this.range;
    this.solarYears ??= solarYears(this.record);
    ctx.font = "400 10px system-ui, sans-serif";
    let free = -Infinity;
    this.solarYears.forEach(([day, year], at) => {
      const ends = this.solarYears[at + 1]?.[0] ?? Infinity;
      if (ends <= first || day > last) return;
      const x = Math.max(this.xOf(day), SIDE);
      ctx.globalAlpha = 0.4;
      if (day >= first) ctx.fillRect(x, this.bottom + 24, 1, 9);
      ctx.globalAlpha = 0.65;
      const text = this.t("timeline.solar_year", { year });
      const end = x + ctx.measureText(text).width + 3;
      if (x < free || end > this.width || end > this.xOf(ends)) return;
      ctx.fillText(text, x + 3, this.bottom + 23);
      free = end + 6;
    });
    ctx.globalAlpha = 1;
  }

  /** The whole record, and which part of it the axis shows. */
  #strip(ctx) {
    const top = this.height - STRIP;
    ctx.globalAlpha = 0.12;
    ctx.fillStyle = this.ink;
    ctx.fillRect(SIDE, top, this.width - 2 * SIDE, STRIP);
    ctx.globalAlpha = 0.8;
    this.#bars(ctx, [0, this.record.days - 1], (day) => this.stripX(day), this.height, STRIP - 3);
    ctx.globalAlpha = 1;
    ctx.strokeStyle = STYLE.controllers.nrf;
    ctx.lineWidth = 1.5;
    const [left, right] = this.range.map((day) => this.stripX(day));
    ctx.strokeRect(left, top + 0.75, Math.max(right - left, 4), STRIP - 1.5);
    ctx.fillStyle = STYLE.controllers.nrf;
    for (const x of [left, right]) ctx.fillRect(x - 2, top + 3, 4, STRIP - 6); // grips
  }
}

/** [first day, year] of each Solar Hijri year that the record touches; a year begins on 20, 21 or 22 March. */
function solarYears(record) {
  const yearOn = (day) => Number(solarParts(record.iso(day)).year);
  const found = [[0, yearOn(0)]];
  for (let day = 1; day < record.days; day++) {
    if (!/-03-(20|21|22)$/.test(record.iso(day))) continue;
    const year = yearOn(day);
    if (year > found.at(-1)[1]) found.push([day, year]);
  }
  return found;
}
