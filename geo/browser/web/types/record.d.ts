/** `record.json`, and what the engine makes of it. */

import type { CountedColumns, EventColumns } from "./events.js";
import type { PresenceRow } from "./layers.js";
import type { LensRow } from "./lens.js";
import type { NameRow } from "./search.js";
import type { Perspective } from "./state.js";

export interface RecordPayload {
  version: string;
  firstDay: string;
  days: number;
  /** By id the name in a legend, within a sentence and where one begins, and the letter on a map. */
  actors: { [id: string]: [string, string, string, string] };
  /** id, name, Dari, Pashto, lon, lat, km² */
  provinces: [string, string, string, string, number, number, number][];
  /** id, name, number of the province, lon, lat, km²; the last three come with `RecordMarks` where the record is cut. */
  districts: [string, string, number, number?, number?, number?][];
  /** By perspective and district: first day, state, since, first day, state, since, … */
  intervals: { [key in Perspective]: number[][] };
  zones: Zone[];
  /** By perspective: day, [[district, state before, state after, whether it only runs out], …] */
  changes: { [key in Perspective]: [number, [number, number, number, 0 | 1][]][] };
  /** By perspective: day, [[province, state, whole, district, …], …] */
  groups: { [key in Perspective]: [number, number[][]][] };
  /** By perspective: from a day on, [[province, claimant, controller, status, whole, name, …], …] */
  denied: { [key in Perspective]: [number, DeniedRow[]][] };
  deniedDays: number[];
  /** In the order of their importance on a day. */
  lenses: LensRow[];
  /** In one file all columns; else those of `CountedColumns`. */
  events: CountedColumns & Partial<EventColumns>;
  /** First and last day of each month without a record. */
  silence: [number, number][];
  presence: PresenceRow[];
  /** First and last day, name, rank, claimant (-1: not only claimed), events. */
  moments: [number, number, string, number, number, string[]][];
  states: StateRow[];
  lists: { claimants: string[]; kinds: string[]; precisions: number[] };
  /** By claim the number of its kind of claimant. */
  claimants: { [claim: string]: number };
  edges?: { [claim: string]: (number | null)[] }; // first day, its latest, first day after, its latest; with `RecordNames`
  /** As known by a day: first and last day of what became known later, and of what nothing says since when. */
  known?: { by: string; later: [number, number][]; unknown: [number, number][] };
  /** By which definition districts are held; none where it is ours. */
  definition?: string;
  /** In one file only; else it comes with `RecordNames`. */
  names?: NameRow[];
}

/** A day or span that has a name. */
export interface Moment {
  first: number;
  last: number;
  title: string;
  /** 1 is written before 2. */
  rank: number;
  /** The party that says so, when only a party does. */
  claimant: string | null;
  events: string[];
}

export interface RibbonSpan {
  first: number;
  last: number;
  state: ControlState | null;
}

/** What the ribbon tells of one area in one perspective. */
export interface RibbonRow {
  kind: "district" | "place";
  id: string;
  name: string;
  /** Its number. */
  province: number;
  spans: RibbonSpan[];
}

export interface RibbonGroup {
  province: number;
  rows: RibbonRow[];
}

/** How the ring of a verification is drawn. */
export interface Ring {
  width: number;
  dash: number[];
  struck: boolean;
}

export interface Province {
  id: string;
  name: string;
  fa: string;
  ps: string;
  lon: number;
  lat: number;
  km2: number;
}

export interface District {
  id: string;
  name: string;
  /** Its number. */
  province: number;
  lon: number;
  lat: number;
  km2: number;
}

/** A named place with states of its own. */
export interface Zone {
  id: string;
  name: string;
  province: number;
  lon: number | null;
  lat: number | null;
  radiusKm: number;
  intervals: { [key in Perspective]: number[] };
}

/** A zone whose place is known. */
export type LocatedZone = Zone & { lon: number; lat: number };

/** controller, status, basis, certainty, last confirmed, claims, told by, partial, disputed, active */
export type StateRow = [
  string,
  string,
  string,
  string,
  number,
  string[],
  string,
  number,
  OtherClaimRow[],
  OtherClaimRow[],
];
/** claim, controller, status, claimant, certainty */
export type OtherClaimRow = [string, string, string, string, string];

/** Who holds an area, as the record tells it. */
export interface ControlState {
  controller: string;
  status: string;
  basis: string;
  certainty: string;
  lastConfirmed: number;
  claims: string[];
  toldBy: string;
  partial: boolean;
  disputed: OtherClaim[];
  active: OtherClaim[];
}

export interface OtherClaim {
  claim: string;
  controller: string;
  status: string;
  claimant: string;
  certainty: string;
}

/** By district the number of its state (-1: none) and the day since which it holds. */
export interface Control {
  state: Int16Array;
  since: Int32Array;
}

export interface Change {
  district: number;
  before: ControlState | null;
  after: ControlState | null;
}

/** Which way a district changed; see `compare/direction.js`. */
export interface ChangeDirection {
  kind: "gained" | "contested" | "settled" | "ended" | "differs";
  side: string;
  other: string | null;
  status: string;
}

export interface DirectedChange extends Change {
  direction: ChangeDirection;
}

/** A change of a day; a state that only runs out is no longer reported, and nobody is known to have ended it. */
export interface DayChange extends Change {
  runsOut: boolean;
}

/** province, claimant, controller, status, whole, names of areas */
export type DeniedRow = [number, string, string, string, 0 | 1, ...number[]];

/** A contradicted claim to areas of one province. */
export interface DeniedClaim {
  province: number;
  claimant: string;
  controller: string;
  status: string;
  whole: boolean;
  names: string[];
}

/** Districts of a province that differ from the ground in the same way. */
export interface Group {
  province: number;
  state: ControlState;
  whole: boolean;
  districts: number[];
}
