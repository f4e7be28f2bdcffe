/** The events of the window: symbols where the place is known, soft discs for districts, counts for provinces. */

import { STYLE } from "../engine/constants.js";
import { local } from "../engine/mercator.js";
import { symbolFactory } from "./symbols.js";

/** More events in the window than this can't be read as symbols. */
export const MOST_SYMBOLS = 4000;
const BADGE_PX = 9;
/** Where a province's count may stand, from the middle of its name: below, above, at the ends, farther off. */
const BESIDE = [
  [0, 15],
  [0, -15],
  [36, 2],
  [-36, 2],
  [0, 31],
  [0, -31],
  [30, 20],
  [-30, 20],
];

/** How the events of our record look; another set of events may look otherwise (`own_look.js`). */
function ourLook(record) {
  const { events } = record;
  const symbol = symbolFactory(events.typeNames, events.verificationNames);
  const kept = {};
  return {
    beside: BESIDE,
    ink: STYLE.ink,
    symbol(lead, members, ratio, radius) {
      const grade = Math.min(...members.map((i) => record.events.verification[i]));
      return symbol(record.events.type[lead], grade, ratio, radius);
    },
    /** A district: a soft disc in the colour of the commonest type. */
    area(ctx, x, y, radius, members) {
      const type = majority(members.map((i) => record.events.type[i]));
      const { colour } = STYLE.symbols[record.events.typeNames[type]];
      const glow = ctx.createRadialGradient(x, y, 0, x, y, radius);
      glow.addColorStop(0, `${colour}B0`);
      glow.addColorStop(0.55, `${colour}70`);
      glow.addColorStop(1, `${colour}00`);
      ctx.fillStyle = glow;
      ctx.beginPath();
      ctx.arc(x, y, radius, 0, 2 * Math.PI);
      ctx.fill();
    },
    many: (ctx, view, span) => splat(ctx, view, record, span, kept),
  };
}

