/** The events of an area: those of the window, and the nearest before and after it. */

import { plainDate } from "../engine/dates.js";
import { el } from "../engine/elements.js";
import { wayBack } from "../parts/way_back.js";
import { eventButton } from "./event_row.js";

/** @import { Store } from "../store/store.js" */

const FIRST_ROWS = 5;

/**
 * @typedef {object} Here
 * @property {(event: number) => boolean} isHere whether an event lies in the area
 * @property {string} [province] the name of a district's province
 * @property {(event: number) => boolean} [isNear] whether it is known to the district's province only
 */

/**
 * Which events of the record lie in an area, around the day on show; those that the filters let through.
 * @param {Store} store
 * @param {Here["isHere"]} isHere
 */
export function eventsAround({ record, state }, isHere) {
  const first = record.windowStart(state.day, state.window);
  const { start, end, datePrecision } = record.events;
  const inWindow = record.eventsIn(first, state.day);
  const { pass } = record.filter;
  const rows = inWindow.filter(isHere).sort((a, b) => start[b] - start[a] || datePrecision[a] - datePrecision[b]);
  let [before, after] = [-1, -1];
  for (let i = 0; i < start.length; i++) {
    if (!pass[i] || !isHere(i)) continue;
    if (end[i] < first && (before < 0 || end[i] >= end[before])) before = i;
    if (start[i] > state.day && after < 0) after = i;
  }
  return { first, inWindow, rows, before, after };
}

/**
 * The part of a card that lists them.
 * @param {Store} store
 * @param {Here} here
 */
export function eventsHere(store, { isHere, isNear, province }) {
  const { record, state, t } = store;
  const { first, inWindow, rows, before, after } = eventsAround(store, isHere);
  const days = { first: plainDate(record.iso(first)), last: plainDate(record.iso(state.day)) };
  const coarse = isNear ? inWindow.filter(isNear).length : 0;
  return el(
    "section",
    { cls: "here" },
    el("h3", { text: t(rows.length ? "place.events" : "place.no_events", { count: rows.length, ...days }) }),
    eventList(store, rows),
    coarse ? el("p", { cls: "quiet", text: t("place.coarse", { count: coarse, province }) }) : null,
    ...outside(store, "place.before", before),
    ...outside(store, "place.after", after),
  );
}

/**
 * The first rows, and a button for all.
 * @param {Store} store
 * @param {number[]} rows
 */
function eventList(store, rows) {
  const list = el("ol", { cls: "events" }, ...rows.slice(0, FIRST_ROWS).map((i) => rowOf(store, i)));
  if (rows.length <= FIRST_ROWS) return list;
  const more = el("button", {
    cls: "text",
    text: store.t("place.all_events", { count: rows.length }),
    attrs: { type: "button" },
  });
  more.addEventListener("click", () => {
    list.append(...rows.slice(FIRST_ROWS).map((i) => rowOf(store, i)));
    more.remove();
    list.children[FIRST_ROWS]?.querySelector("button")?.focus();
  });
  return el("div", {}, list, more);
}

/**
 * An event outside of the window, which opens on its own day; nothing where there is none.
 * @param {Store} store
 * @param {"place.before" | "place.after"} key
 * @param {number} i
 */
function outside(store, key, i) {
  if (i < 0) return [];
  return [el("h4", { text: store.t(key) }), el("ol", { cls: "events" }, rowOf(store, i, true))];
}

/**
 * @param {Store} store
 * @param {number} i
 * @param {boolean} movesDay
 */
function rowOf(store, i, movesDay = false) {
  const { events } = store.record;
  const choose = (/** @type {HTMLElement} */ button) => {
    const day = movesDay ? store.record.clampDay(events.end[i]) : store.state.day;
    wayBack(store).leave(button, "place", day);
    store.set({ event: events.id[i], day });
    store.commit();
  };
  return el("li", {}, eventButton(store, i, choose));
}
