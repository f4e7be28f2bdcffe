/** Who holds what: districts filled by controller, hatched by basis, faded by age; small places on top. */

import { local, projection, unitsPerKm } from "../engine/mercator.js";
import { inLocalUnits } from "./canvas_layer.js";
import { hatch, overlay, stripes } from "./patterns.js";

const LEAST_PX = 8; // a small place is as easy to hit as a symbol
const UNNAMED_SIDE = "#8A8175";
const FADE_NAMES = ["fresh", "older", "old"];

/** How a state is to be drawn on a day, as plain data; the legend is made from the same. */
export function areaStyle(state, day, style) {
  if (!state) return { fill: "none", controller: "unknown", opacity: 0, fade: 0, disputed: null, active: null };
  const fade = fadeStep(day - state.lastConfirmed, style.ageSteps);
  const quiet = state.controller === style.ground && state.status === "control" && state.basis === "assessed";
  return {
    fill:
      state.controller === "unknown"
        ? "none"
        : state.status === "besieged"
          ? "besieged"
          : state.status === "disagreed"
            ? "disagreed"
            : state.status === "contested"
              ? "contested"
              : state.basis === "claimed"
                ? "claimed"
                : "solid",
    controller: state.controller,
    opacity: quiet ? style.groundOpacity : style.ageSteps[fade][1],
    fade: quiet ? 0 : fade,
    partial: state.partial && !quiet,
    against: state.disputed[0]?.controller ?? null,
    disputed: state.status === "disagreed" ? null : (state.disputed[0]?.controller ?? null),
    active: state.active[0]?.controller ?? null,
  };
}

export function fadeStep(age, steps) {
  return steps.findIndex(([days]) => age <= days);
}

export const fadeName = (step) => FADE_NAMES[step];

export function colourOf(controller, style) {
  return style.controllers[controller] ?? style.otherController;
}

/** The colour or pattern of a look. Contested: stripes of the two sides; a side that no claim names is grey. */
export function fillOf(ctx, look, style, ratio) {
  const colour = colourOf(look.controller, style);
  const ground = look.controller === style.ground;
  if (look.fill === "contested" || look.fill === "disagreed") {
    const other = look.against ?? (ground ? null : style.ground);
    return stripes(ctx, colour, other ? colourOf(other, style) : UNNAMED_SIDE, ratio);
  }
  return look.fill === "claimed" ? hatch(ctx, colour, ground ? UNNAMED_SIDE : colour, ratio) : colour;
}

/** A painter of the zones of the day that `show` was last called with. */
export function zonePainter(areas, record) {
  const { style } = record;
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
      const key = known ? `${state[number]} ${fadeStep(day - known.lastConfirmed, style.ageSteps)}` : "";
      signs.push(key);
      if (!next.has(key)) next.set(key, { look: areaStyle(known, day, style), path: null, areas: [] });
      next.get(key).areas.push(area);
    });
    places = record
      .zonesOn(day, perspective)
      .filter(({ zone }) => zone.lon !== null)
      .map((found) => ({ ...found, look: areaStyle(found.state, day, style) }));
    signs.push(JSON.stringify(places.map(({ zone, look }) => [zone.id, look])));
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
    const fills = new Fills(ctx, view, style);
    inLocalUnits(ctx, view, (px) => {
      for (const { look, path } of groups.values()) fills.area(look, path, px);
      for (const { zone, look } of places) fills.area({ ...look, partial: true }, circle(zone), px);
    });
  }

  return { show, paint };
}

/** The fills of one canvas and zoom. */
class Fills {
  constructor(ctx, view, style) {
    this.ctx = ctx;
    this.style = style;
    this.ratio = view.ratio;
    this.upright = new DOMMatrix().scale(1 / view.scale);
  }

  area(look, path, px) {
    const { ctx } = this;
    if (look.fill !== "none") {
      ctx.globalAlpha = look.opacity;
      ctx.fillStyle = this.#fill(look);
      ctx.fill(path);
    }
    if (look.fill === "besieged") {
      ctx.lineWidth = 3 * px;
      ctx.strokeStyle = "#1F1B16";
      ctx.stroke(path);
    }
    ctx.globalAlpha = 0.85;
    for (const kind of ["disputed", "active"]) {
      if (!look[kind]) continue;
      ctx.fillStyle = this.#upright(overlay(ctx, kind, colourOf(look[kind], this.style), this.ratio));
      ctx.fill(path);
    }
    if (look.partial) {
      ctx.setLineDash([1.5 * px, 3.5 * px]);
      ctx.lineCap = "round";
      ctx.lineWidth = 2 * px;
      ctx.strokeStyle = colourOf(look.controller, this.style);
      ctx.globalAlpha = 1;
      ctx.stroke(path);
      ctx.setLineDash([]);
    }
    ctx.globalAlpha = 1;
  }

  #fill(look) {
    const fill = fillOf(this.ctx, look, this.style, this.ratio);
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
