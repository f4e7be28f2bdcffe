/** District polygons and border lines out of a TopoJSON coverage (arcs are shared, so no slivers). */

import { local } from "./mercator.js";

/**
 * @param topology TopoJSON with one object whose geometries carry `id` = district id
 * @param districtIds the ids in the order of the record
 * @param provinceOf province number of each district
 * @returns {{areas: Area[], borders: {country: Path2D, province: Path2D, district: Path2D}}}
 */
export function decode(topology, districtIds, provinceOf) {
  const arcs = topology.arcs.map((arc) => absolute(arc, topology.transform));
  const geometries = Object.values(topology.objects)[0].geometries;
  const byId = new Map(geometries.map((g) => [g.id ?? g.properties?.id ?? g.properties?.admin2_id, g]));
  const owners = arcs.map(() => []);
  const areas = districtIds.map((id, number) => area(byId.get(id), arcs, owners, number));
  return { areas, borders: borders(arcs, owners, provinceOf) };
}

/** One district: its outline as a path in local units, and its bounding box. */
function area(geometry, arcs, owners, number) {
  const path = new Path2D();
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const polygons = geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs;
  for (const ring of polygons.flat()) {
    let first = true;
    for (const index of ring) {
      const arc = index < 0 ? arcs[~index] : arcs[index];
      owners[index < 0 ? ~index : index].push(number);
      const points = index < 0 ? arc.slice().reverse() : arc;
      for (let i = first ? 0 : 1; i < points.length; i++) {
        const [x, y] = points[i];
        if (first && i === 0) path.moveTo(x, y);
        else path.lineTo(x, y);
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x);
        box[3] = Math.max(box[3], y);
      }
      first = false;
    }
    path.closePath();
  }
  return { path, box };
}

/** Each border once, sorted by what it divides. */
function borders(arcs, owners, provinceOf) {
  const lines = { country: new Path2D(), province: new Path2D(), district: new Path2D() };
  arcs.forEach((arc, index) => {
    const [a, b] = owners[index];
    if (a === undefined) return;
    const kind = b === undefined ? "country" : provinceOf[a] === provinceOf[b] ? "district" : "province";
    arc.forEach(([x, y], i) => (i ? lines[kind].lineTo(x, y) : lines[kind].moveTo(x, y)));
  });
  return lines;
}

/** A delta-encoded, quantised arc → points in local units. */
function absolute(arc, transform) {
  let x = 0;
  let y = 0;
  return arc.map(([dx, dy]) => {
    if (!transform) return local(dx, dy);
    x += dx;
    y += dy;
    return local(x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]);
  });
}

/** A line of [lon, lat] added to a path, in local units. */
export function addLine(path, points) {
  points.forEach(([lon, lat], i) => (i ? path.lineTo(...local(lon, lat)) : path.moveTo(...local(lon, lat))));
}
