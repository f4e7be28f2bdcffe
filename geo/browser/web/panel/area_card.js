/** The cards of a province with its districts, and of a named place: who says what of it on the day. */

import { PERSPECTIVES } from "../engine/constants.js";
import { el } from "../engine/elements.js";
import { plainDate, shortDate } from "../engine/text.js";
import { isShaded } from "../layers/plan.js";
import { layerLines } from "../layers/told.js";
import { otherWords, stateWords } from "../wording/told.js";
import { claimantWords, head, linkLine, sourceList } from "./card_parts.js";

/** @import { Cards, Control, ControlClaim, ControlState, District, Perspective, Shown, Translate } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

/** @typedef {District & {number: number}} Member a district and its number */

/**
 * The card of the selected province on the day, with the selected district's claims.
 * @param {Shown} shown
 * @param {Cards} cards
 * @param {() => void} close
 */
export function provinceCard(shown, cards, close) {
  const { record, state, t } = shown;
  const number = record.provinces.findIndex(({ id }) => id === state.province);
  const province = record.provinces[number];
  const control = record.control(state.day, state.perspective);
  const members = record.districts.map((d, i) => ({ ...d, number: i })).filter((d) => d.province === number);
  const district = members.find(({ id }) => id === state.district);
  /** @param {Perspective} perspective */
  const stateIn = (perspective) =>
    district ? record.states[record.control(state.day, perspective).state[district.number]] : null;
  return el(
    "article",
    { cls: "card", attrs: { "aria-label": province.name } },
    head(t, t("card.province"), close),
    el("h2", { text: district ? `${district.name}, ${province.name}` : province.name }),
    scripts(province),
    ...(isShaded(state) ? [layerList(shown, number, district?.number ?? -1)] : []),
    district ? areaClaims(shown, cards, stateIn) : shares(record, t, members, control, province.km2),
    el("h3", { text: t("card.districts", { day: plainDate(record.iso(state.day)) }) }),
    el("ul", { cls: "districts" }, ...members.map((d) => districtLine(shown, d, control))),
    presence(shown, cards, province.id),
    linkLine(t),
  );
}

/**
 * The card of a named place on the day: who says what of it.
 * @param {Shown} shown
 * @param {Cards} cards
 * @param {() => void} close
 */
export function placeCard(shown, cards, close) {
  const { record, state, t } = shown;
  const zone = record.zones.find(({ id }) => id === state.place);
  if (!zone) return el("p", { cls: "quiet", text: t("card.gone") });
  const { name } = record.provinces[zone.province];
  return el(
    "article",
    { cls: "card", attrs: { "aria-label": zone.name } },
    head(t, t("card.place"), close),
    el("h2", { text: t("tip.district", { district: zone.name, province: name }) }),
    el("p", {
      cls: "quiet",
      text: zone.lon === null ? t("card.place_unlocated") : t("card.place_area", { km: zone.radiusKm }),
    }),
    areaClaims(shown, cards, (perspective) => record.zoneState(zone, state.day, perspective)),
    linkLine(t),
  );
}

/**
 * What the layer on show says of the province.
 * @param {Shown} shown
 * @param {number} province
 * @param {number} district
 */
function layerList(shown, province, district) {
  const lines = layerLines(shown, province, district);
  return el("ul", { cls: "layer-lines" }, ...lines.map((text) => el("li", { text })));
}

/** @param {{fa: string, ps: string, km2: number}} province */
function scripts({ fa, ps, km2 }) {
  return el(
    "p",
    { cls: "scripts" },
    el("span", { text: fa, attrs: { lang: "fa", dir: "rtl" } }),
    " · ",
    el("span", { text: ps, attrs: { lang: "ps", dir: "rtl" } }),
    ` · ${Math.round(km2).toLocaleString("en")} km²`,
  );
}

/**
 * Who says what of an area on the day: each view, then each claim that holds, with its sources.
 * @param {Shown} shown
 * @param {Cards} cards
 * @param {(perspective: Perspective) => ControlState | null | undefined} stateIn
 */
function areaClaims({ record, state, t }, cards, stateIn) {
  const lines = /** @type {Perspective[]} */ (PERSPECTIVES).map((perspective) => {
    const known = stateIn(perspective);
    return el(
      "li",
      {},
      el("strong", { text: `${t(`perspective.${perspective}`)}: ` }),
      el("span", { text: known ? stateWords(record, known, t, perspective) : t("state.unknown") }),
    );
  });
  /** @type {Perspective[]} */
  const asked = state.perspective === "both" ? ["nrf", "taliban"] : [state.perspective];
  const ids = new Set(asked.flatMap((perspective) => claimsOf(stateIn(perspective))));
  return el(
    "div",
    {},
    el("ul", { cls: "shares" }, ...lines),
    el("h3", { text: t("card.claims") }),
    ...[...ids].map((id) => controlClaim(record, t, cards, cards.claims[id])),
  );
}

