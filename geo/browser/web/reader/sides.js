/** The two states of the map that an address asks for, to be set side by side. In Python: `geo/address/compare.py`. */

import { PERSPECTIVES } from "../engine/map_constants.js";

/** @import { AddressView, Perspective } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

/** @typedef {{date: string, perspective: Perspective}} Side */
/** @typedef {{a: Side, b: Side}} Sides */

const USUAL_DAYS = 30;

/**
 * The two states that an address asks for; what it can't mean falls back.
 * @param {URLSearchParams} query
 * @param {AddressView} view gives what the address leaves out
 * @param {Record} record
 * @returns {Sides}
 */
export function sidesOf(query, view, record) {
  const isBoth = view.perspective === "both";
  const told = (/** @type {string} */ key, /** @type {string} */ usual) => {
    const value = query.get(key) ?? "";
    return /** @type {Perspective} */ (PERSPECTIVES.includes(value) ? value : usual);
  };
  const [pa, pb] = [
    told("pa", isBoth ? "nrf" : (view.perspective ?? "assessed")),
    told("pb", isBoth ? "taliban" : (view.perspective ?? "assessed")),
  ];
  const [first, second] = usualDays(view, record, pa !== pb);
  const day = (/** @type {string} */ key, /** @type {string} */ usual) => {
    const value = query.get(key) ?? "";
    return record.dayNumber(value) === null ? usual : value;
  };
  return { a: { date: day("a", first), perspective: pa }, b: { date: day("b", second), perspective: pb } };
}

/**
 * What an address says of the two states.
 * @param {Sides} sides
 */
export const queryOfSides = ({ a, b }) =>
  String(new URLSearchParams({ a: a.date, b: b.date, pa: a.perspective, pb: b.perspective }));

/**
 * @param {AddressView} view
 * @param {Record} record
 * @param {boolean} isSameDay
 * @returns {[string, string]}
 */
function usualDays({ date = "", since }, record, isSameDay) {
  if (isSameDay) return [date, date];
  if (since) return [since, date];
  const day = record.dayNumber(date) ?? 0;
  if (day > 0) return [record.iso(Math.max(day - USUAL_DAYS, 0)), date];
  return [record.firstDay, record.iso(Math.min(USUAL_DAYS, record.days - 1))];
}
