/** What a reader added. */

import type { EventColumns } from "./events.js";

/** Each part gzipped JSON in base64. */
export interface PackedUserData {
  columns: string;
  cards: string;
  counts: string;
  token: string;
}

export interface LeftOut {
  before: number;
  after: number;
}

/** Events as `columns_for_map` in Python gives them. */
export interface UserColumns extends Omit<EventColumns, "verification" | "claimants" | "kinds"> {
  typed: number[];
  leftOut?: LeftOut;
}

/** Counts as `read_counts` in Python gives them. */
export interface UserCounts {
  day: number[];
  district: number[];
  type: number[];
  events: number[];
  leftOut?: LeftOut;
}

export interface UserCard {
  summary: string;
  sides: [string[], string[]];
  place: string;
  /** Low, best, high. */
  killed: [number | null, number | null, number | null];
  wounded: [number | null, number | null, number | null];
  source: string | null;
  url: string | null;
  type: string | null;
  kind: string | null;
  row: number;
}

/** Things to be counted in a window, sorted by `start`. */
export interface Items {
  start: Int32Array;
  end: Int32Array;
  /** Where each is counted. */
  cell: Uint16Array;
  /** How many events each stands for. */
  weight: Float64Array;
}

/** What of it lies in the window. */
export interface UserWindow {
  first: number;
  last: number;
  /** By district, then province, then what is not on the map; the same array at each call. */
  counts: Float64Array;
  /** Too many to be drawn one by one. */
  many: boolean;
  choropleth: boolean;
  numbers(): number[];
  total: number;
}

/** Counts and the class limits, which hold for every day with the same length of window. */
export interface ChoroplethCounts {
  counts: Float64Array;
  limits: number[];
}
