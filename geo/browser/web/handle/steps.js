/** The steps along time: buttons that jump to a day beside the one on show. */

import { button } from "./controls.js";

/** @import { Store } from "../store/store.js" */

/** @typedef {[sign: string, name: string, to: (day: number) => number]} Step */

/**
 * @param {Store} store
 * @param {Step[]} steps
 */
export const stepButtons = (store, steps) =>
  steps.map(([sign, name, to]) => button(sign, store.t(`timeline.${name}`), () => store.jump(to(store.state.day))));

/**
 * The four that are always to be seen.
 * @param {Store} store
 * @returns {Step[]}
 */
export function mainSteps(store) {
  const change = (/** @type {number} */ day, /** @type {1 | -1} */ way) =>
    store.record.nextChangeDay(day, way, store.state.perspective);
  return [
    ["⇤", "previous_change", (day) => change(day, -1)],
    ["‹", "previous_day", (day) => day - 1],
    ["›", "next_day", (day) => day + 1],
    ["⇥", "next_change", (day) => change(day, 1)],
  ];
}
