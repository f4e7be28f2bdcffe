/** A layer of activity or presence on the map's canvases: shades in place of the zones, numbers in place of the marks. */

import { inLocalUnits } from "../drawing/canvas_layer.js";
import { fontOf } from "../drawing/label_places.js";
import { STYLE } from "../engine/constants.js";
import { LAYER_STYLE, MAP_STYLE } from "../engine/map_constants.js";
import { local } from "../engine/mercator.js";
import { linesFill, stepFill } from "./fills.js";
import { GroundMask } from "./ground_mask.js";
import { placed } from "./numbers.js";
import { BLANK, planOn } from "./plan.js";

/** @import { Area, Box, CanvasView, LayerPlan, MapStore } from "../types.js" */
/** @import { Record } from "../engine/record.js" */
/** @import { Wanted, Written } from "./numbers.js" */

/** @typedef {LayerPlan["layer"]} Layer */

export class ShadePainter {
  /** @type {LayerPlan | null} */
  #plan = null;
  #signature = "";
  /** @type {Written[]} */
  #written = [];
  /** @type {GroundMask | null} */
  ground = null;

  /**
   * @param {Area[]} areas
   * @param {Record} record
   */
  constructor(areas, record) {
    this.areas = areas;
    this.record = record;
    this.provinces = record.provinces.map(({ lon, lat, name }, number) => {
      const path = new Path2D();
      record.districts.forEach(({ province }, at) => {
        if (province === number) path.addPath(areas[at].path);
      });
      const [x, y] = local(lon, lat);
      return { path, x, y, name };
    });
  }

  /**
   * Choose what to show; null on the map of control. The answer is whether the picture is another one.
   * @param {MapStore | null} shown
   */
  show(shown) {
    this.#plan = shown && planOn(shown);
    const signature = this.#plan ? JSON.stringify(this.#plan) : "";
    const isOther = signature !== this.#signature;
    this.#signature = signature;
    return isOther;
  }

  /** Whether there is a layer beside control on show. */
  get isOn() {
    return this.#plan !== null;
  }

  /**
   * Whether numbers stand in place of events and names: where a whole country is in view single marks would hide both.
   * @param {CanvasView} view
   */
  takesMarks(view) {
    return this.isOn && view.zoom < MAP_STYLE.small.belowZoom;
  }

