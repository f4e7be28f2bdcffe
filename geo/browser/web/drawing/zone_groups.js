/** What a day's zones look like: districts that look alike together, and the named places. */

import { areaStyle, fadeStep } from "../engine/area_style.js";

/** @import { AreaStyle, LocatedZone, Perspective, Zone } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

/** @typedef {{key: string, style: AreaStyle, districts: number[]}} ZoneGroup */
/** @typedef {{zone: LocatedZone, style: AreaStyle}} StyledPlace */
/** @typedef {{signature: string, groups: ZoneGroup[], places: StyledPlace[]}} ZonesOfDay */

/**
 * The zones of a day; two days of the same signature look the same.
 * @param {Record} record
 * @param {number} day
 * @param {Perspective} perspective
 * @returns {ZonesOfDay}
 */
export function zonesOfDay(record, day, perspective) {
  const { state } = record.control(day, perspective);
  const changing = record.changing(day, perspective);
  /** @type {Map<string, ZoneGroup>} */
  const groups = new Map();
  const keys = record.districts.map((_, number) => {
    const isChanging = changing.has(number);
    const key = `${keyOf(record, state[number], day)}${isChanging ? " changing" : ""}`;
    const style = () => areaStyle(record.states[state[number]], day, isChanging);
    const group = groups.get(key) ?? { key, style: style(), districts: [] };
    group.districts.push(number);
    groups.set(key, group);
    return key;
  });
  const places = placesOn(record, day, perspective);
  const signature = `${keys.join()},${JSON.stringify(places.map(({ zone, style }) => [zone.id, style]))}`;
  return { signature, groups: [...groups.values()], places };
}

/**
 * States with the same key look alike.
 * @param {Record} record
 * @param {number} number of the state
 * @param {number} day
 */
function keyOf(record, number, day) {
  const known = record.states[number];
  return known ? `${number} ${fadeStep(day - known.lastConfirmed)}` : "";
}

/**
 * The named places of a day, drawn with an approximate edge whatever their claims say.
 * @param {Record} record
 * @param {number} day
 * @param {Perspective} perspective
 * @returns {StyledPlace[]}
 */
const placesOn = (record, day, perspective) =>
  record
    .zonesOn(day, perspective)
    .flatMap(({ zone, state }) =>
      isLocated(zone) ? [{ zone, style: { ...areaStyle(state, day), partial: true } }] : [],
    );

/**
 * @param {Zone} zone
 * @returns {zone is LocatedZone}
 */
export const isLocated = (zone) => zone.lon !== null;
