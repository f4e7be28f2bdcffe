/** The time axis with what a reader can do to it: drag the day, choose how many days it shows. */

import { FILTER_KEYS } from "../engine/constants.js";
import { el } from "../engine/elements.js";
import { inWords } from "../engine/text.js";
import { AxisPointer } from "./axis_pointer.js";
import { choices, press } from "./controls.js";
import { Histogram } from "./histogram.js";

/** @import { State } from "../types.js" */
/** @import { Store } from "../engine/store.js" */

const SPANS = ["90", "365", "all"]; // days that the axis shows
const FIRST_SPAN = 365;
const SHORTEST_SPAN = 21;

export class Axis {
  /** @param {Store} store */
  constructor(store) {
    const { record, t } = store;
    this.store = store;
    this.canvas = sliderOf(t("timeline.axis"), record.days - 1);
    this.box = el("div", { cls: "axis-box" }, this.canvas);
    this.histogram = new Histogram(this.canvas, record, t, store.userData);
    this.span = Math.min(FIRST_SPAN, record.days - 1);
    this.spans = choices(SPANS, {
      name: (span) => t(`span.${span}`),
      hint: (span) => t(`span.${span}.hint`),
      choose: (span) => this.zoom(this.#daysOf(span)),
    });
    this.spans.setAttribute("aria-label", t("timeline.span"));
    this.pointer = new AxisPointer(this.canvas, this.histogram, {
      hold: () => this.#hold(),
      release: () => this.#release(),
      day: (day) => store.set({ day }),
      edge: (edge, day) => this.#moveEdge(edge, day),
      span: () => this.span,
      zoom: (days) => this.zoom(days),
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
    if (changed.has("userData")) histogram.useUserData();
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
    this.#pressSpan();
    this.#follow(this.store.state);
  }

  /** The next longer of the usual spans; after the whole record the shortest. */
  zoomOn() {
    const days = SPANS.map((span) => this.#daysOf(span));
    this.zoom(days.find((count) => count > Math.round(this.span)) ?? days[0]);
  }

  /** @param {State} state */
  #follow({ day, window }) {
    this.histogram.show(day, this.span);
    if (this.histogram.width) this.histogram.draw(day, this.store.record.windowStart(day, window));
  }

  /** @param {string} span */
  #daysOf(span) {
    const most = this.store.record.days - 1;
    return span === "all" ? most : Math.min(Number(span), most);
  }

  #pressSpan() {
    press(
      this.spans,
      SPANS.find((span) => this.#daysOf(span) === Math.round(this.span)),
    );
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
    this.#pressSpan();
    const { store } = this;
    store.set({ day: Math.min(Math.max(store.state.day, Math.ceil(first)), Math.floor(last)) });
    this.#follow(store.state);
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
