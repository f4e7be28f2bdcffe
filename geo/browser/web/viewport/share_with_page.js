/**
 * Who moves a map: two fingers, the mouse, and the wheel with Ctrl or ⌘ or once the map has the focus. One finger and the
 * bare wheel are the page's: nobody is caught in the map. What would have moved it is told in a hint.
 */

import { translucent } from "../drawing/translucent.js";
import { STYLE } from "../engine/constants.js";
import { el } from "../engine/elements.js";
import { MAP_STYLE } from "../engine/map_constants.js";

/** @import { LeafletMap, Translate } from "../types.js" */

const SLOP_PX = 8; // a finger that moves less rests

export const GESTURES_CSS = `
  .leaflet-container.leaflet-touch-drag.leaflet-touch-zoom { touch-action: pan-y; }
  .replay-hint { position: absolute; z-index: 1100; inset: auto 0 42%; inline-size: max-content; max-inline-size: 86%; margin: auto;
    padding: 8px 14px; border-radius: 6px; background: ${translucent(STYLE.ink, 0.86)}; color: ${MAP_STYLE.white}; font-size: 14px; pointer-events: none;
    animation: replay-hint 1.8s forwards; }
  @keyframes replay-hint { 0%, 70% { opacity: 1; } 100% { opacity: 0; } }`;

/**
 * @param {LeafletMap} map
 * @param {Translate} t
 */
export function shareWithPage(map, t) {
  const container = map.getContainer();
  const hint = hintOn(container);
  const capture = { capture: true, passive: true };
  let start = { x: 0, y: 0 };
  container.addEventListener(
    "touchstart",
    (event) => {
      if (event.touches.length !== 1) return;
      start = { x: event.touches[0].clientX, y: event.touches[0].clientY };
      event.stopPropagation(); // Leaflet would drag
    },
    capture,
  );
  container.addEventListener(
    "touchmove",
    ({ touches }) => {
      const [one] = touches;
      if (touches.length === 1 && Math.hypot(one.clientX - start.x, one.clientY - start.y) > SLOP_PX)
        hint(t("gesture.touch"));
    },
    capture,
  );
  container.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey || event.metaKey || hasFocus(container)) return;
      event.stopPropagation(); // Leaflet would zoom
      hint(t("gesture.wheel"));
    },
    capture,
  );
}

/** @param {HTMLElement} container */
function hasFocus(container) {
  return document.hasFocus() && container.contains(document.activeElement);
}

/**
 * Shows a hint for a moment; one at a time.
 * @param {HTMLElement} container
 */
function hintOn(container) {
  const hint = el("div", { cls: "replay-hint", attrs: { "aria-hidden": "true" } });
  hint.addEventListener("animationend", () => hint.remove());
  return (/** @type {string} */ words) => {
    if (hint.isConnected) return;
    hint.textContent = words;
    container.append(hint);
  };
}
