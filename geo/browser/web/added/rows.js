/** UCDP's rows beside our record: loaded when the address asks for them, indexed as events of their own. */

import { fetchJson } from "../engine/fetch_json.js";
import { REFERENCE_FILTERS } from "../engine/map_constants.js";
import { withEvents } from "./points.js";

/** @import { Assets, Choices, FilterKey, ReferencePayload, State } from "../types.js" */
/** @import { Record } from "../engine/record.js" */
/** @import { Store } from "../store/store.js" */

export class ReferenceRows {
  #store;
  /** @type {Promise<void> | null} */
  #loading = null;
  /** @type {ReferencePayload | null} */
  payload = null;
  /** @type {Record | null} */
  record = null;
  selected = -1;

  /** @param {Store} store */
  constructor(store) {
    this.#store = store;
  }

  /**
   * Load the rows when they are to be shown and are not here yet.
   * @param {State} state
   */
  want(state) {
    const address = this.#store.assets.reference;
    if (!state.reference || !address || this.#loading) return;
    this.#loading = this.#store.outstanding.during("the reference", this.#load(address));
  }

  /** @param {NonNullable<Assets["reference"]>} address */
  async #load(address) {
    this.payload = await fetchJson(address);
    this.record = withEvents(this.#store.record, /** @type {ReferencePayload} */ (this.payload).columns);
    this.choose(this.#store.state);
    this.#store.tell("reference");
  }

  /**
   * Let through what our filters of type, actor and province let through.
   * @param {Choices} choices
   */
  choose(choices) {
    const keys = /** @type {FilterKey[]} */ (REFERENCE_FILTERS); // the others don't apply to the rows
    this.record?.filter.choose(Object.fromEntries(keys.map((key) => [key, choices[key]])));
  }

  /**
   * The rows of the window by number; null when they are not to be shown.
   * @param {State} state
   */
  inWindow({ day, window, reference }) {
    if (!reference || !this.record) return null;
    return this.record.eventsIn(this.record.windowStart(day, window), day);
  }

  /** How many of the rows that pass begin on each day; null when they are not here yet. */
  perDay() {
    if (!this.record) return null;
    const counts = new Float64Array(this.record.days);
    const { start, drawn } = this.record.events;
    const { pass } = this.record.filter;
    for (let i = 0; i < start.length; i++) if (drawn[i] && pass[i] && start[i] >= 0) counts[start[i]]++;
    return counts;
  }

  /**
   * Whether a day lies in a month that a release covers whole.
   * @param {number} day
   */
  isCovered(day) {
    return (this.payload?.covered ?? []).some(([first, last]) => first <= day && day <= last);
  }

  /**
   * How much of the window lies in months that a release covers whole.
   * @param {State} state
   * @returns {"none" | "part" | "whole"}
   */
  covered({ day, window }) {
    const first = this.#store.record.windowStart(day, window);
    return coverage(this.payload?.covered ?? [], first, day);
  }

  /**
   * Open the card of a row by its number; -1 closes it.
   * @param {number} number
   */
  select(number) {
    if (number === this.selected) return;
    this.selected = number;
    this.#store.tell("reference");
  }
}

/**
 * How many of the days from the first to the last lie in some spans.
 * @param {[number, number][]} spans
 * @param {number} first
 * @param {number} last
 * @returns {"none" | "part" | "whole"}
 */
export function coverage(spans, first, last) {
  const inside = spans.map(([start, end]) => Math.max(0, Math.min(end, last) - Math.max(start, first) + 1));
  const days = inside.reduce((all, one) => all + one, 0);
  if (!days) return "none";
  return days === last - first + 1 ? "whole" : "part";
}
