/** What a day has to tell on the map: areas off its ground, and such as somebody claims who is contradicted. */

import { isLocated } from "../drawing/zone_groups.js";
import { isTelling } from "../engine/area_style.js";
import { isShaded } from "../layers/shaded.js";

/** @import { Control, LocatedZone, Perspective, State } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

/** @typedef {{districts: number[], places: LocatedZone[]}} Telling */

/** @type {WeakMap<Control, number[]>} */
const known = new WeakMap();

/**
 * What a state of the page has to tell: only the map of control tells who holds what.
 * @param {Record} record
 * @param {State} state
 * @returns {Telling}
 */
export function tellingIn(record, state) {
  return isShaded(state) ? { districts: [], places: [] } : tellingOn(record, state.day, state.perspective);
}

/**
 * The districts and located places of a day that are to be seen.
 * @param {Record} record
 * @param {number} day
 * @param {Perspective} perspective
 * @returns {Telling}
 */
export function tellingOn(record, day, perspective) {
  const control = record.control(day, perspective);
  const districts = known.get(control) ?? districtsOf(record, control);
  known.set(control, districts);
  const places = record
    .zonesOn(day, perspective)
    .flatMap(({ zone, state }) => (isTelling(state) && isLocated(zone) ? [zone] : []));
  return { districts, places };
}

/**
 * @param {Record} record
 * @param {Control} control
 */
const districtsOf = (record, { state }) =>
  record.districts.flatMap((_, number) => (isTelling(record.states[state[number]]) ? [number] : []));
