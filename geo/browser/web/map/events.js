/** The events of the window: symbols where the place is known, soft discs for districts, counts for provinces. */

import { STYLE } from "../engine/constants.js";
import { local } from "../engine/mercator.js";
import { badge, count, ring } from "./badges.js";
import { clustersOf, groupBy } from "./clusters.js";
import { recordStyle } from "./event_style.js";

/** @import { CanvasView, Cluster, Events, EventStyle, Hit, Obstacle } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

const BADGE_PX = 9;
/** More events in the window than this can't be read as symbols. */
export const MAX_SYMBOLS = 4000;

/** Draws the events of the view that `show` was last called with, and knows what lies under a point. */
export class EventPainter {
  /** @type {number[]} */
  #shown = [];
  /** @type {[number, number] | null} */
  #span = null; // first and last day, when there are too many events
  /** @type {Set<number>} */
  #selected = new Set();
  /** @type {Hit[]} */
  #hits = [];
  /** @type {Obstacle[]} */
  #obstacles = [];
  /** @type {(Cluster & {radius: number})[]} */
  #discs = [];

  /**
   * @param {Record} record
   * @param {EventStyle} style
   */
  constructor(record, style = recordStyle(record)) {
    this.record = record;
    this.style = style;
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
    const before = { events: this.events, shown: this.#shown, selected: this.#selected, span: this.#span };
    const { record } = this;
    const { events } = record;
    this.events = events;
    this.#selected = new Set(selected);
    this.#span = record.mostEventsIn(first, last) > MAX_SYMBOLS ? [first, last] : null;
    this.#shown = this.#span ? [] : record.eventsIn(first, last).filter((i) => events.drawn[i] && isWanted(i));
    if (this.#span && this.style.many) return true;
    const alike = events === before.events && !this.#span === !before.span && isSame(this.#shown, before.shown);
    return !alike || !isSame([...this.#selected], [...before.selected]);
  }

  /**
   * What lies under the names: the soft discs; or, when there are too many events, pixels.
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   */
  paintUnder(ctx, view) {
    if (this.#span) this.style.many?.(ctx, view, this.#span); // nothing is shown one by one then
    this.#discs = this.#discsOn(view);
    for (const { x, y, members, radius } of this.#discs) this.style.area(ctx, x, y, radius, members);
  }

  /**
   * What lies over them: symbols and counts.
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   */
  paint(ctx, view) {
    const { placed } = this.events;
    [this.#hits, this.#obstacles] = [[], []];
    for (const disc of this.#discs) this.#drawDiscCount(ctx, view, disc);
    const exact = this.#shown.filter((i) => placed[i] === 1 || placed[i] === 2);
    for (const cluster of clustersOf(exact, this.events, view, STYLE.nearPx * view.ratio))
      this.#drawCluster(ctx, view, cluster);
    this.#drawProvinceCounts(ctx, view);
  }

  /** Nothing is drawn: nothing lies under a point, and nothing is in the way of names. */
  forget() {
    [this.#hits, this.#obstacles, this.#discs] = [[], [], []];
  }

  /**
   * The events under a canvas point (device pixels), newest first; [] when there are none.
   * @param {number} x
   * @param {number} y
   */
  at(x, y) {
    let [best, share] = [/** @type {Hit | null} */ (null), Infinity];
    for (const hit of this.#hits) {
      const reached = Math.hypot(hit.x - x, hit.y - y) / hit.radius;
      if (reached <= 1 && reached < share) [best, share] = [hit, reached];
    }
    return best ? [...best.members].reverse() : [];
  }

  /** How many events each symbol, disc and count stands for. */
  clusters() {
    return this.#hits.map(({ members }) => members.length);
  }

  /** Where a name should not stand. */
  obstacles() {
    return this.#obstacles;
  }

  /** The numbers of the events that are drawn one by one. */
  visible() {
    return this.#shown;
  }

  /**
   * District-precision events: one soft disc a district (or for several that lie close), never a dot.
   * @param {CanvasView} view
   */
  #discsOn(view) {
    const { placed } = this.events;
    const coarse = this.#shown.filter((i) => placed[i] === 3);
    return clustersOf(coarse, this.events, view, STYLE.discPx * 1.5 * view.ratio).map((cluster) => ({
      ...cluster,
      radius: (STYLE.discPx + Math.min(9, 2 * Math.sqrt(cluster.members.length))) * view.ratio,
    }));
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   * @param {Cluster & {radius: number}} disc
   */
  #drawDiscCount(ctx, view, { x, y, members, radius }) {
    if (this.#hasSelected(members)) ring(ctx, view, x, y, radius * 0.75);
    count(ctx, view, x, y, members.length, STYLE.ink, "rgba(255,255,255,0.85)");
    this.#hits.push({ x, y, radius: radius * 0.7, members });
    this.#obstacles.push({ x, y, radius: 7 * view.ratio });
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   * @param {Cluster} cluster
   */
  #drawCluster(ctx, view, { x, y, members }) {
    const lead = members.find((i) => this.#selected.has(i)) ?? members[members.length - 1];
    const radius = members.length > 1 ? STYLE.symbol.clusterRadius : STYLE.symbol.radius;
    const image = this.style.symbol(lead, members, view.ratio, radius);
    ctx.drawImage(image, x - image.width / 2, y - image.height / 2);
    if (this.#hasSelected(members)) ring(ctx, view, x, y, 13 * view.ratio);
    if (members.length > 1) {
      const [right, top] = [x + 10 * view.ratio, y - 9 * view.ratio];
      count(ctx, view, right, top, members.length, "#FFFFFF", STYLE.ink);
      this.#obstacles.push({ x: right, y: top, radius: 7 * view.ratio });
    }
    this.#hits.push({ x, y, radius: 12 * view.ratio, members });
    this.#obstacles.push({ x, y, radius: (radius + 1) * view.ratio });
  }

  /**
   * Province-only events: a count beside the province's name, where nothing else stands.
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   */
  #drawProvinceCounts(ctx, view) {
    const { where, province } = this.events;
    const coarse = this.#shown.filter((i) => where[i] === 4 && province[i] >= 0);
    for (const [number, members] of groupBy(coarse, province)) {
      const [x, y] = this.#freeSpot(number, view);
      badge(ctx, view, x, y, `${members.length}`, this.style.ink, this.#hasSelected(members));
      this.#hits.push({ x, y, radius: 11 * view.ratio, members });
      this.#obstacles.push({ x, y, radius: 9 * view.ratio });
    }
  }

  /**
   * The first place beside a province's name that is free; the best one when none is.
   * @param {number} province
   * @param {CanvasView} view
   */
  #freeSpot(province, view) {
    const [ux, uy] = this.provinceSpots[province];
    const [middle, line] = [ux * view.scale + view.x, uy * view.scale + view.y];
    const spots = this.style.badgeOffsets.map(([dx, dy]) => [middle + dx * view.ratio, line + dy * view.ratio]);
    return spots.find(([x, y]) => this.#isFree(x, y, BADGE_PX * view.ratio)) ?? spots[0];
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} reach
   */
  #isFree(x, y, reach) {
    return this.#hits.every((hit) => Math.hypot(hit.x - x, hit.y - y) > reach + hit.radius);
  }

  /** @param {number[]} members */
  #hasSelected(members) {
    return this.#selected.size > 0 && members.some((i) => this.#selected.has(i));
  }
}

/** @type {(one: number[], other: number[]) => boolean} */
const isSame = (one, other) => one.length === other.length && one.every((value, at) => value === other[at]);
