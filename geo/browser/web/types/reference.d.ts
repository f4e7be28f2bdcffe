/** UCDP's rows beside our record, as `geo/browser/reference_payload.py` gives them. */

import type { UserColumns } from "./user_data.js";

export interface ReferencePayload {
  version: string;
  columns: UserColumns;
  cards: ReferenceCard[];
  /** By row the events of ours that tell the same. */
  matches: string[][];
  /** Rows outside the days of the record. */
  outside: number;
  /** First and last day of each run of months that a release covers whole. */
  covered: [number, number][];
  cites: string[];
}

export interface ReferenceCard {
  type_of_violence: number;
  side_a: string;
  side_b: string;
  where_prec: number;
  where_coordinates: string;
  where_description: string | null;
  low: number;
  best: number;
  high: number;
  deaths_civilians: number;
  event_clarity: number;
  code_status: string;
  release: string;
  source_office: string | null;
  source_date: string | null;
  source_headline: string | null;
}
