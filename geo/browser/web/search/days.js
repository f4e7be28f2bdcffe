/** Days in the words of a search: 'May 2022', '5 September 2021', '2021-09-05', '14 Sunbula 1400'; as `geo/search/days.py`. */

import { solarParts } from "../engine/dates.js";
import { FIRST_GREGORIAN, MONTH_LETTERS, MONTHS, SOLAR_MONTHS } from "./constants.js";
import { normalise } from "./letters.js";

/** @import { Days } from "../engine/days.js" */
/** @import { SearchDays } from "../types.js" */

/** @typedef {[number, number, number]} Parts year, month and day; 0 for what is left open */

const ISO = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/;
const DAY = /^(\d{1,2})(?:st|nd|rd|th)?$/;
const YEAR = /^\d{4}$/;
const KINDS = /** @type {const} */ (["year", "month", "day"]);

/**
 * The days that a search names and its other words; null where it names none, or none of the record.
 * @param {string} query
 * @param {Days} record
 * @returns {{days: SearchDays | null, rest: string}}
 */
export function daysIn(query, record) {
  const chunks = withDigits(query)
    .toLowerCase()
    .split(/[\s,،]+/)
    .filter(Boolean);
  for (let at = 0; at < chunks.length; at++)
    for (const length of [3, 2, 1]) {
      const days = at + length <= chunks.length ? meant(chunks.slice(at, at + length), record) : null;
      if (days) return { days, rest: [...chunks.slice(0, at), ...chunks.slice(at + length)].join(" ") };
    }
  return { days: null, rest: query };
}

/**
 * Digits of Persian and Arabic keyboards as Latin ones.
 * @param {string} text
 */
const withDigits = (text) =>
  text.replace(/[۰-۹٠-٩]/g, (digit) => String((digit.charCodeAt(0) - (digit >= "۰" ? 0x6f0 : 0x660)) % 10));

/**
 * What a few words mean together, as far as it lies in the record.
 * @param {string[]} chunks
 * @param {Days} record
 * @returns {SearchDays | null}
 */
function meant(chunks, record) {
  const parts = partsOf(chunks);
  if (!parts) return null;
  const [first, last] = parts[0] < FIRST_GREGORIAN ? solarSpan(parts, record) : gregorianSpan(parts, record);
  if (first > last) return null;
  return { kind: KINDS[parts[2] ? 2 : parts[1] ? 1 : 0], first, last };
}

/**
 * Year, month and day that words name.
 * @param {string[]} chunks
 * @returns {Parts | null}
 */
function partsOf(chunks) {
  const iso = chunks.length === 1 ? ISO.exec(chunks[0]) : null;
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3] ?? 0)];
  const year = chunks[chunks.length - 1];
  const rest = chunks.slice(0, -1);
  if (!YEAR.test(year)) return null;
  if (!rest.length) return [Number(year), 0, 0];
  const names = Number(year) < FIRST_GREGORIAN ? SOLAR_MONTHS : MONTHS;
  const months = rest.map((chunk) => names[letters(chunk.replace(/\.+$/, ""))]).filter(Boolean);
  const days = rest.flatMap((chunk) => DAY.exec(chunk)?.[1] ?? []);
  if (months.length !== 1 || days.length !== rest.length - 1) return null;
  return [Number(year), months[0], Number(days[0] ?? 0)];
}

/**
 * A word as the names of months are looked up: letters of Dari, Pashto and Arabic keyboards in one form.
 * @param {string} text
 */
const letters = (text) => normalise([...normalise(text)].map((letter) => MONTH_LETTERS[letter] ?? letter).join(""));

/**
 * First and last day of the record; the first after the last where there is no such day.
 * @param {Parts} parts
 * @param {Days} record
 */
function gregorianSpan([year, month, day], record) {
  const first = Date.UTC(year, (month || 1) - 1, day || 1);
  const last = day ? first : Date.UTC(year, month || 12, 0);
  const at = new Date(first);
  if (month > 12 || at.getUTCMonth() !== (month || 1) - 1) return [0, -1];
  return [Math.max(0, record.dayOf(first)), Math.min(record.days - 1, record.dayOf(last))];
}

/**
 * The same in the Solar Hijri calendar: the days of the record that are called so.
 * @param {Parts} parts
 * @param {Days} record
 */
function solarSpan([year, month, day], record) {
  const days = solarDays(record).filter(
    (parts) => parts.year === year && (!month || parts.month === month) && (!day || parts.day === day),
  );
  return days.length ? [days[0].number, days[days.length - 1].number] : [0, -1];
}

/** @type {WeakMap<Days, {number: number, year: number, month: number, day: number}[]>} */
const kept = new WeakMap();

/**
 * Each day of the record with its name in the Solar Hijri calendar.
 * @param {Days} record
 */
function solarDays(record) {
  const known = kept.get(record);
  if (known) return known;
  const days = Array.from({ length: record.days }, (_, number) => {
    return { number, ...solarParts(record.iso(number)) };
  });
  kept.set(record, days);
  return days;
}