/**
 * The ids of the claims that a state rests on and of those beside it.
 * @param {ControlState | null | undefined} state
 */
function claimsOf(state) {
  if (!state) return [];
  return [...state.claims, ...state.disputed.map(({ claim }) => claim), ...state.active.map(({ claim }) => claim)];
}

/**
 * @param {Record} record
 * @param {Translate} t
 * @param {Cards} cards
 * @param {ControlClaim} claim
 */
function controlClaim(record, t, cards, claim) {
  const span = t(claim.valid_to ? "card.claim_span" : "card.claim_open", {
    from: shortDate(claim.valid_from),
    to: claim.valid_to ? shortDate(claim.valid_to) : "",
    last: shortDate(claim.last_confirmed),
  });
  const says = `${record.actorName(claim.controller)}, ${t(`status.${claim.status}`)} (${t(`certainty.${claim.certainty}`)})`;
  const exception = claim.exception ? t("card.except", { what: claim.exception }) : null;
  const rest = [claim.area_note, exception, claim.notes].flatMap((text) => text || []);
  return el(
    "div",
    { cls: "claim" },
    el("p", { cls: "who", text: claimantWords(claim, t) }),
    claim.certainty === "D" ? el("p", { cls: "denied", text: t("card.denied") }) : null,
    el("p", { text: `${says}. ${span}` }),
    ...rest.map((text) => el("p", { cls: "quiet", text })),
    sourceList(t, cards, claim.source_ids),
  );
}

/**
 * How much of a province each holds, by the areas of its districts.
 * @param {Record} record
 * @param {Translate} t
 * @param {Member[]} members
 * @param {Control} control
 * @param {number} total km²
 */
function shares(record, t, members, control, total) {
  /** @type {Map<string, number>} */
  const areas = new Map();
  for (const { number, km2 } of members) {
    const holder = record.states[control.state[number]]?.controller ?? "unknown";
    areas.set(holder, (areas.get(holder) ?? 0) + km2);
  }
  const rows = [...areas].sort((a, b) => b[1] - a[1]);
  /** @type {(row: [string, number]) => HTMLElement} */
  const line = ([holder, km2]) =>
    el("li", {
      text: t("card.share", {
        holder: record.actorName(holder),
        pct: ((100 * km2) / total).toFixed(1),
        km2: Math.round(km2).toLocaleString("en"),
      }),
    });
  return el("ul", { cls: "shares" }, ...rows.map(line));
}

/**
 * @param {Shown} shown
 * @param {Member} district
 * @param {Control} control
 */
function districtLine({ record, state, t }, district, control) {
  const known = record.states[control.state[district.number]];
  if (!known) return el("li", { text: `${district.name}: ${t("state.unknown")}` });
  const words = [
    stateWords(record, known, t, state.perspective),
    t("tip.since", { since: shortDate(record.iso(control.since[district.number])) }),
  ];
  if (state.day > known.lastConfirmed)
    words.push(t("tip.last_confirmed", { day: shortDate(record.iso(known.lastConfirmed)) }));
  words.push(...otherWords(record, known, t).slice(0, 2));
  return el("li", {}, el("strong", { text: district.name }), el("span", { text: ` ${words.join(" · ")}` }));
}

/**
 * The last list of each claimant on or before the day that names the province.
 * @param {Shown} shown
 * @param {Cards} cards
 * @param {string} province
 */
function presence({ record, state, t }, cards, province) {
  const latest = latestLists(cards, record.iso(state.day));
  const rows = cards.presence.filter((row) => row.admin1 === province && row.as_of === latest.get(listOf(row)));
  const lines = rows.map((row) => {
    const text = t(`presence.${row.polarity}`, {
      actor: record.actorName(row.actor_id),
      who: row.claimant_name ?? t(`claimant.${row.claimant}`),
      day: plainDate(row.as_of),
    });
    return el("li", {}, el("span", { text }), sourceList(t, cards, row.source_ids));
  });
  return el(
    "div",
    {},
    el("h3", { text: t("card.presence") }),
    lines.length ? el("ul", {}, ...lines) : el("p", { cls: "quiet", text: t("card.no_presence") }),
  );
}

/**
 * The day of the last list of each claimant and actor on or before a day.
 * @param {Cards} cards
 * @param {string} day
 */
function latestLists(cards, day) {
  /** @type {Map<string, string>} */
  const latest = new Map();
  for (const row of cards.presence)
    if (row.as_of <= day && row.as_of > (latest.get(listOf(row)) ?? "")) latest.set(listOf(row), row.as_of);
  return latest;
}

/** @param {{claimant: string, actor_id: string}} row */
const listOf = (row) => `${row.claimant} ${row.actor_id}`;
