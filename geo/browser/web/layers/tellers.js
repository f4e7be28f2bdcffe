/** Who tells of the events that the map of activity counts: their grades and kinds of sources, kept up to date by a step. */

import { once, WindowCounts } from "../added/window_counts.js";
import { countedOf } from "./activity.js";

/** @import { Items, Shown } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

/** @type {WeakMap<Uint8Array, WindowCounts>} */
const indexes = new WeakMap();

/**
 * How many events of the window on show have each grade, and how many name each kind of source.
 * @param {Pick<Shown, "record" | "state">} shown
 */
export function tellersOn({ record, state }) {
  const counted = countedOf(record, state);
  const known = indexes.get(counted) ?? new WindowCounts(itemsOf(record, counted), sizeOf(record));
  indexes.set(counted, known);
  const counts = known.show(record.windowStart(state.day, state.window), state.day);
  const size = record.events.verificationNames.length;
  return { grades: Array.from(counts.subarray(0, size)), kinds: Array.from(counts.subarray(size)) };
}

/** @param {Record} record */
const sizeOf = ({ events, raw }) => events.verificationNames.length + raw.lists.kinds.length;

/**
 * Each counted event once for its grade and once for each of its kinds of sources.
 * @param {Record} record
 * @param {Uint8Array} counted
 * @returns {Items}
 */
function itemsOf({ events }, counted) {
  const { start, end, verification, kinds, verificationNames } = events;
  /** @type {[number[], number[], number[]]} */
  const [first, last, cell] = [[], [], []];
  for (let i = 0; i < counted.length; i++) {
    if (!counted[i]) continue;
    for (const where of [verification[i], ...kinds[i].map((kind) => verificationNames.length + kind)]) {
      first.push(start[i]);
      last.push(end[i]);
      cell.push(where);
    }
  }
  return once({ start: Int32Array.from(first), end: Int32Array.from(last), cell: Uint16Array.from(cell) });
}
