/** The claims about an area on a day: the one that decides it first, then the others, those about the whole country last. */

import { plainDate } from "../engine/dates.js";
import { el } from "../engine/elements.js";
import { PERSPECTIVES } from "../engine/map_constants.js";
import { claimantWords, knownFromWords, sourceList } from "../parts/card_parts.js";
import { stateWords } from "../wording/state_words.js";

/** @import { Cards, ControlClaim, ControlState, Perspective, Shown, Translate } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

/** @typedef {(perspective: Perspective) => ControlState | null | undefined} StateIn the state of an area in a view */

/**
 * What decides the state of an area, what else is said of it, and what is said of the whole country.
 * @param {Shown} shown
 * @param {Cards} cards
 * @param {string} name of the area
 * @param {StateIn} stateIn
 */
export function claimSections({ record, state, t }, cards, name, stateIn) {
  /** @type {Perspective[]} */
  const requested = state.perspective === "both" ? ["nrf", "taliban"] : [state.perspective];
  /** @type {Map<string, string>} each claim that decides, and until when the state that it decides is known */
  const deciding = new Map();
  for (const known of requested.map(stateIn))
    if (known?.claims[0]) deciding.set(known.claims[0], record.iso(known.lastConfirmed));
  const ids = new Set([...deciding.keys(), ...requested.flatMap((view) => claimsOf(stateIn(view)))]);
  const all = [...ids].map((id) => cards.claims[id]);
  const own = all.filter((claim) => claim.area_type !== "country");
  const [first, rest] = [own.filter(isIn(deciding)), own.filter((claim) => !deciding.has(claim.claim_id))];
  /** @param {ControlClaim[]} claims */
  const list = (claims) => claims.map((claim) => controlClaim(record, t, cards, claim, deciding.get(claim.claim_id)));
  const country = all.filter((claim) => claim.area_type === "country");
  return el(
    "div",
    {},
    first.length ? el("h3", { text: t("place.decides") }) : null,
    ...list(first),
    rest.length ? el("h3", { text: t("place.other_claims") }) : null,
    ...list(rest),
    own.length || !country.length ? null : el("p", { text: t("place.only_country", { area: name }) }),
    country.length ? folded(t, name, list(country)) : null,
  );
}

/** @param {Map<string, string>} ids */
const isIn = (ids) => (/** @type {ControlClaim} */ claim) => ids.has(claim.claim_id);

/**
 * @param {Translate} t
 * @param {string} name
 * @param {HTMLElement[]} claims
 */
function folded(t, name, claims) {
  return el(
    "details",
    { cls: "country-claims", attrs: { "data-keep": "country" } },
    el("summary", { text: t("place.country_claims", { count: claims.length }) }),
    el("p", { cls: "quiet", text: t("place.not_by_itself", { area: name }) }),
    ...claims,
  );
}

/**
 * The state of an area in each view.
 * @param {Shown} shown
 * @param {StateIn} stateIn
 */
export function eachView({ record, t }, stateIn) {
  const lines = /** @type {Perspective[]} */ (PERSPECTIVES).map((perspective) => {
    const known = stateIn(perspective);
    return el(
      "li",
      {},
      el("strong", { text: `${t(`perspective.${perspective}`)}${t("list.colon")}` }),
      el("span", { text: known ? stateWords(record, known, t, perspective) : t("state.unknown") }),
    );
  });
  return el("div", {}, el("h3", { text: t("place.each_view") }), el("ul", { cls: "shares" }, ...lines));
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
 * @param {string} known the day until which the state that it decides is known, by any claim that says the same
 */
function controlClaim(record, t, cards, claim, known = "") {
  const span = t(claim.valid_to ? "card.claim_span" : "card.claim_open", {
    from: plainDate(claim.valid_from),
    to: claim.valid_to ? plainDate(claim.valid_to) : "",
    last: plainDate(claim.last_confirmed),
  });
  const says = t("place.claim", {
    holder: record.actorName(claim.controller),
    status: t(`status.${claim.status}`),
    sure: t(`certainty.${claim.certainty}`),
    letter: claim.certainty,
  });
  const exception = claim.exception ? t("card.except", { what: claim.exception }) : null;
  const rest = [claim.area_note, exception, claim.notes].flatMap((text) => text || []);
  return el(
    "div",
    { cls: "claim" },
    el("p", { cls: "who", text: claimantWords(claim, t) }),
    sourceList({ record, t }, cards, claim.source_ids),
    claim.certainty === "D" ? el("p", { cls: "denied", text: t("card.denied") }) : null,
    el("p", {}, el("span", { text: says }), " ", el("span", { text: span })),
    ...edgeLines(t, claim).map((text) => el("p", { cls: "quiet", text })),
    el("p", { cls: "quiet", text: knownFromWords(t, claim) }),
    known > claim.last_confirmed
      ? el("p", { cls: "quiet", text: t("place.known_until", { day: plainDate(known) }) })
      : null,
    claim.area_type === "province" ? el("p", { cls: "quiet", text: t("place.about_province") }) : null,
    ...rest.map((text) => el("p", { cls: "quiet", text })),
  );
}

/**
 * How exactly the first and the last day of a claim are known, where that is not to the day.
 * @param {Translate} t
 * @param {ControlClaim} claim
 */
export function edgeLines(t, claim) {
  const { valid_from: from, from_latest: fromLatest, from_precision: begun } = claim;
  const { valid_to: to, to_latest: toLatest, to_precision: ended } = claim;
  /** @type {(first: string, last: string) => {first: string, last: string}} */
  const span = (first, last) => ({ first: plainDate(first), last: plainDate(last) });
  const first = fromLatest
    ? t("edge.began", span(from, fromLatest))
    : (begun ?? 1) > 1 && t("edge.first_known", { precision: t(`date.${begun}`) });
  const last = to && toLatest ? t("edge.ended", span(to, toLatest)) : null;
  return [first, last ?? (to && (ended ?? 1) > 1 && t("edge.last_known", { precision: t(`date.${ended}`) }))].filter(
    (text) => typeof text === "string",
  );
}
