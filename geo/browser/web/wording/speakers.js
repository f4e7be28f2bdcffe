/** Who tells a state: in a party's view what it says itself is told apart from what it says nothing of. */

import { listed } from "../engine/text.js";
/** @import { ControlState, OtherClaim, Perspective, Translate } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

/** How a state is told in a party's view when a party speaks itself: both, or one of them. */
export const SPOKEN = ["own", "nrf", "taliban"];

/**
 * Who speaks in a view of parties: 'own', the one of two that does, or 'assessed'; nothing in the assessed view.
 * @param {Perspective} perspective
 * @param {ControlState} state
 */
export const toldIn = (perspective, state) => (perspective === "assessed" ? "" : state.toldBy);

/**
 * Whether no party of the view speaks of an area.
 * @param {Perspective} perspective
 * @param {ControlState} state
 */
export const isSilent = (perspective, state) => !SPOKEN.includes(toldIn(perspective, state));

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
  if (state.status === "undecided") return t("status.undecided");
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
