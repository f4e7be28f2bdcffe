/** Which lenses a day has: read from the record, in local units. */

import { local, UNITS } from "../engine/mercator.js";
import { isShaded } from "../layers/shaded.js";

/** @import { Box, RecordPayload, State, WantedLens } from "../types.js" */

/** @typedef {WantedLens & {first: number, last: number, provinces: number[], areas: Box[], bounds: [number, number][]}} DatedLens */

/**
 * The record's lenses in their order.
 * @param {RecordPayload} raw
 * @returns {DatedLens[]}
 */
export const readLenses = (raw) =>
  raw.lenses.map(([first, last, west, south, east, north, leastScale, provinces, areas], number) => ({
    number,
    first,
    last,
    shown: boxOf(west, south, east, north),
    bounds: [
      [south, west],
      [north, east],
    ],
    leastScale: leastScale / UNITS,
    provinces,
    areas: areas.map((box) => boxOf(...box)),
  }));

/**
 * Those of a day.
 * @param {DatedLens[]} lenses
 * @param {number} day
 */
export const lensesOn = (lenses, day) => lenses.filter(({ first, last }) => first <= day && day <= last);

/**
 * Those of a state of the page: only the map of control has any.
 * @param {DatedLens[]} lenses
 * @param {State} state
 */
export const lensesIn = (lenses, state) => (isShaded(state) ? [] : lensesOn(lenses, state.day));

/**
 * @param {number} west
 * @param {number} south
 * @param {number} east
 * @param {number} north
 * @returns {Box}
 */
export function boxOf(west, south, east, north) {
  return [...local(west, north), ...local(east, south)];
}
