/** A field for a day of the record, on the timeline and in the panel: in either calendar, in words or figures. */

import { plainDate } from "../engine/dates.js";
import { mountDateField } from "./date_field.js";

/** @import { Days } from "../engine/days.js" */
/** @import { SearchDays } from "../types.js" */
/** @import { Store } from "../store/store.js" */

/** What reads a day in words: it comes after the handle, and a field without it takes figures (`day_words.js`). */
export const words = {
  daysIn: /** @type {((text: string, record: Days) => {days: SearchDays | null, rest: string}) | null} */ (null),
};

/**
 * The day of the record that a text names, 'YYYY-MM-DD'; null when it names none, or nothing reads words yet.
 * @param {string} text
 * @param {Days} record
 */
export function dayOf(text, record) {
  const { days, rest } = words.daysIn?.(text, record) ?? { days: null, rest: text };
  return days?.kind === "day" && !rest ? record.iso(days.first) : null;
}

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
      before: t("day.previous_month"),
      after: t("day.next_month"),
      unreadable: t("day.unreadable", { typed }),
      outside: t("day.outside", { typed, first: plainDate(first), last: plainDate(last) }),
    },
    parse: (text) => dayOf(text, record),
    report: choose,
    ...(refuse ? { refuse: (/** @type {string} */ _text, /** @type {string} */ message) => refuse(message) } : {}),
  });
}
