/** How what a reader added is drawn: a square frame with a cross, which none of our symbols has; heat by district. */

import { badge } from "./events.js";
import { classOf } from "./heat.js";
import { local } from "./mercator.js";

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
export function ownLook(style) {
  const made = new Map();
  const { colour } = style.own;
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
    many() {}, // drawn as heat, in a layer under the borders
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

/** A painter of counts by district; `show` says which, {counts, limits} or null, and answers whether it is another picture. */
export function heatPainter(areas, record) {
  const { ramp, rampInk: inks } = record.style.own;
  const spots = record.districts.map(({ lon, lat }) => local(lon, lat));
  let [shown, sign] = [null, ""];

  function show(next) {
    shown = next;
    const before = sign;
    sign = next ? `${next.limits.join()};${next.counts.join()}` : "";
    return sign !== before;
  }

  function paint(ctx, view) {
    if (!shown) return;
    const { counts, limits } = shown;
    const classes = areas.map((_, i) => classOf(counts[i], limits));
    ctx.save();
    ctx.setTransform(view.scale, 0, 0, view.scale, view.x, view.y);
    ctx.globalAlpha = HEAT_ALPHA;
    classes.forEach((number, i) => {
      if (number < 0) return;
      ctx.fillStyle = ramp[colourNumber(number, limits, ramp)];
      ctx.fill(areas[i].path);
    });
    ctx.restore();
  }

  /** The numbers, where the district is large enough for one; those of provinces as badges. */
  function label(ctx, view) {
    if (!shown) return;
    const { counts } = shown;
    if (view.zoom >= NUMBERS_FROM_ZOOM) numbers(ctx, view, shown);
    provinces(ctx, view, counts);
  }

  function numbers(ctx, view, { counts, limits }) {
    ctx.font = `600 ${NUMBER_PX * view.ratio}px system-ui, sans-serif`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    areas.forEach(({ box }, i) => {
      const number = classOf(counts[i], limits);
      if (number < 0) return;
      const text = counts[i].toLocaleString("en");
      const [wide, high] = [(box[2] - box[0]) * view.scale, (box[3] - box[1]) * view.scale];
      if (wide < (7 * text.length + 22) * view.ratio || high < 30 * view.ratio) return;
      const [x, y] = [spots[i][0] * view.scale + view.x, spots[i][1] * view.scale + view.y - NUMBER_ABOVE_PX * view.ratio];
      ctx.fillStyle = inks[colourNumber(number, limits, ramp)];
      ctx.fillText(text, x, y);
    });
  }

  function provinces(ctx, view, counts) {
    record.provinces.forEach(({ lon, lat }, number) => {
      const count = counts[areas.length + number];
      if (!count) return;
      const [x, y] = local(lon, lat);
      const below = BESIDE[0][1] * view.ratio;
      badge(ctx, view, x * view.scale + view.x, y * view.scale + view.y + below, count.toLocaleString("en"), record.style.own.colour, false);
    });
  }

  return { show, paint, label };
}

/** Which colour of the ramp a class has: few classes take the ramp's ends. */
export function colourNumber(number, limits, ramp) {
  return limits.length < 2 ? ramp.length - 2 : Math.round((number * (ramp.length - 1)) / (limits.length - 1));
}
