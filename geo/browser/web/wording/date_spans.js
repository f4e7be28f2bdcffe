/** Spans of days in words. In Python: `geo/wording/dates.py`. */

import { monthName, partsOf, plainDate } from "../engine/dates.js";
import { say } from "../engine/text.js";

/**
 * '5 September 2021', '5–7 September 2021', '30 September – 2 October 2021' or '30 December 2021 – 2 January 2022'.
 * @param {string} start
 * @param {string} end
 */
export function spanInWords(start, end) {
  if (start === end) return plainDate(start);
  const [first, last] = [partsOf(start), partsOf(end)];
  if (first.year !== last.year) return say("locale.span.years", { first: plainDate(start), last: plainDate(end) });
  const values = { first: first.day, last: last.day, month: monthName(last.month), year: last.year };
  if (first.month === last.month) return say("locale.span.days", values);
  return say("locale.span.months", { ...values, first_month: monthName(first.month) });
}
