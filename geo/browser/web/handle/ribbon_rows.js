/** The rows of the ribbon: each district and drawn place that is ever to be seen off the ground, in one perspective. */

import { isTelling } from "../engine/area_style.js";

/** @import { Perspective, RibbonGroup, RibbonRow, RibbonSpan } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

/**
 * The rows by province, the province with the most rows first; districts before places.
 * @param {Record} record
 * @param {Perspective} perspective
 * @returns {RibbonGroup[]}
 */
export function ribbonGroups(record, perspective) {
  /** @type {Map<number, RibbonRow[]>} */
  const found = new Map();
  for (const row of [...districtRows(record, perspective), ...placeRows(record, perspective)]) {
    if (!row.spans.some(({ state }) => isTelling(state))) continue;
    found.set(row.province, [...(found.get(row.province) ?? []), row]);
  }
  return [...found]
    .map(([province, rows]) => ({ province, rows }))
    .sort((a, b) => b.rows.length - a.rows.length || a.province - b.province);
}

/**
 * The same without places.
 * @param {RibbonGroup[]} groups
 */
export function districtsOnly(groups) {
  return groups
    .map(({ province, rows }) => ({ province, rows: rows.filter(({ kind }) => kind === "district") }))
    .filter(({ rows }) => rows.length);
}

/**
 * The part of a row on a day.
 * @param {RibbonRow} row
 * @param {number} day
 */
export const spanOn = (row, day) => row.spans.find(({ first, last }) => first <= day && day <= last) ?? null;

/**
 * @param {Record} record
 * @param {Perspective} perspective
 * @returns {RibbonRow[]}
 */
function districtRows(record, perspective) {
  return record.raw.intervals[perspective].map((numbers, at) => {
    const { id, name, province } = record.districts[at];
    return { kind: "district", id, name, province, spans: spansOf(record, numbers) };
  });
}

/**
 * @param {Record} record
 * @param {Perspective} perspective
 * @returns {RibbonRow[]}
 */
function placeRows(record, perspective) {
  return record.zones
    .filter(({ lon }) => lon !== null)
    .map(({ id, name, province, intervals }) => ({
      kind: "place",
      id,
      name,
      province,
      spans: spansOf(record, intervals[perspective]),
    }));
}

/**
 * First day, state, since, first day, … → spans with both of their days.
 * @param {Record} record
 * @param {number[]} numbers
 * @returns {RibbonSpan[]}
 */
export function spansOf(record, numbers) {
  /** @type {RibbonSpan[]} */
  const spans = [];
  for (let at = 0; at < numbers.length; at += 3) {
    const last = (numbers[at + 3] ?? record.days) - 1;
    spans.push({ first: numbers[at], last, state: record.states[numbers[at + 1]] ?? null });
  }
  return spans;
}
