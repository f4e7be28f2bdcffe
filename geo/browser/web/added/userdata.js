/**
 * What a reader added, beside our record: held by the store in this page only, and no part of the view, so it is never
 * in the address and never told to the server.
 */

import { MAX_SYMBOLS } from "../engine/event_index.js";
import { World } from "./points.js";

/** @import { Choices, PackedUserData, State, UserCard, UserColumns, UserCounts, UserWindow } from "../types.js" */
/** @import { Store } from "../store/store.js" */

export class UserData {
  #store;
  /** @type {{day: number, window: string, found: UserWindow} | null} */
  #seen = null;
  /** @type {World | null} */
  world = null;
  /** @type {string | null} */
  token = null;
  hidden = false;
  selected = -1;
  /** @type {() => void} */
  remove = () => {};
  /** The cards' texts by the event's number; unpacked when first asked for. */
  cards = async () => /** @type {UserCard[]} */ ([]);

  /** @param {Store} store */
  constructor(store) {
    this.#store = store;
  }

  /**
   * Take the files, and a token that stands for them.
   * @param {PackedUserData} packed
   * @param {() => void} [remove] asks the server to forget them
   */
  use(packed, remove = () => {}) {
    return this.#store.outstanding.during("the reader's own data", this.#unpack(packed, remove));
  }

  /**
   * @param {PackedUserData} packed
   * @param {() => void} remove
   */
  async #unpack({ columns, cards, counts, token }, remove) {
    this.token = token;
    await this.#store.loaded;
    const [events, counted] = await Promise.all([unpacked(columns), unpacked(counts)]);
    if (this.token !== token) return; // something newer came meanwhile
    this.selected = -1;
    this.remove = remove;
    this.cards = once(() => unpacked(cards));
    this.world = new World(
      this.#store.record,
      /** @type {UserColumns | null} */ (events),
      /** @type {UserCounts[]} */ (counted),
    );
    this.choose(this.#store.state ?? {});
    this.#store.tell("userData");
  }

  /** Forget it all. */
  clear() {
    [this.world, this.token, this.#seen] = [null, null, null];
    [this.hidden, this.selected] = [false, -1];
    this.remove = () => {};
    this.#store.tell("userData");
  }

  /** @param {Choices} choices */
  choose(choices) {
    this.world?.choose(choices);
    this.#seen = null;
  }

  /**
   * Show or hide it on map and timeline.
   * @param {boolean} hidden
   */
  hide(hidden) {
    this.hidden = hidden;
    this.#store.tell("userData");
  }

  /**
   * Open the card of an event by its number; -1 closes it.
   * @param {number} number
   */
  select(number) {
    if (number === this.selected) return;
    this.selected = number;
    this.#store.tell("userData");
  }

  /**
   * What of it lies in the window; null when there is nothing or it is hidden.
   * @param {Pick<State, "day" | "window">} state
   * @returns {UserWindow | null}
   */
  inWindow({ day, window }) {
    const { world } = this;
    if (!world || this.hidden) return null;
    if (this.#seen?.day === day && this.#seen.window === window) return this.#seen.found;
    const { record } = world;
    const first = record.windowStart(day, window);
    const many = record.mostEventsIn(first, day) > MAX_SYMBOLS;
    const inWindow = world.at(day, window, many);
    const numbers = once(() => record.eventsIn(first, day));
    const total = inWindow.counts.reduce((all, one) => all + one, many ? 0 : numbers().length);
    const found = { ...inWindow, many, choropleth: many || world.hasCounts, numbers, total };
    this.#seen = { day, window, found };
    return found;
  }
}

/**
 * A function whose answer is worked out at most once.
 * @template T
 * @param {() => T} work
 */
function once(work) {
  /** @type {{answer: T} | undefined} */
  let made;
  return () => {
    made ??= { answer: work() };
    return made.answer;
  };
}

/**
 * The JSON that was gzipped and put into base64.
 * @param {string} text
 */
async function unpacked(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const body = /** @type {ReadableStream} */ (new Response(bytes).body);
  return new Response(body.pipeThrough(new DecompressionStream("gzip"))).json();
}
