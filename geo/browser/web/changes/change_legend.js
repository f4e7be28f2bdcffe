/** The legend of what changed: each sign as it is drawn on the map, what it means, how many districts have it. */

import { STYLE } from "../engine/constants.js";
import { plainDate } from "../engine/dates.js";
import { el } from "../engine/elements.js";
import { MAP_STYLE } from "../engine/map_constants.js";
import { keyRow } from "../parts/swatches.js";
import { dashes, inkOf, paintSign } from "./change_signs.js";
import { changeRows, directedChanges } from "./direction.js";

/** @import { ChangeDirection, MapMoment, Shown } from "../types.js" */

const [WIDTH, HEIGHT] = [34, 20];

/**
 * The legend of what changed from one state to another; null where nothing did.
 * @param {Pick<Shown, "record" | "t">} shown
 * @param {[MapMoment, MapMoment]} moments
 */
export function changeLegend({ record, t }, moments) {
  const rows = changeRows({ record, t }, directedChanges(record, moments));
  if (!rows.length) return null;
  const list = rows.map(({ text, tag, direction, count }) => {
    const { root, count: number } = keyRow(picture(tag, direction), text);
    number.textContent = t("legend.districts", { count });
    return root;
  });
  return el(
    "section",
    { cls: "changes" },
    el("h2", { text: head(record, t, moments) }),
    el("ul", { cls: "keys" }, ...list),
  );
}

/**
 * @param {Shown["record"]} record
 * @param {Shown["t"]} t
 * @param {[MapMoment, MapMoment]} moments
 */
function head(record, t, [a, b]) {
  if (a.perspective !== b.perspective) return t("change.legend_views");
  const [first, last] = [Math.min(a.day, b.day), Math.max(a.day, b.day)];
  return t("change.legend", { first: plainDate(record.iso(first)), last: plainDate(record.iso(last)) });
}

/**
 * The outline of a change with its sign in it.
 * @param {string} tag
 * @param {ChangeDirection} direction
 */
function picture(tag, direction) {
  const ratio = window.devicePixelRatio || 1;
  const [width, height] = [WIDTH * ratio, HEIGHT * ratio];
  const canvas = el("canvas", { attrs: { width: String(width), height: String(height), "aria-hidden": "true" } });
  canvas.style.width = `${WIDTH}px`;
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  ctx.fillStyle = STYLE.halo;
  ctx.fillRect(0, 0, width, height);
  ctx.setLineDash(dashes(direction, ratio));
  ctx.strokeStyle = inkOf(direction);
  ctx.lineWidth = MAP_STYLE.change.px * ratio;
  ctx.strokeRect(1.5 * ratio, 1.5 * ratio, width - 3 * ratio, height - 3 * ratio);
  paintSign(ctx, tag, inkOf(direction), { x: width / 2, y: height / 2, ratio });
  return canvas;
}
