/** A field for a day of the record, on the timeline and in the panel: in either calendar, in words or figures. */

import { plainDate } from "../engine/text.js";
import { daysIn } from "../search/days.js";
import { mountDateField } from "./date_field.js";

/** @import { Store } from "../store/store.js" */

/**
 * Mount it. Without `refuse` it has a label and a line that tells what can't be taken.
 * @param {Element} root
 * @param {Pick<Store, "record" | "t">} store
 * @param {{key: string, label: string, choose: (iso: string) => void, refuse?: (message: string) => void, value?: string}} of
 */
export function dayField(root, { record, t }, { key, label, choose, refuse, value = "" }) {
  const [first, last] = [record.firstDay, record.iso(record.days - 1)];
  const typed = "{typed}"; // filled in by the field
  return mountDateField(root, {
    key,
    label,
    value,
    first,
    last,
    words: {
      calendar: t("day.calendar"),
      unreadable: t("day.unreadable", { typed }),
      outside: t("day.outside", { typed, first: plainDate(first), last: plainDate(last) }),
    },
    parse(text) {
      const { days, rest } = daysIn(text, record);
      return days?.kind === "day" && !rest ? record.iso(days.first) : null;
    },
    report: choose,
    ...(refuse ? { refuse: (/** @type {string} */ _text, /** @type {string} */ message) => refuse(message) } : {}),
  });
}
