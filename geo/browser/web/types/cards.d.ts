/** `cards.json`: what cards show. */

export interface Cards {
  events: { [id: string]: EventCard };
  claims: { [id: string]: ControlClaim };
  sources: { [id: string]: Source };
  presence: Presence[];
}

export interface EventCard {
  summary: string;
  sub_event_type: string;
  side_a: string[];
  side_b: string[];
  place_name: string | null;
  place_aliases: string[];
  place_id: string | null;
  verified_by: string | null;
  claims: EventClaim[];
  source_ids: string[];
  /** Publishers at the root of what is told, independent of the parties, each once. */
  origins: string[];
  known_from: string | null;
  notes: string | null;
  recorded_on: string;
  revised_on: string | null;
}

export interface EventClaim {
  claimant: string;
  claimant_name: string | null;
  stance: string;
  reported_on: string | null;
  says: string;
  casualties: Casualties[] | null;
  source_ids: string[];
}

export interface Casualties {
  side: string;
  kind: string;
  low: number | null;
  high: number | null;
  text: string | null;
}

export interface ControlClaim {
  claim_id: string;
  /** country, province, district, place */
  area_type: string;
  controller: string;
  status: string;
  certainty: string;
  claimant: string;
  claimant_name: string | null;
  valid_from: string;
  valid_to: string | null;
  from_precision: number | null;
  from_latest: string | null;
  to_precision: number | null;
  to_latest: string | null;
  known_from: string | null;
  last_confirmed: string;
  area_note: string | null;
  exception: string | null;
  notes: string | null;
  source_ids: string[];
}

export interface Source {
  publisher: string | null;
  title: string;
  lang: string;
  date: string | null;
  date_note: string | null;
  url: string | null;
  archive_url: string | null;
  party_near: string | null;
  read_as: string;
  seen_through: string[];
  copy_of: string[];
  retells: string | null;
  unresolved: boolean | null;
}

export interface Presence {
  admin1: string;
  as_of: string;
  actor_id: string;
  polarity: string;
  claimant: string;
  claimant_name: string | null;
  source_ids: string[];
}
