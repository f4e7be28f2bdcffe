/** The rows of the legend as plain data: what is on the map on this day, with counts; nothing that is not there. */

import { areaStyle, otherSide } from "../engine/area_style.js";
import { STYLE } from "../engine/constants.js";
import { dotted, inDigits, listed } from "../engine/text.js";
import { toldIn } from "./speakers.js";
import { keyWords } from "./state_words.js";

/** @import { AreaStyle, Events, LegendRow, Sample, Shown, State, Translate } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

/** @typedef {{key: string, sample: Sample, text: string, count: number}} Counted a row while it is counted */

/** @type {("active" | "disputed")[]} */
const OVERLAYS = ["active", "disputed"];
/** @type {AreaStyle} what lies over a fill is shown over the ground */
const GROUND = {
  fill: "solid",
  controller: STYLE.baseController,
  opacity: STYLE.baseOpacity,
  fade: 0,
  partial: false,
  against: null,
  disputed: null,
  active: null,
};

/**
 * Who holds how many districts, by style; then what lies over fills; then places.
 * @param {Shown} shown
 * @returns {LegendRow[]}
 */
export function controlRows({ record, state, t }) {
  const { state: numbers } = record.control(state.day, state.perspective);
  const known = Array.from(numbers, (number) => record.states[number]);
  const styles = known.map((one) => areaStyle(one, state.day));
  const told = known.map((one) => (one ? toldIn(state.perspective, one) : ""));
  return [
    ...fillRows({ record, state, t }, styles, told),
    ...overlayRows(record, t, styles),
    ...placeRows(record, state, t),
  ];
}

/**
 * One row a fill that looks different, and who tells it: the other side counts only where it is a stripe.
 * @param {Shown} shown
 * @param {AreaStyle[]} styles
 * @param {string[]} told who speaks, in a view of parties
 */
function fillRows({ record, state, t }, styles, told) {
  /** @type {Map<string, Counted>} */
  const rows = new Map();
  styles.forEach((style, at) => {
    const { fill, controller, fade, partial } = style;
    const against = STYLE.striped.includes(fill) ? otherSide(style) : null;
    const shown = { ...style, against, disputed: null, active: null };
    const key = `${controller} ${fill} ${fade} ${Number(partial)} ${against ?? ""} ${told[at]}`;
    count(rows, key, { fill: shown }, keyWords(styleWords(record, t, style), told[at], state.perspective, t));
  });
  return inOrder(rows, t);
}

/**
 * @param {Record} record
 * @param {Translate} t
 * @param {AreaStyle[]} styles
 */
function overlayRows(record, t, styles) {
  /** @type {Map<string, Counted>} */
  const rows = new Map();
  for (const style of styles)
    for (const kind of OVERLAYS) {
      const actor = style[kind];
      if (!actor) continue;
      count(rows, `${kind} ${actor}`, { fill: { ...GROUND, [kind]: actor } }, overlayWords(record, t, kind, actor));
    }
  return inOrder(rows, t);
}

/**
 * @param {Record} record
 * @param {Translate} t
 * @param {"active" | "disputed"} kind
 * @param {string} actor
 */
function overlayWords(record, t, kind, actor) {
  const side = actor === STYLE.baseController ? "base" : "other";
  const words = { actor: record.actorName(actor), Holder: record.actorAtFirst(actor) };
  return t(kind === "active" ? "legend.active" : `legend.disputed.${side}`, words);
}

/**
 * @param {Map<string, Counted>} rows
 * @param {string} key
 * @param {Sample} sample
 * @param {string} text
 */
function count(rows, key, sample, text) {
  const row = rows.get(key) ?? { key, sample, text, count: 0 };
  row.count += 1;
  rows.set(key, row);
}

/**
 * Most districts first, then by their keys.
 * @param {Map<string, Counted>} rows
 * @param {Translate} t
 * @returns {LegendRow[]}
 */
