/** The layers of the map beside control: activity and presence. */

export type LayerName = "control" | "activity" | "presence";
export type PresenceLevel = "reports" | "lists" | "claims";

/** The events of a window by place. */
export interface Activity {
  first: number;
  last: number;
  count: number;
  /** By district: those known so well. */
  districts: number[];
  /** By province: those known no better. */
  provinces: number[];
  nowhere: number;
  /** By province: all. */
  totals: number[];
  /** The same of the window before; null where the two can't be compared. */
  before: number[] | null;
  countBefore: number;
  /** By province: whether the record has nothing before the window. */
  fresh: boolean[];
  silentDays: number;
  /** Whether the window before lies whole in the record. */
  hasBefore: boolean;
}

/** day, claimant, actor, province, whether present, kinds of sources; all by number */
export type PresenceRow = [number, number, number, number, 0 | 1, number[]];

/** A row of a list that counts. */
export interface ListedRow {
  day: number;
  claimant: string;
  province: number;
  present: boolean;
}

/** One that speaks of a province: a list, or the events of the window. */
export interface Voice {
  claimant: string;
  day: number;
  present: boolean;
  /** How many events; 0 for a list. */
  count: number;
}

export interface PresenceOn {
  actors: string[];
  /** By province, lists first. */
  voices: Voice[][];
  /** Lists that are too old to count. */
  outdated: { claimant: string; day: number }[];
}

/** How a province is drawn: its step (-1: none), the lines over it, what is written on it. */
export interface Shade {
  step: number;
  lines: string;
  label: string;
}

export interface LayerPlan {
  layer: "activity" | "presence";
  /** By district its step; -1 for none. */
  districts: number[];
  provinces: Shade[];
}
