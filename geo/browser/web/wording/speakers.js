/** Who tells a state: in a party's view what it says itself is told apart from what it says nothing of. */

/** @import { ControlState, Perspective } from "../types.js" */

/** How a state is told in a party's view when a party speaks itself: both, or one of them. */
export const SPOKEN = ["own", "nrf", "taliban"];

/**
 * Who speaks in a view of parties: 'own', the one of two that does, or 'assessed'; nothing in the assessed view.
 * @param {Perspective} perspective
 * @param {ControlState} state
 */
export const toldIn = (perspective, state) => (perspective === "assessed" ? "" : state.toldBy);

/**
 * Whether no party of the view speaks of an area.
 * @param {Perspective} perspective
 * @param {ControlState} state
 */
export const isSilent = (perspective, state) => !SPOKEN.includes(toldIn(perspective, state));
