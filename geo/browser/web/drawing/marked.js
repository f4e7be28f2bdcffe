/** Which states the legend tells beside that of the ground. */

import { activeOf, isGround } from "../engine/area_style.js";

/** @import { ControlState } from "../types.js" */

/**
 * Whether the legend has a row beside the ground's for a state: off the ground, or with a sign over it (Python's
 * `is_marked`).
 * @param {ControlState | null | undefined} state
 */
export function isMarked(state) {
  if (!state) return false;
  return !isGround(state) || state.disputed.length > 0 || activeOf(state, null) !== null;
}
