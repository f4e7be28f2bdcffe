/** Filters of events: which values of which property are let through, and how many events each value has. */

import { FILTER_KEYS } from "./constants.js";

/** @import { Choices, Events, FilterKey, RecordPayload } from "../types.js" */

/** @typedef {(event: number) => string[]} ValuesOf the values that an event has, as names */

const KEYS = /** @type {FilterKey[]} */ (FILTER_KEYS);

/** Filters over the events of a record, by the keys of the address. */
export class EventFilter {
  /** @type {FilterKey[]} */
  active = []; // the keys of which something is chosen
  hidden = 0; // how many events are not let through
  turn = 0; // grows with each choice, for those who keep what they counted

  /**
   * @param {Events} events
   * @param {RecordPayload} raw
   */
  constructor(events, raw) {
    this.pass = new Uint8Array(events.start.length).fill(1);
    this.valuesOf = valuesOf(events, raw);
    this.all = allValues(events, raw);
  }

  /**
   * Let only what these choices name through: {type: 'battles,explosions', …}; nothing chosen lets all through.
   * @param {Choices} choices
   */
  choose(choices) {
    this.turn += 1;
    this.active = KEYS.filter((key) => choices[key]);
    const isWanted = this.#test(this.active, choices);
    this.hidden = 0;
    for (let i = 0; i < this.pass.length; i++) {
      this.pass[i] = isWanted(i) ? 1 : 0;
      if (!this.pass[i]) this.hidden += 1;
    }
  }

  /**
   * For each value of a key: how many of these events would have it, all other filters staying as they are.
   * @param {FilterKey} key
   * @param {Choices} choices
   * @param {Iterable<number>} numbers
   */
  counts(key, choices, numbers) {
    const isWanted = this.#test(
      KEYS.filter((other) => other !== key && choices[other]),
      choices,
    );
    const counts = new Map(this.all[key].map((value) => [value, 0]));
    for (const i of numbers) {
      if (!isWanted(i)) continue;
      for (const value of this.valuesOf[key](i)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  }

  /**
   * Values that any event of the record has, in their order.
   * @param {FilterKey} key
   */
  options(key) {
    const used = new Set(Array.from(this.pass, (_, i) => this.valuesOf[key](i)).flat());
    return this.all[key].filter((value) => used.has(value));
  }

  /**
   * Whether an event has one of the chosen values of each of these keys.
   * @param {FilterKey[]} keys
   * @param {Choices} choices
   * @returns {(event: number) => boolean}
   */
  #test(keys, choices) {
    const sets = keys.map((key) => ({ values: this.valuesOf[key], chosen: new Set(choices[key]?.split(",")) }));
    return (i) => sets.every(({ values, chosen }) => values(i).some((value) => chosen.has(value)));
  }
}

/**
 * @param {Events} events
 * @param {RecordPayload} raw
 * @returns {{[key in FilterKey]: ValuesOf}}
 */
function valuesOf(events, raw) {
  const actors = Object.keys(raw.actors);
  const { claimants, kinds } = raw.lists;
  return {
    type: (i) => [events.typeNames[events.type[i]]],
    grade: (i) => [events.verificationNames[events.verification[i]]],
    actor: (i) => events.actors[i].map((n) => actors[n]),
    area: (i) => (events.province[i] < 0 ? [] : [raw.provinces[events.province[i]][0]]),
    precision: (i) => [String(events.where[i])],
    claimant: (i) => events.claimants[i].map((n) => claimants[n]),
    kind: (i) => events.kinds[i].map((n) => kinds[n]),
  };
}

/**
 * @param {Events} events
 * @param {RecordPayload} raw
 * @returns {{[key in FilterKey]: string[]}}
 */
function allValues(events, raw) {
  return {
    type: events.typeNames,
    grade: events.verificationNames,
    actor: Object.keys(raw.actors),
    area: raw.provinces.map(([id]) => id),
    precision: raw.lists.precisions.map(String),
    claimant: raw.lists.claimants,
    kind: raw.lists.kinds,
  };
}

/**
 * A choice with a value put in or taken out, in the order of the options; null when nothing is chosen.
 * @param {string | null | undefined} choice
 * @param {string} value
 * @param {string[]} options
 */
export function toggled(choice, value, options) {
  const chosen = new Set(choice ? choice.split(",") : []);
  if (!chosen.delete(value)) chosen.add(value);
  return options.filter((option) => chosen.has(option)).join(",") || null;
}
