/** What a search looks through, and what it finds. */

export interface SearchEntry {
  /** 'provinces', 'districts', 'places', 'actors' or 'events' */
  kind: string;
  id: string;
  /** Number of the event; -1 for a name. */
  i: number;
  /** The name in all spellings, or the title and the id. */
  heads: string[];
  /** What else is said of it. */
  texts: string[];
  /** The province of a district or place, by id. */
  province?: string | null;
  lon?: number | null;
  lat?: number | null;
}

/** Days of the record that a search names, first and last. */
export interface SearchDays {
  kind: "day" | "month" | "year";
  first: number;
  last: number;
}

export interface Found {
  days: SearchDays | null;
  entries: SearchEntry[];
}

/** file, id, lon, lat, province, spelling, … */
export type NameRow = [string, string, number | null, number | null, string | null, ...string[]];

/** `names.json`: what of the record comes after the map. */
export interface RecordNames {
  /** In the order of the events. */
  titles: string[];
  names: NameRow[];
}