function inOrder(rows, t) {
  return [...rows.values()]
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .map((row) => ({
      key: row.key,
      sample: row.sample,
      text: row.text,
      number: t("legend.districts", { count: row.count }),
    }));
}

/**
 * @param {Record} record
 * @param {Translate} t
 * @param {AreaStyle} style
 */
function styleWords(record, t, style) {
  const { controller, fill, fade, partial } = style;
  if (fill === "none") return t("state.unknown");
  const other = STYLE.striped.includes(fill) ? otherSide(style) : null;
  const words = t(fill === "contested" && other ? "legend.contested_with" : `legend.${fill}`, {
    actor: record.actorName(controller),
    holder: record.actorInText(controller),
    other: other ? record.actorInText(other) : "",
  });
  return dotted([words, partial && t("legend.partial"), fade && t(`legend.${STYLE.fadeNames[fade]}`)]);
}

/**
 * The named places with a state of their own: those that are drawn, and those that no source locates.
 * @param {Record} record
 * @param {State} state
 * @param {Translate} t
 */
function placeRows(record, state, t) {
  const named = record.zonesOn(state.day, state.perspective);
  const missing = named.filter(({ zone }) => zone.lon === null).map(({ zone }) => zone.name);
  const [first] = named.filter(({ zone }) => zone.lon !== null);
  /** @type {LegendRow[]} */
  const rows = [];
  if (first) {
    const style = { ...areaStyle(first.state, state.day), partial: true };
    const key = `places ${style.controller} ${style.fill} ${style.fade}`;
    const drawn = named.length - missing.length;
    rows.push({ key, sample: { fill: style }, text: t("legend.places"), number: inDigits(drawn) });
  }
  if (missing.length) {
    const text = t("legend.unlocated", { names: listed(missing) });
    rows.push({ key: "unlocated", sample: null, text, number: inDigits(missing.length) });
  }
  return rows;
}

/**
 * How many of these events (by number) there are of each type, grade and precision.
 * @param {Pick<Shown, "record" | "t">} shown
 * @param {number[]} numbers
 * @returns {LegendRow[]}
 */
export function eventRows({ record, t }, numbers) {
  const { typeNames, verificationNames } = record.events;
  const { types, grades, drawn, district, province } = tally(record.events, numbers);
  const last = typeNames.length - 1;
  const rows = [
    ...typeNames.map((name, type) => row(`type ${name}`, types[type], { symbol: [type, 1] }, t(`type.${name}`))),
    ...verificationNames.map((name, grade) =>
      row(`grade ${name}`, grades[grade], { symbol: [last, grade] }, t(`legend.ring.${name}`)),
    ),
    row("district_precision", district, { frame: "disc" }, t("legend.district_precision")),
    row("province_precision", province, { frame: "dotted" }, t("legend.province_precision")),
    row("not_drawn", numbers.length - drawn, null, t("legend.not_drawn")),
  ].filter(({ number }) => number);
  return rows.length ? rows : [{ key: "none", sample: null, text: t("legend.no_events"), number: "" }];
}

/**
 * @param {string} key
 * @param {number} found
 * @param {Sample | null} sample
 * @param {string} text
 * @returns {LegendRow}
 */
function row(key, found, sample, text) {
  return { key, sample, text, number: found ? inDigits(found) : "" };
}

/**
 * All counts in one pass: there may be a million numbers, several times a second.
 * @param {Events} events
 * @param {number[]} numbers
 */
function tally({ type, verification, drawn, placed, where, ...events }, numbers) {
  const found = { types: events.typeNames.map(() => 0), grades: events.verificationNames.map(() => 0) };
  let [all, district, province] = [0, 0, 0];
  for (const i of numbers) {
    if (!drawn[i] || !(placed[i] || where[i] === 4)) continue;
    all += 1;
    found.types[type[i]] += 1;
    found.grades[verification[i]] += 1;
    if (placed[i] === 3) district += 1;
    if (where[i] === 4) province += 1;
  }
  return { ...found, drawn: all, district, province };
}
