/** Who holds what: districts filled by controller, hatched by basis, faded by age; small places on top. */

import { MAP_STYLE } from "../engine/map_constants.js";
import { local, unitsPerKm } from "../engine/mercator.js";
import { inLocalUnits } from "./canvas_layer.js";
import { ZoneFills } from "./zone_fills.js";
import { isLocated, zonesOfDay } from "./zone_groups.js";

/** @import { Area, AreaStyle, CanvasView, LocatedZone, Perspective, Shown, ZoneOnDay } from "../types.js" */
/** @import { StyledPlace } from "./zone_groups.js" */
/** @import { Record } from "../engine/record.js" */

/** @typedef {{style: AreaStyle, path: Path2D}} StyleGroup areas that look alike */

const MIN_PX = 8; // a small place is as easy to hit as a symbol

/** Draws the zones of the day that `show` was last called with. */
export class ZonePainter {
  /** @type {StyleGroup[]} */
  #groups = [];
  /** @type {StyledPlace[]} */
  #places = [];
  #signature = "";

  /**
   * @param {Area[]} areas
   * @param {Record} record
   */
  constructor(areas, record) {
    this.areas = areas;
    this.record = record;
  }

  /**
   * Choose the day; false when the picture would be the same as before.
   * @param {number} day
   * @param {Perspective} perspective
   */
  show(day, perspective) {
    const { signature, groups, places } = zonesOfDay(this.record, day, perspective);
    if (signature === this.#signature) return false;
    this.#signature = signature;
    this.#places = places;
    this.#groups = groups.map(({ style, districts }) => ({ style, path: this.#pathOf(districts) }));
    return true;
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   */
  paint(ctx, view) {
    const fills = new ZoneFills(ctx, view);
    inLocalUnits(ctx, view, (px) => {
      for (const { style, path } of this.#groups) fills.area(style, path, px);
      const least = leastRadius(view);
      for (const { zone, style } of this.#places) fills.area(style, circle(zone, least), px);
    });
  }

  /** @param {number[]} districts */
  #pathOf(districts) {
    const path = new Path2D();
    for (const number of districts) path.addPath(this.areas[number].path);
    return path;
  }
}

/**
 * The area of a named place as a path in local units.
 * @param {LocatedZone} zone
 * @param {number} least its radius at least
 */
export function circle(zone, least = 0) {
  const [x, y] = local(zone.lon, zone.lat);
  const path = new Path2D();
  path.arc(x, y, Math.max(least, zone.radiusKm * unitsPerKm(zone.lat)), 0, 2 * Math.PI);
  return path;
}

/**
 * How wide a named place is drawn at least, in local units: in a lens as wide as can be seen.
 * @param {CanvasView} view
 */
export const leastRadius = ({ inLens, ratio, scale }) => (inLens ? (MAP_STYLE.lens.placePx / 2) * (ratio / scale) : 0);

/**
 * The named place with a state of its own on the day at a point, the smallest first; null when there is none.
 * @param {Shown} shown
 * @param {[number, number]} point in local units
 * @param {number} scale CSS pixels in a local unit
 * @param {number} leastPx how far from its middle a place is met at least
 * @returns {ZoneOnDay | null}
 */
export function placeAt({ record, state }, [x, y], scale, leastPx = MIN_PX) {
  const hits = record.zonesOn(state.day, state.perspective).filter(({ zone }) => {
    if (!isLocated(zone)) return false;
    const [px, py] = local(zone.lon, zone.lat);
    return Math.hypot(px - x, py - y) <= Math.max(leastPx / scale, zone.radiusKm * unitsPerKm(zone.lat));
  });
  return hits.sort((a, b) => a.zone.radiusKm - b.zone.radiusKm)[0] ?? null;
}
