/** Where names stand: beside each other and not under obstacles; what has no room is left out. */

import { MAP_STYLE } from "../engine/map_constants.js";
import { local } from "../engine/mercator.js";

/** @import { Base, Box, CanvasView, Obstacle } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

/** @typedef {"province" | "district" | "town"} Rank */

/**
 * @typedef {object} Label
 * @property {Rank} rank
 * @property {string} text
 * @property {number} x local units
 * @property {number} y
 * @property {number} people that live there; only for towns
 * @property {number} number of the province or district in the record
 */

/**
 * A place where a name may stand.
 * @typedef {object} Spot
 * @property {number} x where its text begins
 * @property {number} y
 * @property {[number, number]} dot what it names
 * @property {Box} text where its letters are
 * @property {Box} box what it takes
 */

/** @typedef {Spot & {label: Label}} Placed */

const STEP = 13; // how far a province's name steps up or down from what stands there
const FIRST = 1e6; // more than there are events
const ORDER = { province: 0, district: 1, town: 2 };
const MAX_HIDDEN = 0.15; // of a name's length; one that would be hidden more is left out

export const RANKS = {
  province: { style: "600", size: 12.5, ink: MAP_STYLE.nameInk, spacing: 6 },
  district: { style: "400", size: 10.5, ink: MAP_STYLE.outerBorder, spacing: 4 },
  town: { style: "italic 400", size: 11, ink: MAP_STYLE.nameInk, spacing: 5 },
};

/**
 * All names: provinces, those with the most events of the record first, then districts, towns.
 * @param {Record} record
 * @param {Base["towns"]} towns
 * @returns {Label[]}
 */
export function labelsOf(record, towns) {
  const eventCounts = record.provinces.map(() => 0);
  for (const province of record.events.province) if (province >= 0) eventCounts[province] += 1;
  const inOrder = [...record.provinces.keys()].sort((a, b) => eventCounts[b] - eventCounts[a]);
  /** @type {(rank: Rank, number: number, text: string, lon: number, lat: number, people?: number) => Label} */
  const label = (rank, number, text, lon, lat, people = 0) => {
    const [x, y] = local(lon, lat);
    return { rank, text, x, y, people, number };
  };
  /** @param {number} n */
  const provinceLabel = (n) => {
    const { name, lon, lat } = record.provinces[n];
    return label("province", n, name, lon, lat);
  };
  return [
    ...inOrder.map((n) => provinceLabel(n)),
    ...record.districts.map((d, n) => label("district", n, d.name, d.lon, d.lat)),
    ...towns.map(([name, lon, lat, people, id], n) => label("town", n, record.nameOf(id, name), lon, lat, people)),
  ];
}

/**
 * The names with those first that stay where names touch: provinces and districts that have something to tell that day,
 * then those with the most events of the window.
 * @param {Label[]} labels
 * @param {Record} record
 * @param {number[]} telling districts
 * @param {number[]} shown events
 */
export function byWeight(labels, record, telling, shown) {
  const weights = { province: record.provinces.map(() => 0), district: record.districts.map(() => 0) };
  const { province, district } = record.events;
  for (const i of shown) {
    if (province[i] >= 0) weights.province[province[i]] += 1;
    if (district[i] >= 0) weights.district[district[i]] += 1;
  }
  for (const number of telling) {
    weights.province[record.districts[number].province] += FIRST;
    weights.district[number] += FIRST;
  }
  /** @param {Label} label */
  const weight = ({ rank, number }) => (rank === "town" ? 0 : weights[rank][number]);
  return labels.toSorted((a, b) => ORDER[a.rank] - ORDER[b.rank] || weight(b) - weight(a));
}

/**
 * The names that have room in a view, each at the place where obstacles hide the least of it.
 * @param {Label[]} labels those first that are to stay
 * @param {Pick<CanvasRenderingContext2D, "measureText" | "font">} ctx measures the names
 * @param {CanvasView} view
 * @param {Obstacle[]} obstacles
 * @param {Box[]} keptFree where no name stands, in pixels of the canvas
 * @returns {Placed[]}
 */
