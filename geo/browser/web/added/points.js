/** What a reader added, indexed: single events, and counts per district and day, in our record's days and districts. */

import { once, WindowCounts } from "./window_counts.js";

/** @import { Choices, Items, LeftOut, UserColumns, UserCounts } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

/**
 * Of our filters those that what a reader added can be asked for; the others don't apply to it.
 * @type {("type" | "area")[]}
 */
export const USER_DATA_FILTERS = ["type", "area"];

/** @returns {UserColumns} */
const noEvents = () => ({
  id: [],
  title: [],
  start: [],
  end: [],
  datePrecision: [],
  type: [],
  typed: [],
  actors: [],
  where: [],
  point: [],
  province: [],
  district: [],
  country: [],
});

export class World {
  /**
   * @param {Record} record ours
   * @param {UserColumns | null} columns the added events
   * @param {UserCounts[]} counts
   */
  constructor(record, columns, counts) {
    const events = columns ?? noEvents();
    const { length } = events.id;
    this.record = withEvents(record, events);
    this.districts = record.districts.length;
    this.cells = this.districts + record.provinces.length + 1; // districts, provinces, not on the map
    this.single = itemsOfEvents(this.record, this.districts, this.cells);
    this.counted = itemsOfCounts(counts);
    this.tallies = {
      single: new WindowCounts(this.single, this.cells),
      counted: new WindowCounts(this.counted, this.cells),
    };
    this.both = new Float64Array(this.cells); // what `at` gives
    this.total = length + sum(this.counted.weight);
    this.leftOut = leftOutOf([events, ...counts]);
    this.pass = new Uint8Array(this.counted.cell.length);
    this.hidden = 0;
    this.perDay = new Float64Array(record.days);
    this.choose({});
  }

  get hasCounts() {
    return this.counted.start.length > 0;
  }

  /**
   * Let through what our filters of type and province let through.
   * @param {Choices} choices
   */
  choose(choices) {
    const chosen = Object.fromEntries(USER_DATA_FILTERS.map((key) => [key, choices[key]]));
    const { filter, events } = this.record;
    filter.choose(chosen);
    if (chosen.type) for (let i = 0; i < filter.pass.length; i++) filter.pass[i] &= events.typed?.[i] ?? 1;
    this.pass = this.#passOfCounts(chosen);
    this.tallies.single.filter(filter.pass);
    this.tallies.counted.filter(this.pass);
    const { weight } = this.counted;
    this.hidden = filter.pass.length - sum(filter.pass) + sum(weight) - sum(weight, this.pass);
    this.perDay = this.#perDay();
  }

  /** @param {Choices} chosen */
  #passOfCounts(chosen) {
    const { events, raw, districts } = this.record;
    const types = chosen.type && new Set(chosen.type.split(","));
    const areas = chosen.area && new Set(chosen.area.split(","));
    const { type, cell } = this.counted;
    /** @param {number} i */
    const isType = (i) => !types || types.has(events.typeNames[type[i]]);
    /** @param {number} district */
    const isArea = (district) => !areas || areas.has(raw.provinces[districts[district].province][0]);
    return Uint8Array.from(cell, (district, i) => Number(isType(i) && isArea(district)));
  }

  /** How many events begin on each day. */
  #perDay() {
    const counts = new Float64Array(this.record.days);
    const { start, drawn } = this.record.events;
    const { pass } = this.record.filter;
    for (let i = 0; i < start.length; i++) if (drawn[i] && pass[i]) counts[start[i]] += 1;
    const { weight, start: day } = this.counted;
    for (let i = 0; i < day.length; i++) if (this.pass[i]) counts[day[i]] += weight[i];
    return counts;
  }

  /**
   * The window that ends on a day. With `many`, the counts hold the single events too; it is the same array each time.
   * @param {number} day
   * @param {string} window
   * @param {boolean} many
   */
  at(day, window, many) {
    const first = this.record.windowStart(day, window);
    this.both.set(this.tallies.counted.show(first, day));
    if (many) addTo(this.both, this.tallies.single.show(first, day));
    return { first, last: day, counts: this.both };
  }

  /**
   * The most events that a district has in a window of this length, on any day.
   * @param {string} window
   * @param {boolean} many
   */
  most(window, many) {
    const { record, districts, tallies } = this;
    const used = many ? [tallies.counted, tallies.single] : [tallies.counted];
    /** @param {number} day */
    const firstOf = (day) => record.windowStart(day, window);
    return used.reduce((all, tally) => all + tally.most(window, firstOf, record.days, districts), 0);
  }
}

/**
 * The same days, windows and districts, with other events: every question about a window works on these.
 * @param {Record} record
 * @param {UserColumns} events
 * @returns {Record}
 */
export function withEvents(record, events) {
  /** @type {Record} */
  const other = Object.create(record);
  other.useEvents({ claimants: [], kinds: [], ...events, verification: new Uint8Array(events.id.length) });
  return other;
}

/**
 * Events as items to be counted: in their district, else their province, else nowhere.
 * @param {Record} record
 * @param {number} districts
 * @param {number} cells
 * @returns {Items}
 */
function itemsOfEvents({ events, provinces }, districts, cells) {
  const { start, end, drawn, placed, where, district, province } = events;
  const cell = Uint16Array.from(start, (_, i) => {
    if (!drawn[i]) return cells - 1;
    if (placed[i] && district[i] >= 0) return district[i];
    return where[i] <= 4 && province[i] >= 0 && province[i] < provinces.length ? districts + province[i] : cells - 1;
  });
  return once({ start, end, cell });
}

/**
 * Counts of all files as items; each lasts its day.
 * @param {UserCounts[]} counts
 * @returns {Items & {type: Int8Array}}
 */
function itemsOfCounts(counts) {
  const day = counts.flatMap((file) => file.day);
  const order = Uint32Array.from(day.keys());
  if (counts.length > 1) order.sort((a, b) => day[a] - day[b]);
  /** @param {"district" | "type" | "events"} name */
  const sorted = (name) => {
    const values = counts.flatMap((file) => file[name]);
    return Array.from(order, (row) => values[row]);
  };
  const start = Int32Array.from(order, (row) => day[row]);
  return {
    start,
    end: start,
    cell: Uint16Array.from(sorted("district")),
    type: Int8Array.from(sorted("type")),
    weight: Float64Array.from(sorted("events")),
  };
}

/**
 * How many events of all files lie outside of the replay's days.
 * @param {{leftOut?: LeftOut}[]} files
 * @returns {LeftOut}
 */
function leftOutOf(files) {
  const all = { before: 0, after: 0 };
  for (const { leftOut } of files) {
    all.before += leftOut?.before ?? 0;
    all.after += leftOut?.after ?? 0;
  }
  return all;
}

/**
 * @param {Float64Array} sums
 * @param {Float64Array} counts
 */
function addTo(sums, counts) {
  for (let cell = 0; cell < counts.length; cell++) sums[cell] += counts[cell];
}

/**
 * @param {ArrayLike<number>} values
 * @param {ArrayLike<number>} [pass] only those of which it says 1
 */
function sum(values, pass) {
  let all = 0;
  for (let i = 0; i < values.length; i++) if (!pass || pass[i]) all += values[i];
  return all;
}
