/** The events of the window: symbols where the place is known, soft discs for districts, counts for provinces. */

import { MAX_SYMBOLS } from "../engine/event_index.js";
import { local } from "../engine/mercator.js";
import { clustersOf, groupBy } from "./clusters.js";
import { recordStyle } from "./event_style.js";
import { formOf } from "./mark_forms.js";
import { isInAny } from "./province_ground.js";

/** @import { Box, CanvasView, Events, EventStyle, Mark } from "../types.js" */
/** @import { Form } from "./mark_forms.js" */
/** @import { ProvinceGround } from "./province_ground.js" */
/** @import { Record } from "../engine/record.js" */

const BADGE_PX = 9;

/** Draws the events of the view that `show` was last called with, and knows what lies under a point. */
export class EventPainter {
  /** @type {number[]} */
  #shown = [];
  /** @type {[number, number] | null} */
  #span = null; // first and last day, when there are too many events
  /** @type {Set<number>} */
  #selected = new Set();
  /** @type {Mark[]} */
  #marks = [];
  /** @type {Form | null} */
  #form = null;
  #ratio = 1;
  /** What is drawn elsewhere, in a lens or as part of a callout. @type {(event: number) => boolean} */
  leftOut = () => false;
  /** Whether a lens tells the count of a province. @type {(province: number) => boolean} */
  isToldElsewhere = () => false;
  /** Where no count of a province may stand, in local units. @type {Box[]} */
  keptFree = [];
  /** Whose marks stand first: no count of ours stands on them. @type {EventPainter | null} */
  yieldsTo = null;

  /**
   * @param {Record} record
   * @param {ProvinceGround} ground of the provinces: their counts stand on it
   * @param {EventStyle} style
   */
  constructor(record, ground, style = recordStyle(record)) {
    this.record = record;
    this.style = style;
    this.ground = ground;
    /** @type {Events} */
    this.events = record.events;
    this.provinceSpots = record.provinces.map(({ lon, lat }) => local(lon, lat));
  }

  /**
   * Choose the days; more events than can be read as symbols are drawn as pixels instead, or by somebody else when the
   * style has no `many`. The answer is whether the picture is another one.
   * @param {number} first
   * @param {number} last
   * @param {number[]} selected
   * @param {((event: number) => boolean)} isWanted
   */
  show(first, last, selected, isWanted = () => true) {
    const { record } = this;
    const span =
      record.mostEventsIn(first, last) > MAX_SYMBOLS ? /** @type {[number, number]} */ ([first, last]) : null;
    const shown = span ? [] : record.eventsIn(first, last).filter((i) => record.events.drawn[i] && isWanted(i));
    return this.take(shown, span, selected);
  }

