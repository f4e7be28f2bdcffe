/** Words that the sentence, the legend and the map of a layer share. In Python: `geo/wording/layer_words.py`. */

import { FILTER_KEYS } from "../engine/constants.js";
import { plainDate } from "../engine/dates.js";
import { inDigits, listed, series } from "../engine/text.js";
import { EVENTS } from "./presence.js";

/** @import { Activity, FilterKey, PresenceOn, Shown, Translate, Voice } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

/** What stands before a value of a filter in the key of its text. */
const TEXTS = { type: "type", grade: "verification", precision: "where", claimant: "claimant", kind: "kind" };
const OTHER_KEYS = /** @type {FilterKey[]} */ (FILTER_KEYS.filter((key) => key !== "type"));

/**
 * Each step of counts: '1', '2–4', '25 or more'; in short '2–4', '25+'.
 * @param {Translate} t
 * @param {number[]} steps
 * @param {"step" | "short"} form
 */
export function stepWords(t, steps, form = "step") {
  return steps.map((from, at) => {
    const to = at + 1 < steps.length ? steps[at + 1] - 1 : null;
    if (to === null) return t(`layers.${form}.from`, { from: inDigits(from) });
    const ends = { from: inDigits(from), to: inDigits(to) };
    return to === from ? t(`layers.${form}.one`, ends) : t(`layers.${form}.range`, ends);
  });
}

/**
 * 'Kabul 13, Takhar 8': provinces by their counts, the most first, then by name.
 * @param {Shown} shown
 * @param {number[]} counts by province
 */
export function items({ record, t }, counts) {
  const named = counts
    .map((count, number) => ({ count, name: record.provinces[number].name }))
    .filter(({ count }) => count)
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  return listed(named.map(({ name, count }) => t("layers.item", { name, count })));
}

/**
 * Names of provinces in alphabetical order.
 * @param {Record} record
 * @param {number[]} numbers
 */
export const names = (record, numbers) => listed(numbers.map((number) => record.provinces[number].name).sort());

/**
 * The chosen types of events; what counts as activity where none is chosen.
 * @param {Shown} shown
 */
export function typeWords({ state, t }) {
  if (!state.type) return t("layers.caption.armed");
  return listed(state.type.split(",").map((name) => t(`type.${name}`)));
}

/**
 * The filters beside the types, in words: 'Actor: NRF; Grade: claimed'.
 * @param {Shown} shown
 */
export function otherFilters({ record, state, t }) {
  /** @type {(key: FilterKey, value: string) => string} */
  const valueWords = (key, value) => {
    if (key === "actor") return record.actorName(value);
    if (key === "area") return record.provinces.find(({ id }) => id === value)?.name ?? value;
    return t(`${TEXTS[key]}.${value}`);
  };
  const chosen = OTHER_KEYS.map((key) => {
    const told = listed((state[key]?.split(",") ?? []).map((value) => valueWords(key, value)));
    return told && t("words.labelled", { label: t(`filter.${key}`), told });
  });
  return series(chosen);
}

/**
 * 'Wikipedia, 31 December 2024', '12 events of the window'.
 * @param {Shown} shown
 * @param {Voice} voice
 */
export function voiceWords(shown, voice) {
  if (voice.claimant === EVENTS) return shown.t("layers.voice.events", { count: voice.count });
  return listWords(shown, voice);
}

/**
 * 'Wikipedia, 31 December 2024'.
 * @param {Shown} shown
 * @param {{claimant: string, day: number}} list
 */
export function listWords({ record, t }, { claimant, day }) {
  return t("layers.voice", { who: t(`claimant.${claimant}`), day: plainDate(record.iso(day)) });
}

/**
 * Each that speaks, in words, and of how many provinces; the most first.
 * @param {Shown} shown
 * @param {PresenceOn} presence
 */
export function speakers(shown, { voices }) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const voice of voices.flat()) {
    const words = voice.claimant === EVENTS ? shown.t("layers.voice.events_all") : voiceWords(shown, voice);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/**
 * First and last day of the window and how many days it has.
 * @param {Record} record
 * @param {Activity} activity
 */
export function spanOf(record, { first, last }) {
  return { first: plainDate(record.iso(first)), last: plainDate(record.iso(last)), days: last - first + 1 };
}

/**
 * What the window before had; or why nothing is compared.
 * @param {Shown} shown
 * @param {Activity} activity
 */
export function comparisonWords({ record, t }, activity) {
  if (activity.before) return t("layers.before", { days: spanOf(record, activity).days, count: activity.countBefore });
  return t(activity.hasBefore ? "layers.no_comparison.silence" : "layers.no_comparison.record");
}
