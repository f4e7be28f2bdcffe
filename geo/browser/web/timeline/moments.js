/** The named moments over the axis: a mark each, with its name where there is room, the most important first. */

import { el } from "../engine/elements.js";
import { shortDate } from "../engine/text.js";

/** @import { Moment, Translate } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

const MARK_PX = 9;
const NAME_GAP = 5;
const FONT = "500 11px system-ui, sans-serif";

/**
 * The moments of a record, by day.
 * @param {Record} record
 * @returns {Moment[]}
 */
export function momentsOf(record) {
  return record.raw.moments.map(([first, last, title, rank, claimant, events]) => ({
    first,
    last,
    title,
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
  const days = [first, last].map((day) => shortDate(record.iso(day)));
  const when = first === last ? days[0] : t("moment.days", { first: days[0], last: days[1] });
  const told = t("moment.told", { title, when });
  return claimant ? t("moment.claimed", { told, who: t(`claimant.${claimant}`) }) : told;
}

/**
 * Which moments have their name written, and on which side of their mark: none lies over a mark or another name.
 * @param {{x: number, wide: number, rank: number}[]} marks by x
 * @param {number} left
 * @param {number} right
 * @returns {("after" | "before" | null)[]}
 */
export function namesWithRoom(marks, left, right) {
  /** @type {("after" | "before" | null)[]} */
  const sides = marks.map(() => null);
  const taken = marks.map(({ x }) => [x - MARK_PX / 2, x + MARK_PX / 2]);
  const order = marks.map((_, at) => at).sort((a, b) => marks[a].rank - marks[b].rank || a - b);
  for (const at of order) {
    const { x, wide } = marks[at];
    const after = [x + MARK_PX / 2, x + MARK_PX / 2 + NAME_GAP + wide];
    const before = [x - MARK_PX / 2 - NAME_GAP - wide, x - MARK_PX / 2];
    const isFree = (/** @type {number[]} */ [from, to]) =>
      from >= left && to <= right && !taken.some(([a, b], other) => other !== at && a < to && from < b);
    const side = isFree(after) ? "after" : isFree(before) ? "before" : null;
    if (!side) continue;
    sides[at] = side;
    taken.push(side === "after" ? after : before);
  }
  return sides;
}

export class Moments {
  #at = 0; // the one that Tab reaches
  /** @type {Moment | null} */
  #now = null;

  /**
   * @param {Record} record
   * @param {Translate} t
   * @param {(day: number) => void} go
   */
  constructor(record, t, go) {
    this.record = record;
    this.go = go;
    this.all = momentsOf(record);
    this.buttons = this.all.map((moment, at) => this.#button(moment, at, t));
    this.root = el(
      "div",
      { cls: "moments", attrs: { role: "toolbar", "aria-label": t("moment.label") } },
      ...this.buttons,
    );
    this.root.hidden = !this.all.length;
    this.root.addEventListener("keydown", (event) => this.#key(event));
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
    const marks = shown.map((at) => ({ x: xOf(this.all[at].first), wide: this.wide[at], rank: this.all[at].rank }));
    const sides = namesWithRoom(marks, left, right);
    this.buttons.forEach((button) => {
      button.hidden = true;
    });
    shown.forEach((at, i) => {
      const button = this.buttons[at];
      button.hidden = false;
      button.dataset.side = sides[i] ?? "none";
      button.style.transform = `translateX(${marks[i].x}px)`;
      button.style.zIndex = String(4 - this.all[at].rank);
    });
    if (shown.length && this.buttons[this.#at].hidden) this.#reach(shown[0]);
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
   * Mark the moment of the day.
   * @param {number} day
   */
  show(day) {
    const now = this.on(day);
    if (now === this.#now) return;
    this.#now = now;
    this.buttons.forEach((button, at) => {
      button.classList.toggle("now", this.all[at] === now);
    });
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
