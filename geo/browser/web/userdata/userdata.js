/**
 * What a reader added, beside our record: held by the conductor in this page only, and no part of the view, so it
 * is never in the address and never told to the server.
 */

import { MOST_SYMBOLS } from "../map/events.js";
import { World } from "./points.js";

export class Own {
  #replay;
  #seen = null;

  constructor(replay) {
    this.#replay = replay;
    this.clear();
  }

  /** Take {columns, cards, counts} (each gzipped JSON in base64) and a token that stands for them. */
  use(packed) {
    return this.#replay.outstanding.during("the reader's own data", this.#unpack(packed));
  }

  async #unpack({ columns, cards, counts, token, remove }) {
    this.token = token;
    await this.#replay.loaded;
    const [events, counted] = await Promise.all([unpacked(columns), unpacked(counts)]);
    if (this.token !== token) return; // something newer came meanwhile
    this.selected = -1;
    this.remove = remove;
    this.cards = once(() => unpacked(cards));
    this.world = new World(this.#replay.record, events, counted);
    this.choose(this.#replay.state ?? {});
    this.#replay.tell("own");
  }

  /** Forget it all. */
  clear() {
    Object.assign(this, { world: null, token: null, hidden: false, selected: -1, remove: () => {} });
    this.#seen = null;
    if (this.#replay.state) this.#replay.tell("own");
  }

  choose(state) {
    this.world?.choose(state);
    this.#seen = null;
  }

  /** Show or hide it on map and timeline. */
  hide(hidden) {
    this.hidden = hidden;
    this.#replay.tell("own");
  }

  /** Open the card of an event by its number; -1 closes it. */
  select(number) {
    if (number === this.selected) return;
    this.selected = number;
    this.#replay.tell("own");
  }

  /**
   * What of it lies in the window: {first, last, many (too many to be drawn one by one), counts (by district, then
   * province, then not on the map), numbers() of the events, total}; null when there is nothing or it is hidden.
   */
  inWindow({ day, window }) {
    const { world } = this;
    if (!world || this.hidden) return null;
    if (this.#seen?.day === day && this.#seen.window === window) return this.#seen.found;
    const { record } = world;
    const first = record.windowStart(day, window);
    const many = record.mostEventsIn(first, day) > MOST_SYMBOLS;
    const found = { ...world.at(day, window, many), many, heat: many || world.hasCounts };
    found.numbers = once(() => record.eventsIn(first, day));
    found.total = found.counts.reduce((all, one) => all + one, many ? 0 : found.numbers().length);
    this.#seen = { day, window, found };
    return found;
  }
}

/** A function whose answer is worked out at most once. */
function once(work) {
  let made;
  return () => (made ??= work());
}

/** The JSON that was gzipped and put into base64. */
async function unpacked(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Response(new Response(bytes).body.pipeThrough(new DecompressionStream("gzip"))).json();
}
