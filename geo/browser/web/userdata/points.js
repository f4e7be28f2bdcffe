/** What a reader added, indexed: single events, and counts per district and day, in our record's days and districts. */

import { Heat } from "./choropleth.js";

/** Of our filters those that what a reader added can be asked for; the others don't apply to it. */
export const OWN_FILTERS = ["type", "area"];
const TOLD = ["id", "title", "start", "end", "datePrecision", "type", "typed", "actors"];
const COLUMNS = [...TOLD, "where", "point", "province", "district", "country"];

export class World {
  /**
   * @param record our record
   * @param columns the added events (as `columns_for_map` in Python gives them), or null
   * @param counts lists of counts (as `read_counts` gives them), perhaps none
   */
  constructor(record, columns, counts) {
    const events = columns ?? Object.fromEntries(COLUMNS.map((name) => [name, []]));
    const { length } = events.id;
    // The same days, windows and districts, with other events: every question about a window works on these.
    this.record = Object.create(record);
    this.record.useEvents({ ...events, verification: new Uint8Array(length) });
    this.districts = record.districts.length;
    this.cells = this.districts + record.provinces.length + 1; // districts, provinces, not on the map
    this.single = ofEvents(this.record, this.districts, this.cells);
    this.counted = ofCounts(counts);
    this.heats = { single: new Heat(this.single, this.cells), counted: new Heat(this.counted, this.cells) };
    this.both = new Float64Array(this.cells); // what `at` gives
    this.total = length + sum(this.counted.weight);
    this.leftOut = { before: 0, after: 0 };
    for (const { leftOut } of [events, ...counts])
      for (const side of ["before", "after"]) this.leftOut[side] += leftOut?.[side] ?? 0;
    this.choose({});
  }

  get hasCounts() {
    return this.counted.start.length > 0;
  }

  /** Let through what our filters of type and province let through. */
  choose(state) {
    const chosen = Object.fromEntries(OWN_FILTERS.map((key) => [key, state[key]]));
    const { filter, events, raw, districts } = this.record;
    filter.choose(chosen);
    if (chosen.type) for (let i = 0; i < filter.pass.length; i++) filter.pass[i] &= events.typed[i];
    const types = chosen.type && new Set(chosen.type.split(","));
    const areas = chosen.area && new Set(chosen.area.split(","));
    const { type, cell } = this.counted;
    const isType = (i) => !types || types.has(events.typeNames[type[i]]);
    const isArea = (district) => !areas || areas.has(raw.provinces[districts[district].province][0]);
    this.pass = Uint8Array.from(cell, (district, i) => Number(isType(i) && isArea(district)));
    this.heats.single.filter(filter.pass);
    this.heats.counted.filter(this.pass);
    const { weight } = this.counted;
    this.hidden = filter.pass.length - sum(filter.pass) + sum(weight) - sum(weight, this.pass);
    this.perDay = this.#perDay();
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
   * The window that ends on a day: {first, last, numbers (of the events), counts (by cell: districts, provinces, not
   * on the map)}. With `many`, the counts hold the single events too. It is the same array at each call.
   */
  at(day, window, many) {
    const first = this.record.windowStart(day, window);
    this.both.set(this.heats.counted.show(first, day));
    if (many) this.heats.single.show(first, day).forEach((count, cell) => (this.both[cell] += count));
    return { first, last: day, counts: this.both };
  }

  /** The most events that a district has in a window of this length, on any day. */
  most(window, many) {
    const { record, districts } = this;
    const used = many ? ["counted", "single"] : ["counted"];
    const firstOf = (day) => record.windowStart(day, window);
    return used.reduce((all, name) => all + this.heats[name].most(window, firstOf, record.days, districts), 0);
  }
}

/** Events as items to be counted: in their district, else their province, else nowhere. */
function ofEvents({ events, provinces }, districts, cells) {
  const { start, end, drawn, placed, where, district, province } = events;
  const cell = Uint16Array.from(start, (_, i) => {
    if (!drawn[i]) return cells - 1;
    if (placed[i] && district[i] >= 0) return district[i];
    return where[i] <= 4 && province[i] >= 0 && province[i] < provinces.length ? districts + province[i] : cells - 1;
  });
  return { start, end, cell, weight: new Float64Array(start.length).fill(1) };
}

/** Counts of all files as items; each lasts its day. */
function ofCounts(counts) {
  const all = (name) => counts.flatMap((file) => file[name]);
  const day = all("day");
  const order = Uint32Array.from(day.keys());
  if (counts.length > 1) order.sort((a, b) => day[a] - day[b]);
  const sorted = (Kind, values) => Kind.from(order, (row) => values[row]);
  const start = sorted(Int32Array, day);
  return {
    start,
    end: start,
    cell: sorted(Uint16Array, all("district")),
    type: sorted(Int8Array, all("type")),
    weight: sorted(Float64Array, all("events")),
  };
}

function sum(values, pass) {
  let all = 0;
  for (let i = 0; i < values.length; i++) if (!pass || pass[i]) all += values[i];
  return all;
}
