/**
 * The ribbon above the bars: a thin row for each district that is ever off the ground, in the colours and patterns of
 * the map, one beneath the other by province. Drawn anew only when the axis, its size or the perspective changes.
 */

import { ZoneFills } from "../drawing/zone_fills.js";
import { areaStyle } from "../engine/area_style.js";
import { STYLE } from "../engine/constants.js";
import { el } from "../engine/elements.js";
import { districtsOnly, ribbonGroups } from "./ribbon_rows.js";

/** @import { AreaStyle, Perspective, RibbonGroup, RibbonRow, Translate } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

const MIN_ROW = 2; // CSS pixels
const MAX_ROW = 5;
const HAIR = 0.5; // between two rows that are high enough
const EDGE_SHARE = 0.3; // how much thinner edges are than on the map
const NAMED_FROM = 9; // CSS pixels: a group as high as that has room for its name
const NAME_INK = 0.75;

/**
 * What the ribbon is drawn along.
 * @typedef {object} Along
 * @property {[number, number]} range
 * @property {(day: number) => number} xOf
 * @property {number} left
 * @property {number} right
 * @property {number} ratio
 * @property {string} ink
 */

export class Ribbon {
  /** @type {{row: RibbonRow, top: number, height: number}[]} where each row lies */
  places = [];
  /** @type {{group: RibbonGroup, top: number, height: number}[]} */
  #groups = [];
  /** @type {Map<Perspective, RibbonGroup[]>} */
  #known = new Map();
  /** @type {((along: Along) => void) | null} draws over the rows */
  over = null;

  /**
   * @param {Record} record
   * @param {Translate} t
   */
  constructor(record, t) {
    this.record = record;
    this.t = t;
    this.canvas = el("canvas", { cls: "ribbon", attrs: { "aria-hidden": "true" } });
    this.ctx = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
    this.height = 0;
  }

  /**
   * Lay out the rows of a perspective in a height that does not depend on it: nothing moves when it changes.
   * @param {Perspective} perspective
   * @param {{width: number, height: number, ratio: number, gap: number}} size
   */
  resize(perspective, { width, height, ratio, gap }) {
    Object.assign(this.canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
    this.canvas.style.height = `${height}px`;
    this.height = height;
    this.#layOut(this.#fitting(perspective, height, gap), height, gap);
  }

  /** @param {Along} along */
  draw(along) {
    const { ctx } = this;
    const { left, right, ratio } = along;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.clearRect(0, 0, this.canvas.width, this.canvas.height);
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, 0, right - left, this.height);
    ctx.clip();
    const fills = new ZoneFills(ctx, /** @type {any} */ ({ ratio, scale: ratio }));
    for (const { style, path } of this.#pathsByStyle(along)) fills.area(style, path, EDGE_SHARE);
    ctx.restore();
    this.over?.(along);
    this.#names(along);
  }

  /**
   * The row at a height in the ribbon, or the nearest one.
   * @param {number} y
   */
  rowAt(y) {
    /** @param {{top: number, height: number}} place */
    const away = ({ top, height }) => Math.max(top - y, y - top - height, 0);
    const [nearest] = [...this.places].sort((a, b) => away(a) - away(b));
    return nearest?.row ?? null;
  }

  /** Where each row lies, for tests and whoever asks. */
  get rows() {
    return this.places.map(({ row, top, height }) => ({ id: row.id, name: row.name, top, height }));
  }

  /**
   * With places where there is room for them.
   * @param {Perspective} perspective
   * @param {number} height
   * @param {number} gap
   */
  #fitting(perspective, height, gap) {
    const known = this.#known.get(perspective) ?? ribbonGroups(this.record, perspective);
    this.#known.set(perspective, known);
    const needed = rowsOf(known) * MIN_ROW + (known.length - 1) * gap;
    return needed <= height ? known : districtsOnly(known);
  }

