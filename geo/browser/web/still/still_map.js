/** The page's first picture as a map that follows the handle, until the map itself is there. */

import { zonesOfDay } from "../drawing/zone_groups.js";
import { FILTER_KEYS } from "../engine/constants.js";
import { outlinesOf } from "../engine/topology.js";
import { isShaded } from "../layers/shaded.js";
import { tellingIn } from "../lens/telling.js";
import { StillGround } from "./still_ground.js";

/** @import { AddressView, FilterKey, Ground, State } from "../types.js" */
/** @import { Store } from "../store/store.js" */

const KEYS = /** @type {FilterKey[]} */ (FILTER_KEYS);

export class StillMap {
  #signature = "";

  /**
   * @param {Store} store
   * @param {HTMLElement} picture
   * @param {Ground} ground
   * @param {AddressView} drawn the view that the picture was drawn for
   */
  constructor(store, picture, ground, drawn) {
    this.store = store;
    this.picture = picture;
    this.drawn = drawn;
    const outlines = outlinesOf(ground);
    const groups = /** @type {NodeListOf<SVGGElement>} */ (picture.querySelectorAll("g.ground"));
    this.figure = /** @type {HTMLElement} */ (picture.querySelector("figure"));
    this.hasLens = this.figure.classList.contains("has-narrow");
    this.parts = picture.querySelectorAll("g.of-day");
    this.grounds = [...groups].map((group) => new StillGround(group, outlines));
  }

  /** @param {State} state */
  draw(state) {
    const { day, perspective } = state;
    this.picture.hidden = isShaded(state); // such a layer waits for the map itself
    const shown = this.#isDrawn(state) ? "inline" : "none";
    for (const part of this.parts) part.setAttribute("display", shown); // a style would not reach their copies
    const zones = zonesOfDay(this.store.record, day, perspective);
    this.figure.classList.toggle("has-narrow", this.hasLens && this.#tells(state)); // a telephone shows the lens alone
    if (zones.signature !== this.#signature) for (const ground of this.grounds) ground.draw(zones);
    this.#signature = zones.signature;
    if (!this.picture.hidden) this.store.paintedStill(day);
  }

  /** @param {State} state */
  #tells(state) {
    const { districts, places } = tellingIn(this.store.record, state);
    return districts.length + places.length > 0;
  }

  /**
   * Whether the picture's own marks and words are true of a state.
   * @param {State} state
   */
  #isDrawn(state) {
    const { date, perspective, window } = this.drawn;
    const isFiltered = KEYS.some((key) => state[key]);
    return this.store.day === date && state.perspective === perspective && state.window === window && !isFiltered;
  }
}
