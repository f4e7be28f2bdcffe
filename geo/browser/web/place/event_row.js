/** An event as a row of a list: its grade, day, place and title; a button that opens its card. */

import { el } from "../engine/elements.js";
import { dotted, IN_ENGLISH, isInEnglish } from "../engine/text.js";
import { spanWords } from "../parts/tooltip.js";

/** @import { Shown } from "../types.js" */

/**
 * @param {Shown} shown
 * @param {number} i number of the event
 * @param {(button: HTMLElement) => void} choose
 */
export function eventButton({ record, t }, i, choose) {
  const { events } = record;
  const grade = events.verificationNames[events.verification[i]];
  const button = el(
    "button",
    { cls: "event", attrs: { type: "button", "data-event": events.id[i] } },
    el("span", { cls: `grade ${grade}`, text: t(`verification.${grade}`) }),
    el("span", { cls: "where", text: whenAndWhere({ record, t }, i) }),
    el("span", { cls: "title", text: events.title[i], attrs: IN_ENGLISH }),
  );
  button.addEventListener("click", () => choose(button));
  return button;
}

/**
 * @param {Pick<Shown, "record" | "t">} shown
 * @param {number} i
 */
function whenAndWhere({ record, t }, i) {
  const { province, country, placed } = record.events;
  const place = province[i] >= 0 ? record.provinces[province[i]].name : t(`country.${country[i]}`);
  const kind = isInEnglish() ? null : t(`type.${record.events.typeNames[record.events.type[i]]}`);
  return dotted([kind, spanWords(record, i), place, placed[i] ? null : t("panel.not_drawn")]);
}
