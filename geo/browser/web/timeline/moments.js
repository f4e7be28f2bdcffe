/** The named moments over the axis: a mark each, with its name where there is room, the most important first. */

import { plainDate } from "../engine/dates.js";
import { el } from "../engine/elements.js";

/** @import { Moment, Translate } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

const MARK_PX = 9;
const NAME_GAP = 5;
const FONT = "500 11px 'Replay Arabic', system-ui, sans-serif";

/**
 * The moments of a record, by day.
 * @param {Record} record
 * @returns {Moment[]}
 */
export function momentsOf(record) {
  return record.raw.moments.map(([first, last, title, rank, claimant, events]) => ({
    first,
    last,
    title: record.nameOf(title, title),
    rank,
    claimant: record.raw.lists.claimants[claimant] ?? null,
    events,
  }));
}

/**
 * Its name and days, and who claims it when only a party does.
 * @param {Moment} moment
 * @param {Record} record
 * @param {Translate} t
 */
export function momentWords({ first, last, title, claimant }, record, t) {
  const days = [first, last].map((day) => plainDate(record.iso(day)));
  const when = first === last ? days[0] : t("moment.days", { first: days[0], last: days[1] });
  const told = t("moment.told", { title, when });
  return claimant ? t("moment.claimed", { told, who: t(`claimant.${claimant}`) }) : told;
}

/**
 * Which moments have their name written, and on which side of their mark: none lies over a mark or another name.
 * @param {{x: number, wide: number, rank: number}[]} marks by x
 * @param {number} left
 * @param {number} right
 * @param {number} near the one whose name is to be read in any case, over other marks where it has to be; -1 for none
 * @returns {("after" | "before" | null)[]}
 */
export function namesWithRoom(marks, left, right, near = -1) {
  /** @type {("after" | "before" | null)[]} */
  const sides = marks.map(() => null);
  const taken = marks.map(({ x }) => [x - MARK_PX / 2, x + MARK_PX / 2]);
  if (near >= 0) {
    sides[near] = sideWithMoreRoom(marks[near], left, right);
    taken.push(spanOf(marks[near], sides[near]));
  }
  const others = marks.map((_, at) => at).filter((at) => at !== near);
  const order = others.sort((a, b) => marks[a].rank - marks[b].rank || a - b);
  for (const at of order) {
    const [after, before] = [spanOf(marks[at], "after"), spanOf(marks[at], "before")];
    const isFree = (/** @type {number[]} */ [from, to]) =>
      from >= left && to <= right && !taken.some(([a, b], other) => other !== at && a < to && from < b);
    const side = isFree(after) ? "after" : isFree(before) ? "before" : null;
    if (!side) continue;
    sides[at] = side;
    taken.push(side === "after" ? after : before);
  }
  return sides;
}

/**
 * From where to where a name reaches.
 * @param {{x: number, wide: number}} mark
 * @param {"after" | "before"} side
 */
function spanOf({ x, wide }, side) {
  const [near, far] = [MARK_PX / 2, MARK_PX / 2 + NAME_GAP + wide];
  return side === "after" ? [x + near, x + far] : [x - far, x - near];
}

/** @type {(mark: {x: number, wide: number}, left: number, right: number) => "after" | "before"} */
const sideWithMoreRoom = (mark, left, right) =>
  spanOf(mark, "after")[1] <= right || right - mark.x >= mark.x - left ? "after" : "before";

export class Moments {
  #at = 0; // the one that Tab reaches
  /** @type {Moment | null} */
  #now = null;
  #near = -1; // the one at the day, or nearest to it
  #laid = { shown: /** @type {number[]} */ ([]), xs: /** @type {number[]} */ ([]), left: 0, right: 0 };

