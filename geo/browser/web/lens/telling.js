/** What a day has to tell on the map: areas off its ground, and such as somebody claims who is contradicted. */

import { STYLE } from "../engine/constants.js";
import { isLocated } from "../map/zones.js";

/** @import { Control, ControlState, LocatedZone, Perspective } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

/** @typedef {{districts: number[], places: LocatedZone[]}} Telling */

/** @type {WeakMap<Control, number[]>} */
const known = new WeakMap();

/**
 * Whether a state is to be seen: Python's `is_telling`.
 * @param {ControlState | null | undefined} state
 */
export function isTelling(state) {
  if (!state) return false;
  const { controller, status, basis, disputed } = state;
  const isGround = controller === STYLE.baseController && status === "control" && basis === "assessed";
  return !isGround || disputed.some(({ certainty }) => certainty === "D");
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
