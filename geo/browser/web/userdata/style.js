/** How what a reader added is drawn: a square frame with a cross, which none of our symbols has; heat by district. */

import { STYLE } from "../engine/constants.js";
import { local } from "../engine/mercator.js";
import { badge } from "../map/events.js";
import { classOf } from "./choropleth.js";

/** Where a province's count may stand, from the middle of its name; ours is nearer to it. */
const BESIDE = [
  [0, 34],
  [0, -34],
  [60, 2],
  [-60, 2],
];
const HEAT_ALPHA = 0.74; // what lies under it stays to be seen
const NUMBER_PX = 11;
const NUMBERS_FROM_ZOOM = 7.25;
const NUMBER_ABOVE_PX = 10; // over a district's own point: its name is below, our disc on it

/** The look for `eventPainter`. */
export function ownLook() {
  const made = new Map();
  const { colour } = STYLE.own;
  return {
    beside: BESIDE,
    ink: colour,
    symbol(lead, members, ratio, radius) {
      const key = `${ratio} ${radius}`;
      if (!made.has(key)) made.set(key, drawn(colour, ratio, radius));
      return made.get(key);
    },
    /** A district: a soft square with a frame of dashes. */
    area(ctx, x, y, radius) {
      const half = radius * 0.8;
      ctx.fillStyle = `${colour}40`;
      ctx.fillRect(x - half, y - half, 2 * half, 2 * half);
      ctx.setLineDash([half / 3, half / 4]);
      ctx.strokeStyle = colour;
      ctx.lineWidth = half / 9;
      ctx.strokeRect(x - half, y - half, 2 * half, 2 * half);
      ctx.setLineDash([]);
    },
    many: null, // drawn as heat, in a layer under the borders
  };
}

function drawn(colour, ratio, radius) {
  const size = Math.ceil((radius * 2 + 6) * ratio);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const pen = canvas.getContext("2d");
  pen.translate(size / 2, size / 2);
  pen.scale(ratio, ratio);
  pen.fillStyle = "rgba(255,255,255,0.94)";
  pen.fillRect(-radius - 1.5, -radius - 1.5, 2 * radius + 3, 2 * radius + 3);
  pen.strokeStyle = colour;
  pen.lineWidth = 2.2;
  pen.strokeRect(-radius + 0.5, -radius + 0.5, 2 * radius - 1, 2 * radius - 1);
  pen.lineWidth = 1.8;
  for (const [x, y] of [
    [1, 1],
    [1, -1],
  ]) {
    pen.beginPath();
    pen.moveTo(-x * radius * 0.5, -y * radius * 0.5);
    pen.lineTo(x * radius * 0.5, y * radius * 0.5);
    pen.stroke();
  }
  return canvas;
}

/**
 * A painter of counts by district. `show` says which ({counts, limits} or null) and answers what of the picture is
 * another one than before: {classes, numbers, provinces}. A number gives way to the `names` on the map. Arrays are made
 * once: a day costs what changes on it.
 */
export function heatPainter(areas, record, names) {
  const { ramp, rampInk: inks, colour } = STYLE.own;
  const spots = record.districts.map(({ lon, lat }) => local(lon, lat));
  const centres = record.provinces.map(({ lon, lat }) => local(lon, lat));
  const counts = new Float64Array(areas.length + centres.length);
  const classes = new Int8Array(areas.length).fill(-1);
  const outlines = []; // one path for all districts of a class
  let limits = [];

  function show(next) {
    const alike = (next?.limits ?? []).join() === limits.join();
    const changed = { classes: !alike, numbers: false, provinces: false };
    if (!alike) outlines.length = 0;
    limits = next?.limits ?? [];
    for (let cell = 0; cell < counts.length; cell++) {
      const count = next?.counts[cell] ?? 0;
      const another = count !== counts[cell];
      counts[cell] = count;
      if (cell >= areas.length) changed.provinces ||= another;
      else if (another || !alike) {
        changed.numbers = true;
        if (reclass(cell)) changed.classes = true;
      }
    }
    return changed;
  }

  /** Put a district into the class of its count; the outlines of both classes are put together anew if it moves. */
  function reclass(district) {
    const number = classOf(counts[district], limits);
    if (number === classes[district]) return false;
    outlines[classes[district]] = outlines[number] = null;
    classes[district] = number;
    return true;
  }

  function outline(number) {
    outlines[number] ??= areas.reduce((all, { path }, i) => {
      if (classes[i] === number) all.addPath(path);
      return all;
    }, new Path2D());
    return outlines[number];
  }

  function paint(ctx, view) {
    ctx.save();
    ctx.setTransform(view.scale, 0, 0, view.scale, view.x, view.y);
    ctx.globalAlpha = HEAT_ALPHA;
    const present = limits.map((_, number) => classes.includes(number));
    present.forEach((isThere, number) => {
      if (!isThere) return;
      ctx.fillStyle = ramp[colourNumber(number, limits, ramp)];
      ctx.fill(outline(number));
    });
    ctx.restore();
    return present.includes(true);
  }

  /** Whether the picture of a view has the districts' numbers; farther off there is no room for them. */
  const isNumbered = (view) => view.zoom >= NUMBERS_FROM_ZOOM;

  /** The numbers, where the district is large enough for one; those of provinces as badges. Whether there are any. */
  function label(ctx, view) {
    const numbered = isNumbered(view) && classes.some((number) => number >= 0);
    if (numbered) numbers(ctx, view);
    return provinces(ctx, view) || numbered;
  }

  function numbers(ctx, view) {
    ctx.font = `600 ${NUMBER_PX * view.ratio}px system-ui, sans-serif`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    areas.forEach(({ box }, i) => {
      const number = classes[i];
      if (number < 0) return;
      const text = counts[i].toLocaleString("en");
      const [wide, high] = [(box[2] - box[0]) * view.scale, (box[3] - box[1]) * view.scale];
      if (wide < (7 * text.length + 22) * view.ratio || high < 30 * view.ratio) return;
      const [x, y] = spots[i];
      const spot = [x * view.scale + view.x, y * view.scale + view.y - NUMBER_ABOVE_PX * view.ratio];
      const [half, up] = [3.5 * text.length * view.ratio, 5 * view.ratio];
      if (names.touches([spot[0] - half, spot[1] - up, spot[0] + half, spot[1] + up])) return;
      ctx.fillStyle = inks[colourNumber(number, limits, ramp)];
      ctx.fillText(text, ...spot);
    });
  }

  function provinces(ctx, view) {
    let any = false;
    centres.forEach(([x, y], number) => {
      const count = counts[areas.length + number];
      if (!count) return;
      any = true;
      const below = view.y + BESIDE[0][1] * view.ratio;
      badge(ctx, view, x * view.scale + view.x, y * view.scale + below, count.toLocaleString("en"), colour, false);
    });
    return any;
  }

  return { show, paint, label, isNumbered };
}

/** Which colour of the ramp a class has: few classes take the ramp's ends. */
export function colourNumber(number, limits, ramp) {
  return limits.length < 2 ? ramp.length - 2 : Math.round((number * (ramp.length - 1)) / (limits.length - 1));
}
