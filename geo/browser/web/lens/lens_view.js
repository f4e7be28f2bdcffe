/** One lens on a map: a part of the country at a larger scale, with canvases of its own. */

import { EventPainter } from "../drawing/events.js";
import { circle, leastRadius } from "../drawing/zones.js";
import { el } from "../engine/elements.js";
import { UNITS } from "../engine/mercator.js";
import { listed } from "../engine/text.js";
import { Callouts, isIn } from "./callouts.js";
import { LensGuests } from "./guests.js";
import { headPlace } from "./head_places.js";
import { viewIn } from "./layout.js";
import { button, fillPaper, place, sizedCanvas, sizeOf } from "./sheet.js";

/** @import { Box, CanvasView, LensView as FlatView, PlacedLens, Translate } from "../types.js" */
/** @import { LensParts } from "./lens_views.js" */
/** @import { MapAround } from "./head_places.js" */
/** @import { DatedLens } from "./lenses.js" */
/** @import { Subject } from "./callouts.js" */
/** @import { Telling } from "./telling.js" */

/**
 * What a lens is told by the pointer and by keys.
 * @typedef {object} LensHandlers
 * @property {() => void} hide
 * @property {(lens: DatedLens) => void} goTo
 * @property {(lens: LensView, event: MouseEvent) => void} move
 * @property {() => void} leave
 * @property {(lens: LensView, event: MouseEvent) => void} click
 */

const WORLD_PX = 256;
const SMALL_PX = 150; // of less width there is no room for callouts
const SLACK_PX = 20; // around a lens, where a mark still reaches in

export class LensView {
  /** @type {CanvasView} */
  view = { scale: 1, x: 0, y: 0, ratio: 1, width: 0, height: 0, zoom: 0, inLens: true };
  isSmall = false;
  #laidFor = "";
  /** @type {Set<number>} */
  #chosen = new Set();
  /** @type {Set<number>} */
  #telling = new Set();
  /** @type {Path2D[]} */
  #circles = [];
  #probe = document.createElement("canvas").getContext("2d");

  /**
   * @param {HTMLElement} host
   * @param {DatedLens} lens
   * @param {LensParts} parts
   * @param {Translate} t
   * @param {LensHandlers} on
   */
  constructor(host, lens, parts, t, on) {
    this.lens = lens;
    this.parts = parts;
    this.events = new EventPainter(parts.record, parts.events.ground, parts.events.style);
    this.events.leftOut = (i) => this.#isLeftOut(i);
    this.events.isToldElsewhere = () => true;
    this.callouts = new Callouts(parts.record, parts.areas);
    this.guests = new LensGuests(() => parts.guests(), {
      isNear: (x, y) => this.#isNear(x, y),
      shows: (x, y) => isIn(lens.shown, [x, y]),
    });
    this.ground = sizedCanvas("ground");
    this.marks = sizedCanvas("marks");
    this.names = listed(lens.provinces.map((number) => parts.record.provinces[number].name));
    this.go = button("go", this.names, t("lens.go", { names: this.names }), () => on.goTo(lens));
    this.go.removeAttribute("aria-label"); // its name is what it says; what it does is its description
    this.close = button("close", "×", t("lens.hide"), on.hide);
    this.head = el("div", { cls: "head" }, this.go, this.close);
    const attrs = { role: "group", "aria-label": t("lens.label", { names: this.names }) };
    this.root = el("section", { cls: "replay-lens", attrs }, this.ground.canvas, this.marks.canvas, this.head);
    this.root.addEventListener("mousemove", (event) => on.move(this, event));
    this.root.addEventListener("mouseleave", () => on.leave());
    this.root.addEventListener("click", (event) => on.click(this, event));
    host.append(this.root);
  }

  /**
   * Where it stands, and what it has to tell there.
   * @param {PlacedLens} placed
   * @param {Telling} telling
   * @param {Box[]} taken boxes that stand in it, in CSS pixels
   * @param {MapAround} map
   */
  lay(placed, telling, taken, map) {
    const { lens, root } = this;
    const key = JSON.stringify([placed, telling.districts, telling.places.map(({ id }) => id), taken, map]);
    if (key === this.#laidFor) return;
    this.#laidFor = key;
    const flat = viewIn(placed, lens.shown);
    this.#see(flat);
    root.classList.toggle("covers", placed.covers);
    this.close.hidden = placed.covers || !map.canHide;
    const [left, top] = placed.stands;
    place(root, left, top);
    Object.assign(root.style, { width: `${flat.width}px`, height: `${flat.height}px` });
    this.#telling = new Set(telling.districts);
    this.#circles = telling.places.map((zone) => circle(zone, leastRadius(this.view)));
    this.isSmall = flat.width < SMALL_PX;
    root.classList.toggle("small", this.isSmall);
    if (this.isSmall) this.callouts.layNone(lens.shown, telling);
    else this.callouts.lay(this.view, lens.shown, telling, { head: sizeOf(this.head), taken });
    this.paintGround();
    this.showEvents();
    this.guests.take();
    this.#count();
    this.paintMarks();
    this.#placeHead(placed, map);
  }

  /**
   * A canvas and a view of the size.
   * @param {FlatView} flat
   */
  #see({ width, height, scale, x, y }) {
    const ratio = this.ground.size(width, height);
    this.marks.size(width, height);
    this.view = {
      scale: scale * ratio,
      x: x * ratio,
      y: y * ratio,
      ratio,
      width: this.ground.canvas.width,
      height: this.ground.canvas.height,
      zoom: Math.log2((scale * UNITS) / WORLD_PX),
      inLens: true,
    };
  }

