/** Parts of records in words: spans, losses, numbers, whom a source is near. In Python: `geo/wording/words.py`. */

import { inDigits } from "../engine/text.js";

/** @import { Casualties, Shown, Source, Translate } from "../types.js" */

/** @typedef {Pick<Shown, "record" | "t">} Known */

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
  return low === high ? inDigits(low) : t("locale.range", { low: inDigits(low), high: inDigits(high) });
}

/**
 * 'near Taliban': the party that the publisher of a source belongs to or is near; null where there is none.
 * @param {Known} known
 * @param {Pick<Source, "party_near">} source
 */
export const nearWords = ({ record, t }, { party_near: party }) =>
  party ? t("source.party_near", { party: record.actorName(party) }) : null;

/**
 * 'NRF – Taliban': who is on each side; nothing where nobody is named.
 * @param {Translate} t
 * @param {string[]} sides
 */
export const sidesWords = (t, [a, b]) => (a && b ? t("words.sides", { a, b }) : a || b);
