/** By which definition districts are held, in words. In Python: `geo/wording/seen.py`. */

/** @import { Perspective, RecordPayload, Shown, Translate } from "../types.js" */

/**
 * As a definition stands in the keys of its texts: 'acled_syria'.
 * @param {string} definition
 */
export const wordOf = (definition) => definition.replaceAll("-", "_");

/**
 * 'By the Long War Journal’s published rule, applied by us.'; empty by our method, and where no control is shown.
 * @param {Pick<Shown, "record" | "state" | "t">} shown
 */
export function definitionWords({ record: { raw }, state: { layer }, t }) {
  if (!raw.definition || (layer && layer !== "control")) return "";
  return t(`definitions.sentence.${wordOf(raw.definition)}`);
}

/**
 * By whom or by what control is told: the definition in short, by our method the perspective.
 * @param {Pick<RecordPayload, "definition">} raw
 * @param {Perspective} perspective
 * @param {Translate} t
 */
export function accordingTo({ definition }, perspective, t) {
  return t(definition ? `definitions.short.${wordOf(definition)}` : `perspective.${perspective}`);
}
