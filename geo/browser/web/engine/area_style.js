/** How a state is drawn on a day, as plain data: the map and its legend are made from the same. */

import { STYLE } from "./constants.js";

/** @import { AreaStyle, ControlState } from "../types.js" */

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
  const quiet = state.controller === STYLE.baseController && state.status === "control" && state.basis === "assessed";
  const fade = quiet ? 0 : fadeStep(day - state.lastConfirmed);
  const against = state.disputed[0]?.controller ?? null;
  return {
    fill: fillOf(state),
    controller: state.controller,
    opacity: quiet ? STYLE.baseOpacity : STYLE.ageSteps[fade][1],
    fade,
    partial: state.partial && !quiet,
    against,
    disputed: state.status === "disagreed" ? null : against,
    active: state.active[0]?.controller ?? null,
  };
}

/**
 * @param {ControlState} state
 * @returns {AreaStyle["fill"]}
 */
function fillOf({ controller, status, basis }) {
  if (controller === "unknown") return "none";
  if (status === "besieged" || STYLE.striped.includes(status)) return /** @type {AreaStyle["fill"]} */ (status);
  return basis === "claimed" ? "claimed" : "solid";
}

/**
 * Which of the steps of fading an age in days falls into.
 * @param {number} age
 */
export function fadeStep(age) {
  return STYLE.ageSteps.findIndex(([days]) => age <= days);
}

/**
 * The colour of whoever holds an area.
 * @param {string} controller
 */
export function colourOf(controller) {
  return STYLE.controllers[controller] ?? STYLE.otherController;
}

/**
 * The fill's colour, and the second one of its stripes or strokes; a side that no claim names is grey.
 * @param {AreaStyle} style
 * @returns {[string, string]}
 */
export function coloursOf({ fill, controller, against }) {
  const base = controller === STYLE.baseController;
  const colour = colourOf(controller);
  if (!STYLE.striped.includes(fill)) return [colour, base ? STYLE.unnamedSide : colour];
  const other = against ?? (base ? null : STYLE.baseController);
  return [colour, other ? colourOf(other) : STYLE.unnamedSide];
}
