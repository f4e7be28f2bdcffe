/** Events by their days: which lie in a window, which come next, how many there are a day. */

import { DRAWN_DATE_PRECISION, EVENT_TYPES, STYLE, VERIFICATIONS } from "./constants.js";
import { Days } from "./days.js";
import { EventFilter } from "./filter.js";
import { local } from "./mercator.js";
import { lowerBound } from "./sorted.js";

/** @import { CountedColumns, District, EventColumns, Events, RecordMarks, RecordNames, RecordPayload } from "../types.js" */

/** More events in the window than this can't be read as symbols. */
export const MAX_SYMBOLS = 4000;

/** Events that last longer are looked at one by one; all others are found by their first day. */
const LONG_DAYS = 30;

/** What a record has of the events before its marks are there. */
const NO_MARKS = {
  id: [],
  type: [],
  where: [],
  point: [],
  province: [],
  district: [],
  country: [],
  actors: [],
  claimants: [],
  kinds: [],
};

export class EventIndex extends Days {
  /** @param {RecordPayload} raw */
  constructor(raw) {
    super(raw.firstDay, raw.days);
    this.raw = raw;
    /** @type {District[]} */
    this.districts = raw.districts.map(
      ([id, name, province, lon = Number.NaN, lat = Number.NaN, km2 = Number.NaN]) => ({
        id,
        name,
        province,
        lon,
        lat,
        km2,
      }),
    );
    /** Whether it is known where events and districts lie, and what events are. */
    this.isMarked = Boolean(raw.events.id);
    this.names = raw.names ?? [];
    this.events = readEvents(raw.events, this.districts);
    this.filter = new EventFilter(this.events, raw);
  }

  /**
   * Take over what the marks on the map need.
   * @param {RecordMarks} part
   */
  mark({ events, districts }) {
    for (const [number, [lon, lat, km2]] of districts.entries())
      Object.assign(this.districts[number], { lon, lat, km2 });
    this.useEvents(Object.assign(this.raw.events, events));
    this.isMarked = true;
  }

  /**
   * Take over what comes after the map.
   * @param {RecordNames} part
   */
  complete({ titles, names }) {
    this.events.title = titles;
    this.names = names;
  }

  /**
   * Take these events (columns as in record.json, sorted by first day) in place of the former ones.
   * @param {EventColumns} columns
   */
  useEvents(columns) {
    this.events = readEvents(columns, this.districts);
    this.filter = new EventFilter(this.events, this.raw);
  }

  /** @param {string} id */
  eventNumber(id) {
    return this.events.id.indexOf(id);
  }

  /**
   * The nearest day after (or before) a day on which an event begins that the filters let through.
   * @param {number} day
   * @param {1 | -1} direction
   */
  nextEventDay(day, direction) {
    const { start, drawn } = this.events;
    const { pass } = this.filter;
    const begin = direction > 0 ? lowerBound(start, day + 1) : lowerBound(start, day) - 1;
    for (let i = begin; i >= 0 && i < start.length; i += direction)
      if (pass[i] && drawn[i] && start[i] >= 0) return start[i];
    return day;
  }

  /**
   * Numbers of the events that the filters let through and whose days touch first…last, in order of their first day.
   * @param {number} first
   * @param {number} last
   */
  eventsIn(first, last) {
    const { start, end, long } = this.events;
    const { pass } = this.filter;
    const found = [];
    const from = this.firstReaching(first);
    for (const i of long) if (i < from && end[i] >= first && pass[i]) found.push(i);
    const to = lowerBound(start, last + 1);
    for (let i = from; i < to; i++) if (end[i] >= first && pass[i]) found.push(i);
    return found;
  }

  /**
   * How many events `eventsIn` would find at most; cheap, for choosing how to draw.
   * @param {number} first
   * @param {number} last
   */
  mostEventsIn(first, last) {
    const { start, long } = this.events;
    return lowerBound(start, last + 1) - this.firstReaching(first) + long.length;
  }

  /**
   * Number of the first event that may last until a day, but for the long ones.
   * @param {number} day
   */
  firstReaching(day) {
    return lowerBound(this.events.start, day - LONG_DAYS);
  }

  /**
   * Number of the first event that begins after a day.
   * @param {number} day
   */
  firstAfter(day) {
    return lowerBound(this.events.start, day + 1);
  }

  /** Events a day by verification, for the histogram: counts[verification][day]; filtered. */
  histogram() {
    const counts = VERIFICATIONS.map(() => new Uint16Array(this.days));
    const { start, verification, drawn } = this.events;
    const { pass } = this.filter;
    for (let i = 0; i < start.length; i++) if (drawn[i] && pass[i]) counts[verification[i]][start[i]]++;
    return counts;
  }
}

/**
 * @param {CountedColumns & Partial<EventColumns>} columns
 * @param {District[]} districts
 * @returns {Events}
 */
function readEvents(columns, districts) {
  const raw = { ...NO_MARKS, ...columns };
  return {
    ...raw,
    title: raw.title ?? Array.from(raw.start, () => ""),
    ...placesOf(raw, districts),
    start: Int32Array.from(raw.start),
    end: Int32Array.from(raw.end),
    type: Uint8Array.from(raw.type),
    verification: Uint8Array.from(raw.verification),
    where: Uint8Array.from(raw.where),
    typeNames: EVENT_TYPES,
    verificationNames: VERIFICATIONS,
    drawn: Uint8Array.from(raw.datePrecision, (precision) => Number(precision <= DRAWN_DATE_PRECISION)),
    long: [...Array(raw.start.length).keys()].filter((i) => raw.end[i] - raw.start[i] > LONG_DAYS),
    colours: colourBytes(EVENT_TYPES),
  };
}

/**
 * Where events stand on the map; those known to their district only stand where its name does.
 * @param {EventColumns} raw
 * @param {District[]} districts
 */
function placesOf(raw, districts) {
  const count = raw.id.length;
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  const placed = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const district = districts[raw.district[i]];
    const point = raw.where[i] === 3 && district ? [district.lon, district.lat] : raw.point[i];
    if (!point) continue;
    [x[i], y[i]] = local(point[0], point[1]);
    placed[i] = raw.where[i] <= 3 ? raw.where[i] : 0;
  }
  return { x, y, placed };
}

/**
 * The colour of each event type as one 32-bit number, as ImageData holds it (ABGR).
 * @param {string[]} typeNames
 */
function colourBytes(typeNames) {
  return Uint32Array.from(typeNames, (name) => {
    const { colour } = STYLE.symbols[name];
    const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    return ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
  });
}
