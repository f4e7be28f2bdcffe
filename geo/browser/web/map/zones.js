/** Who holds what: districts filled by controller, hatched by basis, faded by age; small places on top. */

import { areaStyle, colourOf, coloursOf, fadeStep } from "../engine/area_style.js";
import { STYLE } from "../engine/constants.js";
import { local, projection, unitsPerKm } from "../engine/mercator.js";
import { inLocalUnits } from "./canvas_layer.js";
import { hatch, overlay, stripes } from "./patterns.js";

const LEAST_PX = 8; // a small place is as easy to hit as a symbol

/** The colour or pattern of an area's style. Contested: stripes of the two sides. */
export function fillOf(ctx, style, ratio) {
  const [colour, second] = coloursOf(style);
  if (STYLE.striped.includes(style.fill)) return stripes(ctx, colour, second, ratio);
  return style.fill === "claimed" ? hatch(ctx, colour, second, ratio) : colour;
}

/** A painter of the zones of the day that `show` was last called with. */
export function zonePainter(areas, record) {
  let groups = new Map();
  let places = [];
  let signature = "";

  /** Choose the day; false when the picture would be the same as before. */
  function show(day, perspective) {
    const { state } = record.control(day, perspective);
    const next = new Map();
    const signs = [];
    areas.forEach((area, number) => {
      const known = record.states[state[number]];
      const key = known ? `${state[number]} ${fadeStep(day - known.lastConfirmed)}` : "";
      signs.push(key);
      if (!next.has(key)) next.set(key, { style: areaStyle(known, day), path: null, areas: [] });
      next.get(key).areas.push(area);
    });
    places = record
      .zonesOn(day, perspective)
      .filter(({ zone }) => zone.lon !== null)
      .map((found) => ({ ...found, style: areaStyle(found.state, day) }));
    signs.push(JSON.stringify(places.map(({ zone, style }) => [zone.id, style])));
    const sign = signs.join();
    if (sign === signature) return false;
    signature = sign;
    for (const group of next.values()) {
      group.path = new Path2D();
      group.areas.forEach((area) => group.path.addPath(area.path));
    }
    groups = next;
    return true;
  }

  function paint(ctx, view) {
    const fills = new Fills(ctx, view);
    inLocalUnits(ctx, view, (px) => {
      for (const { style, path } of groups.values()) fills.area(style, path, px);
      for (const { zone, style } of places) fills.area({ ...style, partial: true }, circle(zone), px);
    });
  }

  return { show, paint };
}

/** The fills of one canvas and zoom. */
class Fills {
  constructor(ctx, view) {
    this.ctx = ctx;
    this.ratio = view.ratio;
    this.upright = new DOMMatrix().scale(1 / view.scale);
  }

  area(style, path, px) {
    const { ctx } = this;
    if (style.fill !== "none") {
      ctx.globalAlpha = style.opacity;
      ctx.fillStyle = this.#fill(style);
      ctx.fill(path);
    }
    ctx.globalAlpha = STYLE.overlayOpacity;
    for (const kind of ["disputed", "active"]) {
      if (!style[kind]) continue;
      ctx.fillStyle = this.#upright(overlay(ctx, kind, colourOf(style[kind]), this.ratio));
      ctx.fill(path);
    }
    if (style.fill === "besieged") {
      ctx.lineWidth = STYLE.siegePx * px;
      ctx.strokeStyle = STYLE.ink;
      ctx.stroke(path);
    }
    if (style.partial) {
      ctx.setLineDash([1.5 * px, 3.5 * px]);
      ctx.lineCap = "round";
      ctx.lineWidth = 2 * px;
      ctx.strokeStyle = colourOf(style.controller);
      ctx.globalAlpha = 1;
      ctx.stroke(path);
      ctx.setLineDash([]);
    }
    ctx.globalAlpha = 1;
  }

  #fill(style) {
    const fill = fillOf(this.ctx, style, this.ratio);
    return typeof fill === "string" ? fill : this.#upright(fill);
  }

  /** Patterns keep their size in pixels whatever the zoom. */
  #upright(pattern) {
    pattern.setTransform(this.upright);
    return pattern;
  }
}

/** The area of a named place as a path in local units. */
export function circle(zone) {
  const [x, y] = local(zone.lon, zone.lat);
  const path = new Path2D();
  path.arc(x, y, zone.radiusKm * unitsPerKm(zone.lat), 0, 2 * Math.PI);
  return path;
}

/** The named place with a state of its own on the day under a position, the smallest first; null when there is none. */
export function placeAt({ record, state }, map, { lat, lng }) {
  const [x, y] = local(lng, lat);
  const least = LEAST_PX / projection(map).scale;
  const hit = record
    .zonesOn(state.day, state.perspective)
    .filter(({ zone }) => zone.lon !== null)
    .filter(({ zone }) => {
      const [px, py] = local(zone.lon, zone.lat);
      return Math.hypot(px - x, py - y) <= Math.max(least, zone.radiusKm * unitsPerKm(zone.lat));
    })
    .sort((a, b) => a.zone.radiusKm - b.zone.radiusKm);
  return hit[0] ?? null;
}
