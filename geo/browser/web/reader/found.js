/** What a list of events found, as elements: the rows of a page, how many each province has. In Python: `geo/reading/event_list.py`. */

import { fileWay } from "../copy/page_way.js";
import { el } from "../engine/elements.js";
import { IN_ENGLISH, listed } from "../engine/text.js";
import { spanInWords } from "../wording/date_spans.js";
import { daysOfList } from "./asked.js";
import { boxed } from "./boxed.js";

/** @import { Cards } from "../types.js" */
/** @import { Record } from "../engine/record.js" */
/** @import { SearchIndex } from "../search/index.js" */
/** @import { Store } from "../store/store.js" */
/** @import { Asked, Branches } from "./asked.js" */

const MINOR = ["type", "precision", "id"];
const COLUMNS = ["day", "title", "place", "grade", ...MINOR];

/**
 * The numbers of events in the order of a list: by first day; of one first day the more exactly dated first.
 * @param {Store["record"]["events"]} events
 * @param {number[]} numbers
 * @param {"newest" | "oldest"} order
 */
export function inOrder({ start, end, datePrecision, id }, numbers, order) {
  const sign = order === "newest" ? -1 : 1;
  return [...numbers].sort(
    (a, b) =>
      sign * (start[a] - start[b]) ||
      datePrecision[a] - datePrecision[b] ||
      end[a] - end[b] ||
      (id[a] < id[b] ? -1 : 1),
  );
}

/**
 * The numbers of the events that a list asks for, in its order. In Python: `find_events` in `geo/queries/find.py`.
 * @param {Record} record
 * @param {Asked} asked
 * @param {SearchIndex | null} index for its words
 * @param {Branches} [branches]
 */
export function eventsOf(record, asked, index, branches = {}) {
  record.filter.choose(asked.filters);
  const [first, last] = daysOfList(asked, record).map((day) => record.dayNumber(day) ?? 0);
  const actors = new Set(branches[asked.branch]);
  const named = record.filter.valuesOf.actor;
  const numbers = record.eventsIn(first, last).filter((i) => !asked.branch || named(i).some((one) => actors.has(one)));
  if (!asked.q || !index) return inOrder(record.events, numbers, asked.order);
  const wanted = new Set(index.find(asked.q).entries.map(({ i }) => i));
  return inOrder(
    record.events,
    numbers.filter((i) => wanted.has(i)),
    asked.order,
  );
}

/**
 * One row an event; its title leads to its record.
 * @param {Store} store
 * @param {Cards | null} cards
 * @param {number[]} numbers
 */
export function eventTable(store, cards, numbers) {
  const { t } = store;
  const heads = COLUMNS.map((key) =>
    el(
      "th",
      { cls: classOf(key), attrs: { scope: "col" } },
      el("button", { text: t(`events.column.${key}`), attrs: { type: "button" } }),
    ),
  );
  const rows = numbers.map((i) => eventRow(store, cards, i));
  return boxed(store, t("events.title"), heads, rows);
}

/** @param {string} key */
const classOf = (key) => [MINOR.includes(key) ? "minor" : "", key === "id" ? "unbroken" : ""].join(" ").trim();

/**
 * @param {Store} store
 * @param {Cards | null} cards
 * @param {number} i
 */
function eventRow(store, cards, i) {
  const { record, t } = store;
  const { events } = record;
  const [start, end] = [record.iso(events.start[i]), record.iso(events.end[i])];
  const href = fileWay(store, "events", { event: events.id[i] });
  return el(
    "tr",
    {},
    el("td", { text: spanInWords(start, end), attrs: { "data-order": start } }),
    el("th", { attrs: { scope: "row" } }, el("a", { text: events.title[i], attrs: { href, ...IN_ENGLISH } })),
    el("td", { text: placeOf({ record, t }, cards, i) }),
    el("td", { text: t(`verification.${events.verificationNames[events.verification[i]]}`) }),
    el("td", { cls: "minor", text: t(`type.${events.typeNames[events.type[i]]}`) }),
    el("td", {
      cls: "minor",
      text: t(`events.where.${events.where[i]}`),
      attrs: { "data-order": String(events.where[i]) },
    }),
    el("td", { cls: "minor unbroken", text: events.id[i] }),
  );
}

/**
 * Place, district, province, each once; the country of an event abroad. The place is told once the cards are there.
 * @param {Pick<Store, "record" | "t">} store
 * @param {Cards | null} cards
 * @param {number} i
 */
function placeOf({ record, t }, cards, i) {
  const { events } = record;
  const [district, province] = [record.districts[events.district[i]], record.provinces[events.province[i]]];
  const abroad = events.country[i] === "AF" && province ? null : t(`country.${events.country[i]}`);
  const names = [cards?.events[events.id[i]]?.place_name, district?.name, province?.name, abroad];
  return listed([...new Set(names)]);
}

/**
 * 'By province: Kabul 13, Takhar 8.', each a way to those events.
 * @param {Store} store
 * @param {number[]} numbers
 * @param {(province: string) => string} addressOf
 */
export function tally({ record, t }, numbers, addressOf) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const i of numbers) {
    const province = record.events.province[i];
    counts.set(province, (counts.get(province) ?? 0) + 1);
  }
  const idOf = (/** @type {number} */ province) => record.provinces[province]?.id ?? "";
  const rows = [...counts].sort(
    ([a, many], [b, more]) => Number(a < 0) - Number(b < 0) || more - many || (idOf(a) < idOf(b) ? -1 : 1),
  );
  const parts = rows.flatMap(([province, count], place) => {
    const name = record.provinces[province]?.name ?? t("events.no_province");
    const text = t("events.by_province_each", { province: name, count });
    const way = province < 0 ? text : el("a", { text, attrs: { href: addressOf(idOf(province)) } });
    return [way, place + 1 < rows.length ? t("list.between") : t("list.end")];
  });
  return el("p", {}, el("strong", { text: t("events.by_province") }), " ", ...parts);
}