  /**
   * In the lens's corner; that of a small lens stands beside, under or over it, where it hides the least.
   * @param {PlacedLens} placed
   * @param {MapAround} map
   */
  #placeHead({ stands: [left, top, right, bottom] }, map) {
    if (!this.isSmall) return place(this.head, this.callouts.head[0], this.callouts.head[1]);
    place(this.head, ...headPlace([left, top, right, bottom], sizeOf(this.head), map));
  }

  /** What it takes up of the map, with its head. @returns {Box} */
  get footprint() {
    const { offsetLeft: left, offsetTop: top, offsetWidth: width, offsetHeight: height } = this.root;
    const { offsetLeft: x, offsetTop: y } = this.head;
    const head = sizeOf(this.head);
    return [
      left + Math.min(0, x),
      top + Math.min(0, y),
      left + Math.max(width, x + head.width),
      top + Math.max(height, y + head.height),
    ];
  }

  /** The events of the map; the answer is whether the picture is another one. */
  showEvents() {
    const { shown, span, selected } = this.parts.events.chosen;
    this.#chosen = new Set(selected);
    const here = shown.filter((i) => this.#isHere(i)); // what others gain or lose changes nothing here
    const isOther = this.events.take(here, span, selected);
    if (isOther) this.#count();
    return isOther;
  }

  #count() {
    this.callouts.count((subject) => this.events.visible().filter((i) => this.#isToldIn(subject, i)));
    this.go.textContent = (this.isSmall && this.callouts.told) || this.names;
  }

  paintGround() {
    const { ctx } = this.ground;
    fillPaper(ctx, this.view);
    for (const paint of this.parts.ground) paint(ctx, this.view);
  }

  paintMarks() {
    const { ctx } = this.marks;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, this.view.width, this.view.height);
    this.events.lay(this.view);
    this.events.paintUnder(ctx, this.view);
    this.events.paint(ctx, this.view);
    this.callouts.paint(ctx, this.view);
    this.guests.paint(ctx, this.view); // a reader's own lie on top, as on the map
  }

  /**
   * A point of the pointer in the lens: CSS pixels, local units.
   * @param {MouseEvent} event
   * @returns {{x: number, y: number, unit: [number, number]}}
   */
  pointOf({ clientX, clientY }) {
    const box = this.root.getBoundingClientRect();
    const [x, y] = [clientX - box.left, clientY - box.top];
    const { ratio, scale, x: left, y: top } = this.view;
    return { x, y, unit: [(x * ratio - left) / scale, (y * ratio - top) / scale] };
  }

  /**
   * Whether a district has something to tell here.
   * @param {number} district
   */
  tells(district) {
    return this.#telling.has(district);
  }

  remove() {
    this.root.remove();
  }

  /**
   * Whether an event is drawn or counted in the lens.
   * @param {number} i
   */
  #isHere(i) {
    const { x, y, province, placed } = this.parts.record.events;
    const [ux, uy] = placed[i] || province[i] < 0 ? [x[i], y[i]] : this.parts.events.provinceSpots[province[i]];
    return this.#isNear(ux, uy);
  }

  /**
   * Whether a mark at a point, in local units, reaches into the lens.
   * @param {number} ux
   * @param {number} uy
   */
  #isNear(ux, uy) {
    const { scale, x, y, width, height, ratio } = this.view;
    const [px, py, slack] = [ux * scale + x, uy * scale + y, SLACK_PX * ratio];
    return px >= -slack && py >= -slack && px <= width + slack && py <= height + slack;
  }

  /**
   * What is no mark of its own here: told in a callout, or too far off.
   * @param {number} i
   */
  #isLeftOut(i) {
    const { x, y, district } = this.parts.record.events;
    if (!this.#isNear(x[i], y[i])) return true;
    if (this.#chosen.has(i)) return false; // what is chosen is to be seen, wherever it is
    if (this.#telling.has(district[i])) return true;
    return this.#circles.some((path) => this.#probe?.isPointInPath(path, x[i], y[i]));
  }

  /**
   * Whether an event is told in a callout.
   * @param {Subject} subject
   * @param {number} i
   */
  #isToldIn({ kind, number }, i) {
    const { x, y, district, province, where, placed } = this.parts.record.events;
    if (kind === "province") return where[i] === 4 && province[i] === number;
    if (!placed[i]) return false;
    if (kind === "district") return district[i] === number;
    if (this.#telling.has(district[i])) return false;
    const zone = this.parts.record.zones[number];
    const path =
      zone.lon === null || zone.lat === null
        ? null
        : circle({ ...zone, lon: zone.lon, lat: zone.lat }, leastRadius(this.view));
    return Boolean(path && this.#probe?.isPointInPath(path, x[i], y[i]));
  }
}