  /**
   * The same with events that somebody else has found.
   * @param {number[]} shown
   * @param {[number, number] | null} span
   * @param {number[]} selected
   */
  take(shown, span, selected) {
    const before = { events: this.events, shown: this.#shown, selected: this.#selected, span: this.#span };
    [this.#shown, this.#span, this.#selected] = [shown, span, new Set(selected)];
    this.events = this.record.events;
    if (span && this.style.many) return true;
    const alike = this.events === before.events && !span === !before.span && isSame(shown, before.shown);
    return !alike || !isSame([...this.#selected], [...before.selected]);
  }

  /**
   * Put the marks of a view where they are to be drawn.
   * @param {CanvasView} view
   */
  lay(view) {
    const { placed } = this.events;
    const form = formOf(this.style, view);
    const here = this.#shown.filter((i) => !this.leftOut(i));
    [this.#form, this.#ratio, this.#marks] = [form, view.ratio, []];
    for (const { x, y, members } of this.#clusters(here, view, form.discNearPx, (i) => placed[i] === 3))
      this.#add("disc", x, y, members, form.discPx(members.length) * view.ratio);
    for (const { x, y, members } of this.#clusters(here, view, form.nearPx, (i) => placed[i] === 1 || placed[i] === 2))
      this.#add("symbol", x, y, members, 0);
    this.#layProvinceCounts(view);
  }

  /**
   * What lies under the names: the soft discs; or, when there are too many events, pixels.
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   */
  paintUnder(ctx, view) {
    if (this.#span) this.style.many?.(ctx, view, this.#span); // nothing is shown one by one then
    for (const { kind, x, y, members, radius } of this.#marks)
      if (kind === "disc") this.style.area(ctx, x, y, radius, members);
  }

  /**
   * What lies over them: symbols and counts.
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   */
  paint(ctx, view) {
    const pen = { ctx, view, style: this.style };
    for (const mark of this.#marks) this.#form?.[mark.kind](pen, mark);
  }

  /** Nothing is drawn: nothing lies under a point, and nothing is in the way of names. */
  forget() {
    this.#marks = [];
  }

  /**
   * The events under a canvas point (device pixels), newest first; [] when there are none.
   * @param {number} x
   * @param {number} y
   */
  at(x, y) {
    let [best, share] = [/** @type {Mark | null} */ (null), Infinity];
    for (const mark of this.#marks) {
      const reached = Math.hypot(mark.x - x, mark.y - y) / this.#reach(mark);
      if (reached <= 1 && reached < share) [best, share] = [mark, reached];
    }
    return best ? [...best.members].reverse() : [];
  }

  /** What stands where, for tests. */
  marks() {
    return this.#marks;
  }

  /** How many events each symbol, disc and count stands for. */
  clusters() {
    return this.#marks.map(({ members }) => members.length);
  }

  /** Where a name should not stand. */
  obstacles() {
    return this.#marks.flatMap((mark) => this.#form?.obstacles(mark, this.#ratio) ?? []);
  }

  /** The numbers of the events of the window, drawn here or elsewhere. */
  visible() {
    return this.#shown;
  }

  /** What `take` of another painter needs to show the same. */
  get chosen() {
    return { shown: this.#shown, span: this.#span, selected: [...this.#selected] };
  }

  /**
   * @param {number[]} numbers
   * @param {CanvasView} view
   * @param {number} near in CSS pixels
   * @param {(event: number) => boolean} isMeant
   */
  #clusters(numbers, view, near, isMeant) {
    return clustersOf(numbers.filter(isMeant), this.events, view, near * view.ratio);
  }

  /**
   * @param {Mark["kind"]} kind
   * @param {number} x
   * @param {number} y
   * @param {number[]} members
   * @param {number} radius
   */
  #add(kind, x, y, members, radius) {
    const chosen = this.#selected.size ? members.find((i) => this.#selected.has(i)) : undefined;
    const lead = chosen ?? members[members.length - 1];
    this.#marks.push({ kind, x, y, members, radius, lead, isSelected: chosen !== undefined });
  }

  /**
   * Province-only events: a count on the province's ground, where nothing else stands.
   * @param {CanvasView} view
   */
  #layProvinceCounts(view) {
    const { where, province } = this.events;
    const coarse = this.#shown.filter((i) => where[i] === 4 && province[i] >= 0);
    for (const [number, members] of groupBy(coarse, province)) {
      if (this.isToldElsewhere(number)) continue;
      const [x, y] = this.#freeSpot(number, view);
      this.#add("badge", x, y, members, BADGE_PX * view.ratio);
    }
  }

  /**
   * @param {number} province
   * @param {CanvasView} view
   */
  #freeSpot(province, view) {
    const name = this.provinceSpots[province];
    const keptFree = this.keptFree.map((box) => boxOn(view, box));
    const reach = BADGE_PX * view.ratio;
    /** @type {(x: number, y: number) => boolean} */
    const isFree = (x, y) => !isInAny(x, y, reach, keptFree) && this.#isApart(x, y, reach);
    return this.ground.spot(province, name, view, isFree);
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} reach
   */
  #isApart(x, y, reach) {
    /** @type {(painter: EventPainter) => boolean} */
    const isApartFrom = (painter) =>
      painter.#marks.every((mark) => Math.hypot(mark.x - x, mark.y - y) > reach + painter.#reach(mark));
    return isApartFrom(this) && (!this.yieldsTo || isApartFrom(this.yieldsTo));
  }

  /** @param {Mark} mark */
  #reach(mark) {
    return this.#form?.reach(mark, this.#ratio) ?? 0;
  }
}

/**
 * A box of local units on a canvas.
 * @param {CanvasView} view
 * @param {Box} box
 * @returns {Box}
 */
export const boxOn = ({ scale, x, y }, [left, top, right, bottom]) => [
  left * scale + x,
  top * scale + y,
  right * scale + x,
  bottom * scale + y,
];

/** @type {(one: number[], other: number[]) => boolean} */
const isSame = (one, other) => one.length === other.length && one.every((value, at) => value === other[at]);
