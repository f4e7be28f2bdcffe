/** How many days the axis shows: one of three usual spans, or what its edges were drawn to. */

import { choices, press } from "./choices.js";

/** @import { Axis } from "../handle/axis.js" */
/** @import { Store } from "../store/store.js" */

const SPANS = ["90", "365", "all"]; // days that the axis shows

export class SpanChoice {
  /**
   * @param {Store} store
   * @param {Axis} axis
   */
  constructor({ record, t }, axis) {
    this.record = record;
    this.axis = axis;
    this.root = choices(SPANS, {
      name: (span) => t(`span.${span}`),
      hint: (span) => t(`span.${span}.hint`),
      choose: (span) => axis.zoom(this.#daysOf(span)),
    });
    this.root.setAttribute("aria-label", t("timeline.span"));
    axis.onSpan = () => this.#press();
    this.#press();
  }

  /** The next longer of the usual spans; after the whole record the shortest. */
  zoomOn() {
    const days = SPANS.map((span) => this.#daysOf(span));
    this.axis.zoom(days.find((count) => count > Math.round(this.axis.span)) ?? days[0]);
  }

  /** @param {string} span */
  #daysOf(span) {
    const most = this.record.days - 1;
    return span === "all" ? most : Math.min(Number(span), most);
  }

  #press() {
    const isShown = (/** @type {string} */ span) => this.#daysOf(span) === Math.round(this.axis.span);
    press(this.root, SPANS.find(isShown));
  }
}
