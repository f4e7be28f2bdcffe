/** Points that lie close put together. */

/** @import { Cluster } from "../types.js" */

/** @typedef {{[axis in "x" | "y"]: ArrayLike<number>}} Points in local units */

const ROW = 2 ** 24; // columns of the grid that have numbers of their own

/**
 * Points closer than `reach` (device pixels) put together; a grid keeps it linear.
 * @param {Iterable<number>} numbers
 * @param {Points} points
 * @param {{scale: number, x: number, y: number}} view
 * @param {number} reach
 * @returns {Cluster[]}
 */
export function clustersOf(numbers, points, view, reach) {
  /** @type {Map<number, Cluster[]>} */
  const cells = new Map();
  /** @type {Cluster[]} */
  const clusters = [];
  for (const i of numbers) {
    const [x, y] = [points.x[i] * view.scale + view.x, points.y[i] * view.scale + view.y];
    const key = Math.floor(x / reach) + ROW * Math.floor(y / reach);
    const found = neighbour(cells, key, x, y, reach * reach);
    if (found) {
      found.members.push(i);
      continue;
    }
    const cluster = { x, y, members: [i] };
    clusters.push(cluster);
    const cell = cells.get(key);
    if (cell) cell.push(cluster);
    else cells.set(key, [cluster]);
  }
  return clusters;
}

/**
 * A cluster in the cells around a point that is near enough.
 * @param {Map<number, Cluster[]>} cells
 * @param {number} key
 * @param {number} x
 * @param {number} y
 * @param {number} squared
 */
function neighbour(cells, key, x, y, squared) {
  for (let row = -ROW; row <= ROW; row += ROW)
    for (let column = -1; column <= 1; column++)
      for (const cluster of cells.get(key + row + column) ?? [])
        if ((cluster.x - x) ** 2 + (cluster.y - y) ** 2 < squared) return cluster;
  return null;
}

/**
 * Numbers by what `keys` says of them.
 * @param {Iterable<number>} numbers
 * @param {ArrayLike<number>} keys
 * @returns {Map<number, number[]>}
 */
export function groupBy(numbers, keys) {
  /** @type {Map<number, number[]>} */
  const groups = new Map();
  for (const i of numbers) {
    const group = groups.get(keys[i]);
    if (group) group.push(i);
    else groups.set(keys[i], [i]);
  }
  return groups;
}