  /**
   * @param {RibbonGroup[]} groups
   * @param {number} height
   * @param {number} gap
   */
  #layOut(groups, height, gap) {
    const room = (height - (groups.length - 1) * gap) / Math.max(1, rowsOf(groups));
    const each = Math.min(MAX_ROW, Math.max(MIN_ROW, Math.floor(room * 2) / 2));
    [this.places, this.#groups] = [[], []];
    let top = 0;
    for (const group of groups) {
      this.#groups.push({ group, top, height: group.rows.length * each });
      for (const row of group.rows) {
        this.places.push({ row, top, height: each });
        top += each;
      }
      top += gap;
    }
  }

  /**
   * All that looks alike as one path: a pattern is made once.
   * @param {Along} along
   */
  #pathsByStyle({ range, xOf }) {
    /** @type {Map<string, {style: AreaStyle, path: Path2D}>} */
    const found = new Map();
    for (const { row, top, height } of this.places) {
      const high = height > MIN_ROW ? height - HAIR : height;
      for (const { first, last, style, key } of stylesOf(row)) {
        if (last < range[0] || first > range[1]) continue;
        const { path } = found.get(key) ?? { path: new Path2D() };
        path.rect(xOf(first), top, Math.max(1, xOf(last + 1) - xOf(first)), high);
        found.set(key, { style, path });
      }
    }
    return found.values();
  }

  /**
   * The provinces beside their rows, where there is room; what is too low for a name of its own is 'elsewhere'.
   * @param {Along} along
   */
  #names({ left, ink }) {
    const { ctx, record, t } = this;
    ctx.font = "400 10px 'Replay Arabic', system-ui, sans-serif";
    ctx.textBaseline = "middle";
    ctx.textAlign = "right";
    ctx.fillStyle = ink;
    ctx.globalAlpha = NAME_INK;
    const named = this.#groups.filter(({ height }) => height >= NAMED_FROM);
    for (const { group, top, height } of named)
      this.#name(record.provinces[group.province].name, left, top + height / 2);
    const [low] = this.#groups.filter(({ height }) => height < NAMED_FROM);
    const end = Math.max(0, ...this.#groups.map(({ top, height }) => top + height));
    if (low && end - low.top >= NAMED_FROM) this.#name(t("ribbon.elsewhere"), left, (low.top + end) / 2);
    ctx.globalAlpha = 1;
  }

  /**
   * @param {string} text
   * @param {number} left
   * @param {number} y
   */
  #name(text, left, y) {
    if (this.ctx.measureText(text).width <= left - 6) this.ctx.fillText(text, left - 5, y);
  }
}

/** @type {WeakMap<RibbonRow, {first: number, last: number, style: AreaStyle, key: string}[]>} */
const known = new WeakMap();

/**
 * The parts of a row that look alike, worked out once.
 * @param {RibbonRow} row
 */
function stylesOf(row) {
  let parts = known.get(row);
  if (parts) return parts;
  parts = row.spans.flatMap(({ first, last, state }) => {
    if (!state) return [];
    return fadeSpans(first, last, state.lastConfirmed).map(([from, to]) => {
      const style = { ...areaStyle(state, from), partial: false }; // a dotted edge would fill the row
      return { first: from, last: to, style, key: JSON.stringify(style) };
    });
  });
  known.set(row, parts);
  return parts;
}

/** @param {RibbonGroup[]} groups */
const rowsOf = (groups) => groups.reduce((sum, { rows }) => sum + rows.length, 0);

/**
 * A span cut where its fill fades: the days from which it is older than a step.
 * @param {number} first
 * @param {number} last
 * @param {number} confirmed
 * @returns {[number, number][]}
 */
export function fadeSpans(first, last, confirmed) {
  const cuts = STYLE.ageSteps.map(([days]) => confirmed + days + 1).filter((day) => day > first && day <= last);
  const starts = [first, ...cuts];
  return starts.map((start, at) => [start, (starts[at + 1] ?? last + 1) - 1]);
}
