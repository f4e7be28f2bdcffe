/** The two forms of marks: full, and the small one that yields to control on a map of the country and in lenses. */

import { STYLE } from "../engine/constants.js";
import { MAP_STYLE } from "../engine/map_constants.js";
import { inDigits } from "../engine/text.js";
import { badge, count, ring, write } from "./badges.js";
import { translucent } from "./translucent.js";

/** @import { CanvasView, EventStyle, Mark, Obstacle } from "../types.js" */

/** @typedef {{ctx: CanvasRenderingContext2D, view: CanvasView, style: EventStyle}} Pen */

/**
 * How marks are put together and drawn; lengths in CSS pixels.
 * @typedef {object} Form
 * @property {number} nearPx events closer than this are one symbol
 * @property {number} discNearPx
 * @property {(events: number) => number} discPx
 * @property {(mark: Pick<Mark, "kind" | "radius">, ratio: number) => number} reach how far from its middle a mark is hit
 * @property {(pen: Pen, mark: Mark) => void} disc its count
 * @property {(pen: Pen, mark: Mark) => void} symbol
 * @property {(pen: Pen, mark: Mark) => void} badge
 * @property {(mark: Mark, ratio: number) => Obstacle[]} obstacles where names should not stand
 */

const MIN_REACH_PX = 12;

/** @type {Form} */
const FULL = {
  nearPx: MAP_STYLE.nearPx,
  discNearPx: MAP_STYLE.discPx * 1.5,
  discPx: (events) => MAP_STYLE.discPx + Math.min(9, 2 * Math.sqrt(events)),
  reach: ({ kind, radius }, ratio) => (kind === "disc" ? radius * 0.7 : MIN_REACH_PX * ratio),
  disc({ ctx, view }, { x, y, radius, members, isSelected }) {
    if (isSelected) ring(ctx, view, x, y, radius * 1.07);
    count(ctx, view, x, y, members.length, STYLE.ink, translucent(MAP_STYLE.white, 0.85));
  },
  symbol({ ctx, view, style }, { x, y, members, lead, isSelected }) {
    const image = style.symbol(lead, members, view.ratio, fullRadius(members));
    ctx.drawImage(image, x - image.width / 2, y - image.height / 2);
    if (isSelected) ring(ctx, view, x, y, 13 * view.ratio);
    if (members.length > 1)
      count(ctx, view, x + 10 * view.ratio, y - 9 * view.ratio, members.length, MAP_STYLE.white, STYLE.ink);
  },
  badge({ ctx, view, style }, { x, y, members, isSelected }) {
    badge(ctx, view, x, y, inDigits(members.length), style.ink, isSelected);
  },
  obstacles({ kind, x, y, members }, ratio) {
    if (kind === "badge") return [{ x, y, radius: 9 * ratio }];
    if (kind === "disc") return [{ x, y, radius: 7 * ratio }];
    const symbol = { x, y, radius: (fullRadius(members) + 1) * ratio };
    return members.length > 1 ? [{ x: x + 10 * ratio, y: y - 9 * ratio, radius: 7 * ratio }, symbol] : [symbol];
  },
};

/** @type {Form} */
const SMALL = {
  nearPx: MAP_STYLE.small.nearPx,
  discNearPx: MAP_STYLE.small.nearPx,
  discPx: () => MAP_STYLE.small.discPx,
  reach: (_mark, ratio) => MIN_REACH_PX * ratio,
  disc({ ctx, view }, { x, y, members, isSelected }) {
    if (isSelected) ring(ctx, view, x, y, (MAP_STYLE.small.discPx + 1) * view.ratio);
    if (members.length > 1) number(ctx, view, x, y, members.length, "center");
  },
  symbol({ ctx, view, style }, { x, y, members, lead, isSelected }) {
    const radius = smallRadius(members);
    const image = style.small?.(lead, view.ratio, radius);
    if (image) ctx.drawImage(image, x - image.width / 2, y - image.height / 2);
    if (isSelected) ring(ctx, view, x, y, (radius + 4) * view.ratio);
    if (members.length > 1) number(ctx, view, x + (radius + 2) * view.ratio, y, members.length, "left");
  },
  badge({ ctx, view, style }, { x, y, members, isSelected }) {
    badge(ctx, view, x, y, inDigits(members.length), style.ink, isSelected, MAP_STYLE.small.countPx);
  },
  obstacles({ kind, x, y, members }, ratio) {
    if (kind === "badge") return [{ x, y, radius: 8 * ratio }];
    if (kind === "disc") return [{ x, y, radius: 5 * ratio }];
    const radius = smallRadius(members);
    const symbol = { x, y, radius: (radius + 1) * ratio };
    return members.length > 1 ? [{ x: x + (radius + 6) * ratio, y, radius: 5 * ratio }, symbol] : [symbol];
  },
};

/** @param {number[]} members */
const fullRadius = ({ length }) => (length > 1 ? MAP_STYLE.symbol.clusterRadius : MAP_STYLE.symbol.radius);

/** @param {number[]} members */
const smallRadius = ({ length }) => (length > 1 ? MAP_STYLE.small.clusterRadius : MAP_STYLE.small.radius);

/**
 * A bare number with a halo.
 * @param {CanvasRenderingContext2D} ctx
 * @param {CanvasView} view
 * @param {number} x
 * @param {number} y
 * @param {number} value
 * @param {CanvasTextAlign} align
 */
function number(ctx, view, x, y, value, align) {
  write(ctx, view, inDigits(value), x, y, STYLE.ink, { px: MAP_STYLE.small.countPx, align, halo: STYLE.halo });
}

/**
 * The form in which a set of events is drawn in a view.
 * @param {EventStyle} style
 * @param {CanvasView} view
 */
export const formOf = (style, view) =>
  style.small && (view.inLens || view.zoom < MAP_STYLE.small.belowZoom) ? SMALL : FULL;
