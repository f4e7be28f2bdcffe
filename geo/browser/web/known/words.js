/** By which day something is known, and how much of it came later, in words. In Python: `geo/wording/seen.py`. */

import { plainDate } from "../engine/dates.js";
import { inTurn } from "../engine/text.js";

/** @import { Shown } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

/**
 * 'As known on 5 September 2021. 12 records of these days became known later.'; empty of the record as we know it now.
 * @param {Pick<Shown, "record" | "state" | "t">} shown
 */
export function knownWords({ record, state, t }) {
  const { known } = record.raw;
  if (!known) return "";
  const first = record.windowStart(state.day, state.window);
  const [later, unknown] = [known.later, known.unknown].map((spans) => touching(spans, first, state.day));
  return inTurn([
    t("known.sentence", { day: plainDate(known.by) }),
    later ? t("known.later", { count: later }) : "",
    unknown ? t("known.unknown", { count: unknown }) : "",
  ]);
}

/**
 * How many spans touch the days from one to another.
 * @param {[number, number][]} spans
 * @param {number} first
 * @param {number} last
 */
function touching(spans, first, last) {
  return spans.filter(([start, end]) => start <= last && end >= first).length;
}

/**
 * Let the sentence of each day say by which day it is known.
 * @param {Record} record
 */
export function tellKnown(record) {
  if (record.raw.known) record.known = knownWords;
}
