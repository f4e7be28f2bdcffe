/** How a state is drawn on a day, as plain data: the map and its legend are made from the same. */

import { STYLE } from "./constants.js";

/** @import { AreaStyle, ControlState, Edge, Holder, Sign, Strokes } from "../types.js" */

const { signs } = STYLE;
/** @type {{[name: string]: Holder}} */
const HOLDERS = /** @type {any} */ (signs.holders);

const OTHER = /** @type {Holder} */ (/** @type {unknown} */ (signs.otherHolder));

/** @type {AreaStyle} */
const NOTHING_KNOWN = {
  fill: "none",
  controller: "unknown",
  opacity: 0,
  fade: 0,
  partial: false,
  against: null,
  disputed: null,
  active: null,
};

/**
 * A fill, its fade, and what lies over it.
 * @param {ControlState | undefined} state
 * @param {number} day
 * @returns {AreaStyle}
 */
export function areaStyle(state, day) {
  if (!state) return NOTHING_KNOWN;
  const quiet = isGround(state);
  const fade = quiet ? 0 : fadeStep(day - state.lastConfirmed);
  const against = state.disputed[0]?.controller ?? null;
  return {
    fill: statusFill(state),
    controller: state.controller,
    opacity: quiet ? STYLE.baseOpacity : STYLE.ageSteps[fade][1],
    fade,
    partial: state.partial && !quiet,
    against,
    disputed: isStriped(state.status) ? null : against,
    active: activeOf(state, against),
  };
}

/**
 * Whether two sides have their part in a fill.
 * @param {string} fill or status
 */
const isStriped = (fill) => STYLE.striped.includes(fill);

/**
 * @param {ControlState} state
 * @returns {AreaStyle["fill"]}
 */
function statusFill({ controller, status, basis }) {
  if (controller === "unknown") return "none";
  if (status === "besieged" || isStriped(status)) return /** @type {AreaStyle["fill"]} */ (status);
  return basis === "claimed" ? "claimed" : "solid";
}

/**
 * Who else is said to be active: whoever holds, contests or claims the area has a stronger sign there.
 * @param {ControlState} state
 * @param {string | null} against
 */
export function activeOf({ controller, status, active }, against) {
  const shown = [controller, against];
  if (isStriped(status) && !against) shown.push(STYLE.baseController);
  return active.find((other) => !shown.includes(other.controller))?.controller ?? null;
}

/**
 * Which of the steps of fading an age in days falls into.
 * @param {number} age
 */
export function fadeStep(age) {
  return STYLE.ageSteps.findIndex(([days]) => age <= days);
}

/**
 * How whoever holds an area is drawn.
 * @param {string} controller
 * @returns {Holder}
 */
export const holderOf = (controller) => HOLDERS[controller] ?? OTHER;

/**
 * The colour of whoever holds an area.
 * @param {string} controller
 */
export const colourOf = (controller) => holderOf(controller).colour;

/**
 * The second of the two sides that have their part in a fill; null when no claim names it.
 * @param {Pick<AreaStyle, "controller" | "against">} style
 */
export function otherSide({ controller, against }) {
  return against ?? (controller === STYLE.baseController ? null : STYLE.baseController);
}

/**
 * What an area of a style is painted with, from below: a ground, patterns, an outline.
 * @param {AreaStyle} style
 * @returns {Sign}
 */
export function signOf(style) {
  return {
    ground: style.fill === "none" ? null : colourOf(style.controller),
    opacity: style.opacity * (style.fill === "claimed" ? signs.claimedFaint : 1),
    strokes: [...fillStrokes(style), ...overStrokes(style)],
    edge: edgeOf(style),
    besieged: style.fill === "besieged",
  };
}

/**
 * @param {AreaStyle} style
 * @returns {Strokes[]}
 */
function fillStrokes({ fill, controller, against, opacity: fresh }) {
  const base = STYLE.baseController;
  const holder = holderOf(controller);
  const opacity = Math.max(fresh, signs.patternLeastOpacity);
  if (isStriped(fill)) {
    const other = otherSide({ controller, against });
    const cased = other !== null && other !== base && controller !== base;
    return [{ pattern: fill, colour: other ? holderOf(other).band : STYLE.unnamedSide, opacity, cased }];
  }
  if (fill === "claimed") return [{ pattern: fill, colour: holder.word, opacity, cased: false }];
  if (fill === "none" || holder.pattern === "plain") return [];
  return [{ pattern: holder.pattern, colour: holder.ink, opacity, cased: false }];
}

/**
 * @param {AreaStyle} style
 * @returns {Strokes[]}
 */
function overStrokes({ disputed, active }) {
  /** @type {Strokes[]} */
  const strokes = [];
  if (disputed) strokes.push({ pattern: "disputed", colour: holderOf(disputed).word, opacity: 1, cased: true });
  if (active) strokes.push({ pattern: "active", colour: holderOf(active).edge, opacity: 1, cased: true });
  return strokes;
}

/**
 * The outline of whoever holds an area off the ground; on the ground, that of whoever also claims it.
 * @param {AreaStyle} style
 * @returns {Edge | null}
 */
function edgeOf({ fill, controller, disputed, active, partial }) {
  const ground = controller === STYLE.baseController && fill === "solid";
  if (ground && !disputed && !partial) return null;
  let shown = controller;
  if (fill === "none") shown = disputed ?? active ?? controller;
  if (ground && disputed) shown = disputed;
  const line = fill === "claimed" || ground ? "dashed" : "solid";
  const width = isStriped(fill) ? signs.contestedEdgePx : signs.edgePx;
  return { colour: holderOf(shown).edge, line: partial ? "dotted" : line, width };
}

/**
 * Whether the one who holds the ground of the map is known to hold an area, and not only said to (Python's `is_ground`).
 * @param {ControlState} state
 */
export const isGround = ({ controller, status, basis }) =>
  controller === STYLE.baseController && status === "control" && basis === "assessed";

/**
 * Whether a state is to be seen: off the ground, or claimed by somebody who is contradicted (Python's `is_telling`).
 * @param {ControlState | null | undefined} state
 */
export function isTelling(state) {
  if (!state) return false;
  return !isGround(state) || state.disputed.some(({ certainty }) => certainty === "D");
}
