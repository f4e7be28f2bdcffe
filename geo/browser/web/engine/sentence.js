/** The day in words, built from the states of the day and nothing else. */

import { MAX_NAMES, STYLE } from "./constants.js";
import { plainDate } from "./text.js";

/** 'On 5 September 2021 the Taliban held …; …' as the chosen perspective has it. */
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
  const view = state.perspective === "assessed" ? "" : `${t(`sentence.view.${state.perspective}`)} `;
  return `${view}${lead}${parts.length ? ` ${parts.join(" ")}` : ""}`;
}

function groupWords(record, { province, state, whole, districts }, t) {
  const names = districts.map((d) => record.districts[d].name);
  const shown = names.slice(0, MAX_NAMES).join(", ");
  const name = record.provinces[province].name;
  const area = whole
    ? t("sentence.whole", { province: name })
    : t(names.length > MAX_NAMES ? "sentence.some_more" : "sentence.some", {
        names: shown,
        more: names.length - MAX_NAMES,
        province: name,
      });
  const how = state.toldBy === "own" ? "own" : state.basis === "claimed" ? "claimed" : "assessed";
  if (state.status === "disagreed") {
    return t("sentence.disagreed", {
      area,
      one: record.actorInText(state.controller),
      other: record.actorInText(state.disputed[0].controller),
    });
  }
  return t(`sentence.${state.status}.${how}`, {
    area,
    holder: record.actorInText(state.controller),
    Holder: capital(record.actorInText(state.controller)),
  });
}

/** 'Rukha, Paryan (Panjshir): NRF, control → Taliban, control' for the changes of the day. */
export function changeLines({ record, t }, changes) {
  const words = (state) =>
    state ? `${record.actorName(state.controller)}, ${t(`status.${state.status}`)}` : t("state.unknown");
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

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
