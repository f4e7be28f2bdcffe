/** What the address and the store hold, and what views and pages hand each other. */

import type * as Leaflet from "leaflet";
import type { Record as ReplayRecord } from "../engine/record.js";
import type { Base, Box } from "./base.js";
import type { Cards } from "./cards.js";
import type { RecordMarks } from "./events.js";
import type { LayerName, PresenceLevel } from "./layers.js";
import type { RecordPayload } from "./record.js";
import type { ReferencePayload } from "./reference.js";
import type { RecordNames } from "./search.js";

export type LeafletMap = Leaflet.Map & {
  /** What Leaflet's own renderers use; there is no public way. */
  _getMapPanePos(): Leaflet.Point;
  /** While it zooms, Leaflet ignores what it is asked to look at. */
  _animatingZoom?: boolean;
  /** Whether it zooms by and by. */
  _zoomAnimated?: boolean;
  /** Where it will look when it has zoomed. */
  _animateToCenter?: Leaflet.LatLng;
  _animateToZoom?: number;
  /** What pans it: where its pane was, and how far it goes. */
  _panAnim?: { _inProgress?: boolean; _startPos: Leaflet.Point; _offset: Leaflet.Point };
  /** While it is set, Leaflet does not pan back into its bounds. */
  _enforcingBounds?: boolean;
  _rawPanBy(offset: Leaflet.Point): void;
};

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
  layer: LayerName;
  presence: PresenceLevel;
  /** The day to compare with. */
  since: number | null;
  sincePerspective?: Perspective;
  province: string | null;
  district: string | null;
  place: string | null;
  event: string | null;
  /** Where the map looks, as the address has it. */
  at?: string | null;
  /** Rows of others that stand beside ours: 'ucdp'. */
  reference?: string | null;
  /** The language of the page: 'en', 'fa' or 'ps'. */
  lang?: string;
  /** Where the map is to look once. */
  extent?: Extent | null;
  /** Events to be ringed, by id. */
  highlight?: string[] | null;
  comparedMaps?: { [key in MapKey]: MapMoment } | null;
  /** Where two compared maps look, and which of them says so. */
  viewport?: SharedViewport | null;
}

/** The end of a day as one perspective has it. */
export interface MapMoment {
  day: number;
  perspective: Perspective;
}

export interface SharedViewport {
  /** The map that moved; 'page' where both are to follow. */
  by: MapKey | "page";
  centre: { lat: number; lng: number };
  zoom: number;
  done: boolean;
  /** Moved by the page, not by the reader. */
  isLed?: boolean;
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
  /** What of the record the marks on the map need; none where the record is whole. */
  marks?: string | RecordMarks;
  /** Whether that is asked for later than the record, by `Store.marked`. */
  hasLateMarks?: boolean;
  /** What of the record comes after the map; none where the record is whole. */
  names?: string | RecordNames;
  texts: string | Texts;
  /** Where the font lies that the language needs. */
  font?: string;
  cards: string | Cards;
  base?: string | Base;
  /** Rows of UCDP's; none where the data have none. */
  reference?: string | ReferencePayload;
  relief?: string;
  comparedMap?: MapKey;
  /** Whether other pages are the app's, or files of the reader's edition; and the way to the root of these. */
  pages?: "app" | "files";
  root?: string;
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
  numbers(): { province: string; text: string; isLabel: boolean; box: Box }[];
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
  painted(day: number, map?: string): void;
  attach(name: string, view: View): void;
  detach(name: string, view: View): void;
}
