/** Interface text: looked up by key, values put in by name; and dates in words. */

/** @import { Texts, Translate } from "../types.js" */

/**
 * A function t(key, values) over a catalogue; an unknown key shows as itself. Of a text that counts there may be a form
 * for one, under `KEY_one`: it is taken where `count` is 1. A `count` that is a number is told as '1,024'.
 * @param {Texts} texts
 * @returns {Translate}
 */
export function translator(texts) {
  /** @type {Translate} */
  const textOf = (key, { count } = {}) => (String(count) === "1" && texts[`${key}_one`]) || (texts[key] ?? key);
  return (key, values = {}) =>
    textOf(key, values).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? told(name, values[name]) : whole));
}

/** @type {(name: string, value: unknown) => string} */
const told = (name, value) => (name === "count" && typeof value === "number" ? inDigits(value) : String(value));

/**
 * A number as it is read: '1,024'.
 * @param {number} value
 */
export const inDigits = (value) => value.toLocaleString("en");

const WORDS = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const PLAIN = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const SOLAR = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
  day: "numeric",
  month: "numeric",
  year: "numeric",
  timeZone: "UTC",
});

/**
 * 'Sunday 5 September 2021'
 * @param {string} iso
 */
export const inWords = (iso) => WORDS.format(new Date(`${iso}T00:00:00Z`)).replace(",", "");
/**
 * '5 September 2021'
 * @param {string} iso
 */
export const plainDate = (iso) => PLAIN.format(new Date(`${iso}T00:00:00Z`));

/**
 * Day, month and year of the Solar Hijri calendar, as numbers in Latin digits.
 * @param {string} iso
 * @returns {{[part: string]: string}}
 */
export const solarParts = (iso) =>
  Object.fromEntries(SOLAR.formatToParts(new Date(`${iso}T00:00:00Z`)).map(({ type, value }) => [type, value]));

/**
 * '14 Sunbula 1400', with the names of the months as used in Afghanistan.
 * @param {string} iso
 * @param {Translate} t
 */
export function solarHijri(iso, t) {
  const parts = solarParts(iso);
  return `${parts.day} ${t(`solar.${parts.month}`)} ${parts.year}`;
}

/** @param {string} text */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
