/** Days in figures, as they are typed, in the calendar and the digits of the language. */

import { newYear, partsOf, solarParts } from "../engine/dates.js";
import { digits } from "../engine/text.js";

const DAY_MS = 86400000;

/**
 * The day of the Solar Hijri calendar as 'YYYY-MM-DD'; null where there is no such day.
 * @param {number} year
 * @param {number} month
 * @param {number} day
 */
export function isoOfSolar(year, month, day) {
  const before = month < 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  const iso = new Date((newYear(year) + before + day - 1) * DAY_MS).toISOString().slice(0, 10);
  const found = solarParts(iso);
  return found.year === year && found.month === month && found.day === day ? iso : null;
}

/**
 * A day in figures, as it is typed: '2021-09-05', in the calendar and the digits of the language.
 * @param {string} iso
 */
export function inFigures(iso) {
  const { year, month, day } = partsOf(iso);
  return digits([year, ...[month, day].map((part) => String(part).padStart(2, "0"))].join("-"));
}
