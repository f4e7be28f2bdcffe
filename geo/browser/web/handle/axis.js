/** The time axis with what a reader can do to it: drag the day, choose how many days it shows. */

import { FILTER_KEYS } from "../engine/constants.js";
import { inWords } from "../engine/dates.js";
import { el } from "../engine/elements.js";
import { NOTHING } from "../store/store.js";
import { AxisPointer } from "./axis_pointer.js";
import { Histogram } from "./histogram.js";

/** @import { RibbonRow, State } from "../types.js" */
/** @import { Record } from "../engine/record.js" */
/** @import { Store } from "../store/store.js" */

const FIRST_SPAN = 365; // days that the axis shows
const SHORTEST_SPAN = 21;

export class Axis {
  /** @type {(x: number | null, y: number) => void} tells what lies under a pointer; null: nothing */
  tell = () => {};
  /** Told when it shows another number of days. */
  onSpan = () => {};

  /** @param {Store} store */
  constructor(store) {
    const { record, t } = store;
    this.store = store;
    this.canvas = sliderOf(t("timeline.axis"), record.days - 1);
    this.box = el("div", { cls: "axis-box" }, this.canvas);
    this.histogram = new Histogram(this.canvas, store);
    this.span = Math.min(FIRST_SPAN, record.days - 1);
    this.pointer = new AxisPointer(this.box, this.histogram, {
      hold: () => this.#hold(),
      release: () => this.#release(),
      day: (day) => store.set({ day }),
      edge: (edge, day) => this.#moveEdge(edge, day),
      span: () => this.span,
      zoom: (days) => this.zoom(days),
      row: (x, y) => this.#choose(x, y),
      hint: (x, y) => this.tell(x, y),
    });
    this.observer = new ResizeObserver(() => this.#resize());
    this.observer.observe(this.canvas);
  }

  remove() {
    this.observer.disconnect();
  }

  /**
   * @param {State} state
   * @param {Set<string>} changed
   */
  draw(state, changed) {
    const { histogram } = this;
    if (changed.has("perspective") && histogram.width) histogram.resize(state.perspective);
    if (changed.has("userData") || changed.has("reference")) histogram.useStrips();
    if (histogram.width && FILTER_KEYS.some((key) => changed.has(key))) histogram.refilter();
    this.#follow(state);
  }

  /**
   * Tell the day to those who hear it; nobody does while days pass by. Whether it was another one.
   * @param {string} iso
   * @param {number} day
   */
  announce(iso, day) {
    if (this.canvas.getAttribute("aria-valuenow") === String(day)) return false;
    this.canvas.setAttribute("aria-valuenow", String(day));
    this.canvas.setAttribute("aria-valuetext", inWords(iso));
    return true;
  }

  /**
   * How many days the axis shows.
   * @param {number} days
   */
  zoom(days) {
    this.span = Math.min(Math.max(days, SHORTEST_SPAN), this.store.record.days - 1);
    this.onSpan();
    this.#follow(this.store.state);
  }

  /** @param {State} state */
  #follow({ day, window }) {
    this.histogram.show(day, this.span);
    if (this.histogram.width) this.histogram.draw(day, this.store.record.windowStart(day, window));
  }

  /**
   * Move one edge of what the axis shows; the day stays inside.
   * @param {"first" | "last"} edge
   * @param {number} day
   */
  #moveEdge(edge, day) {
    let [first, last] = this.histogram.range;
    if (edge === "first") first = Math.min(day, last - SHORTEST_SPAN);
    else last = Math.max(day, first + SHORTEST_SPAN);
    this.histogram.frame(first, last);
    [first, last] = this.histogram.range;
    this.span = last - first;
    this.onSpan();
    const { store } = this;
    store.set({ day: Math.min(Math.max(store.state.day, Math.ceil(first)), Math.floor(last)) });
    this.#follow(store.state);
  }

  /**
   * Select what a row of the ribbon tells of, and go to that day.
   * @param {number} x
   * @param {number} y
   */
  #choose(x, y) {
    const { store } = this;
    const row = this.rowAt(y);
    store.player?.pause();
    store.set({ day: this.histogram.dayAt(x), ...(row ? selectionOf(store.record, row) : {}) });
    store.commit();
  }

  /**
   * The row of the ribbon at a height; null where there is none.
   * @param {number} y on the axis; the ribbon is above it
   */
  rowAt(y) {
    const { canvas, ribbon } = this.histogram;
    const inRibbon = y + canvas.offsetTop - ribbon.canvas.offsetTop;
    return y < 0 && inRibbon >= 0 ? ribbon.rowAt(inRibbon) : null;
  }

  #hold() {
    this.store.player?.pause();
    this.store.move(true);
  }

  #release() {
    this.store.commit();
    this.store.move(false);
  }

  #resize() {
    const { state } = this.store;
    if (!this.canvas.clientWidth || !state) return;
    this.histogram.resize(state.perspective);
    this.zoom(this.span);
  }
}

/**
 * @param {Record} record
 * @param {RibbonRow} row
 * @returns {Partial<State>}
 */
function selectionOf({ provinces }, { kind, id, province }) {
  return { ...NOTHING, province: provinces[province].id, [kind]: id };
}

/**
 * @param {string} label
 * @param {number} lastDay
 */
function sliderOf(label, lastDay) {
  return el("canvas", {
    cls: "axis",
    attrs: {
      role: "slider",
      tabindex: "0",
      "aria-label": label,
      "aria-valuemin": "0",
      "aria-valuemax": String(lastDay),
    },
  });
}
