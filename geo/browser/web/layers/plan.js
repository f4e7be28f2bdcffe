/**
 * How a layer of activity or presence is drawn, as plain data: the map and its legend are made from the same. In Python:
 * `geo/queries/layers/plan.py`.
 */

import { LAYER_STYLE } from "../engine/map_constants.js";
import { activityOn, changeOf } from "./activity.js";
import { countsOf, presenceOn } from "./presence.js";

/** @import { Activity, LayerPlan, PresenceOn, Shade, Shown } from "../types.js" */

/** What stands behind a count against the window before. */
const CHANGE_SIGNS = { more: "▲", fewer: "▼", same: "", first: "*", "": "" };

/** @type {Shade} */
export const BLANK = { step: -1, lines: "", label: "" };

/**
 * The plan of the layer on show.
 * @param {Pick<Shown, "record" | "state">} shown
 */
export function planOn(shown) {
  return shown.state.layer === "activity" ? activityPlan(activityOn(shown)) : presencePlan(presenceOn(shown));
}

/**
 * Districts in the step of their count, provinces in that of all their events; lines where only the province is known,
 * and over every province without an event when the window lies whole in months without a record.
 * @param {Activity} activity
 * @returns {LayerPlan}
 */
export function activityPlan(activity) {
  const { steps } = LAYER_STYLE.activity;
  const isSilent = activity.silentDays === activity.last - activity.first + 1;
  const provinces = activity.totals.map((count, number) => {
    if (!count) return isSilent ? { ...BLANK, lines: "silence" } : BLANK;
    const lines = activity.provinces[number] ? "coarse" : "";
    return { step: stepOf(count, steps), lines, label: `${count}${CHANGE_SIGNS[changeOf(activity, number)]}` };
  });
  return { layer: "activity", districts: activity.districts.map((count) => stepOf(count, steps)), provinces };
}

/**
 * Provinces in the step of how many name them; lines where another says that there is nobody, crosses where only that.
 * @param {PresenceOn} presence
 * @returns {LayerPlan}
 */
export function presencePlan(presence) {
  const provinces = presence.voices.map((_, number) => {
    const { named, denied } = countsOf(presence, number);
    const lines = denied ? (named ? "contradicted" : "absent") : "";
    const parts = [...(named ? [`+${named}`] : []), ...(denied ? [`−${denied}`] : [])];
    return { step: stepOf(named, LAYER_STYLE.presence.steps), lines, label: parts.join(" ") };
  });
  return { layer: "presence", districts: [], provinces };
}

/**
 * The number of the step that a count lies in; -1 for none.
 * @param {number} count
 * @param {number[]} steps
 */
const stepOf = (count, steps) => steps.filter((least) => count >= least).length - 1;
