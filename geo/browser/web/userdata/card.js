/** The card of an event that the reader added: the file's own fields, as text; its head says whose they are. */

import { el, inWords, plainDate, safeLink } from "../engine/text.js";
import { head } from "../panel/cards.js";

/** @param fields what `columns_for_map` in Python puts into `cards` for this event */
export function ownCard({ record: ours, own, t }, number, fields) {
  const { record } = own.world;
  const { events } = record;
  const [start, end] = [record.iso(events.start[number]), record.iso(events.end[number])];
  const when = start === end ? inWords(start) : t("card.span", { start: plainDate(start), end: plainDate(end) });
  const district = ours.districts[events.district[number]]?.name;
  const names = [fields.place, district, ours.provinces[events.province[number]]?.name];
  const kind = (fields.kind && `subtype.${fields.kind}`) || (fields.type && `type.${fields.type}`) || "own.untyped";
  const rows = [
    ["card.when", `${when} (${t(`date.${events.datePrecision[number]}`)})`],
    ["card.where", `${names.filter(Boolean).join(", ")} (${t(`where.${events.where[number]}`)})`],
    ["card.kind", t(kind)],
    [
      "card.actors",
      fields.sides
        .map((side) => side.join(", "))
        .filter(Boolean)
        .join(" – "),
    ],
    ["own.killed", rangeWords(t, fields.killed)],
    ["own.wounded", rangeWords(t, fields.wounded)],
    ["own.source", fields.source],
    ["own.row", t("own.row_words", { row: fields.row, id: events.id[number] })],
  ];
  const close = () => own.select(-1);
  return el(
    "article",
    { cls: "card own-card", attrs: { "aria-label": events.title[number] } },
    head(t, t("own.title"), close),
    el("h2", { text: events.title[number], attrs: { dir: "auto" } }),
    el(
      "dl",
      {},
      ...rows
        .filter(([, value]) => value)
        .flatMap(([name, value]) => [el("dt", { text: t(name) }), el("dd", { text: value, attrs: { dir: "auto" } })]),
    ),
    fields.summary ? el("p", { text: fields.summary, attrs: { dir: "auto" } }) : null,
    fields.url ? el("p", {}, safeLink(fields.url, fields.url)) : null,
  );
}

/** '12 (8–20)', '8–20' or '12'; '' when the file tells nothing. */
function rangeWords(t, [low, best, high]) {
  const ends = low !== null && high !== null && low !== high ? `${low}–${high}` : `${low ?? high ?? ""}`;
  if (best === null) return ends;
  return ends && ends !== String(best) ? t("own.range", { best, range: ends }) : String(best);
}
