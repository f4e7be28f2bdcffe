/** What a layer says of one province or district, and of all provinces as a table. */

import { plainDate } from "../engine/dates.js";
import { inDigits, listed, series } from "../engine/text.js";
import { activityOn, changeOf } from "./activity.js";
import { presenceOn } from "./presence.js";
import { typeWords, voiceWords } from "./words.js";

/** @import { Shown, Voice } from "../types.js" */

/** @typedef {{title: string, columns: string[], rows: string[][]}} LayerTable */

/**
 * What the layer on show says of a province, and of one of its districts where one is meant.
 * @param {Shown} shown
 * @param {number} province
 * @param {number} district -1 where none is meant
 */
export function layerLines(shown, province, district = -1) {
  return shown.state.layer === "activity" ? activityLines(shown, province, district) : presenceLines(shown, province);
}

/**
 * The layer on show as a table: a row a province of which it says something.
 * @param {Shown} shown
 * @returns {LayerTable}
 */
export function layerTable(shown) {
  return shown.state.layer === "activity" ? activityTable(shown) : presenceTable(shown);
}

/**
 * @param {Shown} shown
 * @param {number} province
 * @param {number} district
 */
function activityLines(shown, province, district) {
  const { record, t } = shown;
  const activity = activityOn(shown);
  const span = t("layers.span", {
    first: plainDate(record.iso(activity.first)),
    last: plainDate(record.iso(activity.last)),
  });
  const values = { what: typeWords(shown), span, area: record.provinces[province].name };
  const count = activity.totals[province];
  const isSilent = activity.silentDays === activity.last - activity.first + 1;
  if (!count) return [t("layers.card.none", values), ...(isSilent ? [t("layers.card.silence")] : [])];
  const lines = [t("layers.card.activity", { ...values, count })];
  const known = district >= 0 ? activity.districts[district] : 0;
  if (known) lines.push(t("layers.card.district", { count: known, district: record.districts[district].name }));
  if (activity.provinces[province]) lines.push(t("layers.card.coarse", { count: activity.provinces[province] }));
  if (activity.before) lines.push(t("layers.card.before", { count: activity.before[province] }));
  return lines;
}

/**
 * @param {Shown} shown
 * @param {number} province
 */
function presenceLines(shown, province) {
  const { record, t } = shown;
  const { voices, actors } = presenceOn(shown);
  if (!voices[province].length) {
    const names = listed(actors.map((actor) => record.actorName(actor)));
    return [t("layers.card.unnamed", { actors: names, area: record.provinces[province].name })];
  }
  return voices[province].map((voice) => {
    const key = voice.present ? "layers.voice_present" : "layers.voice_absent";
    return t(key, { voice: voiceWords(shown, voice) });
  });
}

/**
 * @param {Shown} shown
 * @returns {LayerTable}
 */
function activityTable(shown) {
  const { record, t } = shown;
  const activity = activityOn(shown);
  const rows = record.provinces.flatMap(({ name }, number) => {
    const [total, before] = [activity.totals[number], activity.before?.[number]];
    if (!total && !before) return [];
    const change = changeOf(activity, number);
    const cells = [
      name,
      inDigits(total),
      inDigits(total - activity.provinces[number]),
      inDigits(activity.provinces[number]),
      before === undefined ? t("layers.table.not_said") : inDigits(before),
      change ? t(`layers.change.${change}`) : t("layers.table.not_said"),
    ];
    return [{ total, cells }];
  });
  const columns = ["province", "total", "district", "coarse", "before", "change"];
  return {
    title: t("layers.table.activity"),
    columns: columns.map((key) => t(`layers.table.${key}`)),
    rows: rows.sort((a, b) => b.total - a.total).map(({ cells }) => cells),
  };
}

/**
 * @param {Shown} shown
 * @returns {LayerTable}
 */
function presenceTable(shown) {
  const { record, t } = shown;
  const { voices } = presenceOn(shown);
  /** @type {(list: Voice[]) => string} */
  const words = (list) => series(list.map((voice) => voiceWords(shown, voice))) || t("layers.table.not_said");
  const rows = record.provinces.flatMap(({ name }, number) => {
    const [present, absent] = [true, false].map((one) => voices[number].filter((voice) => voice.present === one));
    return voices[number].length ? [[name, words(present), words(absent)]] : [];
  });
  const columns = ["province", "voices_present", "voices_absent"];
  return { title: t("layers.table.presence"), columns: columns.map((key) => t(`layers.table.${key}`)), rows };
}
