/** The record in the browser: which state on a day, which events in a window, what changed when. */

import { DRAWN_DATE_PRECISION, EVENT_TYPES, STYLE, VERIFICATIONS } from "./constants.js";
import { eventFilter } from "./filter.js";
import { local } from "./mercator.js";

const DAY_MS = 86400000;
/** Events that last longer are looked at one by one; all others are found by their first day. */
const LONG_DAYS = 30;

export class Record {
  constructor(raw) {
    this.raw = raw;
    this.version = raw.version;
    this.firstDay = raw.firstDay;
    this.days = raw.days;
    this.provinces = raw.provinces.map(([id, name, fa, ps, lon, lat, km2]) => ({ id, name, fa, ps, lon, lat, km2 }));
    this.districts = raw.districts.map(([id, name, province, lon, lat, km2]) => ({
      id,
      name,
      province,
      lon,
      lat,
      km2,
    }));
    this.states = raw.states.map(readState);
    this.zones = raw.zones;
    this.useEvents(raw.events);
    this.origin = Date.parse(`${raw.firstDay}T00:00:00Z`);
    this.turning = mapValues(raw.groups, (groups) => groups.map(([day]) => day));
    this.cache = new Map();
  }

  /** Take these events (columns as in record.json, sorted by first day) in place of the former ones. */
  useEvents(columns) {
    this.events = readEvents(columns, this.districts);
    this.events.colours = colourBytes(EVENT_TYPES);
    this.filter = eventFilter(this.events, this.raw);
  }

  /** Day number → 'YYYY-MM-DD' (plain days; no time zone is involved). */
  iso(day) {
    return new Date(this.origin + day * DAY_MS).toISOString().slice(0, 10);
  }

  /** 'YYYY-MM-DD' → day number, or null when it is no day of the replay. */
  dayNumber(iso) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
    const day = Math.round((Date.parse(`${iso}T00:00:00Z`) - this.origin) / DAY_MS);
    return Number.isFinite(day) && day >= 0 && day < this.days && this.iso(day) === iso ? day : null;
  }

  clampDay(day) {
    return Math.min(Math.max(Math.round(day), 0), this.days - 1);
  }

  /** The same day of another month, or that month's last. */
  addMonths(day, months) {
    const date = new Date(this.origin + day * DAY_MS);
    const wanted = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
    const length = new Date(Date.UTC(wanted.getUTCFullYear(), wanted.getUTCMonth() + 1, 0)).getUTCDate();
    wanted.setUTCDate(Math.min(date.getUTCDate(), length));
    return this.clampDay((wanted.getTime() - this.origin) / DAY_MS);
  }

  /** The actor's name as the legend has it: short where one is usual. */
  actorName(id) {
    return this.raw.actors[id]?.[0] ?? id;
  }

  /** The actor's name in a sentence: 'the NRF'. */
  actorInText(id) {
    return this.raw.actors[id]?.[1] ?? id;
  }

  /** The state number and first day of the state of every district: {state: Int16Array, since: Int32Array}. */
  control(day, perspective) {
    const turn = lastAtOrBefore(this.turning[perspective], day);
    const key = `${perspective} ${turn}`;
    if (!this.cache.has(key)) this.cache.set(key, this.#control(day, perspective));
    return this.cache.get(key);
  }

  #control(day, perspective) {
    const spans = this.raw.intervals[perspective];
    const state = new Int16Array(spans.length).fill(-1);
    const since = new Int32Array(spans.length);
    spans.forEach((span, number) => {
      const at = spanAt(span, day);
      if (at >= 0) [state[number], since[number]] = [span[at + 1], span[at + 2]];
    });
    return { state, since };
  }

  /** The named places with a state of their own on a day. */
  zonesOn(day, perspective) {
    const found = [];
    for (const zone of this.zones) {
      const span = zone.intervals[perspective];
      const at = spanAt(span, day);
      if (at >= 0 && span[at + 1] >= 0) found.push({ zone, state: this.states[span[at + 1]], since: span[at + 2] });
    }
    return found;
  }

  /** The state of a named place on a day, as `states` has it; null when nobody says anything of it. */
  zoneState(zone, day, perspective) {
    const span = zone.intervals[perspective];
    const at = spanAt(span, day);
    return at < 0 ? null : (this.states[span[at + 1]] ?? null);
  }

  /** Who tells a state: the kinds of claimants of its claims, each once. */
  claimantsOf(state) {
    return [...new Set(state.claims.map((id) => this.raw.lists.claimants[this.raw.claimants[id]]))].filter(Boolean);
  }

  /** What differs from the ground on a day: [{province, state, whole, districts}]. */
  groups(day, perspective) {
    const list = this.raw.groups[perspective];
    const turn = lastAtOrBefore(this.turning[perspective], day);
    if (turn < 0) return [];
    return list[turn][1].map(([province, state, whole, ...districts]) => ({
      province,
      state: this.states[state],
      whole: Boolean(whole),
      districts,
    }));
  }

  /** The districts whose holder or status differs between two days (or two views): [{district, before, after}]. */
  difference(first, second, perspective, firstPerspective = perspective) {
    const [was, is] = [this.control(first, firstPerspective).state, this.control(second, perspective).state];
    const found = [];
    was.forEach((number, district) => {
      const [before, after] = [this.states[number] ?? null, this.states[is[district]] ?? null];
      if (before?.controller !== after?.controller || before?.status !== after?.status)
        found.push({ district, before, after });
    });
    return found;
  }

  /** What changed on a day: [{district, before, after}]. */
  changesOn(day, perspective) {
    const found = this.raw.changes[perspective].find(([changed]) => changed === day);
    return (found?.[1] ?? []).map(([district, before, after]) => ({
      district,
      before: this.states[before] ?? null,
      after: this.states[after] ?? null,
    }));
  }

  changeDays(perspective) {
    return this.raw.changes[perspective].map(([day, rows]) => ({ day, count: rows.length }));
  }

  /** The nearest day after (or before) a day on which control changes; the day itself when there is none. */
  nextChangeDay(day, direction, perspective) {
    const days = this.changeDays(perspective).map((change) => change.day);
    return (direction > 0 ? days.find((other) => other > day) : days.findLast((other) => other < day)) ?? day;
  }

  /** The nearest day after (or before) a day on which an event begins that the filters let through. */
  nextEventDay(day, direction) {
    const { start, drawn } = this.events;
    const { pass } = this.filter;
    const begin = direction > 0 ? lowerBound(start, day + 1) : lowerBound(start, day) - 1;
    for (let i = begin; i >= 0 && i < start.length; i += direction)
      if (pass[i] && drawn[i] && start[i] >= 0) return start[i];
    return day;
  }

  /** The first day of the trailing window that ends on a day. */
  windowStart(day, window) {
    return window === "all" ? 0 : Math.max(0, day - Number(window) + 1);
  }

  /** Numbers of the events that the filters let through and whose days touch first…last, in order of their first day. */
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

  /** How many events `eventsIn` would find at most; cheap, for choosing how to draw. */
  mostEventsIn(first, last) {
    const { start, long } = this.events;
    return lowerBound(start, last + 1) - this.firstReaching(first) + long.length;
  }

  /** Number of the first event that may last until a day, but for the long ones. */
  firstReaching(day) {
    return lowerBound(this.events.start, day - LONG_DAYS);
  }

  /** Number of the first event that begins after a day. */
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

  eventNumber(id) {
    return this.events.id.indexOf(id);
  }
}

