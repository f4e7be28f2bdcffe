/** Interface text: looked up by key, values put in by name; numbers, lists and isolates as the language has them. */

/** @import { Texts, Translate } from "../types.js" */

/**
 * What the page speaks: one language, said once by `translator`.
 * @type {Texts}
 */
let spoken = {};
/** A value begins with its own direction here, and ends here what it turned round. */
const [ISOLATE, POP] = ["\u2068", "\u2069"];
/** What runs from left to right in a text; what makes it one that runs from right to left; a number alone. */
const [LATIN, ARABIC] = [/[A-Za-z\u00c0-\u024f]/, /[\u0620-\u064a\u066e-\u06d3]/];
const NUMBER = /^[0-9\u06f0-\u06f9\u066b\u066c]*$/;

/**
 * A function t(key, values) over a catalogue, in which the page speaks from now on; an unknown key shows as itself. Of a
 * text that counts there may be a form for one, under `KEY_one`: it is taken where `count` is 1. A number is told in the
 * digits of the language, a `count` as '1,024'; a value is isolated where it could turn round what stands around it.
 * In Python: `geo/wording/text.py`.
 * @param {Texts} texts
 * @returns {Translate}
 */
export function translator(texts) {
  speak(texts);
  /** @type {Translate} */
  const textOf = (key, { count } = {}) => (String(count) === "1" && texts[`${key}_one`]) || (texts[key] ?? key);
  return (key, values = {}) =>
    textOf(key, values).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? told(name, values[name]) : whole));
}

/**
 * Speak a language: what a frame of the page does, which has modules of its own.
 * @param {Texts} texts
 */
export function speak(texts) {
  spoken = texts;
}

/** @type {Translate} a text of the language that the page speaks */
export const say = (key, values = {}) =>
  (spoken[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? told(name, values[name]) : whole));

/** @type {(name: string, value: unknown) => string} */
const told = (name, value) => {
  if (typeof value !== "number") return isolated(String(value));
  return name === "count" ? inDigits(value) : localised(String(value));
};

/**
 * A number as it is read: '1,024', '0.5'; at most three digits after the point.
 * @param {number} value
 */
export function inDigits(value) {
  const [whole, part] = String(Math.abs(value) % 1 ? Number(value.toFixed(3)) : value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return localised(part ? `${grouped}.${part}` : grouped);
}

/**
 * A text with its digits as the language writes them.
 * @param {string} text
 */
export const digits = (text) => text.replace(/\d/g, (digit) => [...say("locale.digits")][Number(digit)] ?? digit);

/**
 * A number in Latin digits, ',' and '.', in the language's own.
 * @param {string} text
 */
export function localised(text) {
  /** @type {{[sign: string]: string}} */
  const signs = { ",": say("locale.group"), ".": say("locale.decimal") };
  return digits(text.replace(/[,.]/g, (sign) => signs[sign]));
}

/** Of elements that hold the record's own words, which are English. */
export const IN_ENGLISH = { lang: "en", dir: "ltr" };

/** Whether the page is in English, as the record is. */
export const isInEnglish = () => say("locale.code") === "en";

/** Whether the page runs from right to left. */
export const isRightToLeft = () => say("locale.dir") === "rtl";

/**
 * A text that turns nothing around it round, whatever the direction of its letters.
 * @param {string} text
 */
export const isolated = (text) => (isRightToLeft() && mayTurn(text) ? `${ISOLATE}${text}${POP}` : text);

/** @type {(text: string) => boolean} whether it has letters from left to right, or signs and no letters that say how it runs */
const mayTurn = (text) => LATIN.test(text) || !(ARABIC.test(text) || NUMBER.test(text));

/**
 * Lists as the language joins them, what is empty left out; in Python: `geo/wording/lists.py`.
 * @typedef {(string | null | undefined | false | 0)[]} Items
 * @type {(key: string, items: Items) => string}
 */
const joined = (key, items) => items.flatMap((item) => (item ? [isolated(item)] : [])).join(say(key));

/** @type {(items: Items) => string} 'Rukha, Dara, Paryan' */
export const listed = (items) => joined("list.between", items);
/** @type {(items: Items) => string} 'Type: Battles; Grade: verified' */
export const series = (items) => joined("list.series", items);
/** @type {(items: Items) => string} '5 September 2021 · Rukha' */
export const dotted = (items) => joined("list.dot", items);
/** @type {(sentences: Items) => string} whole sentences, one after the other */
export const inTurn = (sentences) => sentences.filter(Boolean).join(say("list.sentences"));
