/** What a pointer on the timeline would show: the day and what happened on it, or the state in a row of the ribbon. */

import { inWords, plainDate } from "../engine/dates.js";
import { el } from "../engine/elements.js";
import { spanOn } from "../handle/ribbon_rows.js";
import { stateWords } from "../wording/state_words.js";
import { momentWords } from "./moments.js";

/** @import { Moment, RibbonRow, RibbonSpan, Translate } from "../types.js" */
/** @import { Store } from "../store/store.js" */

/**
 * The lines about a day: what has a name, events, UCDP's rows, changes, claims that are contradicted, silence.
 * @param {Store} store
 * @param {number} day
 * @param {{events: number, moment: Moment | null, reference?: {count: number, covered: boolean} | null}} of
 */
export function dayLines({ record, state, t }, day, { events, moment, reference }) {
  const changes = record.changesOn(day, state.perspective);
  const ended = changes.filter(({ runsOut }) => runsOut).length;
  const isSilent = record.raw.silence.some(([first, last]) => first <= day && day <= last);
  return [
    inWords(record.iso(day)),
    moment && momentWords(moment, record, t),
    events ? t("hint.events", { count: events }) : t("hint.no_events"),
    reference && referenceWords(t, reference),
    changes.length > ended && t("hint.changes", { count: changes.length - ended }),
    ended > 0 && t("hint.ended", { count: ended }),
    record.raw.deniedDays.includes(day) && t("hint.denied"),
    isSilent && t("hint.silence"),
  ].filter((line) => typeof line === "string");
}

/**
 * What UCDP has of a day; where no release covers its month whole, few or none says nothing.
 * @param {Translate} t
 * @param {{count: number, covered: boolean}} of
 */
function referenceWords(t, { count, covered }) {
  if (!count) return t(covered ? "hint.reference_none" : "hint.reference_not_known");
  return t(covered ? "hint.reference" : "hint.reference_part", { count });
}

/**
 * The lines about a row of the ribbon on a day: the area, its state, from when to when.
 * @param {Store} store
 * @param {RibbonRow} row
 * @param {number} day
 */
export function rowLines({ record, state, t }, row, day) {
  const span = spanOn(row, day);
  const name = t("tip.district", { district: row.name, province: record.provinces[row.province].name });
  if (!span?.state) return [name, t("hint.unknown"), plainDate(record.iso(day))];
  /** @param {RibbonSpan} one */
  const wordsOf = (one) => (one.state ? stateWords(record, one.state, t, state.perspective) : "");
  const alike = sameAround(row.spans, row.spans.indexOf(span), wordsOf);
  const [first, last] = [alike[0].first, alike[1].last].map((at) => plainDate(record.iso(at)));
  const days = alike[1].last === record.days - 1 ? t("hint.since", { first }) : t("hint.span", { first, last });
  return [name, wordsOf(span), days];
}

/**
 * The first and last of the spans around one that read the same as it.
 * @param {RibbonSpan[]} spans
 * @param {number} at
 * @param {(span: RibbonSpan) => string} wordsOf
 */
function sameAround(spans, at, wordsOf) {
  const words = wordsOf(spans[at]);
  let [from, to] = [at, at];
  while (from > 0 && wordsOf(spans[from - 1]) === words) from--;
  while (to < spans.length - 1 && wordsOf(spans[to + 1]) === words) to++;
  return [spans[from], spans[to]];
}

export class DayHint {
  constructor() {
    this.root = el("div", { cls: "axis-hint", attrs: { "aria-hidden": "true" } });
    this.root.hidden = true;
  }

  /**
   * @param {string[]} lines
   * @param {number} x where the day is, in the box
   * @param {number} width of the box
   */
  show(lines, x, width) {
    this.root.replaceChildren(...lines.map((text) => el("div", { text })));
    this.root.hidden = false;
    const half = this.root.offsetWidth / 2;
    this.root.style.left = `${Math.min(Math.max(x, half), Math.max(half, width - half))}px`;
  }

  hide() {
    this.root.hidden = true;
  }
}
