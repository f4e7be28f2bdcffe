/** The legend: what is on the map on this day, with counts; nothing that is not there. */

import { reconcile, ElementCache, say } from "../engine/reconcile.js";
import { el } from "../engine/text.js";
import { overlay } from "../map/patterns.js";
import { symbolFactory } from "../map/symbols.js";
import { colourOf, fadeName, fillOf, areaStyle } from "../map/zones.js";

const SWATCH = { width: 26, height: 18 };

export class Legend {
  constructor(store) {
    this.store = store;
    this.kept = new ElementCache();
    const { t } = store;
    [this.control, this.events] = [el("ul", { cls: "keys" }), el("ul", { cls: "keys" })];
    this.head = el("h2");
    this.root = el(
      "div",
      { cls: "legend" },
      this.head,
      this.control,
      el("h2", { text: t("legend.events") }),
      this.events,
    );
  }

  /** Show the keys of the day, and those of these events (by number). */
  render(numbers) {
    const { state, t } = this.store;
    setText(this.head, t("legend.control_as", { perspective: t(`perspective.${state.perspective}`) }));
    this.kept.round();
    reconcile(
      this.control,
      controlRows(this.store).map((row) => this.#row(row)),
    );
    reconcile(
      this.events,
      eventRows(this.store, numbers).map((row) => this.#row(row)),
    );
  }

  /** The row of a key: its picture and words stay, only the number changes. */
  #row({ key, picture, text, number }) {
    const { root, count } = this.kept.keep(`${key} ${text}`, () => keyRow(picture(), text));
    setText(count, number);
    return root;
  }
}

function controlRows({ record, state, t }) {
  const { style } = record;
  const { state: numbers } = record.control(state.day, state.perspective);
  const rows = new Map();
  const add = (key, text, paint, rank = 0, against = "") =>
    rows.set(key, { text, paint, rank, against, ...rows.get(key), count: (rows.get(key)?.count ?? 0) + 1 });
  for (const number of numbers) {
    const look = areaStyle(record.states[number], state.day, style);
    const holder = number < 0 ? t("state.unknown") : record.actorName(look.controller);
    const age = look.fade ? ` · ${t(`legend.${fadeName(look.fade)}`)}` : "";
    const part = look.partial ? ` · ${t("legend.partial")}` : "";
    add(
      `${look.controller} ${look.fill} ${look.fade} ${look.partial}`,
      `${holder}: ${t(`legend.${look.fill}`)}${part}${age}`,
      (ctx) => fill(ctx, look, style),
      0,
      look.against,
    );
    for (const kind of ["disputed", "active"]) {
      if (look[kind])
        add(
          `${kind} ${look[kind]}`,
          t(`legend.${kind}`, { actor: record.actorName(look[kind]) }),
          (ctx) => cover(ctx, kind, look[kind], style),
          1,
        );
    }
  }
  return [
    ...[...rows]
      .sort(([, a], [, b]) => a.rank - b.rank || b.count - a.count)
      .map(([key, { text, paint, against, count }]) => ({
        key: `${key} ${against}`,
        picture: () => swatch(paint),
        text,
        number: t("legend.districts", { count }),
      })),
    ...placeRows(record, state, t),
  ];
}

/** The named places with a state of their own: those that are drawn, and those that no source locates. */
function placeRows(record, state, t) {
  const named = record.zonesOn(state.day, state.perspective);
  const missing = named.filter(({ zone }) => zone.lon === null).map(({ zone }) => zone.name);
  const rows = [];
  if (named.length > missing.length)
    rows.push({
      key: "places",
      picture: () => swatch(dotted),
      text: t("legend.places"),
      number: String(named.length - missing.length),
    });
  if (missing.length)
    rows.push({
      key: "unlocated",
      picture: dash,
      text: t("legend.unlocated", { names: missing.join(", ") }),
      number: String(missing.length),
    });
  return rows;
}

function eventRows({ record, t }, numbers) {
  const { events, style } = record;
  const symbol = symbolFactory(style, events.typeNames, events.verificationNames);
  const ratio = window.devicePixelRatio || 1;
  const { types, grades, drawn, coarse, province } = tally(events, numbers);
  const rows = counted(types).map(([type, n]) => ({
    key: `type ${type}`,
    picture: () => copy(symbol(type, 1, ratio)),
    text: t(`type.${events.typeNames[type]}`),
    number: String(n),
  }));
  for (const [grade, n] of counted(grades))
    rows.push({
      key: `grade ${grade}`,
      picture: () => copy(symbol(events.typeNames.length - 1, grade, ratio)),
      text: t(`legend.ring.${events.verificationNames[grade]}`),
      number: String(n),
    });
  const others = [
    ["district_precision", coarse, () => swatch(disc)],
    ["province_precision", province, () => swatch(dotted)],
    ["not_drawn", numbers.length - drawn, dash],
  ];
  for (const [key, n, picture] of others)
    if (n) rows.push({ key, picture, text: t(`legend.${key}`), number: String(n) });
  if (!rows.length) rows.push({ key: "none", picture: dash, text: t("legend.no_events"), number: "" });
  return rows;
}

/** A row of a legend: {root, count}, the count to be filled in. */
export function keyRow(picture, text) {
  const count = el("span", { cls: "number" });
  const root = el("li", {}, el("span", { cls: "swatch" }, picture), el("span", { cls: "key", text }), count);
  return { root, count };
}

/** In the picture's place where nothing is drawn. */
export const dash = () => el("span", { text: "–" });

/** Symbols are shared between rows; an element can stand in one place only. */
function copy(canvas) {
  const copied = document.createElement("canvas");
  [copied.width, copied.height] = [canvas.width, canvas.height];
  const ratio = window.devicePixelRatio || 1;
  copied.style.width = `${canvas.width / ratio}px`;
  copied.style.height = `${canvas.height / ratio}px`;
  copied.setAttribute("aria-hidden", "true");
  copied.getContext("2d").drawImage(canvas, 0, 0);
  return copied;
}

/** A little picture for a row; `paint` draws on its context. */
export function swatch(paint) {
  const ratio = window.devicePixelRatio || 1;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [SWATCH.width * ratio, SWATCH.height * ratio];
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = "#EFEBE4";
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.ratio = ratio;
  paint(ctx);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = "rgba(0,0,0,.45)";
  ctx.strokeRect(0.5, 0.5, canvas.width - 1, canvas.height - 1);
  return canvas;
}

function fill(ctx, look, style) {
  if (look.fill === "none") return;
  ctx.globalAlpha = look.opacity;
  ctx.fillStyle = fillOf(ctx, look, style, ctx.ratio);
  ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
}

function cover(ctx, kind, actor, style) {
  ctx.fillStyle = overlay(ctx, kind, colourOf(actor, style), ctx.ratio);
  ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
}

function disc(ctx) {
  const [x, y] = [ctx.canvas.width / 2, ctx.canvas.height / 2];
  const glow = ctx.createRadialGradient(x, y, 0, x, y, y);
  glow.addColorStop(0, "rgba(213,94,0,.75)");
  glow.addColorStop(1, "rgba(213,94,0,0)");
  ctx.fillStyle = glow;
  ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
}

function dotted(ctx) {
  ctx.setLineDash([2 * ctx.ratio, 2 * ctx.ratio]);
  ctx.strokeStyle = "#1F1B16";
  ctx.lineWidth = ctx.ratio;
  ctx.strokeRect(5 * ctx.ratio, 4 * ctx.ratio, ctx.canvas.width - 10 * ctx.ratio, ctx.canvas.height - 8 * ctx.ratio);
  ctx.setLineDash([]);
}

/** All counts in one pass: there may be a million numbers, several times a second. */
function tally({ type, verification, drawn, placed, where, ...events }, numbers) {
  const found = { types: events.typeNames.map(() => 0), grades: events.verificationNames.map(() => 0) };
  let [all, coarse, province] = [0, 0, 0];
  for (const i of numbers) {
    if (!drawn[i] || !(placed[i] || where[i] === 4)) continue;
    all += 1;
    found.types[type[i]] += 1;
    found.grades[verification[i]] += 1;
    if (placed[i] === 3) coarse += 1;
    if (where[i] === 4) province += 1;
  }
  return { ...found, drawn: all, coarse, province };
}

/** [position, count] of those that occur. */
function counted(counts) {
  return [...counts.entries()].filter(([, count]) => count);
}