/** A painter of the events of the view that `show` was last called with, and what lies under a point. */
export function eventPainter(record, look = ourLook(record)) {
  let { events } = record;
  let shown = [];
  let span = null;
  let selected = new Set();
  const isSelected = (i) => selected.has(i);
  let hits = [];
  let marks = []; // what a name should not lie under: {x, y, radius}
  let discs = [];

  /**
   * Choose the days; more events than can be read as symbols are drawn as pixels instead, or by somebody else when the
   * look has no `many`. The answer is whether the picture is another one.
   */
  function show(first, last, selectedNumbers) {
    const before = { events, shown, selected, span };
    ({ events } = record);
    selected = new Set(selectedNumbers);
    span = record.mostEventsIn(first, last) > MOST_SYMBOLS ? [first, last] : null;
    shown = span ? [] : record.eventsIn(first, last).filter((i) => events.drawn[i]);
    if (span && look.many) return true;
    const alike = events === before.events && !span === !before.span && same(shown, before.shown);
    return !alike || !same([...selected], [...before.selected]);
  }

  const spotOn = (view) => (i) => [events.x[i] * view.scale + view.x, events.y[i] * view.scale + view.y];

  /** District-precision events: one soft disc a district (or for several that lie close), never a dot. */
  const discsOn = (view) =>
    near(
      shown.filter((i) => events.placed[i] === 3),
      spotOn(view),
      STYLE.discPx * 1.5 * view.ratio,
    ).map((cluster) => ({
      ...cluster,
      radius: (STYLE.discPx + Math.min(9, 2 * Math.sqrt(cluster.members.length))) * view.ratio,
    }));

  /** What lies under the names: the soft discs; or, when there are too many events, pixels. */
  function paintUnder(ctx, view) {
    if (span) look.many?.(ctx, view, span); // `shown` is empty then
    discs = discsOn(view);
    for (const { x, y, members, radius } of discs) look.area(ctx, x, y, radius, members);
  }

  /** What lies over them: symbols and counts. */
  function paint(ctx, view) {
    [hits, marks] = [[], []];
    for (const { x, y, members, radius } of discs) {
      if (members.some(isSelected)) mark(ctx, view, x, y, radius * 0.75);
      count(ctx, view, x, y, members.length, STYLE.ink, "rgba(255,255,255,0.85)");
      hits.push({ x, y, radius: radius * 0.7, members });
      marks.push({ x, y, radius: 7 * view.ratio });
    }
    const placed = shown.filter((i) => events.placed[i] === 1 || events.placed[i] === 2);
    for (const cluster of near(placed, spotOn(view), STYLE.nearPx * view.ratio)) drawCluster(ctx, view, cluster);
    provinceCounts(ctx, view);
  }

  /** Province-only events: a count beside the province's name, where no other mark stands. */
  function provinceCounts(ctx, view) {
    const coarse = shown.filter((i) => events.where[i] === 4 && events.province[i] >= 0);
    for (const [province, members] of groupBy(coarse, (i) => events.province[i])) {
      const { lon, lat } = record.provinces[province];
      const [ux, uy] = local(lon, lat);
      const [middle, line] = [ux * view.scale + view.x, uy * view.scale + view.y];
      const spots = look.beside.map(([dx, dy]) => [middle + dx * view.ratio, line + dy * view.ratio]);
      const [x, y] = spots.find((spot) => isFree(spot, BADGE_PX * view.ratio)) ?? spots[0];
      badge(ctx, view, x, y, `${members.length}`, look.ink, members.some(isSelected));
      hits.push({ x, y, radius: 11 * view.ratio, members });
      marks.push({ x, y, radius: 9 * view.ratio });
    }
  }

  const isFree = ([x, y], reach) => hits.every((hit) => Math.hypot(hit.x - x, hit.y - y) > reach + hit.radius);

  function drawCluster(ctx, view, { x, y, members }) {
    const lead = members.find(isSelected) ?? members[members.length - 1];
    const radius = members.length > 1 ? STYLE.symbol.clusterRadius : STYLE.symbol.radius;
    const image = look.symbol(lead, members, view.ratio, radius);
    ctx.drawImage(image, x - image.width / 2, y - image.height / 2);
    if (members.some(isSelected)) mark(ctx, view, x, y, 13 * view.ratio);
    if (members.length > 1) {
      const [right, top] = [x + 10 * view.ratio, y - 9 * view.ratio];
      count(ctx, view, right, top, members.length, "#FFFFFF", STYLE.ink);
      marks.push({ x: right, y: top, radius: 7 * view.ratio });
    }
    hits.push({ x, y, radius: 12 * view.ratio, members });
    marks.push({ x, y, radius: (radius + 1) * view.ratio });
  }

  /** The events under a canvas point (device pixels), newest first; [] when there are none. */
  function at(x, y) {
    let best = null;
    for (const hit of hits) {
      const distance = Math.hypot(hit.x - x, hit.y - y);
      if (distance <= hit.radius && (!best || distance / hit.radius < best.share))
        best = { share: distance / hit.radius, hit };
    }
    return best ? [...best.hit.members].reverse() : [];
  }

  const clusters = () => hits.map(({ members }) => members.length);

  return { show, paintUnder, paint, at, clusters, marks: () => marks, visible: () => shown };
}

/**
 * Every placed event as one small square of its type's colour. `kept` is the picture before: when only later days
 * are added to it, only their events are drawn.
 */