  /** The numbers and names that were written last, for tests: by province the texts. */
  written() {
    return this.#written.map(({ number, text, isLabel, box }) => ({
      province: this.record.provinces[number].id,
      text,
      isLabel,
      box,
    }));
  }

  /**
   * The shades: provinces, the districts in them, lines over provinces.
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   */
  paint(ctx, view) {
    if (!this.#plan) return;
    const { layer, districts, provinces } = this.#plan;
    inLocalUnits(ctx, view, () => {
      this.#fill(
        ctx,
        layer,
        "province",
        provinces.map(({ step }) => step),
      );
      this.#fill(ctx, layer, "district", districts);
      for (const lines of new Set(provinces.map((shade) => shade.lines))) {
        if (!lines) continue;
        const pattern = linesFill(ctx, lines, layer, view.ratio);
        pattern.setTransform(new DOMMatrix().scale(1 / view.scale));
        ctx.fillStyle = pattern;
        ctx.fill(this.#joined("province", (number) => provinces[number].lines === lines));
      }
    });
  }

  /**
   * The number of each province, and names where they have room.
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   */
  paintNumbers(ctx, view) {
    const measure = (/** @type {string} */ text, /** @type {boolean} */ isLabel) => {
      ctx.font = isLabel ? numberFont(view) : fontOf("province", view.ratio);
      return ctx.measureText(text).width;
    };
    const { narrowPx } = MAP_STYLE.lens;
    const isNarrow = view.width / view.ratio < 1.5 * narrowPx; // of a canvas that is larger than its map
    const isOpen = (/** @type {number} */ number, /** @type {Box} */ box) => this.#isOpen(view, number, box);
    this.#written = placed(this.#wanted(view), measure, view.ratio, isNarrow ? null : isOpen);
    for (const one of this.#written) if (one.isAside) leader(ctx, view, one);
    for (const one of this.#written) write(ctx, view, one);
  }

  /**
   * What is to be written, those with a number first, in an order that stands while days go by.
   * @param {CanvasView} view
   * @returns {Wanted[]}
   */
  #wanted(view) {
    const shades = this.#plan?.provinces ?? [];
    const isNamed = this.takesMarks(view);
    return this.provinces
      .map(({ x, y, name }, number) => {
        const { label } = shades[number] ?? BLANK;
        const [px, py] = [x * view.scale + view.x, y * view.scale + view.y];
        const above = isNamed ? 0 : 17 * view.ratio; // the name stands at the place itself, written by another
        return { number, label, name, x: px, y: py - above };
      })
      .filter(({ x, y }) => x >= 0 && y >= 0 && x <= view.width && y <= view.height)
      .sort((a, b) => Number(b.label !== "") - Number(a.label !== "") || a.number - b.number)
      .map((one) => (isNamed ? one : { ...one, name: "" }));
  }

  /**
   * Whether a province's name, joined to its number by a line, misleads nobody there: abroad, in the province itself or in
   * one without a number.
   * @param {CanvasView} view
   * @param {number} number
   * @param {Box} box
   */
  #isOpen(view, number, [left, top, right, bottom]) {
    this.ground ??= new GroundMask(this.provinces.map(({ path }) => path));
    const xs = [left, (left + right) / 2, right];
    return [top, bottom].every((y) =>
      xs.every((x) => {
        const at = this.ground?.at((x - view.x) / view.scale, (y - view.y) / view.scale) ?? -1;
        return at < 0 || at === number || !this.#plan?.provinces[at].label;
      }),
    );
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {Layer} layer
   * @param {"district" | "province"} of
   * @param {number[]} steps of each area
   */
  #fill(ctx, layer, of, steps) {
    for (const step of new Set(steps)) {
      if (step < 0) continue;
      const { colour, opacity } = stepFill(layer, step, of);
      ctx.globalAlpha = opacity;
      ctx.fillStyle = colour;
      ctx.fill(this.#joined(of, (number) => steps[number] === step));
    }
    ctx.globalAlpha = 1;
  }

  /**
   * One path of all areas that are wanted.
   * @param {"district" | "province"} of
   * @param {(number: number) => boolean} isWanted
   */
  #joined(of, isWanted) {
    const path = new Path2D();
    const every = of === "district" ? this.areas : this.provinces;
    every.forEach((area, number) => {
      if (isWanted(number)) path.addPath(area.path);
    });
    return path;
  }
}

/** @param {CanvasView} view */
const numberFont = ({ ratio }) =>
  `700 ${LAYER_STYLE.number.px * ratio}px "Replay Arabic", system-ui, "Segoe UI", sans-serif`;

/**
 * A thin line from a number to its province, which has a dot then; from a name to its number.
 * @param {CanvasRenderingContext2D} ctx
 * @param {CanvasView} view
 * @param {Written} one
 */
function leader(ctx, { ratio }, { x, y, isLabel, box, from: [fromX, fromY] }) {
  const endX = isLabel ? x : Math.max(box[0], Math.min(fromX, box[2]));
  ctx.strokeStyle = STYLE.ink;
  ctx.lineWidth = 0.8 * ratio;
  ctx.beginPath();
  ctx.moveTo(endX, y);
  ctx.lineTo(fromX, fromY);
  ctx.stroke();
  if (!isLabel) return;
  ctx.fillStyle = STYLE.ink;
  ctx.beginPath();
  ctx.arc(fromX, fromY, 1.6 * ratio, 0, 2 * Math.PI);
  ctx.fill();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {CanvasView} view
 * @param {Written} one
 */
function write(ctx, view, { text, isLabel, x, y }) {
  if (!text) return;
  ctx.font = isLabel ? numberFont(view) : fontOf("province", view.ratio);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = (isLabel ? 3.5 : 3) * view.ratio;
  ctx.strokeStyle = isLabel ? STYLE.halo : `${STYLE.halo}D9`;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = isLabel ? STYLE.ink : MAP_STYLE.nameInk;
  ctx.fillText(text, x, y);
}
