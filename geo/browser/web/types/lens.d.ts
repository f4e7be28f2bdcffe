/** Lenses: small areas of the map shown larger. */

import type { Box } from "./base.js";

/** A map of a size and what it shows: a point u is drawn at u * scale + (x, y), in CSS pixels. */
export interface LensView {
  width: number;
  height: number;
  scale: number;
  x: number;
  y: number;
}

/** A lens of the day: the part of the map that it shows, and the scale at which its areas can be read. */
export interface WantedLens {
  number: number;
  shown: Box;
  leastScale: number;
}

/** A lens on a map: which one (-1 is the locator of the country), where it stands, its scale. */
export interface PlacedLens {
  number: number;
  stands: Box;
  scale: number;
  /** It takes the map's place: the country stands in it as a locator. */
  covers: boolean;
}

/** What lies under lenses: boxes that they must keep free, points that they should, the box of the country. */
export interface LensGround {
  areas: Box[];
  points: number[][];
  country: Box;
}

/** first and last day, west, south, east, north, least scale in pixels of the Mercator world, provinces by number, areas as west, south, east, north */
export type LensRow = [number, number, number, number, number, number, number, number[], Box[]];