export function declutter(labels, ctx, view, obstacles, keptFree = []) {
  /** @type {Placed[]} */
  const names = [];
  for (const label of labels) {
    if (!isShown(label, view.zoom)) continue;
    const [x, y] = [label.x * view.scale + view.x, label.y * view.scale + view.y];
    if (x < 0 || y < 0 || x > view.width || y > view.height) continue;
    const free = spotsOf(ctx, view, label, x, y).filter(
      ({ box }) =>
        names.every((name) => !isOverlapping(name.box, box)) && !keptFree.some((kept) => isOverlapping(kept, box)),
    );
    const spot = leastHidden(free, obstacles);
    if (spot) names.push({ ...spot, label });
  }
  return names;
}

/**
 * The spot where obstacles hide the least; null when they hide too much everywhere.
 * @param {Spot[]} spots
 * @param {Obstacle[]} obstacles
 */
function leastHidden(spots, obstacles) {
  let [best, least] = [/** @type {Spot | null} */ (null), Infinity];
  for (const spot of spots) {
    const hidden = obstacles.reduce((sum, obstacle) => sum + overlapOf(obstacle, spot.text), 0);
    if (hidden < least) [best, least] = [spot, hidden];
  }
  return best && least <= MAX_HIDDEN * (best.text[2] - best.text[0]) ? best : null;
}

/** @type {(one: Box, other: Box) => boolean} */
export const isOverlapping = (one, other) =>
  one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

/**
 * @param {Label} label
 * @param {number} zoom
 */
function isShown(label, zoom) {
  if (label.rank === "province") return zoom < MAP_STYLE.provinceNamesBelowZoom;
  if (label.rank === "district") return zoom >= MAP_STYLE.districtNamesFromZoom;
  return MAP_STYLE.townRanks.some(([from, people]) => zoom >= from && label.people >= people);
}

/**
 * How much of a name's length an obstacle covers.
 * @param {Obstacle} obstacle
 * @param {Box} text
 */
export function overlapOf({ x, y, radius }, [left, top, right, bottom]) {
  const off = Math.max(top - y, 0, y - bottom);
  if (off >= radius) return 0;
  const half = Math.sqrt(radius * radius - off * off);
  return Math.max(0, Math.min(right, x + half) - Math.max(left, x - half));
}

/**
 * Where a name may stand, the best place first.
 * @param {Pick<CanvasRenderingContext2D, "measureText" | "font">} ctx
 * @param {CanvasView} view
 * @param {Label} label
 * @param {number} x of what it names
 * @param {number} y
 * @returns {Spot[]}
 */
function spotsOf(ctx, view, label, x, y) {
  const rank = RANKS[label.rank];
  const [size, gap] = [rank.size * view.ratio, rank.spacing * view.ratio];
  ctx.font = fontOf(label.rank, view.ratio);
  const { width } = ctx.measureText(label.text);
  return offsetsOf(label.rank, width, view.ratio).map(([dx, dy]) => {
    const [left, middle] = [x + dx - width / 2, y + dy];
    return {
      x: left,
      y: middle,
      dot: [x, y],
      text: [left, middle - size * 0.45, left + width, middle + size * 0.45],
      box: [left - gap, middle - size * 0.7 - gap / 2, left + width + gap, middle + size * 0.7 + gap / 2],
    };
  });
}

/**
 * From what it names to the middle of the name. A province's goes no farther: on a neighbour's ground it would be untrue.
 * @param {Rank} rank
 * @param {number} width
 * @param {number} ratio
 * @returns {[number, number][]}
 */
function offsetsOf(rank, width, ratio) {
  const step = STEP * ratio;
  const below = MAP_STYLE.belowDiscPx * ratio;
  const beside = width / 2 + 4 * ratio; // of a town's dot
  if (rank === "province") return [0, -step, step].map((dy) => [0, dy]);
  if (rank === "district") return [below, -below].map((dy) => [0, dy]);
  return [beside, -beside].map((dx) => [dx, 0]);
}

/**
 * @param {Rank} rank
 * @param {number} ratio
 */
export function fontOf(rank, ratio) {
  const { style, size } = RANKS[rank];
  return `${style} ${size * ratio}px "Replay Arabic", system-ui, "Segoe UI", "Noto Sans", sans-serif`;
}
