/** How many events each district has in a window that moves: kept up to date by what enters and what leaves. */

/** @import { Items } from "../types.js" */

/**
 * Items that count once each.
 * @param {Omit<Items, "weight">} items
 * @returns {Items}
 */
export const once = (items) => ({ ...items, weight: new Float64Array(items.start.length).fill(1) });

/** Counts of items in a sliding window, by the cell that each is counted in. */
export class WindowCounts {
  #items;
  #byEnd;
  /** @type {ArrayLike<number> | undefined} */
  #pass;
  #begun = 0; // items that began by the window's last day
  #over = 0; // items, by their last day, that ended before its first

  #watched = 0; // of how many cells the largest count is kept
  #largest = 0;

  /**
   * @param {Items} items
   * @param {number} cells
   * @param {Uint32Array | null} byEnd the items in order of their last day, where that is known already
   */
  constructor(items, cells, byEnd = null) {
    this.#items = items;
    this.#byEnd = byEnd ?? Uint32Array.from(items.start.keys());
    if (!byEnd && items.end !== items.start) this.#byEnd.sort((a, b) => items.end[a] - items.end[b]);
    this.counts = new Float64Array(cells);
    /** @type {Map<string, number>} */
    this.largest = new Map(); // by length of window
  }

  /**
   * Count only the items of which `pass` says 1.
   * @param {ArrayLike<number> | undefined} pass
   */
  filter(pass) {
    this.#pass = pass;
    [this.#begun, this.#over] = [0, 0];
    this.counts.fill(0);
    this.largest.clear();
  }

  /**
   * The counts of the items whose days touch first…last, by cell; the same array at each call.
   * @param {number} first
   * @param {number} last
   */
  show(first, last) {
    const { start, end } = this.#items;
    const { length } = start;
    const by = this.#byEnd;
    while (this.#over < length && end[by[this.#over]] < first) this.#add(by[this.#over++], -1);
    while (this.#over > 0 && end[by[this.#over - 1]] >= first) this.#add(by[--this.#over], 1);
    while (this.#begun < length && start[this.#begun] <= last) this.#add(this.#begun++, 1);
    while (this.#begun > 0 && start[this.#begun - 1] > last) this.#add(--this.#begun, -1);
    return this.counts;
  }

  /**
   * @param {number} item
   * @param {1 | -1} sign
   */
  #add(item, sign) {
    if (this.#pass && !this.#pass[item]) return;
    const cell = this.#items.cell[item];
    this.counts[cell] += sign * this.#items.weight[item];
    if (this.counts[cell] > this.#largest && cell < this.#watched) this.#largest = this.counts[cell];
  }

  /**
   * The most that one of the first `cells` cells has on any day; `firstOf(day)` is the window's first day.
   * @param {string} window
   * @param {(day: number) => number} firstOf
   * @param {number} days
   * @param {number} cells
   */
  most(window, firstOf, days, cells) {
    const known = this.largest.get(window);
    if (known !== undefined) return known;
    const walker = new WindowCounts(this.#items, this.counts.length, this.#byEnd);
    walker.filter(this.#pass);
    walker.#watched = cells;
    for (let day = 0; day < days; day++) walker.show(firstOf(day), day); // what ends leaves first: no count is too high
    this.largest.set(window, walker.#largest);
    return walker.#largest;
  }
}
