/** On the ribbon, days within which a change lies are a hatched band and no edge. Comes after the handle. */

import { STYLE } from "../engine/constants.js";
import { el } from "../engine/elements.js";
import { edgesOf } from "../wording/edges.js";

/** @import { RibbonRow } from "../types.js" */
/** @import { Along, Ribbon } from "../handle/ribbon.js" */
/** @import { Store } from "../store/store.js" */

const STEP = 3; // CSS pixels between two lines of the hatch
const PAPER = 0.6; // how much of the row the band hides

/**
 * Let the ribbon of a page show them, and its legend tell what they are.
 * @param {Store} store
 */
export function showEdges(store) {
  const { ribbon } = store;
  if (!ribbon || ribbon.over || !Object.keys(store.record.raw.edges ?? {}).length) return;
  ribbon.over = (along) => drawEdges(ribbon, along);
  const root = /** @type {Document | ShadowRoot} */ (ribbon.canvas.getRootNode());
  const sample = el("span", { cls: "sample sign", text: "▨", attrs: { "aria-hidden": "true" } });
  root
    .querySelector(".bars-legend > ul:not(.grades)")
    ?.append(el("li", {}, sample, el("span", { text: store.t("edge.legend") })));
  store.tell("perspective"); // the ribbon is drawn anew
}

/**
 * @param {Ribbon} ribbon
 * @param {Along} along
 */
function drawEdges(ribbon, { xOf, left, right }) {
  const { ctx, record } = ribbon;
  for (const { row, top, height } of ribbon.places) {
    for (const [first, latest] of bandsOf(record.raw, row)) {
      const [from, to] = [Math.max(xOf(first), left), Math.min(xOf(latest + 1), right)];
      if (to > from) hatch(ctx, { from, top, wide: to - from, high: height });
    }
  }
}

/**
 * @param {Parameters<typeof edgesOf>[0]} raw
 * @param {RibbonRow} row
 */
const bandsOf = (raw, row) => row.spans.flatMap((span) => edgesOf(raw, span));

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {{from: number, top: number, wide: number, high: number}} band
 */
function hatch(ctx, { from, top, wide, high }) {
  ctx.save();
  ctx.beginPath();
  ctx.rect(from, top, wide, high);
  ctx.clip();
  ctx.globalAlpha = PAPER;
  ctx.fillStyle = STYLE.halo;
  ctx.fillRect(from, top, wide, high);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = STYLE.ink;
  ctx.lineWidth = 0.8;
  ctx.beginPath();
  for (let x = from - high; x < from + wide; x += STEP) {
    ctx.moveTo(x, top + high);
    ctx.lineTo(x + high, top);
  }
  ctx.stroke();
  ctx.restore();
}
