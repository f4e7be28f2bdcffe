/** `base.json`: borders, rivers, towns. */

import type * as Leaflet from "leaflet";

export type LonLat = [number, number];

export interface Base {
  topology: Topology;
  /** Delta-encoded and quantised as the topology's arcs are. */
  rivers: LonLat[][];
  /** name, lon, lat, people, id */
  towns: [string, number, number, number, string][];
  relief: Leaflet.LatLngBoundsLiteral;
}

export interface Topology {
  arcs: LonLat[][];
  transform?: { scale: LonLat; translate: LonLat };
  objects: { [name: string]: { geometries: Geometry[] } };
}

/** `ground.json`: areas for the first picture, each by the district that stands for it; rings as TopoJSON's arcs. */
export interface Ground {
  areas: [number, LonLat[][]][];
  transform: Topology["transform"];
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
