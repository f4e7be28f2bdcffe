/**
 * UCDP's rows beside a list of our events: those of its days that pass its words and the filters that their columns know.
 * In Python: `geo/reference/find.py`, `geo/reading/reference/rows.py`.
 */

import { coverage } from "../added/rows.js";
import { fileWay } from "../copy/page_way.js";
import { el } from "../engine/elements.js";
import { REFERENCE_FILTERS } from "../engine/map_constants.js";
import { inDigits, listed } from "../engine/text.js";
import { boxed } from "../parts/boxed.js";
import { daysIn } from "../search/days.js";
import { normalise } from "../search/letters.js";
import { spanInWords } from "../wording/date_spans.js";
import { rangeWords } from "../wording/words.js";

/** @import { Choices, FilterKey, ReferencePayload } from "../types.js" */
/** @import { Record } from "../engine/record.js" */
/** @import { Store } from "../store/store.js" */

/** @typedef {{q: string, span: [number, number], filters: Choices, actors: Set<string> | null, isNewestFirst: boolean}} Asked */

/** So many rows are shown until the reader asks for all; so many are on a page at most, the others are counted. */
const [FIRST, MOST] = [15, 500];
const MINOR = ["precision", "months", "id"];
const COLUMNS = ["day", "row", "place", "precision", "killed", "ours", "months", "id"];

/**
 * The numbers of the rows that a list asks for, by first day, and the days that it means.
 * @param {Record} record of the rows
 * @param {ReferencePayload} payload
 * @param {Asked} asked `actors`: whom a branch of the tree of actors means; null for everybody
 */
export function rowsOf(record, payload, { q, span: [from, to], filters, actors }) {
  const { days, rest } = daysIn(q, record);
  const [first, last] = days ? [Math.max(from, days.first), Math.min(to, days.last)] : [from, to];
  const words = normalise(rest).split(" ").filter(Boolean);
  const keys = /** @type {FilterKey[]} */ (REFERENCE_FILTERS);
  record.filter.choose(Object.fromEntries(keys.map((key) => [key, filters[key]])));
  const named = record.filter.valuesOf.actor;
  /** @param {number} i */
  const isMeant = (i) =>
    (!actors || named(i).some((one) => actors.has(one))) && hasWords(wordsOf(record, payload, i), words);
  const found = first > last ? [] : record.eventsIn(first, last).filter(isMeant);
  return { numbers: found.sort((a, b) => a - b), first: first > last ? from : first, last: first > last ? to : last };
}

/**
 * @param {string} text
 * @param {string[]} words
 */
const hasWords = (text, words) => words.every((word) => text.includes(word));

/**
 * What a row is searched by, as letters are compared.
 * @param {Record} record
 * @param {ReferencePayload} payload
 * @param {number} i
 */
function wordsOf({ events, provinces }, { cards }, i) {
  const { side_a, side_b, where_coordinates, where_description, source_headline } = cards[i];
  const province = provinces[events.province[i]]?.name;
  const words = [events.id[i], side_a, side_b, where_coordinates, where_description, province, source_headline];
  return normalise(words.filter(Boolean).join(" "));
}

/**
 * The rows as elements: how many there are, what that number can tell, the rows.
 * @param {Store} store
 * @param {Record} record of the rows
 * @param {ReferencePayload} payload
 * @param {Asked} asked
 */
export function rowsBlocks(store, record, payload, asked) {
  const { t } = store;
  const { numbers, first, last } = rowsOf(record, payload, asked);
  const covered = coverage(payload.covered, first, last);
  const both = numbers.filter((i) => payload.matches[i].length).length;
  const told = t(covered === "whole" ? "events.reference_told" : "events.reference_told_part", {
    count: numbers.length,
    days: spanInWords(record.iso(first), record.iso(last)),
    both,
    only: numbers.length - both,
  });
  const shown = asked.isNewestFirst ? numbers.slice(-MOST).reverse() : numbers.slice(0, MOST);
  const more = numbers.length - shown.length;
  return [
    el("p", { text: told }),
    el("p", { text: t(`reference.covered_${covered}`) }),
    ...(shown.length ? [table(store, record, payload, shown)] : []),
    ...(more ? [el("p", { text: t("events.reference_more", { count: more }) })] : []),
  ];
}

/**
 * @param {Store} store
 * @param {Record} record
 * @param {ReferencePayload} payload
 * @param {number[]} numbers
 */
function table(store, record, payload, numbers) {
  const { t } = store;
  const heads = COLUMNS.map((key) => {
    const text = t(`events.reference_column.${key}`);
    const button = el("button", { text, attrs: { type: "button" } });
    return el("th", { cls: classOf(key), attrs: { scope: "col" } }, button);
  });
  const rows = numbers.map((i) => row(store, record, payload, i));
  const box = boxed(store, t("events.reference_alt", { count: numbers.length }), heads, rows);
  if (rows.length <= FIRST) return box;
  for (const one of rows.slice(FIRST)) one.classList.add("more");
  box.querySelector("table")?.setAttribute("data-first", String(FIRST));
  const all = el("input", { cls: "all", attrs: { type: "checkbox", id: "all-ucdp" } });
  box.prepend(all, el("label", { text: t("reading.all_rows", { count: rows.length }), attrs: { for: all.id } }));
  return box;
}

/** @param {string} key */
const classOf = (key) =>
  [MINOR.includes(key) ? "minor" : "", key === "id" ? "unbroken" : "", key === "killed" ? "number" : ""]
    .filter(Boolean)
    .join(" ");

/**
 * @param {Store} store
 * @param {Record} record
 * @param {ReferencePayload} payload
 * @param {number} i
 */
function row(store, record, { cards, covered, matches }, i) {
  const { t } = store;
  const { events } = record;
  const card = cards[i];
  const [start, end] = [record.iso(events.start[i]), record.iso(events.end[i])];
  const isWhole = covered.some(([first, last]) => first <= events.start[i] && events.start[i] <= last);
  const range = rangeWords(t, card.low, card.high);
  /** @type {(key: string, text: string, order?: string | number) => HTMLElement} */
  const cell = (key, text, order) =>
    el("td", { cls: classOf(key), text, attrs: order === undefined ? {} : { "data-order": String(order) } });
  return el(
    "tr",
    {},
    cell("day", spanInWords(start, end), start),
    el("th", { text: t("words.sides", { a: card.side_a, b: card.side_b }), attrs: { scope: "row" } }),
    cell("place", listed([card.where_coordinates, record.provinces[events.province[i]]?.name])),
    cell("precision", t(`reference.where.${card.where_prec}`), card.where_prec),
    cell("killed", t("words.remark", { told: inDigits(card.best), remark: range }), card.best),
    ours(store, matches[i]),
    cell("months", t(isWhole ? "events.reference_whole" : "events.reference_not_whole")),
    cell("id", events.id[i]),
  );
}

/**
 * The events of ours that tell the same, each a way to it.
 * @param {Store} store
 * @param {string[]} ids
 */
function ours(store, ids) {
  if (!ids.length) return el("td", { text: store.t("events.reference_only") });
  const ways = ids.flatMap((id, at) => [
    at ? store.t("list.between") : "",
    el("a", { text: id, attrs: { href: fileWay(store, "events", { event: id }) } }),
  ]);
  return el("td", {}, ...ways);
}
