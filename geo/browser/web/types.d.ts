/** Shapes that travel between Python, the store and the views. No browser reads this file: only `make web` does. */

import type * as Leaflet from "leaflet";
import type { Record as ReplayRecord } from "./engine/record.js";
import type { Store } from "./engine/store.js";

declare global {
  interface Window {
    /** The page's store; for embedders and tests too. */
    conflictReplay?: Store;
    /** The map of this frame, for tests. */
    conflictMap?: { map: LeafletMap; view: MapView; comparedMap?: MapKey };
    L: typeof Leaflet;
  }
}

export type LeafletMap = Leaflet.Map & {
  /** What Leaflet's own renderers use; there is no public way. */
  _getMapPanePos(): Leaflet.Point;
  _rawPanBy(offset: Leaflet.Point): void;
};

// --- what the address and the store hold ---------------------------------------------------------------------------

export type Perspective = "assessed" | "nrf" | "taliban" | "both";
export type FilterKey = "type" | "grade" | "actor" | "area" | "precision" | "claimant" | "kind";
/** By key the chosen values, with commas between them; null or missing lets everything through. */
export type Choices = { [key in FilterKey]?: string | null };
/** South-west and north-east as lat, lon. */
export type Extent = number[][];
export type MapKey = "a" | "b";

export interface State extends Choices {
  /** Counted from the first day of the record. */
  day: number;
  perspective: Perspective;
  /** Days of the trailing window of events, or 'all'. */
  window: string;
  /** The day to compare with. */
  since: number | null;
  sincePerspective?: Perspective;
  province: string | null;
  district: string | null;
  place: string | null;
  event: string | null;
  /** Where the map looks, as the address has it. */
  at?: string | null;
  /** Where the map is to look once. */
  extent?: Extent | null;
  /** Events to be ringed, by id. */
  highlight?: string[] | null;
  comparedMaps?: { [key in MapKey]: { day: number; perspective: Perspective } } | null;
  /** Where two compared maps look, and which of them says so. */
  viewport?: SharedViewport | null;
}

export interface SharedViewport {
  by: MapKey;
  centre: Leaflet.LatLng;
  zoom: number;
  done: boolean;
}

/** The state as an address has it: days as 'YYYY-MM-DD'. */
export interface AddressView extends Omit<State, "day" | "since" | "comparedMaps"> {
  date: string;
  since: string | null;
  comparedMaps?: { [key in MapKey]: { date: string; perspective: Perspective } };
}

/** What is told to the server. */
export type Report = { [key: string]: unknown };

/** Addresses of our files, or the files themselves (in a one-file replay). */
export interface Assets {
  record: string | RecordPayload;
  texts: string | Texts;
  cards: string | Cards;
  base?: string | Base;
  relief?: string;
  comparedMap?: MapKey;
}

/** What a page hands to a component. */
export interface Options {
  assets: Assets;
  view: AddressView;
  epoch: number;
  report(view: Report): void;
}

export interface View {
  draw(state: State, changed: Set<string>): void;
}

/** What a component gives back to the page. */
export interface Mounted<T = Options> {
  update(options: T): unknown;
  remove(): void;
}

export interface MapView extends View {
  visibleEvents(): string[];
  coveredNames(): string[];
  clusters(): number[];
}

/** Text by key, with values put in by name. */
export type Translate = (key: string, values?: { [name: string]: unknown }) => string;
export type Texts = { [key: string]: string };

/** The part of the store that views read. */
export interface Shown {
  record: ReplayRecord;
  state: State;
  t: Translate;
}

/** What a map needs of the store; one of two compared maps sees it with a state of its own. */
export interface MapStore extends Shown {
  set(change: Partial<State>): void;
  commit(): void;
  painted(day: number): void;
  attach(name: string, view: View): void;
  detach(name: string, view: View): void;
}

// --- record.json ---------------------------------------------------------------------------------------------------

