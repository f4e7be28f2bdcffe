/** The card of an event: its facts, its claims side by side, their sources. */

import { copyButton, ofEvent } from "../copy/copy.js";
import { wayLine } from "../copy/page_way.js";
import { inWords, plainDate } from "../engine/dates.js";
import { el } from "../engine/elements.js";
import { IN_ENGLISH, isInEnglish, listed, series } from "../engine/text.js";
import { claimantWords, definitionList, head, knownFromWords, sourceList } from "../parts/card_parts.js";
import { wayBack } from "../parts/way_back.js";
import { eventLine, placeWords } from "../wording/event_line.js";
import { lossWords, sidesWords } from "../wording/words.js";

/** @import { Cards, EventCard, EventClaim, Translate } from "../types.js" */
/** @import { Record } from "../engine/record.js" */
/** @import { Store } from "../store/store.js" */

/**
 * @param {Store} store
 * @param {Cards} cards
 * @param {() => void} close
 */
export function eventCard(store, cards, close) {
  const { record, state, t } = store;
  const id = state.event ?? "";
  const number = record.eventNumber(id);
  const card = cards.events[id];
  if (number < 0 || !card) return el("p", { cls: "quiet", text: t("card.gone") });
  const { events } = record;
  return el(
    "article",
    { cls: "card", attrs: { "aria-label": events.title[number] } },
    head(t, t(`type.${events.typeNames[events.type[number]]}`), close, wayBack(store).button(id)),
    isInEnglish() ? null : el("p", { cls: "event-line", text: eventLine(store, number, card) }),
    el("h2", { text: events.title[number], attrs: IN_ENGLISH }),
    el("p", { cls: "copy-line" }, copyButton(store, ofEvent(store, id, card))),
    facts(record, t, number, card),
    gradeLine(t, events.verificationNames[events.verification[number]], card),
    el("p", { cls: "origins", text: originsInWords(t, card.origins) }),
    el("p", { text: card.summary, attrs: IN_ENGLISH }),
    claimColumns(record, t, cards, card),
    wayLine(store, t("card.whole_record"), "events", { event: id }),
    card.notes
      ? el("p", { cls: "notes" }, `${t("card.notes")} `, el("bdi", { text: card.notes, attrs: IN_ENGLISH }))
      : null,
    el("p", { cls: "small", text: knownFromWords(t, card) }),
    el("p", { cls: "small", text: t("card.record", { id, day: plainDate(card.revised_on ?? card.recorded_on) }) }),
  );
}

/**
 * @param {Translate} t
 * @param {string} grade
 * @param {EventCard} card
 */
function gradeLine(t, grade, card) {
  return el(
    "p",
    { cls: "grade-line" },
    el("span", { cls: `grade ${grade}`, text: t(`verification.${grade}`) }),
    el("span", { text: t(`verification.${grade}.meaning`) }),
    card.verified_by ? el("span", { text: ` ${t("card.verified_by", { who: card.verified_by })}` }) : null,
  );
}

/**
 * How many independent origins what is told has, and which: pages that retell one report are one.
 * @param {Translate} t
 * @param {string[]} origins
 */
export function originsInWords(t, origins) {
  if (origins.length > 1) return t("origins.many", { count: origins.length, who: series(origins) });
  return origins.length ? t("origins.one", { who: origins[0] }) : t("origins.none");
}

/**
 * @param {Record} record
 * @param {Translate} t
 * @param {number} i
 * @param {EventCard} card
 */
function facts(record, t, i, card) {
  const { events } = record;
  const [start, end] = [record.iso(events.start[i]), record.iso(events.end[i])];
  const when = start === end ? inWords(start) : t("card.span", { start: plainDate(start), end: plainDate(end) });
  const where = placeWords({ record, t }, i, card);
  const sides = [card.side_a, card.side_b].map((ids) => listed(ids.map((id) => record.actorName(id))));
  return definitionList([
    [t("card.when"), t("words.remark", { told: when, remark: t(`date.${events.datePrecision[i]}`) })],
    [t("card.where"), t("words.remark", { told: where, remark: t(`where.${events.where[i]}`) })],
    [t("card.actors"), sidesWords(t, sides)],
    [t("card.kind"), t(`subtype.${card.sub_event_type}`)],
  ]);
}

/**
 * One column for those who affirm, one for those who deny or stay silent, when there are both.
 * @param {Record} record
 * @param {Translate} t
 * @param {Cards} cards
 * @param {EventCard} card
 */
function claimColumns(record, t, cards, card) {
  /** @type {(title: string, list: EventClaim[]) => HTMLElement} */
  const column = (title, list) =>
    el(
      "div",
      { cls: "column" },
      el("h3", { text: title }),
      ...list.map((claim) => claimBlock(record, t, cards, claim)),
    );
  const affirming = card.claims.filter((claim) => claim.stance === "affirms");
  const others = card.claims.filter((claim) => claim.stance !== "affirms");
  const columns = [
    ...(affirming.length ? [column(t("card.affirm"), affirming)] : []),
    ...(others.length ? [column(t("card.deny"), others)] : []),
  ];
  return el("div", { cls: `claims n${columns.length}` }, ...columns);
}

/**
 * @param {Record} record
 * @param {Translate} t
 * @param {Cards} cards
 * @param {EventClaim} claim
 */
function claimBlock(record, t, cards, claim) {
  const who = claimantWords(claim, t);
  const losses = (claim.casualties ?? []).map((loss) => el("li", { text: lossWords({ record, t }, loss) }));
  return el(
    "div",
    { cls: "claim" },
    el("p", { cls: "who", text: claim.reported_on ? `${who} · ${plainDate(claim.reported_on)}` : who }),
    el("p", { text: claim.says, attrs: IN_ENGLISH }),
    losses.length ? el("ul", { cls: "losses" }, ...losses) : null,
    sourceList({ record, t }, cards, claim.source_ids),
  );
}
