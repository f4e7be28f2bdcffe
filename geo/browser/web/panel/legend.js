/** The legend: what is on the map on this day, with counts; nothing that is not there. */

import { colourOf } from "../engine/area_style.js";
import { STYLE } from "../engine/constants.js";
import { controlRows, eventRows } from "../engine/legend_rows.js";
import { arrange, Kept, say } from "../engine/reconcile.js";
import { el } from "../engine/text.js";
import { overlay } from "../map/patterns.js";
import { symbolFactory } from "../map/symbols.js";
import { fillOf } from "../map/zones.js";

const SWATCH = { width: 26, height: 18 };

export class Legend {
  constructor(replay) {
    this.replay = replay;
    this.kept = new Kept();
    const { t } = replay;
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
    const { state, t } = this.replay;
    say(this.head, t("legend.control_as", { perspective: t(`perspective.${state.perspective}`) }));
    this.kept.round();
    arrange(
      this.control,
      controlRows(this.replay).map((row) => this.#row(row)),
    );
    arrange(
      this.events,
      eventRows(this.replay, numbers).map((row) => this.#row(row)),
    );
  }

  /** The row of a key: its picture and words stay, only the number changes. */
  #row({ key, sample, text, number }) {
    const { root, count } = this.kept.keep(`${key} ${text}`, () => keyRow(picture(this.replay.record, sample), text));
    say(count, number);
    return root;
  }
}

/** The picture of a row. */
function picture(record, sample) {
  if (!sample) return dash();
  if (sample.symbol) return symbolOf(record, sample.symbol);
  if (sample.fill) return swatch((ctx) => fill(ctx, sample.fill));
  if (sample.overlay) return swatch((ctx) => cover(ctx, sample.overlay, sample.actor));
  return swatch(sample.frame === "disc" ? disc : dotted);
}

function symbolOf({ events }, [type, grade]) {
  const symbol = symbolFactory(events.typeNames, events.verificationNames);
  return copy(symbol(type, grade, window.devicePixelRatio || 1));
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
  const own = document.createElement("canvas");
  [own.width, own.height] = [canvas.width, canvas.height];
  const ratio = window.devicePixelRatio || 1;
  own.style.width = `${canvas.width / ratio}px`;
  own.style.height = `${canvas.height / ratio}px`;
  own.setAttribute("aria-hidden", "true");
  own.getContext("2d").drawImage(canvas, 0, 0);
  return own;
}

/** A little picture for a row; `paint` draws on its context. */
export function swatch(paint) {
  const ratio = window.devicePixelRatio || 1;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [SWATCH.width * ratio, SWATCH.height * ratio];
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = STYLE.paper;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.ratio = ratio;
  paint(ctx);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = "rgba(0,0,0,.45)";
  ctx.strokeRect(0.5, 0.5, canvas.width - 1, canvas.height - 1);
  return canvas;
}

function fill(ctx, style) {
  if (style.fill === "none") return;
  ctx.globalAlpha = style.opacity;
  ctx.fillStyle = fillOf(ctx, style, ctx.ratio);
  ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
  if (style.fill === "besieged") siege(ctx);
}

/** The dark edge of a siege, as on the map. */
function siege(ctx) {
  ctx.globalAlpha = STYLE.overlayOpacity;
  ctx.strokeStyle = STYLE.ink;
  ctx.lineWidth = 2 * STYLE.siegePx * ctx.ratio; // half of it is beyond the picture
  ctx.strokeRect(0, 0, ctx.canvas.width, ctx.canvas.height);
  ctx.lineWidth = 1;
}

function cover(ctx, kind, actor) {
  ctx.fillStyle = overlay(ctx, kind, colourOf(actor), ctx.ratio);
  ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
}

function disc(ctx) {
  const [x, y] = [ctx.canvas.width / 2, ctx.canvas.height / 2];
  const glow = ctx.createRadialGradient(x, y, 0, x, y, y);
  glow.addColorStop(0, `${STYLE.symbols.battles.colour}BF`);
  glow.addColorStop(1, `${STYLE.symbols.battles.colour}00`);
  ctx.fillStyle = glow;
  ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
}

function dotted(ctx) {
  ctx.setLineDash([2 * ctx.ratio, 2 * ctx.ratio]);
  ctx.strokeStyle = STYLE.ink;
  ctx.lineWidth = ctx.ratio;
  ctx.strokeRect(5 * ctx.ratio, 4 * ctx.ratio, ctx.canvas.width - 10 * ctx.ratio, ctx.canvas.height - 8 * ctx.ratio);
  ctx.setLineDash([]);
}
