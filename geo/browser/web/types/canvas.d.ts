/** What is drawn on the map's canvases, and its legend. */

import type { Shade } from "./layers.js";
import type { ControlState, Zone } from "./record.js";

/** A local unit u is drawn at u * scale + x, in device pixels. */
export interface CanvasView {
  scale: number;
  x: number;
  y: number;
  ratio: number;
  width: number;
  height: number;
  zoom: number;
  /** It is a lens: marks take their small form, places are as wide as can be seen. */
  inLens?: boolean;
}

export type Paint = (ctx: CanvasRenderingContext2D, view: CanvasView) => unknown;

export interface CanvasLayer {
  repaint(): void;
  reset(): void;
  view(): CanvasView | null;
}

/** How a state is drawn on a day; the legend is made of the same. */
export interface AreaStyle {
  fill: "none" | "solid" | "claimed" | "contested" | "disagreed" | "besieged" | "undecided";
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

/** Lines and dots in a square of side 1 that is repeated: its side, the lines' width and the dots' radius in px. */
export interface Pattern {
  step: number;
  width: number;
  lines: number[][][];
  dots: number[][];
}

/** How a holder is drawn: its ground, outline, part of a contested area, claim, and the pattern on its ground. */
export interface Holder {
  colour: string;
  edge: string;
  band: string;
  word: string;
  pattern: string;
  ink: string;
}

/** A pattern in one colour, over a light line where it lies on ground of others. */
export interface Strokes {
  pattern: string;
  colour: string;
  opacity: number;
  cased: boolean;
}

export interface Edge {
  colour: string;
  /** solid, dashed or dotted */
  line: string;
  width: number;
}

/** What an area is painted with, from below. */
export interface Sign {
  ground: string | null;
  opacity: number;
  strokes: Strokes[];
  edge: Edge | null;
  besieged: boolean;
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

/** Events as they are drawn: where the place is known, where the district is, where only the province is. */
export interface Mark extends Hit {
  kind: "symbol" | "disc" | "badge";
  isSelected: boolean;
  /** The one whose type is shown. */
  lead: number;
}

/** How a set of events is drawn. */
export interface EventStyle {
  ink: string;
  symbol(lead: number, members: number[], ratio: number, radius: number): HTMLCanvasElement;
  /** The small form; without it marks never yield. */
  small?(lead: number, ratio: number, radius: number): HTMLCanvasElement;
  /** A district, known no better. */
  area(ctx: CanvasRenderingContext2D, x: number, y: number, radius: number, members: number[]): void;
  /** More events than can be read as symbols; null when somebody else draws them. */
  many: ((ctx: CanvasRenderingContext2D, view: CanvasView, span: [number, number]) => void) | null;
}

/** What lies under the pointer. */
export interface Pointed {
  userData?: number[];
  /** Rows of UCDP's, by number. */
  reference?: number[];
  events?: number[];
  place?: ZoneOnDay;
  district?: number;
}

/** What a row of the legend shows: an area as it is drawn, a symbol, a frame, or a shade of a layer. */
export type Sample =
  | { fill: AreaStyle }
  | { symbol: [number, number] }
  | { frame: "disc" | "dotted" }
  | { shade: Shade; of: "district" | "province"; layer: "activity" | "presence" };

/** A row of a legend, before it is made; without a sample nothing is drawn on the map. */
export interface LegendRow {
  key: string;
  sample: Sample | null;
  text: string;
  number: string;
}
