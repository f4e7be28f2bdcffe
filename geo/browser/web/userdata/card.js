/** The card of an event that the reader added: the file's own fields, as text; its head says whose they are. */

import { inWords, plainDate } from "../engine/dates.js";
import { el, safeLink } from "../engine/elements.js";
import { listed } from "../engine/text.js";
import { definitionList, head } from "../parts/card_parts.js";
import { sidesWords } from "../wording/words.js";

/** @import { Translate, UserCard } from "../types.js" */
/** @import { Store } from "../store/store.js" */
/** @import { Record } from "../engine/record.js" */
/** @import { World } from "../added/points.js" */

/**
 * @param {Store} store
 * @param {World} world
 * @param {number} number of the event
 * @param {UserCard} fields
 */
export function userDataCard({ record: ours, userData, t }, world, number, fields) {
  const { record } = world;
  const title = record.events.title[number];
  const kind =
    (fields.kind && `subtype.${fields.kind}`) || (fields.type && `type.${fields.type}`) || "user_data.untyped";
  /** @type {[string, string | null][]} */
  const rows = [
    [t("card.when"), whenWords(record, number, t)],
    [t("card.where"), whereWords(ours, record, number, fields, t)],
    [t("card.kind"), t(kind)],
    [t("card.actors"), sidesWords(t, fields.sides.map(listed))],
    [t("user_data.killed"), rangeWords(t, fields.killed)],
    [t("user_data.wounded"), rangeWords(t, fields.wounded)],
    [t("user_data.source"), fields.source],
    [t("user_data.row"), t("user_data.row_words", { row: fields.row, id: record.events.id[number] })],
  ];
  return el(
    "article",
    { cls: "card user-data-card", attrs: { "aria-label": title } },
    head(t, t("user_data.title"), () => userData.select(-1)),
    el("h2", { text: title, attrs: { dir: "auto" } }),
    definitionList(rows, { dir: "auto" }),
    fields.summary ? el("p", { text: fields.summary, attrs: { dir: "auto" } }) : null,
    fields.url ? el("p", {}, safeLink(fields.url, fields.url)) : null,
  );
}

/**
 * @param {Record} record
 * @param {number} number
 * @param {Translate} t
 */
function whenWords(record, number, t) {
  const { events } = record;
  const [start, end] = [record.iso(events.start[number]), record.iso(events.end[number])];
  const when = start === end ? inWords(start) : t("card.span", { start: plainDate(start), end: plainDate(end) });
  return t("words.remark", { told: when, remark: t(`date.${events.datePrecision[number]}`) });
}

/**
 * @param {Record} ours whose districts and provinces have names
 * @param {Record} record
 * @param {number} number
 * @param {UserCard} fields
 * @param {Translate} t
 */
function whereWords(ours, { events }, number, fields, t) {
  const names = [
    fields.place,
    ours.districts[events.district[number]]?.name,
    ours.provinces[events.province[number]]?.name,
  ];
  return t("words.remark", { told: listed(names), remark: t(`where.${events.where[number]}`) });
}

/**
 * '12 (8–20)', '8–20' or '12'; '' when the file tells nothing.
 * @param {Translate} t
 * @param {UserCard["killed"]} range
 */
function rangeWords(t, [low, best, high]) {
  const ends = low !== null && high !== null && low !== high ? `${low}–${high}` : `${low ?? high ?? ""}`;
  if (best === null) return ends;
  return ends && ends !== String(best) ? t("user_data.range", { best, range: ends }) : String(best);
}
