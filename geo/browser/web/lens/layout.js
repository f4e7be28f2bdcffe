/**
 * Where the lenses of a map stand and how large they are; Python's twin is `geo/lens/layout.py`.
 *
 * Plain numbers in one flat unit u, whichever: a point of it is drawn at u * scale + (x, y), in pixels.
 */

import { MAP_STYLE } from "../engine/map_constants.js";

/** @import { Box, LensGround, LensView, PlacedLens, WantedLens } from "../types.js" */

const LOCATOR = -1;
const FAR_PX = 9999;

/**
 * The lenses of a map at its zoom, the most important first; none for what can be read on the map itself.
 *
 * A wide map has them beside each other over empty ground. On a narrow one the first takes the map's place.
 * @param {LensView} view
 * @param {WantedLens[]} lenses those of the day, the most important first
 * @param {LensGround} ground
 * @param {Box[]} occupied boxes in pixels where something else stands
 * @returns {PlacedLens[]}
 */
export function lensLayout(view, lenses, ground, occupied = []) {
  const wanted = lenses.filter((lens) => lens.leastScale > view.scale).slice(0, MAP_STYLE.lens.most);
  if (!wanted.length) return [];
  if (view.width >= MAP_STYLE.lens.narrowPx) return beside(view, wanted, ground, occupied, false);
  const cover = coverOf(view, wanted[0]);
  const under = viewIn(cover, wanted[0].shown);
  const small = [...wanted.slice(1), { number: LOCATOR, shown: ground.country, leastScale: 0 }];
  return [cover, ...beside(under, small, ground, occupied, true)];
}

/**
 * The lens that takes a narrow map's place.
 * @param {LensView} view
 * @param {WantedLens} lens
 * @returns {PlacedLens}
 */
function coverOf({ width, height }, { number, shown: [left, top, right, bottom] }) {
  const scale = Math.min(width / (right - left), height / (bottom - top));
  return { number, stands: [0, 0, width, height], scale, covers: true };
}

/**
 * What a lens shows, its middle in the middle.
 * @param {PlacedLens} placed
 * @param {Box} shown
 * @returns {LensView}
 */
export function viewIn({ stands, scale }, shown) {
  const [width, height] = [stands[2] - stands[0], stands[3] - stands[1]];
  const x = width / 2 - ((shown[0] + shown[2]) / 2) * scale;
  const y = height / 2 - ((shown[1] + shown[3]) / 2) * scale;
  return { width, height, scale, x, y };
}

/**
 * Each lens where along the edges it hides the least; of such places the one nearest to what it shows.
 * @param {LensView} view
 * @param {WantedLens[]} lenses
 * @param {LensGround} ground
 * @param {Box[]} occupied
 * @param {boolean} isNarrow
 */
function beside(view, lenses, ground, occupied, isNarrow) {
  const areas = ground.areas.map((area) => onMap(view, area));
  const points = ground.points.map(([x, y]) => [x * view.scale + view.x, y * view.scale + view.y]);
  const taken = [...occupied];
  /** @type {PlacedLens[]} */
  const found = [];
  for (const lens of lenses) {
    const scale = scaleOf(view, lens, isNarrow);
    const [left, top, right, bottom] = lens.shown;
    const width = Math.min(view.width - 2 * MAP_STYLE.lens.gapPx, (right - left) * scale);
    const height = Math.min(view.height - 2 * MAP_STYLE.lens.gapPx, (bottom - top) * scale);
    const spots = spotsOf(view, width, height);
    const frame = onMap(view, lens.shown);
    const costs = spots.map((spot) => costOf(spot, areas, points, taken) + wayTo(spot, frame));
    const stands = spots[costs.indexOf(Math.min(...costs))];
    found.push({ number: lens.number, stands, scale, covers: false });
    taken.push(isNarrow ? withTitle(stands) : stands);
  }
  return found;
}

/**
 * A small lens of a narrow map with room on both sides, for its title stands on one of them.
 * @param {Box} spot
 * @returns {Box}
 */
function withTitle([left, top, right, bottom]) {
  const { titlePx } = MAP_STYLE.lens;
  return [left - titlePx, top, right + titlePx, bottom];
}

/**
 * As large as is comfortable while it leaves the map its room, and never too small to be read.
 * @param {LensView} view
 * @param {WantedLens} lens
 * @param {boolean} isNarrow
 */
function scaleOf(view, { number, leastScale, shown: [left, top, right, bottom] }, isNarrow) {
  const { comfort, locatorShare, shares } = MAP_STYLE.lens;
  if (number === LOCATOR) return (view.width * locatorShare) / (right - left);
  if (isNarrow) return leastScale;
  const [across, down] = shares;
  const room = Math.min((view.width * across) / (right - left), (view.height * down) / (bottom - top));
  return Math.max(leastScale, Math.min(leastScale * comfort, room));
}

/**
 * The corners, then stops along the edges.
 * @param {LensView} view
 * @param {number} width
 * @param {number} height
 * @returns {Box[]}
 */
function spotsOf(view, width, height) {
  const { gapPx: gap, stops } = MAP_STYLE.lens;
  const [left, right] = [gap, view.width - gap - width];
  const [top, bottom] = [gap, view.height - gap - height];
  const spots = [
    [right, bottom],
    [right, top],
    [left, bottom],
    [left, top],
  ];
  for (let stop = 1; stop < stops; stop++) {
    const [x, y] = [left + ((right - left) * stop) / stops, top + ((bottom - top) * stop) / stops];
    spots.push([right, y], [left, y], [x, bottom], [x, top]);
  }
  return spots.map(([x, y]) => [x, y, x + width, y + height]);
}

/**
 * What a lens would hide: others and areas count far more than points.
 * @param {Box} spot
 * @param {Box[]} areas
 * @param {number[][]} points
 * @param {Box[]} taken
 */
function costOf(spot, areas, points, taken) {
  const others = taken.filter((other) => isTouching(spot, other, MAP_STYLE.lens.gapPx / 2)).length;
  const hidden = areas.filter((area) => isTouching(spot, area, 0)).length;
  const near = grown(spot, MAP_STYLE.lens.gapPx);
  const under = points.filter(([x, y]) => near[0] <= x && x <= near[2] && near[1] <= y && y <= near[3]).length;
  return others * 1e6 + hidden * 1e3 + under;
}

/** @type {(box: Box, gap: number) => Box} */
const grown = ([left, top, right, bottom], gap) => [left - gap, top - gap, right + gap, bottom + gap];

/**
 * How far a lens stands from what it shows: always less than one point that is hidden.
 * @param {Box} spot
 * @param {Box} frame
 */
function wayTo(spot, frame) {
  const across = Math.max(0, spot[0] - frame[2], frame[0] - spot[2]);
  const down = Math.max(0, spot[1] - frame[3], frame[1] - spot[3]);
  return Math.min(Math.floor(Math.hypot(across, down)), FAR_PX) / (FAR_PX + 1);
}

/**
 * @param {Box} one
 * @param {Box} other
 * @param {number} gap
 */
const isTouching = (one, other, gap) =>
  one[0] < other[2] + gap && other[0] < one[2] + gap && one[1] < other[3] + gap && other[1] < one[3] + gap;

/**
 * A box of the unit in pixels.
 * @param {LensView} view
 * @param {Box} box
 * @returns {Box}
 */
const onMap = ({ scale, x, y }, [left, top, right, bottom]) => [
  left * scale + x,
  top * scale + y,
  right * scale + x,
  bottom * scale + y,
];