function splat(ctx, view, record, [first, last], kept) {
  const { events } = record;
  const { x, y, type, colours, end, placed, drawn, long } = events;
  const { pass, active } = record.filter;
  const { width, height, scale } = view;
  const side = Math.max(1, Math.round(view.ratio * 1.5));
  const to = record.firstAfter(last);
  const alike = kept.view === view && kept.events === events && kept.active === active;
  const more = alike && kept.first === first && kept.to <= to;
  const image = alike ? kept.image : ctx.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  if (alike && !more) pixels.fill(0);
  const from = more ? kept.to : record.firstReaching(first);
  const earlier = more ? [] : long.filter((i) => i < from);
  for (let n = -earlier.length; n < to - from; n++) {
    const i = n < 0 ? earlier[earlier.length + n] : from + n;
    if (end[i] < first || !pass[i] || !placed[i] || !drawn[i]) continue;
    const px = (x[i] * scale + view.x) | 0;
    const py = (y[i] * scale + view.y) | 0;
    if (px < 0 || py < 0 || px + side > width || py + side > height) continue;
    const colour = colours[type[i]];
    for (let row = py * width + px, k = 0; k < side; k++, row += width)
      for (let m = 0; m < side; m++) pixels[row + m] = colour;
  }
  ctx.putImageData(image, 0, 0);
  Object.assign(kept, { view, events, active, first, to, image });
}

function mark(ctx, view, x, y, radius) {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.strokeStyle = "#000000";
  ctx.lineWidth = 2.5 * view.ratio;
  ctx.stroke();
}

function count(ctx, view, x, y, number, ink, ground) {
  ctx.font = `600 ${10.5 * view.ratio}px system-ui, sans-serif`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const radius = Math.max(7, 4 + 3 * String(number).length) * view.ratio;
  ctx.fillStyle = ground;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fill();
  ctx.fillStyle = ink;
  ctx.fillText(String(number), x, y + 0.5 * view.ratio);
}

/** A number in a frame of dashes: known no better than to the province. */
export function badge(ctx, view, x, y, text, ink, marked) {
  const { ratio } = view;
  ctx.font = `600 ${10.5 * ratio}px system-ui, sans-serif`;
  const width = ctx.measureText(text).width + 10 * ratio;
  ctx.beginPath();
  ctx.roundRect(x - width / 2, y - 8 * ratio, width, 16 * ratio, 4 * ratio);
  ctx.fillStyle = "rgba(255,255,255,0.9)";
  ctx.fill();
  ctx.setLineDash([3 * ratio, 2 * ratio]);
  ctx.strokeStyle = ink;
  ctx.lineWidth = (marked ? 2.5 : 1) * ratio;
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = ink;
  ctx.fillText(text, x, y + 0.5 * ratio);
}

const same = (one, other) => one.length === other.length && one.every((value, at) => value === other[at]);

const ROW = 2 ** 24; // columns of the grid that have numbers of their own

/** Points closer than `reach` put together; a grid keeps it linear. */
function near(numbers, spot, reach) {
  const cells = new Map();
  const clusters = [];
  for (const i of numbers) {
    const [x, y] = spot(i);
    const key = Math.floor(x / reach) + ROW * Math.floor(y / reach);
    const found = neighbour(cells, key, x, y, reach * reach);
    if (found) {
      found.members.push(i);
      continue;
    }
    const cluster = { x, y, members: [i] };
    clusters.push(cluster);
    if (cells.has(key)) cells.get(key).push(cluster);
    else cells.set(key, [cluster]);
  }
  return clusters;
}

function neighbour(cells, key, x, y, squared) {
  for (let row = -ROW; row <= ROW; row += ROW)
    for (let column = -1; column <= 1; column++)
      for (const cluster of cells.get(key + row + column) ?? [])
        if ((cluster.x - x) ** 2 + (cluster.y - y) ** 2 < squared) return cluster;
  return null;
}

function groupBy(items, key) {
  const groups = new Map();
  for (const item of items) {
    const k = key(item);
    if (!groups.has(k)) groups.set(k, []);
    groups.get(k).push(item);
  }
  return groups;
}

function majority(values) {
  const counts = groupBy(values, (value) => value);
  return [...counts.entries()].sort((a, b) => b[1].length - a[1].length)[0][0];
}
