/** The list of events that an address asks for, and the address that asks for it. In Python: `geo/address/listing.py`. */

import { FILTER_KEYS } from "../engine/constants.js";
import { WINDOWS } from "../engine/map_constants.js";

/** @import { Choices } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

/**
 * @typedef {object} Asked
 * @property {string} q
 * @property {"record" | "span" | "window"} days
 * @property {string} from '' is the first day of the record
 * @property {string} to
 * @property {string} date of the window
 * @property {string} window
 * @property {"newest" | "oldest"} order
 * @property {number} page
 * @property {Choices} filters
 * @property {string} branch an actor or a kind of actors that is meant with all below it; '' for everybody
 */

/** @typedef {{[branch: string]: string[]}} Branches the actors of each branch of the tree of actors */

const MAX_LETTERS = 80;
const SPANS = /** @type {const} */ (["record", "span", "window"]);

/**
 * What an address asks for; what it can't mean is left out.
 * @param {URLSearchParams} query
 * @param {Record} record
 * @param {{date: string, window: string}} usual the day and window of an address that names none
 * @param {Branches} [branches]
 * @returns {Asked}
 */
export function askedOf(query, record, usual, branches = {}) {
  const [from, to] = [dayOf(query, "from", record), dayOf(query, "to", record)];
  const words = query.get("q") ?? "";
  const window = query.get("window") ?? "";
  const branch = query.get("branch") ?? "";
  return {
    q: words.length <= MAX_LETTERS ? words.trim() : "",
    days: meantDays(query, Boolean(from || to)),
    from,
    to: from && to && from > to ? "" : to,
    date: dayOf(query, "date", record) || usual.date,
    window: WINDOWS.includes(window) ? window : usual.window,
    order: query.get("order") === "oldest" ? "oldest" : "newest",
    page: pageOf(query),
    filters: filtersOf(query, record),
    branch: Object.hasOwn(branches, branch) ? branch : "",
  };
}

/**
 * @param {URLSearchParams} query
 * @param {string} key
 * @param {Record} record
 */
function dayOf(query, key, record) {
  const value = query.get(key) ?? "";
  return record.dayNumber(value) === null ? "" : value;
}

/**
 * An address with days of its own but no `days` means that span; one with a date or a window means that window.
 * @param {URLSearchParams} query
 * @param {boolean} hasSpan
 * @returns {Asked["days"]}
 */
function meantDays(query, hasSpan) {
  const told = query.get("days");
  if (told !== null) return SPANS.find((one) => one === told) ?? "record";
  if (hasSpan) return "span";
  return query.has("date") || query.has("window") ? "window" : "record";
}

/** @param {URLSearchParams} query */
function pageOf(query) {
  const page = Number(query.get("page"));
  return Number.isInteger(page) && page > 0 ? page : 1;
}

/**
 * @param {URLSearchParams} query
 * @param {Record} record
 */
function filtersOf(query, record) {
  /** @type {{[key: string]: string}} */
  const found = {};
  for (const key of FILTER_KEYS) {
    const wanted = new Set(query.get(key)?.split(",") ?? []);
    const all = record.filter.all[/** @type {keyof typeof record.filter.all} */ (key)];
    const known = all.filter((value) => wanted.has(value));
    if (known.length && known.length === wanted.size) found[key] = known.join(",");
  }
  return /** @type {Choices} */ (found);
}

/**
 * The shortest query that asks for the same again; its days are always in it.
 * @param {Asked} asked
 */
export function queryOfList(asked) {
  const { q, days, from, to, date, window, order, page, filters, branch } = asked;
  const isSpan = days === "span";
  const parts = {
    ...(days === "window" ? { date, window } : {}),
    ...filters,
    days,
    from: isSpan ? from : "",
    to: isSpan ? to : "",
    q,
    order: order === "newest" ? "" : order,
    page: page === 1 ? "" : String(page),
    branch,
  };
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(parts)) if (value) query.set(key, value);
  return String(query).replaceAll("%2C", ",");
}

/**
 * First and last day of a list.
 * @param {Asked} asked
 * @param {Record} record
 * @returns {[string, string]}
 */
export function daysOfList({ days, from, to, date, window }, record) {
  const [first, last] = [record.firstDay, record.iso(record.days - 1)];
  if (days === "span") return [from || first, to || last];
  if (days === "record") return [first, last];
  return [record.iso(record.windowStart(record.dayNumber(date) ?? 0, window)), date];
}
