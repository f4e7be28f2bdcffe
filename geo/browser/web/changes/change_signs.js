/** How what changed is drawn: an outline whose dashes tell the kind and whose ink tells the side, and a sign with its letter. */

import { STYLE } from "../engine/constants.js";
import { MAP_STYLE } from "../engine/map_constants.js";
import { local } from "../engine/mercator.js";
import { changeTag, signSide } from "./direction.js";

/** @import { Area, CanvasView, ChangeDirection, DirectedChange } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

/** @typedef {{x: number, y: number, ratio: number}} Middle in device pixels */

const { change: LOOK } = MAP_STYLE;
const { halo: HALO, ink: INK } = STYLE;

/**
 * The ink of a change: that of the side that it is about.
 * @param {ChangeDirection} direction
 */
export function inkOf(direction) {
  const side = signSide(direction);
  return side === null ? INK : (LOOK.inks[side] ?? LOOK.otherInk);
}

/**
 * The outlines of areas that changed; in local units.
 * @param {CanvasRenderingContext2D} ctx
 * @param {DirectedChange[]} changes
 * @param {Area[]} areas
 * @param {number} px what a CSS pixel is in local units
 */
export function paintOutlines(ctx, changes, areas, px) {
  for (const { district } of changes) edge(ctx, areas[district].path, HALO, (LOOK.px + 2 * LOOK.haloPx) * px, []);
  for (const { district, direction } of changes)
    edge(ctx, areas[district].path, inkOf(direction), LOOK.px * px, dashes(direction, px));
}

/**
 * The dashes of a kind of change.
 * @param {ChangeDirection} direction
 * @param {number} px
 */
export const dashes = ({ kind }, px) => LOOK.dashes[kind].map((length) => length * px);

/**
 * The signs, where a district has room for one; in device pixels.
 * @param {CanvasRenderingContext2D} ctx
 * @param {CanvasView} view
 * @param {DirectedChange[]} changes
 * @param {{areas: Area[], record: Record}} of
 */
export function paintTags(ctx, view, changes, { areas, record }) {
  for (const { district, direction } of changes) {
    const { box } = areas[district];
    const side = (Math.min(box[2] - box[0], box[3] - box[1]) * view.scale) / view.ratio;
    if (side < LOOK.roomPx) continue;
    const { lon, lat } = record.districts[district];
    const [x, y] = local(lon, lat);
    paintTag(ctx, changeTag(record, direction), inkOf(direction), {
      x: x * view.scale + view.x,
      y: y * view.scale + view.y,
      ratio: view.ratio,
    });
  }
}

/**
 * A sign on a light plate with an edge of its ink.
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} text
 * @param {string} ink
 * @param {Middle} middle
 */
function paintTag(ctx, text, ink, { x, y, ratio }) {
  const size = LOOK.tagPx * ratio;
  ctx.font = fontOf(ratio);
  const [width, height] = [Math.max(size * 1.3, ctx.measureText(text).width + size * 0.6), size * 1.35];
  ctx.fillStyle = HALO;
  ctx.fillRect(x - width / 2, y - height / 2, width, height);
  ctx.strokeStyle = ink;
  ctx.lineWidth = 1.2 * ratio;
  ctx.strokeRect(x - width / 2, y - height / 2, width, height);
  paintSign(ctx, text, ink, { x, y, ratio });
}

/**
 * A sign alone.
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} text
 * @param {string} ink
 * @param {Middle} middle
 */
export function paintSign(ctx, text, ink, { x, y, ratio }) {
  ctx.font = fontOf(ratio);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = ink;
  ctx.fillText(text, x, y + 0.7 * ratio);
}

/** @param {number} ratio */
const fontOf = (ratio) => `700 ${LOOK.tagPx * ratio}px "Replay Arabic", system-ui, "Segoe UI", "Noto Sans", sans-serif`;

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Path2D} path
 * @param {string} colour
 * @param {number} width
 * @param {number[]} dash
 */
function edge(ctx, path, colour, width, dash) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.setLineDash(dash);
  ctx.stroke(path);
  ctx.setLineDash([]);
}
