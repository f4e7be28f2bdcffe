/** Who held an area over the whole record: a thin strip in the colours of the map, and the same as a list of days. */

import { ZoneFills } from "../drawing/zone_fills.js";
import { areaStyle } from "../engine/area_style.js";
import { plainDate } from "../engine/dates.js";
import { el } from "../engine/elements.js";
import { series } from "../engine/text.js";
import { stateWords } from "../wording/state_words.js";

/** @import { RibbonRow, Shown } from "../types.js" */
/** @import { Store } from "../store/store.js" */

/** @typedef {{first: number, last: number, words: string}} Told days on which the same is told */

const STRIP = { width: 640, height: 14 }; // pixels of the picture: stretched to the card
const EDGE_SHARE = 0.3; // how much thinner edges are than on the map
const FEW = 4; // so many spans are listed at once

/**
 * The part of a card with a strip for each row; the day on show is marked.
 * @param {Store} store
 * @param {RibbonRow[]} rows
 */
export function historyOf(store, rows) {
  const { record, t } = store;
  const days = { first: plainDate(record.iso(0)), last: plainDate(record.iso(record.days - 1)) };
  return el(
    "section",
    { cls: "history" },
    el("h3", { text: t("place.history", days) }),
    ...rows.map((row) => oneRow(store, row, rows.length > 1)),
  );
}

/**
 * @param {Store} store
 * @param {RibbonRow} row
 * @param {boolean} isNamed
 */
function oneRow(store, row, isNamed) {
  const { t } = store;
  const spans = toldSpans(store, row);
  const list = el("ol", { cls: "spans" }, ...spans.map((span) => spanButton(store, row, span)));
  const many = spans.length > FEW || isNamed;
  const folded = { cls: "span-list", attrs: { "data-keep": `history ${row.id}` } };
  return el(
    "div",
    { cls: "history-row" },
    isNamed ? el("span", { cls: "name", text: row.name }) : null,
    strip(store, row, spans),
    many
      ? el("details", folded, el("summary", { text: t("place.spans", { count: spans.length, area: row.name }) }), list)
      : list,
  );
}

/**
 * The spans of a row in which the same words are told.
 * @param {Shown} shown
 * @param {RibbonRow} row
 */
export function toldSpans({ record, state, t }, row) {
  /** @type {Told[]} */
  const spans = [];
  for (const { first, last, state: known } of row.spans) {
    const words = known ? stateWords(record, known, t, state.perspective) : t("state.unknown");
    const before = spans.at(-1);
    if (before?.words === words) before.last = last;
    else spans.push({ first, last, words });
  }
  return spans;
}

/**
 * The picture, with all that it shows in words.
 * @param {Store} store
 * @param {RibbonRow} row
 * @param {Told[]} spans
 */
function strip({ record, state, t }, row, spans) {
  const told = series(spans.map((span) => t("place.span", { ...daysOf(record, span), told: span.words })));
  const attrs = { role: "img", "aria-label": t("place.strip", { area: row.name, told }) };
  const canvas = el("canvas", { cls: "strip", attrs });
  const ratio = window.devicePixelRatio || 1;
  [canvas.width, canvas.height] = [STRIP.width * ratio, STRIP.height * ratio];
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const fills = new ZoneFills(ctx, { ratio, scale: 1, x: 0, y: 0 });
  const perDay = canvas.width / record.days;
  for (const { first, last, state: known } of row.spans) {
    if (!known) continue;
    const path = new Path2D();
    path.rect(first * perDay, 0, Math.max(ratio, (last + 1 - first) * perDay), canvas.height);
    fills.area({ ...areaStyle(known, first), partial: false }, path, ratio * EDGE_SHARE);
  }
  const mark = el("span", { cls: "now" });
  mark.style.insetInlineStart = `${(100 * (state.day + 0.5)) / record.days}%`;
  return el("div", { cls: "strip-box" }, canvas, mark);
}

/**
 * A span as a button that shows its first day.
 * @param {Store} store
 * @param {RibbonRow} row
 * @param {Told} span
 */
function spanButton(store, row, span) {
  const { record, state, t } = store;
  const isNow = span.first <= state.day && state.day <= span.last;
  const attrs = {
    type: "button",
    "data-keep": `span ${row.id} ${span.first}`,
    ...(isNow ? { "aria-current": "date" } : {}),
  };
  const text = t("place.span", { ...daysOf(record, span), told: span.words });
  return el("li", {}, el("button", { cls: "span", text, attrs, on: { click: () => store.jump(span.first) } }));
}

/**
 * @param {import("../engine/record.js").Record} record
 * @param {Told} span
 */
const daysOf = (record, { first, last }) => ({
  first: plainDate(record.iso(first)),
  last: plainDate(record.iso(last)),
});
