/** The callouts of a lens: names of what it shows with the number of events, and what lies under a point of them. */

import { write } from "../drawing/badges.js";
import { translucent } from "../drawing/translucent.js";
import { circle, leastRadius } from "../drawing/zones.js";
import { STYLE } from "../engine/constants.js";
import { local } from "../engine/mercator.js";
import { dotted, inDigits, listed } from "../engine/text.js";
import { endOf } from "./callout_lines.js";
import { calloutPlaces, cornerOf } from "./callout_places.js";
import { coverageOf } from "./coverage.js";

/** @import { Area, Box, CanvasView } from "../types.js" */
/** @import { Record } from "../engine/record.js" */
/** @import { Telling } from "./telling.js" */

/**
 * What a callout names: a district, a place, or a province whose events are known no better.
 * @typedef {{kind: "district" | "place" | "province", number: number, name: string, at: [number, number]}} Subject
 * @typedef {Subject & {box: Box, x: number, y: number, members: number[]}} Callout in CSS pixels of the lens
 */

const TYPE_PX = 10.5;
const HEIGHT_PX = 15;
/** @type {Box} */
const NOWHERE = [0, 0, 0, 0];
const FONT = `600 ${TYPE_PX}px "Replay Arabic", system-ui, "Segoe UI", sans-serif`;
const PAD_PX = 7;
const CLEAR_PX = 3; // around what is not to be covered

export class Callouts {
  /** @type {Callout[]} */
  #all = [];
  /** Where the lens's head stands, in CSS pixels. @type {Box} */
  head = NOWHERE;

  /**
   * @param {Record} record
   * @param {Area[]} areas
   */
  constructor(record, areas) {
    this.record = record;
    this.areas = areas;
  }

