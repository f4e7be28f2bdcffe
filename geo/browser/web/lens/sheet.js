/** The paper of a lens: canvases of a size in CSS pixels, and how everything around lenses looks. */

import { translucent } from "../drawing/translucent.js";
import { STYLE } from "../engine/constants.js";
import { el } from "../engine/elements.js";
import { MAP_STYLE } from "../engine/map_constants.js";

/** @import { CanvasView } from "../types.js" */

const MAX_RATIO = 2;

/**
 * A canvas that is sized in CSS pixels; `size` answers how many device pixels one of them has.
 * @param {string} cls
 */
export function sizedCanvas(cls) {
  const canvas = el("canvas", { cls, attrs: { "aria-hidden": "true" } });
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  /** @type {(width: number, height: number) => number} */
  const size = (width, height) => {
    const ratio = Math.min(window.devicePixelRatio || 1, MAX_RATIO);
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width !== across || canvas.height !== down) [canvas.width, canvas.height] = [across, down];
    Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
    return ratio;
  };
  return { canvas, ctx, size };
}

/**
 * Paper without relief.
 * @param {CanvasRenderingContext2D} ctx
 * @param {CanvasView} view
 */
export function fillPaper(ctx, { width, height }) {
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.globalAlpha = 1;
  ctx.fillStyle = MAP_STYLE.paper;
  ctx.fillRect(0, 0, width, height);
}

/**
 * @param {string} cls
 * @param {string} text
 * @param {string} label
 * @param {() => void} onClick
 */
export const button = (cls, text, label, onClick) =>
  el("button", { cls, text, attrs: { type: "button", "aria-label": label, title: label }, on: { click: onClick } });

/**
 * @param {HTMLElement} element
 * @param {number} left
 * @param {number} top
 */
export function place(element, left, top) {
  Object.assign(element.style, { left: `${left}px`, top: `${top}px` });
}

/** @param {HTMLElement} element */
export const sizeOf = ({ offsetWidth: width, offsetHeight: height }) => ({ width, height });

/** How lenses, the locator and what joins them to the map look. */
export const LENS_CSS = `
  .replay-lenses, .replay-leaders { position: absolute; inset: 0; pointer-events: none; }
  .replay-lenses { z-index: 500; }
  .replay-leaders { z-index: 450; width: 100%; height: 100%; overflow: hidden; }
  .replay-leaders path { fill: none; stroke: ${STYLE.halo}; stroke-width: 3; }
  .replay-leaders path + path { stroke: ${STYLE.ink}; stroke-width: 1; }
  .replay-lens, .replay-locator { position: absolute; pointer-events: auto; cursor: pointer;
    background: ${MAP_STYLE.paper}; outline: 1.5px solid ${STYLE.ink}; touch-action: manipulation; }
  .replay-lens, .replay-locator, .replay-lens-back { z-index: 1; }
  .replay-lens.covers { z-index: 0; outline: none; box-shadow: 0 0 0 60px ${MAP_STYLE.paper}; }
  .replay-lens canvas, .replay-locator canvas { position: absolute; inset: 0; }
  .replay-lens .head { position: absolute; display: flex; white-space: nowrap; color: ${STYLE.ink};
    background: ${translucent(STYLE.halo, 0.92)}; }
  .replay-lens .head button, .replay-lens-back { font: 600 12px/1.2 "Replay Arabic", system-ui, "Segoe UI", sans-serif; color: inherit;
    background: none; border: 0; cursor: pointer; min-height: 24px; padding: 3px 7px; }
  .replay-lens .go { overflow: hidden; text-overflow: ellipsis; max-width: 210px; text-align: start; }
  .replay-lens.small .head { width: max-content; }
  .replay-lens.small .go { white-space: normal; max-width: 140px; }
  .replay-lens .go:hover, .replay-lens-back:hover, .replay-lens .close:hover { text-decoration: underline; }
  .replay-lens .close { font-size: 16px; min-width: 24px; padding: 0 6px; }
  .replay-lens [hidden] { display: none; }
  .replay-locator { padding: 0; border: 0; border-radius: 0; }
  .replay-lens-back { position: absolute; pointer-events: auto; background: ${translucent(STYLE.halo, 0.94)}; color: ${STYLE.ink};
    outline: 1px solid ${STYLE.ink}; inset-inline-end: 8px; inset-block-start: 8px; min-height: 32px; }
  .replay-lens button:focus-visible, .replay-locator:focus-visible, .replay-lens-back:focus-visible {
    outline: 3px solid ${STYLE.ink}; outline-offset: -3px; }
  .replay-covered :is(.leaflet-control-zoom, .replay-pan) { display: none; }`;
