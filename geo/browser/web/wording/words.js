/** Parts of records in words: spans, losses, numbers, whom a source is near. In Python: `geo/wording/words.py`. */

import { inDigits, plainDate } from "../engine/text.js";

/** @import { Casualties, Shown, Source, Translate } from "../types.js" */

/** @typedef {Pick<Shown, "record" | "t">} Known */

/**
 * '5 September 2021', '5–7 September 2021', '30 September – 2 October 2021' or '30 December 2021 – 2 January 2022'.
 * @param {string} start
 * @param {string} end
 */
export function spanInWords(start, end) {
  if (start === end) return plainDate(start);
  if (start.slice(0, 7) === end.slice(0, 7)) return `${Number(start.slice(8))}–${plainDate(end)}`;
  const first = plainDate(start);
  return `${start.slice(0, 4) === end.slice(0, 4) ? first.slice(0, -5) : first} – ${plainDate(end)}`;
}

/**
 * 'Taliban: 15–30 killed'; a number is always one claimant's.
 * @param {Known} known
 * @param {Casualties} loss
 */
export function lossWords({ record, t }, { side, low, high, text, kind }) {
  const number = rangeWords(t, low, high) || text || t("loss.unknown");
  return t("loss.line", { side: record.actorName(side), number, kind: t(`loss.${kind}`) });
}

/**
 * '15–30', 'at least 15', 'up to 1,200'; nothing when neither end is known.
 * @param {Translate} t
 * @param {number | null} low
 * @param {number | null} high
 */
export function rangeWords(t, low, high) {
  if (low === null) return high === null ? "" : t("loss.up_to", { high: inDigits(high) });
  if (high === null) return t("loss.at_least", { low: inDigits(low) });
  return low === high ? inDigits(low) : `${inDigits(low)}–${inDigits(high)}`;
}

/**
 * 'near Taliban': the party that the publisher of a source belongs to or is near; null where there is none.
 * @param {Known} known
 * @param {Pick<Source, "party_near">} source
 */
export const nearWords = ({ record, t }, { party_near: party }) =>
  party ? t("source.party_near", { party: record.actorName(party) }) : null;