  /**
   * @param {Record} record
   * @param {Translate} t
   * @param {(day: number) => void} go
   * @param {HTMLElement} root where they stand
   */
  constructor(record, t, go, root) {
    this.record = record;
    this.go = go;
    this.all = momentsOf(record);
    this.buttons = this.all.map((moment, at) => this.#button(moment, at, t));
    root.setAttribute("role", "toolbar");
    root.setAttribute("aria-label", t("moment.label"));
    root.append(...this.buttons);
    root.addEventListener("keydown", (event) => this.#key(event));
    this.pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
    this.pen.font = FONT;
    this.wide = this.all.map(({ title }) => this.pen.measureText(title).width);
    this.#reach(0);
  }

  /**
   * Put the marks where their days are, with the names that have room.
   * @param {[number, number]} range
   * @param {(day: number) => number} xOf
   * @param {number} left
   * @param {number} right
   */
  place(range, xOf, left, right) {
    const shown = this.all.map((_, at) => at).filter((at) => this.#isIn(at, range));
    this.#laid = { shown, xs: shown.map((at) => xOf(this.all[at].first)), left, right };
    this.#write();
    if (shown.length && this.buttons[this.#at].hidden) this.#reach(shown[0]);
  }

  /** The marks where they are, with the names that have room, and that of the one nearest to the day. */
  #write() {
    const { shown, xs, left, right } = this.#laid;
    const marks = shown.map((at, i) => ({ x: xs[i], wide: this.wide[at], rank: this.all[at].rank }));
    const near = shown.indexOf(this.#near);
    const usual = namesWithRoom(marks, left, right);
    const sides = near < 0 || usual[near] ? usual : namesWithRoom(marks, left, right, near);
    this.buttons.forEach((button) => {
      button.hidden = true;
    });
    shown.forEach((at, i) => {
      const button = this.buttons[at];
      button.hidden = false;
      button.dataset.side = sides[i] ?? "none";
      button.classList.toggle("near", at === this.#near);
      button.style.setProperty("--room", `${sides[i] === "before" ? xs[i] - left : right - xs[i]}px`);
      button.style.transform = `translateX(${xs[i]}px)`;
      button.style.zIndex = String(at === this.#near ? 4 : 4 - this.all[at].rank);
    });
  }

  /**
   * The moment of a day; the most important where there are several.
   * @param {number} day
   */
  on(day) {
    const [found] = this.all.filter(({ first, last }) => first <= day && day <= last).sort((a, b) => a.rank - b.rank);
    return found ?? null;
  }

  /**
   * Mark the moment of the day, and write the name of the nearest.
   * @param {number} day
   */
  show(day) {
    const now = this.on(day);
    const near = now ? this.all.indexOf(now) : this.#nearest(day);
    if (near !== this.#near) {
      this.#near = near;
      this.#write();
    }
    if (now === this.#now) return;
    this.#now = now;
    this.buttons.forEach((button, at) => {
      button.classList.toggle("now", this.all[at] === now);
    });
  }

  /**
   * The one on show whose first day is nearest to a day; -1 where there is none.
   * @param {number} day
   */
  #nearest(day) {
    const away = (/** @type {number} */ at) => Math.abs(this.all[at].first - day);
    return this.#laid.shown.reduce((best, at) => (best < 0 || away(at) < away(best) ? at : best), -1);
  }

  /**
   * The day of the next moment after (or before) a day; the day itself when there is none.
   * @param {number} day
   * @param {1 | -1} direction
   */
  next(day, direction) {
    const days = this.all.map(({ first }) => first);
    return (direction > 0 ? days.find((other) => other > day) : days.findLast((other) => other < day)) ?? day;
  }

  /**
   * @param {number} at
   * @param {[number, number]} range
   */
  #isIn(at, [first, last]) {
    return this.all[at].first >= first && this.all[at].first <= last;
  }

  /**
   * @param {Moment} moment
   * @param {number} at
   * @param {Translate} t
   */
  #button(moment, at, t) {
    const click = () => {
      this.#reach(at);
      this.go(moment.first);
    };
    const words = momentWords(moment, this.record, t);
    return el(
      "button",
      {
        cls: "moment",
        attrs: { type: "button", title: words, "aria-label": words, tabindex: "-1" },
        on: { click },
      },
      el("span", { cls: "mark" }),
      el("span", { cls: "name", text: moment.title }),
    );
  }

  /** @param {number} at */
  #reach(at) {
    this.#at = at;
    this.buttons.forEach((button, other) => {
      button.tabIndex = other === at ? 0 : -1;
    });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    const shown = this.buttons.map((_, at) => at).filter((at) => !this.buttons[at].hidden);
    const next = shown[(shown.indexOf(this.#at) + way + shown.length) % shown.length];
    this.#reach(next);
    this.buttons[next].focus();
  }
}
