/** Days in words, in the reader's calendar first; in Python: `geo/wording/dates.py`. No `Intl`: Chromium has no Pashto. */

import { say } from "./text.js";

const DAY_MS = 86400000;

/** @typedef {"gregorian" | "solar"} Calendar */

/**
 * '5 September 2021', in the calendar of the language.
 * @param {string} iso
 */
export const plainDate = (iso) => told(iso, calendar());

/**
 * 'Sunday 5 September 2021'
 * @param {string} iso
 */
export function inWords(iso) {
  const weekday = new Date(`${iso}T00:00:00Z`).getUTCDay() || 7;
  return say("locale.weekday_day", { weekday: say(`calendar.weekday.${weekday}`), date: plainDate(iso) });
}

/**
 * The day in the calendar that is not the language's first: '14 Sunbula 1400' beside English.
 * @param {string} iso
 */
export const inOtherCalendar = (iso) => told(iso, calendar() === "solar" ? "gregorian" : "solar");

/**
 * Year, month and day in a calendar, as numbers.
 * @param {string} iso
 * @param {Calendar} [by] the language's own
 */
export function partsOf(iso, by = calendar()) {
  const [year, month, day] = iso.split("-").map(Number);
  return by === "solar" ? solarParts(iso) : { year, month, day };
}

/**
 * Year, month and day of the Solar Hijri calendar, as numbers.
 * @param {string} iso
 */
export function solarParts(iso) {
  const days = Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);
  const perhaps = Math.floor((days + 492633) / 365.2424);
  const year = newYear(perhaps) > days ? perhaps - 1 : newYear(perhaps + 1) <= days ? perhaps + 1 : perhaps;
  const at = days - newYear(year);
  const month = at < 186 ? Math.floor(at / 31) : 6 + Math.floor((at - 186) / 30);
  return { year, month: month + 1, day: at - (month < 6 ? month * 31 : 186 + (month - 6) * 30) + 1 };
}

/**
 * @param {number} month
 * @param {Calendar} [by]
 */
export const monthName = (month, by = calendar()) =>
  by === "solar" ? say(`solar.${month}`) : say(`calendar.month.${month}`);

/** @returns {Calendar} that of the language */
export const calendar = () => (say("locale.calendar") === "solar" ? "solar" : "gregorian");

/**
 * The first day of a Solar Hijri year from 1178 to 1633, in days since 1970: eight of 33 years are leap years.
 * @param {number} year
 */
export const newYear = (year) => 365 * year + Math.floor((8 * year + 21) / 33) - 492633;

/**
 * @param {string} iso
 * @param {Calendar} by
 */
function told(iso, by) {
  const { year, month, day } = partsOf(iso, by);
  return say("locale.day", { day, month: monthName(month, by), year });
}
