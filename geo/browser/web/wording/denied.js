/** Claims of a day that somebody contradicts: who says so, of which areas. */

/** @import { DeniedClaim, Perspective } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

/**
 * The claims that hold on a day, name another holder than the view, and are contradicted.
 * @param {Record} record
 * @param {number} day
 * @param {Perspective} perspective
 * @returns {DeniedClaim[]}
 */
export function deniedOn(record, day, perspective) {
  const rows = record.raw.denied[perspective].findLast(([first]) => first <= day)?.[1] ?? [];
  return rows.map(([province, claimant, controller, status, whole, ...areas]) => ({
    province,
    claimant,
    controller,
    status,
    whole: Boolean(whole),
    names: areas.map((area) => record.areaName(area)),
  }));
}

/**
 * The days on which somebody makes a claim to ground that others contradict.
 * @param {Record} record
 */
export const deniedDays = (record) => record.raw.deniedDays;
