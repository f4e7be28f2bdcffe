/** Where a day of knowledge and a definition are chosen, among the options of the view; and the ways back. */

import { el } from "../engine/elements.js";
import { DEFINITIONS } from "../engine/map_constants.js";
import { dayField } from "../fields/day_field.js";
import { button } from "../handle/controls.js";
import { labelled, select } from "../timeline/choices.js";
import { wordOf } from "../wording/definition.js";

/** @import { Translate } from "../types.js" */
/** @import { Store } from "../store/store.js" */

/**
 * @param {Store} store
 * @param {string} lastDay
 * @param {(day: string, lastDay: string) => void} choose
 */
export function dayChoice({ record, t }, lastDay, choose) {
  const group = el("div", { cls: "known-by" });
  const whole = Object.create(record, { days: { value: record.dayOf(Date.parse(lastDay)) + 1 } });
  dayField(
    group,
    { record: whole, t },
    {
      key: "known",
      label: t("known.choose.hint"),
      value: record.raw.known?.by ?? "",
      choose: (day) => choose(day, lastDay),
    },
  );
  if (record.raw.known) group.append(toNow(t, () => choose("", lastDay)));
  return labelled(t("known.choose"), group);
}

/**
 * @param {Store} store
 * @param {(definition: string) => void} choose
 */
export function definitionChoice({ record, t }, choose) {
  const name = (/** @type {string} */ definition) => t(`definitions.short.${wordOf(definition)}`);
  const box = select("definition", t("definitions.choose_rule.hint"), DEFINITIONS, name, choose);
  box.value = record.raw.definition ?? DEFINITIONS[0];
  return labelled(t("definitions.choose_rule"), el("div", { cls: "known-by", attrs: { role: "group" } }, box));
}

/**
 * The way back to all that is known now.
 * @param {Translate} t
 * @param {() => void} click
 */
export const toNow = (t, click) => button(t("known.now"), t("known.now.hint"), click, "text");

/**
 * The way back to our method.
 * @param {Translate} t
 * @param {() => void} click
 */
export const toOurs = (t, click) => button(t("definitions.ours"), t("definitions.ours.hint"), click, "text");
