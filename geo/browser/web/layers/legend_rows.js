/** The rows of the legend of activity and presence as plain data. In Python: `geo/wording/layer_rows.py`. */

import { LAYER_STYLE } from "../engine/map_constants.js";
import { inDigits } from "../engine/text.js";
import { activityOn } from "./activity.js";
import { activityPlan, BLANK, presencePlan } from "./plan.js";
import { presenceOn } from "./presence.js";
import { comparisonWords, listWords, spanOf, speakers, stepWords } from "./words.js";

/** @import { LayerPlan, LegendRow, Shade, Shown } from "../types.js" */

/**
 * The rows of the layer on show.
 * @param {Shown} shown
 * @returns {LegendRow[]}
 */
export function layerRows(shown) {
  return shown.state.layer === "activity" ? activityRows(shown) : presenceRows(shown);
}

/**
 * Steps of districts, steps of provinces, what is known less well, what is not on the map.
 * @param {Shown} shown
 */
function activityRows(shown) {
  const { record, t } = shown;
  const activity = activityOn(shown);
  const plan = activityPlan(activity);
  const ranges = stepWords(t, LAYER_STYLE.activity.steps);
  const coarse = activity.provinces.reduce((sum, one) => sum + one, 0);
  const silent = withLines(plan, "silence");
  const blank = plan.provinces.filter(({ step }) => step < 0).length;
  const { days } = spanOf(record, activity);
  const rows = [
    ...stepRows(plan.districts, ranges, "district", (range) => t("layers.row.district", { range })),
    ...stepRows(stepsOf(plan), ranges, "province", (range) => t("layers.row.province", { range })),
    ...lineRow("coarse", coarse, t("layers.row.coarse")),
    ...lineRow("silence", silent, t("layers.row.silence")),
    ...(blank && !silent ? [row("blank", t("layers.row.blank"), blank, BLANK)] : []),
    ...(activity.nowhere ? [row("nowhere", t("layers.row.nowhere"), activity.nowhere)] : []),
    row("change", activity.before ? t("layers.caption.change", { days }) : comparisonWords(shown, activity), ""),
  ];
  return rows.map((one) => inLayer(one, "activity"));
}

/**
 * By how many provinces are named, where that is contradicted, who speaks, and which lists are too old.
 * @param {Shown} shown
 */
function presenceRows(shown) {
  const { t } = shown;
  const presence = presenceOn(shown);
  const plan = presencePlan(presence);
  const ranges = stepWords(t, LAYER_STYLE.presence.steps);
  const blank = plan.provinces.filter(({ label }) => !label).length;
  const rows = [
    ...stepRows(stepsOf(plan), ranges, "province", (range) => t("layers.row.named", { range })),
    ...lineRow("contradicted", withLines(plan, "contradicted"), t("layers.row.contradicted")),
    ...lineRow("absent", withLines(plan, "absent"), t("layers.row.absent")),
    ...(blank ? [row("blank", t("layers.row.unnamed"), blank, BLANK)] : []),
    ...speakers(shown, presence).map(([name, count]) => row(`voice ${name}`, name, count)),
    ...presence.outdated.map((list) =>
      row(`old ${list.claimant}`, t("layers.row.outdated", { voice: listWords(shown, list) }), ""),
    ),
  ];
  return rows.map((one) => inLayer(one, "presence"));
}

/** @typedef {{key: string, text: string, number: string, shade: Shade | null, of: "district" | "province"}} Row */

/**
 * @param {number[]} found the step of each area
 * @param {string[]} ranges
 * @param {"district" | "province"} of
 * @param {(range: string) => string} words
 * @returns {Row[]}
 */
function stepRows(found, ranges, of, words) {
  return ranges.flatMap((range, step) => {
    const count = found.filter((one) => one === step).length;
    return count ? [{ ...row(`${of} ${step}`, words(range), count, { ...BLANK, step }), of }] : [];
  });
}

/**
 * @param {string} lines
 * @param {number} count
 * @param {string} text
 * @returns {Row[]}
 */
const lineRow = (lines, count, text) => (count ? [row(lines, text, count, { ...BLANK, lines })] : []);

/**
 * @param {string} key
 * @param {string} text
 * @param {number | string} number
 * @param {Shade | null} shade
 * @returns {Row}
 */
const row = (key, text, number, shade = null) => ({
  key,
  text,
  number: typeof number === "number" ? inDigits(number) : number,
  shade,
  of: "province",
});

/**
 * @param {Row} row
 * @param {"activity" | "presence"} layer
 * @returns {LegendRow}
 */
const inLayer = ({ key, text, number, shade, of }, layer) => ({
  key: `${layer} ${key}`,
  sample: shade && { shade, of, layer },
  text,
  number,
});

/** @param {LayerPlan} plan */
const stepsOf = ({ provinces }) => provinces.map(({ step }) => step);

/** @type {(plan: LayerPlan, lines: string) => number} */
const withLines = ({ provinces }, lines) => provinces.filter((shade) => shade.lines === lines).length;
