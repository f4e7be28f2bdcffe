/** The legend: what is on the map on this day, with counts; nothing that is not there. */

import { symbolFactory } from "../drawing/symbols.js";
import { ZoneFills } from "../drawing/zone_fills.js";
import { STYLE } from "../engine/constants.js";
import { el, setText } from "../engine/elements.js";
import { ElementCache, reconcile } from "../engine/reconcile.js";
import { isMarked } from "../layers/activity.js";
import { shadeSwatch } from "../layers/fills.js";
import { layerRows } from "../layers/legend_rows.js";
import { isShaded } from "../layers/shaded.js";
import { copyOf, dash, dashedFrame, filled, keyRow, swatch } from "../parts/swatches.js";
import { controlRows, eventRows } from "../wording/legend_rows.js";

/** @import { AreaStyle, LegendRow, Sample, Shown } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

export class Legend {
  /** @param {Shown} shown */
  constructor(shown) {
    this.shown = shown;
    /** @type {ElementCache<ReturnType<typeof keyRow>>} */
    this.cache = new ElementCache();
    this.control = el("ul", { cls: "keys" });
    this.events = el("ul", { cls: "keys" });
    this.head = el("h2");
    this.eventsHead = el("h2");
    this.root = el("div", { cls: "legend" }, this.head, this.control, this.eventsHead, this.events);
  }

  /**
   * Show the keys of the day, and those of these events.
   * @param {number[]} numbers
   */
  render(numbers) {
    const { state, t } = this.shown;
    setText(this.head, headOf(this.shown));
    setText(this.eventsHead, t(isShaded(state) ? "layers.head.events" : "legend.events"));
    const isDrawn = isMarked(this.shown.record, state);
    this.cache.round();
    this.#fill(this.control, isShaded(state) ? layerRows(this.shown) : controlRows(this.shown));
    this.#fill(this.events, eventRows(this.shown, numbers.filter(isDrawn)));
  }

  /**
   * The picture and words of a row stay, only the number changes.
   * @param {Element} list
   * @param {LegendRow[]} rows
   */
  #fill(list, rows) {
    const elements = rows.map(({ key, sample, text, number }) => {
      const { root, count } = this.cache.keep(`${key} ${text}`, () => keyRow(picture(this.shown.record, sample), text));
      setText(count, number);
      return root;
    });
    reconcile(list, elements);
  }
}

/** @param {Shown} shown */
function headOf({ state, t }) {
  if (isShaded(state)) return t(`layers.head.${state.layer}`);
  return t("legend.control_as", { perspective: t(`perspective.${state.perspective}`) });
}

/**
 * The picture of a row.
 * @param {Record} record
 * @param {Sample | null} sample
 */
function picture(record, sample) {
  if (!sample) return dash();
  if ("symbol" in sample) return symbolOf(record, sample.symbol);
  if ("shade" in sample) return swatch((ctx, ratio) => shadeSwatch(ctx, ratio, sample));
  if ("fill" in sample) return swatch((ctx, ratio) => area(ctx, ratio, sample.fill));
  return swatch(sample.frame === "disc" ? disc : (ctx, ratio) => dashedFrame(ctx, ratio, STYLE.ink));
}

/**
 * @param {Record} record
 * @param {[number, number]} numbers of the type and the verification
 */
function symbolOf({ events }, [type, grade]) {
  const symbol = symbolFactory(events.typeNames, events.verificationNames);
  return copyOf(symbol(type, grade, window.devicePixelRatio || 1));
}

/**
 * As on the map, its outline too.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} ratio
 * @param {AreaStyle} style
 */
function area(ctx, ratio, style) {
  const whole = new Path2D();
  whole.rect(0, 0, ctx.canvas.width, ctx.canvas.height);
  new ZoneFills(ctx, { ratio, scale: 1, x: 0, y: 0 }).area(style, whole, ratio);
}

/** @param {CanvasRenderingContext2D} ctx */
function disc(ctx) {
  const [x, y] = [ctx.canvas.width / 2, ctx.canvas.height / 2];
  const glow = ctx.createRadialGradient(x, y, 0, x, y, y);
  glow.addColorStop(0, `${STYLE.symbols.battles.colour}BF`);
  glow.addColorStop(1, `${STYLE.symbols.battles.colour}00`);
  filled(ctx, glow);
}