  /**
   * Lay them for a lens; they stay where they are while the lens and what it has to tell stay the same.
   * @param {CanvasView} view
   * @param {Box} shown by the lens, in local units
   * @param {Telling} telling
   * @param {{head: {width: number, height: number}, taken: Box[]}} others the lens's head, what else stands in it; CSS pixels
   */
  lay(view, shown, telling, { head, taken }) {
    const subjects = this.#subjects(shown, telling);
    const [width, height] = [view.width / view.ratio, view.height / view.ratio];
    const ground = coverageOf(width, height, (ctx, cell) => this.#cover(ctx, view, telling, cell));
    /** @type {(box: Box) => number} */
    const covered = (box) => ground.share(box);
    this.head = cornerOf(width, height, head, covered, taken);
    const wanted = subjects.map((subject) => sizeOf(subject, view));
    const boxes = calloutPlaces(width, height, wanted, covered, [...taken, this.head]);
    this.#all = subjects.map((subject, n) => ({ ...subject, ...wanted[n], box: boxes[n], members: [] }));
  }

  /**
   * The same for a lens that is too small for callouts: its head tells what the only one would.
   * @param {Box} shown
   * @param {Telling} telling
   */
  layNone(shown, telling) {
    this.head = NOWHERE;
    this.#all = this.#subjects(shown, telling)
      .filter(({ kind }) => kind !== "province")
      .map((subject) => ({ ...subject, box: NOWHERE, x: 0, y: 0, members: [] }));
  }

  /** What there is to tell where callouts have no room. */
  get told() {
    return listed(this.#all.map(textOf));
  }

  /**
   * Say which events each stands for.
   * @param {(subject: Subject) => number[]} membersOf
   */
  count(membersOf) {
    for (const callout of this.#all) callout.members = membersOf(callout);
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   */
  paint(ctx, view) {
    const drawn = this.#all.filter(isDrawn).map((callout) => ({ ...callout, box: tightBox(callout) }));
    for (const callout of drawn) leader(ctx, view, callout);
    for (const callout of drawn) label(ctx, view, callout);
  }

  /**
   * The one under a point of the lens, in CSS pixels.
   * @param {number} x
   * @param {number} y
   * @returns {Callout | null}
   */
  at(x, y) {
    const hit = this.#all
      .filter(isDrawn)
      .find(({ box: [left, top, right, bottom] }) => left <= x && x <= right && top - 4 <= y && y <= bottom + 4);
    return hit ?? null;
  }

  /** What each says, for tests. */
  texts() {
    return this.#all.filter(isDrawn).map(textOf);
  }

  /** From where to where the leader of each runs, for tests. */
  lines() {
    return this.#all.filter(isDrawn).map((callout) => [[callout.x, callout.y], endOf(callout, tightBox(callout))]);
  }

  /**
   * @param {Box} shown
   * @param {Telling} telling
   * @returns {Subject[]}
   */
  #subjects(shown, { districts, places }) {
    const { record } = this;
    return [
      ...districts.map((n) => subjectOf("district", n, record.districts[n])),
      ...places.map((zone) => subjectOf("place", record.zones.indexOf(zone), zone)),
      ...record.provinces.map((province, n) => subjectOf("province", n, province)),
    ].filter(({ at }) => isIn(shown, at));
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   * @param {Telling} telling
   * @param {number} cell
   */
  #cover(ctx, view, { districts, places }, cell) {
    const shrink = 1 / (view.ratio * cell);
    ctx.setTransform(view.scale * shrink, 0, 0, view.scale * shrink, view.x * shrink, view.y * shrink);
    ctx.lineWidth = (2 * CLEAR_PX * view.ratio) / view.scale;
    const paths = [
      ...districts.map((n) => this.areas[n].path),
      ...places.map((zone) => circle(zone, leastRadius(view))),
    ];
    for (const path of paths) {
      ctx.fill(path);
      ctx.stroke(path);
    }
  }
}

/** @type {(box: Box, point: number[]) => boolean} */
export const isIn = ([left, top, right, bottom], [x, y]) => left <= x && x <= right && top <= y && y <= bottom;

/** @type {(kind: Subject["kind"], number: number, of: {name: string, lon: number, lat: number}) => Subject} */
const subjectOf = (kind, number, { name, lon, lat }) => ({ kind, number, name, at: local(lon, lat) });

/** A province is told of only where events are known no better. @param {Callout} callout */
const isDrawn = ({ box, kind, members }) => box !== NOWHERE && (kind !== "province" || members.length > 0);

/** 'Rukha · 7' @param {{name: string, members: number[]}} callout */
const textOf = ({ name, members }) => (members.length ? dotted([name, inDigits(members.length)]) : name);

/** @type {CanvasRenderingContext2D | null} */
let pen = null;

/** @param {string} text */
function widthOf(text) {
  pen ??= /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  pen.font = FONT;
  return Math.ceil(pen.measureText(text).width) + PAD_PX;
}

/**
 * Room for its name and a number of two digits.
 * @param {Subject} subject
 * @param {CanvasView} view
 */
function sizeOf({ name, at }, view) {
  const [x, y] = [(at[0] * view.scale + view.x) / view.ratio, (at[1] * view.scale + view.y) / view.ratio];
  return { width: widthOf(`${name} · 00`), height: HEIGHT_PX, x, y };
}

/**
 * The part of its room that a callout takes up now, at the end of its leader line.
 * @param {Callout} callout
 * @returns {Box}
 */
function tightBox(callout) {
  const [left, top, right, bottom] = callout.box;
  const width = widthOf(textOf(callout));
  const start = Math.max(left, Math.min(right - width, endOf(callout, callout.box)[0] - width / 2));
  return [start, top, start + width, bottom];
}

/**
 * A thin line from a callout to what it names.
 * @param {CanvasRenderingContext2D} ctx
 * @param {CanvasView} view
 * @param {Callout} callout
 */
function leader(ctx, { ratio }, { x, y, box }) {
  const [toX, toY] = endOf({ x, y }, box);
  ctx.beginPath();
  ctx.moveTo(x * ratio, y * ratio);
  ctx.lineTo(toX * ratio, toY * ratio);
  ctx.strokeStyle = STYLE.ink;
  ctx.lineWidth = ratio;
  ctx.stroke();
  ctx.beginPath();
  ctx.arc(x * ratio, y * ratio, 2 * ratio, 0, 2 * Math.PI);
  ctx.fillStyle = STYLE.ink;
  ctx.fill();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {CanvasView} view
 * @param {Callout} callout
 */
function label(ctx, view, callout) {
  const { ratio } = view;
  const [left, top, right, bottom] = callout.box.map((edge) => edge * ratio);
  ctx.beginPath();
  ctx.roundRect(left, top, right - left, bottom - top, 3 * ratio);
  ctx.fillStyle = translucent(STYLE.halo, 0.88);
  ctx.fill();
  if (callout.kind === "province") {
    ctx.setLineDash([3 * ratio, 2 * ratio]);
    ctx.strokeStyle = STYLE.ink;
    ctx.lineWidth = ratio;
    ctx.stroke();
    ctx.setLineDash([]);
  }
  write(ctx, view, textOf(callout), (left + right) / 2, (top + bottom) / 2, STYLE.ink, { px: TYPE_PX });
}
