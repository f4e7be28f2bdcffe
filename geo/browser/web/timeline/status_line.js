/**
 * What is said aloud to those who hear the page: one line, silent while days pass by, once when all stands still. The view in
 * at most 40 words; how many were found; what has opened.
 */

import { FILTER_KEYS } from "../engine/constants.js";
import { plainDate } from "../engine/dates.js";
import { el } from "../engine/elements.js";
import { leadSentence } from "../wording/sentence.js";

/** @import { Shown, State } from "../types.js" */
/** @import { Store } from "../store/store.js" */

const REST_MS = 600; // a key that is held down comes more often
const MOST_WORDS = 40;
const VIEWED = /** @type {(keyof State)[]} */ (["day", "perspective", "layer"]);
const COUNTED = /** @type {(keyof State)[]} */ (["window", ...FILTER_KEYS]);

export class StatusLine {
  /** @type {Map<string, string>} the last words of each topic that were not said yet */
  #waiting = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {{view: string, count: string} | null} what was looked at last; what a page opens with is read, not said */
  #last = null;

  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    this.root = el("p", { cls: "spoken", attrs: { role: "status" } });
    store.say = (words, topic) => this.#say(words, topic);
  }

  /** @param {State} state */
  draw(state) {
    const before = this.#last;
    this.#last = { view: valuesOf(state, VIEWED), count: valuesOf(state, COUNTED) };
    if (!before) return;
    if (before.view !== this.#last.view) this.#say("", "view");
    else if (before.count !== this.#last.count) this.#say("", "count");
  }

  /**
   * What is said of a state, for tests.
   * @param {Partial<State>} state
   */
  inShort(state) {
    const { record, t, state: now } = this.store;
    return viewInShort({ record, t, state: { ...now, ...state } });
  }

  remove() {
    clearTimeout(this.#timer);
    this.store.say = () => {};
  }

  /**
   * @param {string} words
   * @param {string} topic
   */
  #say(words, topic) {
    this.#waiting.set(topic, words);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#speak(), REST_MS);
  }

  #speak() {
    const { store } = this;
    if (store.moving || store.player?.playing) {
      this.#timer = setTimeout(() => this.#speak(), REST_MS);
      return;
    }
    if (this.#waiting.has("view")) this.#waiting.set("view", viewInShort(store));
    if (this.#waiting.has("count")) this.#waiting.set("count", countInShort(store));
    this.root.textContent = [...this.#waiting.values()].filter(Boolean).join(" ");
    this.#waiting.clear();
  }
}

/**
 * What the map shows, in at most 40 words.
 * @param {Shown} shown
 */
export function viewInShort(shown) {
  const { record, state, t } = shown;
  const day = plainDate(record.iso(state.day));
  const isControl = !state.layer || state.layer === "control";
  const lead = isControl ? leadSentence(shown) : t("status.layer", { day, layer: t(`layer.${state.layer}`) });
  const whole = `${lead} ${countInShort(shown)}`;
  return whole.split(" ").length > MOST_WORDS ? lead : whole;
}

/**
 * @param {State} state
 * @param {(keyof State)[]} keys
 */
const valuesOf = (state, keys) => JSON.stringify(keys.map((key) => state[key] ?? null));

/** @param {Shown} shown */
function countInShort({ record, state, t }) {
  const count = record.eventsIn(record.windowStart(state.day, state.window), state.day).length;
  return t(`panel.events.${state.window}`, { count });
}
