/**
 * A district, a named place or a province on a day in one sentence: who held it, who says so, how sure, since when; as
 * `geo/wording/place_sentence.py` has it.
 */

import { STYLE } from "../engine/constants.js";
import { plainDate } from "../engine/dates.js";
import { spanAt } from "../engine/sorted.js";
import { inTurn, listed } from "../engine/text.js";
import { deniedOn } from "./denied.js";
import { begunBy } from "./edges.js";
import { areaWords, deniedWords, groupWords, howKnown, spelledOut, spokenWords } from "./sentence.js";
import { isSilent, SPOKEN, toldIn } from "./speakers.js";

/** @import { ControlState, Group, Perspective, Shown } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

/** @typedef {{state: ControlState | null, since: number}} Span the state of an area on a day, and since when it is so */
/** @typedef {{name: string, province: number, perspective: Perspective, span: Span}} Area a district or place in a view */

const HOLDING = ["control", "contested", "besieged"];

/**
 * The sentence of what is selected: a place, a district, a province; '' where nothing is.
 * @param {Shown} shown
 */
export function placeSentence(shown) {
  const { record, state, t } = shown;
  const { day, perspective } = state;
  const zone = record.zones.find(({ id }) => id === state.place);
  const district = record.districts.findIndex(({ id }) => id === state.district);
  if (zone) {
    const view = perspective === "both" ? "assessed" : perspective; // they have no state of both
    const span = spanOf(shown, zone.intervals[view], day);
    return spelledOut(inTurn(areaParts(shown, { ...zone, perspective: view, span })), t);
  }
  if (district >= 0) {
    const span = spanOf(shown, record.raw.intervals[perspective][district], day);
    return spelledOut(inTurn(areaParts(shown, { ...record.districts[district], perspective, span })), t);
  }
  const province = record.provinces.findIndex(({ id }) => id === state.province);
  return province < 0 ? "" : provinceSentence(shown, province);
}

/**
 * @param {Shown} shown
 * @param {number[]} numbers first day, state, since, first day, …
 * @param {number} day
 * @returns {Span}
 */
function spanOf({ record }, numbers, day) {
  const at = spanAt(numbers, day);
  return at < 0
    ? { state: null, since: day }
    : { state: record.states[numbers[at + 1]] ?? null, since: numbers[at + 2] };
}

/**
 * What is said of a district or place, whole message by whole message.
 * @param {Shown} shown
 * @param {Area} place
 */
function areaParts(shown, place) {
  const { record, t } = shown;
  const { day } = shown.state;
  const { name, province, perspective, span } = place;
  const area = areaWords(record, { province, whole: false, names: [name] }, t);
  const { state } = span;
  if (!state) return [t("place.none", { day: plainDate(record.iso(day)), area })];
  const told = toldIn(perspective, state);
  const parts = [heldWords(shown, state, span.since, area, perspective)];
  const latest = begunBy(record.raw, state, span.since);
  if (latest !== null) {
    const [first, last] = [span.since, latest].map((number) => plainDate(record.iso(number)));
    parts.push(t("edge.since", { first, last }));
  }
  if (told === "assessed") parts.push(t(`place.silent.${perspective}`));
  else if (perspective === "both" && told !== "own" && state.status !== "disagreed")
    parts.push(t(`place.alone.${told}`));
  if (HOLDING.includes(state.status) && day > state.lastConfirmed)
    parts.push(t("place.last_confirmed", { day: plainDate(record.iso(state.lastConfirmed)) }));
  return [...parts, ...contradicted(shown, place)];
}

/**
 * What somebody claims of an area and others contradict.
 * @param {Shown} shown
 * @param {Area} place
 */
function contradicted({ record, t }, { name, province, perspective, span }) {
  if (perspective === "both" || !span.state) return [];
  const spoken = span.state.disputed.filter((one) => one.certainty === "D" && one.claimant !== perspective);
  const words = spoken.map((claim) => deniedWords(record, { ...claim, province, whole: false, names: [name] }, t));
  return [...new Set(words)];
}

/**
 * Who held an area, according to whom, how sure and since when.
 * @param {Shown} shown
 * @param {ControlState} state
 * @param {number} since
 * @param {string} area
 * @param {Perspective} perspective
 */
function heldWords({ record, state: { day }, t }, state, since, area, perspective) {
  const holder = record.actorInText(state.controller);
  const values = { day: plainDate(record.iso(day)), area, since: plainDate(record.iso(since)) };
  if (state.status === "disagreed") {
    const other = record.actorInText(state.disputed[0].controller);
    return t(`place.disagreed.${state.toldBy}`, { one: holder, other, ...values });
  }
  if (state.status === "undecided") return t("place.undecided", values);
  if (!HOLDING.includes(state.status)) return t("place.unknown", values);
  const who = deciding(record, state, perspective).map((claimant) => t(`claimant.${claimant}`));
  const told = { holder, who: listed(who), sure: t(`sure.${state.certainty}`) };
  return t(`place.${state.status}.${howKnown(state)}`, { ...told, ...values });
}

/**
 * Whose claim decides a state; where both parties say it, both.
 * @param {Record} record
 * @param {ControlState} state
 * @param {Perspective} perspective
 */
function deciding(record, state, perspective) {
  const claimants = record.claimantsOf(state);
  if (perspective !== "both" || state.toldBy !== "own") return claimants.slice(0, 1);
  return claimants.filter((claimant) => claimant === "nrf" || claimant === "taliban");
}

/**
 * @param {Shown} shown
 * @param {number} province
 */
function provinceSentence(shown, province) {
  const { record, state, t } = shown;
  const { day, perspective } = state;
  const groups = record.groups(day, perspective).filter((group) => group.province === province);
  const silent = groups.filter((group) => isSilent(perspective, group.state));
  const denied = deniedOn(record, day, perspective).filter((claim) => claim.province === province);
  const parts = [
    leadWords(shown, province, groups),
    ...silent.map((group) => groupWords(record, group, t)),
    ...denied.map((claim) => deniedWords(record, claim, t)),
  ];
  if (perspective !== "assessed") {
    const view = t(`sentence.view.${perspective}`, { day: plainDate(record.iso(day)) });
    parts.unshift(view, ...spokenWords(shown, groups));
  }
  return spelledOut(inTurn(parts), t);
}

/**
 * How many districts of a province the base holds; in a party's view those of which it says nothing.
 * @param {Shown} shown
 * @param {number} number of the province
 * @param {Group[]} groups
 */
function leadWords({ record, state, t }, number, groups) {
  const { perspective } = state;
  /** @param {Group[]} list */
  const size = (list) => list.reduce((sum, { districts }) => sum + districts.length, 0);
  const all = record.districts.filter(({ province }) => province === number).length;
  const spoken = size(groups.filter((group) => SPOKEN.includes(toldIn(perspective, group.state))));
  const held = all - size(groups);
  const values = {
    day: plainDate(record.iso(state.day)),
    holder: record.actorInText(STYLE.baseController),
    province: record.provinces[number].name,
    count: all - spoken,
    held,
    all,
  };
  if (perspective === "assessed") return t(`place.lead.${held === all ? "all" : held ? "some" : "none"}`, values);
  const some = all > spoken ? "silent" : "none_silent";
  return t(`place.count.${spoken ? some : "silent_all"}_${perspective}`, values);
}
