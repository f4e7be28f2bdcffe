/** District polygons and border lines out of a TopoJSON coverage (arcs are shared, so no slivers). */

import { local } from "./mercator.js";

/** @import { Area, Borders, Box, Geometry, Ground, LonLat, Topology } from "../types.js" */

/** @typedef {[number, number][]} Line in local units */

/**
 * The districts' areas in the order of the record, the borders between them, and which of them are neighbours.
 * @param {Topology} topology one object whose geometries carry `id` = district id
 * @param {string[]} districtIds
 * @param {number[]} provinceOf the province's number by district
 * @returns {{areas: Area[], borders: Borders, neighbours: number[][]}} neighbours by district
 */
export function decode(topology, districtIds, provinceOf) {
  const arcs = topology.arcs.map((arc) => absolute(arc, topology.transform));
  const [{ geometries }] = Object.values(topology.objects);
  const byId = new Map(geometries.map((g) => [g.id ?? g.properties?.id ?? g.properties?.admin2_id, g]));
  /** @type {number[][]} */
  const owners = arcs.map(() => []);
  const areas = districtIds.map((id, number) => {
    const geometry = byId.get(id);
    if (!geometry) throw new Error(`the base map has no district ${id}`);
    return areaOf(ringsOf(geometry, arcs, owners, number));
  });
  return { areas, borders: bordersOf(arcs, owners, provinceOf), neighbours: neighboursOf(owners, areas.length) };
}

/**
 * Districts that share an arc.
 * @param {number[][]} owners by arc
 * @param {number} count of districts
 */
function neighboursOf(owners, count) {
  const found = Array.from({ length: count }, () => /** @type {Set<number>} */ (new Set()));
  for (const [one, other] of owners) {
    if (other === undefined || one === other) continue;
    found[one].add(other);
    found[other].add(one);
  }
  return found.map((set) => [...set]);
}

/**
 * The rings of a district as lines; notes the district's number as an owner of each of its arcs.
 * @param {Geometry} geometry
 * @param {Line[]} arcs
 * @param {number[][]} owners by arc
 * @param {number} number
 * @returns {Line[]}
 */
function ringsOf(geometry, arcs, owners, number) {
  const polygons = geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs;
  return polygons.flat().map((ring) => {
    for (const index of ring) owners[index >= 0 ? index : ~index].push(number);
    return joined(ring, arcs);
  });
}

/**
 * The arcs of a ring as one line: each begins where the one before it ends.
 * @param {number[]} ring numbers of arcs; of one that runs backwards, its complement
 * @param {Line[]} arcs
 * @returns {Line}
 */
const joined = (ring, arcs) =>
  ring.flatMap((index, at) => {
    const points = index >= 0 ? arcs[index] : arcs[~index].slice().reverse();
    return at ? points.slice(1) : points;
  });

/**
 * The outlines of areas that look alike on every day, by the number of the district that stands for each.
 * @param {Ground} ground
 * @returns {Map<number, Line[]>} in local units
 */
export const outlinesOf = ({ areas, transform }) =>
  new Map(areas.map(([number, rings]) => [number, rings.map((ring) => absolute(ring, transform))]));

/**
 * Rings as one path and their bounding box.
 * @param {Line[]} rings
 * @returns {Area}
 */
function areaOf(rings) {
  const path = new Path2D();
  /** @type {Box} */
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    addPoints(path, ring);
    path.closePath();
    for (const [x, y] of ring) {
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
  }
  return { path, box };
}

/**
 * Each border once, sorted by what it divides.
 * @param {Line[]} arcs
 * @param {number[][]} owners
 * @param {number[]} provinceOf
 * @returns {Borders}
 */
function bordersOf(arcs, owners, provinceOf) {
  const lines = { country: new Path2D(), province: new Path2D(), district: new Path2D() };
  arcs.forEach((arc, index) => {
    const [a, b] = owners[index];
    if (a === undefined) return;
    const kind = b === undefined ? "country" : provinceOf[a] === provinceOf[b] ? "district" : "province";
    addPoints(lines[kind], arc);
  });
  return lines;
}

/**
 * A delta-encoded, quantised arc → points in local units.
 * @param {LonLat[]} arc
 * @param {Topology["transform"]} transform
 * @returns {Line}
 */
function absolute(arc, transform) {
  if (!transform) return arc.map(([lon, lat]) => local(lon, lat));
  const { scale, translate } = transform;
  let x = 0;
  let y = 0;
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return local(x * scale[0] + translate[0], y * scale[1] + translate[1]);
  });
}

/**
 * Lines as one path, in local units.
 * @param {LonLat[][]} lines delta-encoded and quantised as arcs are
 * @param {Topology["transform"]} transform
 */
export function linesOf(lines, transform) {
  const path = new Path2D();
  for (const line of lines) addPoints(path, absolute(line, transform));
  return path;
}

/**
 * @param {Path2D} path
 * @param {Line} points
 */
function addPoints(path, points) {
  points.forEach(([x, y], at) => {
    if (at) path.lineTo(x, y);
    else path.moveTo(x, y);
  });
}
