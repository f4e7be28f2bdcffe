/** How many events of armed activity each province has in the window: kept up to date by what enters and leaves. */

import { once, WindowCounts } from "../added/window_counts.js";
import { ARMED_TYPES, PRESENCE_GRADES } from "../engine/map_constants.js";

/** @import { Events, State } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

const COUNTRY = "AF";

/**
 * What of a record is counted, for one choice of filters, actors and grades.
 * @typedef {object} Index
 * @property {string} choice
 * @property {Events} events
 * @property {WindowCounts} counts
 */

/** @type {WeakMap<Record, Index>} */
const indexes = new WeakMap();

/**
 * How many events of armed activity of the actors each province has in the window on show, of the grades that count.
 * @param {Record} record
 * @param {State} state
 * @param {string[]} actors
 * @returns {Float64Array}
 */
export function eventsOf(record, state, actors) {
  const choice = `${record.filter.turn} ${state.presence} ${actors}`;
  let index = indexes.get(record);
  if (index?.choice !== choice || index.events !== record.events) {
    index = { choice, events: record.events, counts: countsOf(record, state, actors) };
    indexes.set(record, index);
  }
  return index.counts.show(record.windowStart(state.day, state.window), state.day);
}

/**
 * @param {Record} record
 * @param {State} state
 * @param {string[]} actors
 */
function countsOf({ events, filter, provinces, raw }, state, actors) {
  const { start, end, country, province, type, typeNames, verification, verificationNames } = events;
  const numbers = new Set(actors.map((actor) => Object.keys(raw.actors).indexOf(actor)));
  const types = typeNames.map((name) => ARMED_TYPES.includes(name));
  const grades = verificationNames.map((name) => PRESENCE_GRADES[state.presence].includes(name));
  const counts = new WindowCounts(
    once({ start, end, cell: Uint16Array.from(province, (number) => Math.max(0, number)) }),
    provinces.length,
  );
  counts.filter(
    Uint8Array.from(start, (_, i) => {
      const isOf =
        filter.pass[i] && country[i] === COUNTRY && province[i] >= 0 && types[type[i]] && grades[verification[i]];
      return isOf && events.actors[i].some((actor) => numbers.has(actor)) ? 1 : 0;
    }),
  );
  return counts;
}