/** The colour of each event type as one 32-bit number, as ImageData holds it (ABGR). */
function colourBytes(typeNames) {
  return Uint32Array.from(typeNames, (name) => {
    const [r, g, b] = [1, 3, 5].map((at) => parseInt(STYLE.symbols[name].colour.slice(at, at + 2), 16));
    return ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
  });
}

function readState([controller, status, basis, certainty, lastConfirmed, claims, toldBy, partial, disputed, active]) {
  const tell = ([claim, who, how, claimant, grade]) => ({
    claim,
    controller: who,
    status: how,
    claimant,
    certainty: grade,
  });
  return {
    controller,
    status,
    basis,
    certainty,
    lastConfirmed,
    claims,
    toldBy,
    partial: Boolean(partial),
    disputed: disputed.map(tell),
    active: active.map(tell),
  };
}

function readEvents(raw, districts) {
  const count = raw.id.length;
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  const placed = new Uint8Array(count);
  const long = [];
  const drawn = new Uint8Array(count);
  raw.point.forEach((point, i) => {
    drawn[i] = raw.datePrecision[i] <= DRAWN_DATE_PRECISION ? 1 : 0;
    if (raw.end[i] - raw.start[i] > LONG_DAYS) long.push(i);
    const district = districts[raw.district[i]];
    const place = raw.where[i] === 3 && district ? [district.lon, district.lat] : point;
    if (!place) return;
    [x[i], y[i]] = local(place[0], place[1]);
    placed[i] = raw.where[i] <= 3 ? raw.where[i] : 0;
  });
  return {
    ...raw,
    start: Int32Array.from(raw.start),
    end: Int32Array.from(raw.end),
    type: Uint8Array.from(raw.type),
    verification: Uint8Array.from(raw.verification),
    where: Uint8Array.from(raw.where),
    typeNames: EVENT_TYPES,
    verificationNames: VERIFICATIONS,
    x,
    y,
    placed,
    drawn,
    long,
  };
}

/** Position of the triple in [start, state, since, …] in which a day lies; -1 before the first. */
function spanAt(span, day) {
  for (let i = span.length - 3; i >= 0; i -= 3) if (span[i] <= day) return i;
  return -1;
}

/** Position of the last sorted value that is not above `value`; -1 when there is none. */
function lastAtOrBefore(sorted, value) {
  return lowerBound(sorted, value + 1) - 1;
}

/** Position of the first sorted value that is not below `value`. */
export function lowerBound(sorted, value) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
