/** A state in words, with who tells it, and what others say who tell it otherwise. */

import { listed } from "../engine/text.js";
import { toldIn } from "./speakers.js";

/** @import { ControlState, OtherClaim, Perspective, Translate } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

/**
 * 'NRF: contested, reported'; in a party's view 'no statement' where it says nothing.
 * @param {Record} record
 * @param {ControlState} state
 * @param {Translate} t
 * @param {Perspective} perspective
 */
export function stateWords(record, state, t, perspective) {
  const told = toldIn(perspective, state);
  if (state.status === "disagreed") {
    const other = record.actorName(state.disputed[0].controller);
    return t(`state.disagreed.${told}`, { one: record.actorName(state.controller), other });
  }
  const basis = state.basis === "claimed" ? t("basis.claimed") : t(`certainty.${state.certainty}`);
  const held = listed([t(`status.${state.status}`), basis]);
  const words = t("words.labelled", { label: record.actorName(state.controller), told: held });
  if (told === "assessed") return t(`state.no_statement.${perspective}`, { assessed: words });
  return perspective === "both" && told !== "own" ? t(`state.alone.${told}`, { said: words }) : words;
}

/**
 * Words of a key of the legend, with who speaks.
 * @param {string} shown
 * @param {string} told
 * @param {Perspective} perspective
 * @param {Translate} t
 */
export function keyWords(shown, told, perspective, t) {
  if (told === "assessed") return t(`legend.no_statement.${perspective}`, { shown });
  return told === "nrf" || told === "taliban" ? t(`legend.alone.${told}`, { shown }) : shown;
}

/**
 * What those say who tell a state otherwise: 'the Taliban say they hold it (contradicted)'.
 * @param {Record} record
 * @param {ControlState} state
 * @param {Translate} t
 */
export function otherWords(record, state, t) {
  return state.status === "disagreed" ? [] : state.disputed.map((claim) => claimWords(record, claim, t));
}

/**
 * @param {Record} record
 * @param {OtherClaim} claim
 * @param {Translate} t
 */
function claimWords(record, { claimant, controller, status, certainty }, t) {
  const said =
    claimant === controller
      ? t(`tip.self.${claimant}.${status}`)
      : t(`tip.other.${status}`, { who: t(`claimant.${claimant}`), holder: record.actorName(controller) });
  return certainty === "D" ? t("tip.denied", { said }) : said;
}
