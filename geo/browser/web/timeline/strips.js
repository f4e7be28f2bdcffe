/** The strips over the bars of the timeline, each on a scale of its own: what a reader added, and UCDP's rows. */

import { STRIP_HEIGHT } from "../drawing/strip_bars.js";
import { el } from "../engine/elements.js";
import { referenceBars } from "../reference/bars.js";
import { userDataBars } from "../userdata/bars.js";

/** @import { Store } from "../store/store.js" */
/** @import { Strip } from "../drawing/strip_bars.js" */

export class Strips {
  /** @type {Float64Array | null} */
  #perDay = null; // of UCDP's rows

  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    const { t } = store;
    this.keys = el(
      "ul",
      { cls: "reference-keys" },
      el("li", {}, el("span", { cls: "sample reference-bar" }), el("span", { text: t("bars.reference") })),
      el("li", {}, el("span", { cls: "sample reference-gap" }), el("span", { text: t("bars.reference_gap") })),
    );
    this.keys.hidden = true;
  }

  /** How much room they take up, after counting anew what they show. */
  measure() {
    this.recount();
    this.keys.hidden = !this.#perDay;
    return STRIP_HEIGHT * (Number(Boolean(this.#world)) + Number(Boolean(this.#perDay)));
  }

  /** Count UCDP's rows anew: they came, they went, or the filters changed. */
  recount() {
    const { state, reference } = this.store;
    this.#perDay = state?.reference ? reference.perDay() : null;
  }

  /**
   * What UCDP has of a day; null while its rows are not shown.
   * @param {number} day
   */
  referenceOn(day) {
    return this.#perDay && { count: this.#perDay[day] ?? 0, covered: this.store.reference.isCovered(day) };
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {Pick<Strip, "range" | "xOf" | "top" | "ink" | "left" | "right">} of
   */
  draw(ctx, of) {
    const { t, reference } = this.store;
    let { top } = of;
    const world = this.#world;
    if (world) {
      /** @param {number} count */
      const words = (count) => t("user_data.strip", { count });
      userDataBars(ctx, { ...of, top, perDay: world.perDay, words });
      top += STRIP_HEIGHT;
    }
    if (!this.#perDay) return;
    /** @param {number} count */
    const words = (count) => t("reference.strip", { count });
    referenceBars(ctx, { ...of, top, perDay: this.#perDay, words, covered: reference.payload?.covered ?? [] });
  }

  /** What the reader added, unless it is hidden. */
  get #world() {
    const { userData } = this.store;
    return userData && !userData.hidden ? userData.world : null;
  }
}