export interface RecordPayload {
  version: string;
  firstDay: string;
  days: number;
  /** By id the name for a legend and the name in a sentence. */
  actors: { [id: string]: [string, string] };
  /** id, name, Dari, Pashto, lon, lat, km² */
  provinces: [string, string, string, string, number, number, number][];
  /** id, name, number of the province, lon, lat, km² */
  districts: [string, string, number, number, number, number][];
  /** By perspective and district: first day, state, since, first day, state, since, … */
  intervals: { [key in Perspective]: number[][] };
  zones: Zone[];
  /** By perspective: day, [[district, state before, state after], …] */
  changes: { [key in Perspective]: [number, [number, number, number][]][] };
  /** By perspective: day, [[province, state, whole, district, …], …] */
  groups: { [key in Perspective]: [number, number[][]][] };
  events: EventColumns;
  /** First and last day of each month without a record. */
  silence: [number, number][];
  states: StateRow[];
  lists: { claimants: string[]; kinds: string[]; precisions: number[] };
  /** By claim the number of its kind of claimant. */
  claimants: { [claim: string]: number };
  /** file, id, lon, lat, spelling, … */
  names: [string, string, number | null, number | null, ...string[]][];
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

/** Districts of a province that differ from the ground in the same way. */
export interface Group {
  province: number;
  state: ControlState;
  whole: boolean;
  districts: number[];
}

export interface EventColumns {
  id: string[];
  title: string[];
  start: ArrayLike<number>;
  end: ArrayLike<number>;
  datePrecision: number[];
  type: ArrayLike<number>;
  verification: ArrayLike<number>;
  where: ArrayLike<number>;
  point: ([number, number] | null)[];
  province: number[];
  district: number[];
  country: string[];
  actors: number[][];
  claimants: number[][];
  kinds: number[][];
  /** Of what a reader added: 0 where the file tells no type. */
  typed?: number[];
}

/** The same in the browser, with what is drawn of it. */
export interface Events extends EventColumns {
  start: Int32Array;
  end: Int32Array;
  type: Uint8Array;
  verification: Uint8Array;
  where: Uint8Array;
  typeNames: string[];
  verificationNames: string[];
  /** Local units (`mercator.js`). */
  x: Float32Array;
  y: Float32Array;
  /** 0: not on the map, else how exactly: 1 or 2 the place, 3 the district. */
  placed: Uint8Array;
  /** 1 where the day is known well enough. */
  drawn: Uint8Array;
  /** Numbers of the events that last long. */
  long: number[];
  /** By type a colour as ImageData holds it. */
  colours: Uint32Array;
}

/** What of the events has the filters' consent. */
export interface EventFilter {
  pass: Uint8Array;
  active: FilterKey[];
  hidden: number;
  choose(choices: Choices): void;
  counts(key: FilterKey, choices: Choices, numbers: Iterable<number>): Map<string, number>;
  options(key: FilterKey): string[];
}

// --- base.json -----------------------------------------------------------------------------------------------------

export type LonLat = [number, number];

export interface Base {
  topology: Topology;
  rivers: LonLat[][];
  /** name, lon, lat, people */
  towns: [string, number, number, number][];
  relief: Leaflet.LatLngBoundsLiteral;
}

export interface Topology {
  arcs: LonLat[][];
  transform?: { scale: LonLat; translate: LonLat };
  objects: { [name: string]: { geometries: Geometry[] } };
}

export type Geometry = { id?: string; properties?: { id?: string; admin2_id?: string } } & (
  | { type: "Polygon"; arcs: number[][] }
  | { type: "MultiPolygon"; arcs: number[][][] }
);

/** left, top, right, bottom */
export type Box = [number, number, number, number];

/** A district on the map: its outline in local units and its bounding box. */
export interface Area {
  path: Path2D;
  box: Box;
}

export interface Borders {
  country: Path2D;
  province: Path2D;
  district: Path2D;
}

// --- cards.json ----------------------------------------------------------------------------------------------------

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
  verified_by: string | null;
  claims: EventClaim[];
  source_ids: string[];
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
  controller: string;
  status: string;
  certainty: string;
  claimant: string;
  claimant_name: string | null;
  valid_from: string;
  valid_to: string | null;
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
  party_near: string | null;
  read_as: string;
  seen_through: string[];
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

// --- what a reader added -------------------------------------------------------------------------------------------

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

// --- on the canvas -------------------------------------------------------------------------------------------------

/** A local unit u is drawn at u * scale + x, in device pixels. */
export interface CanvasView {
  scale: number;
  x: number;
  y: number;
  ratio: number;
  width: number;
  height: number;
  zoom: number;
}

export type Paint = (ctx: CanvasRenderingContext2D, view: CanvasView) => unknown;

export interface CanvasLayer {
  repaint(): void;
  reset(): void;
  view(): CanvasView | null;
}

/** How a state is drawn on a day; the legend is made of the same. */
export interface AreaStyle {
  fill: "none" | "solid" | "claimed" | "contested" | "disagreed" | "besieged";
  controller: string;
  opacity: number;
  /** Number of the age step. */
  fade: number;
  partial: boolean;
  /** The other of two holders. */
  against: string | null;
  disputed: string | null;
  active: string | null;
}

/** A named place with a state of its own on a day. */
export interface ZoneOnDay {
  zone: Zone;
  state: ControlState;
  since: number;
}

/** Where something stands that a name should not lie under. */
export interface Obstacle {
  x: number;
  y: number;
  radius: number;
}

/** Events that are drawn as one. */
export interface Cluster {
  x: number;
  y: number;
  members: number[];
}

export interface Hit extends Obstacle {
  members: number[];
}

/** How a set of events is drawn. */
export interface EventStyle {
  /** Where a province's count may stand, from the middle of its name; the best place first. */
  badgeOffsets: [number, number][];
  ink: string;
  symbol(lead: number, members: number[], ratio: number, radius: number): HTMLCanvasElement;
  /** A district, known no better. */
  area(ctx: CanvasRenderingContext2D, x: number, y: number, radius: number, members: number[]): void;
  /** More events than can be read as symbols; null when somebody else draws them. */
  many: ((ctx: CanvasRenderingContext2D, view: CanvasView, span: [number, number]) => void) | null;
}

/** What lies under the pointer. */
export interface Pointed {
  userData?: number[];
  events?: number[];
  place?: ZoneOnDay;
  district?: number;
}

/** What a row of the legend shows: an area's fill, what lies over one, a symbol, or a frame. */
export type Sample =
  | { fill: AreaStyle }
  | { overlay: "disputed" | "active"; actor: string }
  | { symbol: [number, number] }
  | { frame: "disc" | "dotted" };

/** A row of a legend, before it is made; without a sample nothing is drawn on the map. */
export interface LegendRow {
  key: string;
  sample: Sample | null;
  text: string;
  number: string;
}

export type SearchKind = "provinces" | "districts" | "places" | "actors" | "events";

/** What a search can find. */
export interface SearchEntry {
  kind: string;
  id: string;
  name: string;
  /** As they are typed, all spellings. */
  texts: string[];
  sounds?: string[];
  lon?: number | null;
  lat?: number | null;
  /** Number of the event. */
  i?: number;
}
