/** Interface text: looked up by key, values put in by name; and dates in words. */

import { SHORT_MONTHS } from "./constants.js";

/** A function t(key, values) over a catalogue; an unknown key shows as itself. */
export function translator(texts) {
  return (key, values = {}) =>
    (texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

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

/** 'Sunday 5 September 2021' */
export const inWords = (iso) => WORDS.format(new Date(`${iso}T00:00:00Z`)).replace(",", "");
/** '5 September 2021' */
export const plainDate = (iso) => PLAIN.format(new Date(`${iso}T00:00:00Z`));
/** '5 Sep 2021' */
export function shortDate(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return `${day} ${SHORT_MONTHS[month - 1]} ${year}`;
}

/** {day, month, year} of the Solar Hijri calendar, as numbers in Latin digits. */
export const solarParts = (iso) =>
  Object.fromEntries(SOLAR.formatToParts(new Date(`${iso}T00:00:00Z`)).map(({ type, value }) => [type, value]));

/** '14 Sunbula 1400', with the names of the months as used in Afghanistan. */
export function solarHijri(iso, t) {
  const parts = solarParts(iso);
  return `${parts.day} ${t(`solar.${parts.month}`)} ${parts.year}`;
}

/** An element with a class, text (never HTML) and children. */
export function el(tag, { cls, text, attrs, on } = {}, ...children) {
  const element = document.createElement(tag);
  if (cls) element.className = cls;
  if (text !== undefined) element.textContent = text;
  for (const [name, value] of Object.entries(attrs ?? {})) element.setAttribute(name, value);
  for (const [name, handler] of Object.entries(on ?? {})) element.addEventListener(name, handler);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** A link to a source: only http(s), opened without telling the other side who comes. */
export function safeLink(address, text) {
  let parsed;
  try {
    parsed = new URL(address);
  } catch {
    return el("span", { text });
  }
  if (!["http:", "https:"].includes(parsed.protocol)) return el("span", { text });
  return el("a", { text, attrs: { href: parsed.href, target: "_blank", rel: "noopener noreferrer nofollow" } });
}
