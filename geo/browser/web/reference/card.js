/** The card of a row of UCDP's: its own fields, how exactly they are known, and which events of ours tell the same. */

import { inWords, plainDate } from "../engine/dates.js";
import { el } from "../engine/elements.js";
import { dotted, listed, series } from "../engine/text.js";
import { definitionList, head } from "../parts/card_parts.js";
import { rangeWords } from "../wording/words.js";

/** @import { ReferenceCard, Translate } from "../types.js" */
/** @import { Store } from "../store/store.js" */
/** @import { Record } from "../engine/record.js" */

/**
 * @param {Store} store
 * @param {number} number of the row
 */
export function referenceCard(store, number) {
  const { t, reference } = store;
  const { payload, record } = reference;
  if (!payload || !record) return null;
  const fields = payload.cards[number];
  const title = record.events.title[number];
  return el(
    "article",
    { cls: "card reference-card", attrs: { "aria-label": title } },
    head(t, t("reference.title"), () => reference.select(-1)),
    el("h2", { text: title, attrs: { translate: "no" } }),
    definitionList(factsOf(record, t, number, fields)),
    oursOf(store, payload.matches[number]),
  );
}

/**
 * @param {Record} record
 * @param {Translate} t
 * @param {number} number
 * @param {ReferenceCard} fields
 * @returns {[string, string | null][]}
 */
function factsOf(record, t, number, fields) {
  const { events } = record;
  const [start, end] = [record.iso(events.start[number]), record.iso(events.end[number])];
  const when = start === end ? inWords(start) : t("card.span", { start: plainDate(start), end: plainDate(end) });
  const where = listed([fields.where_coordinates, record.provinces[events.province[number]]?.name]);
  const { best, low, high } = fields;
  const range = rangeWords(t, low, high);
  const article = listed([fields.source_office, fields.source_date && plainDate(fields.source_date)]);
  const headline = fields.source_headline;
  return [
    [t("card.when"), t("words.remark", { told: when, remark: t(`date.${events.datePrecision[number]}`) })],
    [t("card.where"), t("words.remark", { told: where, remark: t(`reference.where.${fields.where_prec}`) })],
    [t("card.kind"), t(`reference.violence.${fields.type_of_violence}`)],
    [t("reference.killed"), t("reference.killed_words", { best, range })],
    [t("reference.status"), series([fields.code_status, t(`reference.clarity.${fields.event_clarity}`)])],
    [
      t("reference.source"),
      article && headline ? t("words.labelled", { label: article, told: headline }) : article || headline,
    ],
    [t("reference.release"), dotted([fields.release, events.id[number]])],
  ];
}

/**
 * Buttons to the events of ours that the row tells.
 * @param {Store} store
 * @param {string[]} ids
 */
function oursOf(store, ids) {
  const { record, t } = store;
  if (!ids.length) return el("p", { cls: "quiet", text: t("reference.not_in_ours") });
  const rows = ids.map((id) => {
    const open = () => {
      store.reference.select(-1);
      store.set({ event: id });
      store.commit();
    };
    const text = record.events.title[record.eventNumber(id)] ?? id;
    return el("li", {}, el("button", { cls: "text", text, attrs: { type: "button" }, on: { click: open } }));
  });
  return el("section", {}, el("h3", { text: t("reference.in_ours") }), el("ul", {}, ...rows));
}
