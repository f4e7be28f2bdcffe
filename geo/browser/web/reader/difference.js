/** What differs between two states, as a sentence and tables. In Python: `geo/reading/compare_tables.py`. */

import { changeWords, directedChanges, stateWords } from "../changes/direction.js";
import { fileWay } from "../copy/page_way.js";
import { plainDate } from "../engine/dates.js";
import { el } from "../engine/elements.js";
import { inDigits, inTurn } from "../engine/text.js";
import { spanInWords } from "../wording/date_spans.js";
import { boxed } from "./boxed.js";
import { eventTable, inOrder } from "./found.js";

/** @import { DirectedChange, MapMoment } from "../types.js" */
/** @import { Store } from "../store/store.js" */
/** @import { Sides } from "./sides.js" */

/** So many events are shown; the list has all. */
const FIRST_EVENTS = 12;

/**
 * What differs, in one sentence.
 * @param {Store} store
 * @param {Sides} sides
 */
export function differenceSentence(store, sides) {
  const { record, t } = store;
  const { a, b } = sides;
  const changes = directedChanges(record, momentsOf(store, sides));
  const km2 = changes.reduce((sum, { district }) => sum + record.districts[district].km2, 0);
  const names = {
    a: plainDate(a.date),
    b: plainDate(b.date),
    pa: t(`perspective.${a.perspective}`),
    pb: t(`perspective.${b.perspective}`),
    count: changes.length,
    km2: inDigits(Math.round(km2)),
    events: eventsBetween(store, sides).length,
  };
  const kind = a.perspective === b.perspective ? "days" : a.date === b.date ? "views" : "both";
  return inTurn([t(`sides.${kind}.${changes.length ? "differ" : "same"}`, names), t(`sides.events.${kind}`, names)]);
}

/**
 * The tables: ways in which districts differ, each district, the events between.
 * @param {Store} store
 * @param {Sides} sides
 */
export function differenceBlocks(store, sides) {
  const { t } = store;
  const changes = directedChanges(store.record, momentsOf(store, sides));
  const title = el("h3", { text: t("sides.table") });
  const parts = changes.length
    ? [areasTable(store, changes), eachTable(store, changes), note(store)]
    : [el("p", { text: t("sides.no_row") })];
  return [el("div", { cls: "reading" }, el("section", {}, title, ...parts), between(store, sides))];
}

/** @param {Store} store */
const note = ({ t, record }) => el("p", { cls: "quiet", text: t("sides.table_note", { version: record.version }) });

/**
 * @param {Store} store
 * @param {Sides} sides
 * @returns {[MapMoment, MapMoment]}
 */
function momentsOf({ record }, { a, b }) {
  /** @param {Sides["a"]} side */
  const moment = ({ date, perspective }) => ({ day: record.dayNumber(date) ?? 0, perspective });
  return [moment(a), moment(b)];
}

/**
 * One row a way in which districts differ: how many, and how large; the largest first.
 * @param {Store} store
 * @param {DirectedChange[]} changes
 */
function areasTable(store, changes) {
  const { record, t } = store;
  /** @type {Map<string, {cells: string[], count: number, km2: number}>} */
  const rows = new Map();
  for (const change of changes) {
    const cells = changeCells(store, change);
    const row = rows.get(cells.join("\0")) ?? { cells, count: 0, km2: 0 };
    rows.set(cells.join("\0"), row);
    row.count += 1;
    row.km2 += record.districts[change.district].km2;
  }
  const ordered = [...rows.values()].sort((one, other) => other.km2 - one.km2);
  const cells = ordered.map(({ cells, count, km2 }) => [...cells, inDigits(count), inDigits(Math.round(km2))]);
  return plainTable(t, t("sides.table"), ["change", "before", "after", "districts", "km2"], cells);
}

/**
 * @param {Store} store
 * @param {DirectedChange} change
 */
function changeCells({ record, t }, change) {
  const states = [change.before, change.after].map((state) => stateWords(record, t, state));
  return [changeWords({ record, t }, change), ...states];
}

/**
 * Every district that differs, folded in.
 * @param {Store} store
 * @param {DirectedChange[]} changes
 */
function eachTable(store, changes) {
  const { record, t } = store;
  const rows = changes.map((change) => {
    const { name, province, km2 } = record.districts[change.district];
    return [name, record.provinces[province].name, ...changeCells(store, change), inDigits(Math.round(km2))];
  });
  const title = t("sides.each", { count: rows.length });
  const table = plainTable(t, title, ["district", "province", "change", "before", "after", "km2"], rows);
  return el("details", {}, el("summary", {}, el("h4", { text: title })), table);
}

/**
 * @param {Store["t"]} t
 * @param {string} caption
 * @param {string[]} columns
 * @param {string[][]} rows
 */
function plainTable(t, caption, columns, rows) {
  const numbers = ["districts", "km2"];
  const classOf = (/** @type {number} */ at) => (numbers.includes(columns[at]) ? "number" : "");
  const heads = columns.map((key, at) =>
    el(
      "th",
      { cls: classOf(at), attrs: { scope: "col" } },
      el("button", { text: t(`sides.column.${key}`), attrs: { type: "button" } }),
    ),
  );
  const lines = rows.map(([head, ...cells]) =>
    el(
      "tr",
      {},
      el("th", { text: head, attrs: { scope: "row" } }),
      ...cells.map((text, at) => el("td", { text, cls: classOf(at + 1) })),
    ),
  );
  return boxed({ t }, caption, heads, lines);
}

/**
 * The events of the days between the sides, the first of them; the list has all.
 * @param {Store} store
 * @param {Sides} sides
 */
function between(store, sides) {
  const { t } = store;
  const numbers = eventsBetween(store, sides);
  const [from, to] = [sides.a.date, sides.b.date].sort();
  const title = el("h3", { text: t("sides.events", { count: numbers.length }) });
  const told = el("p", { cls: "quiet", text: t("sides.events_note", { days: spanInWords(from, to) }) });
  if (!numbers.length) return el("section", {}, title, told, el("p", { text: t("sides.no_event") }));
  const href = fileWay(store, "events", { days: "span", from, to });
  const all = el("p", {}, el("a", { text: t("edition.events_all", { count: numbers.length }), attrs: { href } }));
  return el("section", {}, title, told, eventTable(store, null, numbers.slice(0, FIRST_EVENTS)), all);
}

/**
 * @param {Store} store
 * @param {Sides} sides
 */
function eventsBetween({ record }, { a, b }) {
  const [first, last] = [a.date, b.date].sort().map((day) => record.dayNumber(day) ?? 0);
  record.filter.choose({});
  return inOrder(record.events, record.eventsIn(first, last), "newest");
}
