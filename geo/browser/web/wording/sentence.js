/** The day in words, built from the states of the day and nothing else. */

import { STYLE } from "../engine/constants.js";
import { plainDate } from "../engine/dates.js";
import { inTurn, listed } from "../engine/text.js";
import { deniedOn } from "./denied.js";
import { isSilent, SPOKEN, toldIn } from "./speakers.js";

/** @import { Change, ControlState, DeniedClaim, Group, Shown, Translate } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

/**
 * 'On 5 September 2021 the Taliban held …; …' as the chosen perspective has it.
 * @param {Shown} shown
 */
export function daySentence(shown) {
  const { record, state, t } = shown;
  const { day, perspective } = state;
  const groups = record.groups(day, perspective);
  const rest = groups
    .filter((group) => isSilent(perspective, group.state))
    .map((group) => groupWords(record, group, t));
  const denied = deniedOn(record, day, perspective).map((claim) => deniedWords(record, claim, t));
  const parts = [leadWords(shown, groups), ...rest, ...denied];
  if (perspective !== "assessed") {
    const view = t(`sentence.view.${perspective}`, { day: plainDate(record.iso(day)) });
    parts.unshift(view, ...spokenWords(shown, groups));
  }
  return spelledOut(inTurn(parts), t);
}

/**
 * The same in short: how many districts the base holds, or of how many no party of the view speaks.
 * @param {Shown} shown
 */
export function leadSentence(shown) {
  const { record, state, t } = shown;
  const lead = leadWords(shown, record.groups(state.day, state.perspective));
  if (state.perspective === "assessed") return lead;
  return `${t(`sentence.view.${state.perspective}`, { day: plainDate(record.iso(state.day)) })} ${lead}`;
}

/**
 * Of how many districts no party of the view speaks, and how many of them the base is known to hold.
 * @param {Shown} shown
 * @param {Group[]} groups
 */
export function heldOf({ record, state }, groups) {
  /** @param {Group[]} list */
  const size = (list) => list.reduce((sum, { districts }) => sum + districts.length, 0);
  const spoken = groups.filter((group) => !isSilent(state.perspective, group.state));
  const all = record.districts.length;
  return { silent: all - size(spoken), held: all - size(groups) };
}

/**
 * A text in which the NRF has its full name where it first stands.
 * @param {string} text
 * @param {Translate} t
 */
export const spelledOut = (text, t) => text.replace(t("spell.nrf.short"), t("spell.nrf.full"));

/**
 * How many districts the base holds; in a party's view those of which it says nothing.
 * @param {Shown} shown
 * @param {Group[]} groups
 */
function leadWords(shown, groups) {
  const { record, state, t } = shown;
  const { silent, held } = heldOf(shown, groups);
  const all = record.districts.length;
  const day = plainDate(record.iso(state.day));
  const values = { day, holder: record.actorInText(STYLE.baseController), count: silent, held, all };
  if (state.perspective === "assessed") return t(held === all ? "sentence.lead_all" : "sentence.lead", values);
  const some = silent ? "silent" : "none_silent";
  return t(`sentence.count.${silent === all ? "silent_all" : some}_${state.perspective}`, values);
}

/**
 * What the parties of a view say themselves; under 'both' with who of them speaks.
 * @param {Shown} shown
 * @param {Group[]} groups
 */
export function spokenWords({ record, state, t }, groups) {
  const { perspective } = state;
  return SPOKEN.flatMap((told) => {
    const own = groups.filter((group) => toldIn(perspective, group.state) === told);
    const head = own.length && perspective === "both" ? [t(`sentence.speaks.${told}`)] : [];
    return [...head, ...own.map((group) => groupWords(record, group, t))];
  });
}

/**
 * @param {Record} record
 * @param {Group} group
 * @param {Translate} t
 */
export function groupWords(record, group, t) {
  const { state } = group;
  const names = group.districts.map((d) => record.districts[d].name);
  const area = areaWords(record, { ...group, names }, t);
  const holder = record.actorInText(state.controller);
  if (state.status === "undecided") return t("sentence.undecided", { area });
  if (state.status === "disagreed") {
    const other = record.actorInText(state.disputed[0].controller);
    return t(`sentence.disagreed.${state.toldBy}`, { area, one: holder, other });
  }
  const sure = t(`sure.${state.certainty}`);
  return t(`sentence.${state.status}.${howKnown(state)}`, {
    area,
    holder,
    Holder: record.actorAtFirst(state.controller),
    sure,
  });
}

/**
 * @param {Record} record
 * @param {DeniedClaim} claim
 * @param {Translate} t
 */
export function deniedWords(record, claim, t) {
  const speaker = claim.claimant === claim.controller ? "self" : "other";
  return t(`sentence.denied.${speaker}_${claim.status}`, {
    who: t(`claimant.${claim.claimant}`),
    holder: record.actorInText(claim.controller),
    area: areaWords(record, claim, t),
  });
}

/**
 * 'all of Panjshir', or 'Rukha, Dara and Paryan in Panjshir': every one is named.
 * @param {Record} record
 * @param {{province: number, whole: boolean, names: string[]}} area
 * @param {Translate} t
 */
export function areaWords(record, { province: number, whole, names }, t) {
  const province = record.provinces[number].name;
  if (whole) return t("sentence.whole", { province });
  if (names.length === 1) return t("sentence.some", { names: names[0], province });
  const [last, ...rest] = [...names].reverse();
  return t("sentence.some_and", { names: listed(rest.reverse()), last, province });
}

/**
 * 'Taliban, control'.
 * @param {Record} record
 * @param {{controller: string, status: string}} state
 * @param {Translate} t
 */
export function heldBy(record, { controller, status }, t) {
  if (status === "undecided") return t("status.undecided");
  return t("state.held", { holder: record.actorName(controller), status: t(`status.${status}`) });
}

/** @param {ControlState} state */
export function howKnown({ toldBy, basis }) {
  return !SPOKEN.includes(toldBy) && basis === "claimed" ? "claimed" : "assessed";
}

/**
 * 'Rukha, Paryan (Panjshir): NRF, control → Taliban, control' for the changes of the day.
 * @param {Shown} shown
 * @param {Change[]} changes
 * @param {"panel.change" | "panel.ended_line"} key
 */
export function changeLines({ record, t }, changes, key = "panel.change") {
  /** @param {ControlState | null} state */
  const words = (state) => (state ? heldBy(record, state, t) : t("state.unknown"));
  /** @type {Map<string, string[]>} */
  const lines = new Map();
  for (const { district, before, after } of changes) {
    const { name, province } = record.districts[district];
    const line = JSON.stringify([province, words(before), words(after)]);
    lines.set(line, [...(lines.get(line) ?? []), name]);
  }
  return [...lines].map(([line, names]) => {
    const [province, was, is] = JSON.parse(line);
    return t(key, {
      district: listed(names),
      province: record.provinces[province].name,
      before: was,
      after: is,
    });
  });
}
