/** How many events each district has in a window that moves: kept up to date by what enters and what leaves. */

export const CLASSES = 5;
const NICE = [1, 2, 3, 5];

/**
 * Counts in a sliding window. `items` are columns of equal length, sorted by `start`: start and end (days), cell
 * (where it is counted), weight (how many events it stands for).
 */
export class Heat {
  #items;
  #byEnd;
  #pass;
  #begun = 0; // items that began by the window's last day
  #over = 0; // items, by their last day, that ended before its first

  #watched = 0; // of how many cells the largest count is kept
  #most = 0;

  constructor(items, cells, byEnd = null) {
    this.#items = items;
    this.#byEnd = byEnd ?? Uint32Array.from(items.start.keys());
    if (!byEnd && items.end !== items.start) this.#byEnd.sort((a, b) => items.end[a] - items.end[b]);
    this.counts = new Float64Array(cells);
    this.mosts = new Map(); // by length of window
  }

  /** Count only the items of which `pass` says 1. */
  filter(pass) {
    this.#pass = pass;
    [this.#begun, this.#over] = [0, 0];
    this.counts.fill(0);
    this.mosts.clear();
  }

  /** The counts of the items whose days touch first…last, by cell; the same array at each call. */
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

  #add(item, sign) {
    if (this.#pass && !this.#pass[item]) return;
    const cell = this.#items.cell[item];
    const count = (this.counts[cell] += sign * this.#items.weight[item]);
    if (count > this.#most && cell < this.#watched) this.#most = count;
  }

  /** The most that one of the first `cells` cells has on any day; `firstOf(day)` is the window's first day. */
  most(window, firstOf, days, cells) {
    if (!this.mosts.has(window)) {
      const walker = new Heat(this.#items, this.counts.length, this.#byEnd);
      walker.filter(this.#pass);
      walker.#watched = cells;
      for (let day = 0; day < days; day++) walker.show(firstOf(day), day); // what ends leaves first: no count is too high
      this.mosts.set(window, walker.#most);
    }
    return this.mosts.get(window);
  }
}

/** The least number of each class, from 1 on, for counts up to `most`: round numbers, growing by about the same factor. */
export function classLimits(most, classes = CLASSES) {
  if (most <= classes) return Array.from({ length: Math.max(1, most) }, (_, n) => n + 1);
  const limits = [1];
  for (let n = 1; n < classes; n++) limits.push(Math.max(limits.at(-1) + 1, rounded(most ** (n / classes))));
  return limits;
}

/** The number of the class of a count; -1 for none. */
export function classOf(count, limits) {
  return limits.findLastIndex((limit) => limit <= count);
}

/** The round number at or under a value: 1, 2, 3 or 5 times a power of ten. */
function rounded(value) {
  const unit = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return NICE.findLast((step) => step * unit <= value * (1 + 1e-9)) * unit;
}
