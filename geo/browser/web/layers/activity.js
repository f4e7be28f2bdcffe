/**
 * Where events of a window lie: by district where that is known, else by province; beside the window before. In Python:
 * `geo/queries/layers/activity_map.py`.
 */

import { once, WindowCounts } from "../added/window_counts.js";
import { ARMED_TYPES } from "../engine/map_constants.js";

/** @import { Activity, Events, Items, Shown, State } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

const COUNTRY = "AF";
const DISTRICT_PRECISION = 3;

/**
 * What of a record is counted, for one choice of filters.
 * @typedef {object} Index
 * @property {string} choice
 * @property {Events} events
 * @property {Uint8Array} counted by event
 * @property {WindowCounts} now
 * @property {WindowCounts} before
 * @property {Int32Array} firstDays of each province's first event
 */

/** @type {WeakMap<Record, Index>} */
const indexes = new WeakMap();

/**
 * The activity of the window on show, of the events that the filters let through: battles and explosions, unless types
 * are chosen. Counts are kept up to date by what enters and leaves: a step of the handle costs what changes.
 * @param {Pick<Shown, "record" | "state">} shown
 * @returns {Activity}
 */
export function activityOn({ record, state }) {
  const index = indexOf(record, state);
  const [first, last] = [record.windowStart(state.day, state.window), state.day];
  const size = record.districts.length;
  const counts = index.now.show(first, last);
  const totals = totalsOf(record, counts);
  const span = beforeSpan(state);
  const silentDays = silentDaysIn(record, first, last);
  const isComparable = span && !silentDays && !silentDaysIn(record, ...span);
  const earlier = isComparable ? index.before.show(...span) : null;
  return {
    first,
    last,
    count: sum(counts),
    districts: Array.from(counts.subarray(0, size)),
    provinces: Array.from(counts.subarray(size, size + record.provinces.length)),
    nowhere: counts[counts.length - 1],
    totals,
    before: earlier && totalsOf(record, earlier),
    countBefore: earlier ? sum(earlier) : 0,
    fresh: totals.map((count, province) => count > 0 && index.firstDays[province] >= first),
    silentDays,
    hasBefore: span !== null,
  };
}

/**
 * How a province's count stands against the window before: '' where that can't be said.
 * @param {Activity} activity
 * @param {number} province
 * @returns {"more" | "fewer" | "same" | "first" | ""}
 */
export function changeOf({ totals, before, fresh }, province) {
  if (!before) return "";
  const [now, then] = [totals[province], before[province]];
  if (now && !then && fresh[province]) return "first";
  return now > then ? "more" : now < then ? "fewer" : "same";
}

/**
 * Which events are counted: 1 by event; the same array until the choice changes.
 * @param {Record} record
 * @param {State} state
 */
export const countedOf = (record, state) => indexOf(record, state).counted;

/**
 * Which events have a mark of their own: on the map of activity those that it counts, else all.
 * @param {Record} record
 * @param {State} state
 * @returns {(event: number) => boolean}
 */
export function isMarked(record, state) {
  if (state.layer !== "activity") return () => true;
  const counted = countedOf(record, state);
  return (i) => counted[i] === 1;
}

/**
 * First and last day of the window before; null where it does not lie whole in the record.
 * @param {State} state
 * @returns {[number, number] | null}
 */
function beforeSpan({ day, window }) {
  if (window === "all") return null;
  const first = day - Number(window) + 1;
  const before = first - Number(window);
  return before >= 0 ? [before, first - 1] : null;
}

/**
 * @param {Record} record
 * @param {State} state
 * @returns {Index}
 */
function indexOf(record, state) {
  const choice = `${record.filter.turn} ${state.type ?? ""}`;
  const known = indexes.get(record);
  if (known && known.choice === choice && known.events === record.events) return known;
  const made = indexed(record, state, choice);
  indexes.set(record, made);
  return made;
}

/**
 * @param {Record} record
 * @param {State} state
 * @param {string} choice
 * @returns {Index}
 */
function indexed(record, state, choice) {
  const { events, filter } = record;
  const { country } = events;
  const counted = Uint8Array.from(events.start, (_, i) => {
    const isArmed = Boolean(state.type) || ARMED_TYPES.includes(events.typeNames[events.type[i]]);
    return filter.pass[i] && isArmed && country[i] === COUNTRY ? 1 : 0;
  });
  const items = itemsOf(record);
  const cells = record.districts.length + record.provinces.length + 1;
  const [now, before] = [new WindowCounts(items, cells), new WindowCounts(items, cells)];
  now.filter(counted);
  before.filter(counted);
  const firstDays = new Int32Array(record.provinces.length).fill(record.days);
  for (let i = 0; i < counted.length; i++) {
    const province = events.province[i];
    if (counted[i] && province >= 0) firstDays[province] = Math.min(firstDays[province], events.start[i]);
  }
  return { choice, events, counted, now, before, firstDays };
}

/**
 * Each event with the cell that it is counted in: a district, after them a province, at the end nowhere.
 * @param {Record} record
 * @returns {Items}
 */
function itemsOf({ events, districts, provinces }) {
  const { start, end, where, district, province } = events;
  const nowhere = districts.length + provinces.length;
  const cell = Uint16Array.from(start, (_, i) => {
    if (district[i] >= 0 && where[i] <= DISTRICT_PRECISION) return district[i];
    return province[i] >= 0 ? districts.length + province[i] : nowhere;
  });
  return once({ start, end, cell });
}

/**
 * All events of each province: those of its districts too.
 * @param {Record} record
 * @param {Float64Array} counts by cell
 */
function totalsOf({ districts, provinces }, counts) {
  const totals = provinces.map((_, number) => counts[districts.length + number]);
  districts.forEach(({ province }, number) => {
    totals[province] += counts[number];
  });
  return totals;
}

/**
 * How many days of a span lie in months without a record of armed opposition activity.
 * @param {Record} record
 * @param {number} first
 * @param {number} last
 */
function silentDaysIn({ raw }, first, last) {
  return raw.silence.reduce(
    (days, [start, end]) => days + Math.max(0, Math.min(last, end) - Math.max(first, start) + 1),
    0,
  );
}

/** @param {Float64Array} counts */
const sum = (counts) => counts.reduce((total, count) => total + count, 0);
