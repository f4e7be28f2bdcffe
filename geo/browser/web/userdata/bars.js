/** A strip over the time axis: how many of the events that a reader added begin on each day, on a scale of its own. */

import { isLight, stripBars } from "../drawing/strip_bars.js";
import { MAP_STYLE } from "../engine/map_constants.js";

/** @import { Strip } from "../drawing/strip_bars.js" */

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Strip} strip
 */
export function userDataBars(ctx, strip) {
  const colour = isLight(strip.ink) ? MAP_STYLE.userData.ramp[2] : MAP_STYLE.userData.colour; // light ink: what lies behind is dark
  /** @type {(x: number, y: number, width: number, height: number) => void} */
  const bar = (x, y, width, height) => ctx.fillRect(x, y, Math.max(width, 1.5), height);
  stripBars(ctx, strip, { colour, least: 1.5, opacity: 0.6, indent: 0, bar });
}
