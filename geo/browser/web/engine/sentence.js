/** The day in words, built from the states of the day and nothing else. */

import { MAX_NAMES, STYLE } from "./constants.js";
import { plainDate } from "./text.js";

/** @import { Change, ControlState, Group, Shown, Translate } from "../types.js" */
/** @import { Record } from "./record.js" */

/**
 * 'On 5 September 2021 the Taliban held …; …' as the chosen perspective has it.
 * @param {Shown} shown
 */
export function daySentence({ record, state, t }) {
  const groups = record.groups(state.day, state.perspective);
  const apart = groups.reduce((sum, group) => sum + group.districts.length, 0);
  const all = record.districts.length;
  const lead = t(apart ? "sentence.lead" : "sentence.lead_all", {
    day: plainDate(record.iso(state.day)),
    holder: record.actorInText(STYLE.baseController),
    held: all - apart,
    all,
  });
  const parts = groups.map((group) => groupWords(record, group, t));
  const view = state.perspective === "assessed" ? [] : [t(`sentence.view.${state.perspective}`)];
  return spelledOut([...view, lead, ...parts].join(" "), t);
}

/**
 * A text in which the NRF has its full name where it first stands.
 * @param {string} text
 * @param {Translate} t
 */
const spelledOut = (text, t) => text.replace(t("spell.nrf.short"), t("spell.nrf.full"));

/**
 * @param {Record} record
 * @param {Group} group
 * @param {Translate} t
 */
function groupWords(record, group, t) {
  const { state } = group;
  const area = areaWords(record, group, t);
  if (state.status === "disagreed")
    return t("sentence.disagreed", {
      area,
      one: record.actorInText(state.controller),
      other: record.actorInText(state.disputed[0].controller),
    });
  const holder = record.actorInText(state.controller);
  return t(`sentence.${state.status}.${howKnown(state)}`, { area, holder, Holder: capital(holder) });
}

/**
 * 'Panjshir', or 'Rukha and Paryan in Panjshir'
 * @param {Record} record
 * @param {Group} group
 * @param {Translate} t
 */
function areaWords(record, { province: number, whole, districts }, t) {
  const province = record.provinces[number].name;
  if (whole) return t("sentence.whole", { province });
  const names = districts.map((d) => record.districts[d].name);
  const more = names.length - MAX_NAMES;
  const shown = names.slice(0, MAX_NAMES).join(", ");
  return t(more > 0 ? "sentence.some_more" : "sentence.some", { names: shown, more, province });
}

/** @param {ControlState} state */
function howKnown({ toldBy, basis }) {
  if (toldBy === "own") return "own";
  return basis === "claimed" ? "claimed" : "assessed";
}

/**
 * 'Rukha, Paryan (Panjshir): NRF, control → Taliban, control' for the changes of the day.
 * @param {Shown} shown
 * @param {Change[]} changes
 */
export function changeLines({ record, t }, changes) {
  /** @param {ControlState | null} state */
  const words = (state) =>
    state ? `${record.actorName(state.controller)}, ${t(`status.${state.status}`)}` : t("state.unknown");
  /** @type {Map<string, string[]>} */
  const lines = new Map();
  for (const { district, before, after } of changes) {
    const { name, province } = record.districts[district];
    const key = JSON.stringify([province, words(before), words(after)]);
    lines.set(key, [...(lines.get(key) ?? []), name]);
  }
  return [...lines].map(([key, names]) => {
    const [province, was, is] = JSON.parse(key);
    return t("panel.change", {
      district: names.join(", "),
      province: record.provinces[province].name,
      before: was,
      after: is,
    });
  });
}

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
