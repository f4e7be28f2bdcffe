/** Filters of events: which values of which property are let through, and how many events each value has. */

import { FILTER_KEYS } from "./constants.js";

/** Filters over the events of a record: each key of the address finds the values of an event (by number) as names. */
export function eventFilter(events, raw) {
  const actors = Object.keys(raw.actors);
  const provinces = raw.provinces.map(([id]) => id);
  const valuesOf = {
    type: (i) => [events.typeNames[events.type[i]]],
    grade: (i) => [events.verificationNames[events.verification[i]]],
    actor: (i) => events.actors[i].map((n) => actors[n]),
    area: (i) => (events.province[i] < 0 ? [] : [provinces[events.province[i]]]),
    precision: (i) => [String(events.where[i])],
    claimant: (i) => events.claimants[i].map((n) => raw.lists.claimants[n]),
    kind: (i) => events.kinds[i].map((n) => raw.lists.kinds[n]),
  };
  const all = {
    type: events.typeNames,
    grade: events.verificationNames,
    actor: actors,
    area: provinces,
    precision: raw.lists.precisions.map(String),
    claimant: raw.lists.claimants,
    kind: raw.lists.kinds,
  };
  const filter = { pass: new Uint8Array(events.id.length).fill(1), active: [], hidden: 0 };

  /** Let only what these choices name through: {type: 'battles,explosions', …}; nothing chosen lets all through. */
  filter.choose = (choices) => {
    filter.active = FILTER_KEYS.filter((key) => choices[key]);
    const sets = filter.active.map((key) => [valuesOf[key], new Set(choices[key].split(","))]);
    for (let i = 0; i < filter.pass.length; i++) {
      filter.pass[i] = sets.every(([values, chosen]) => values(i).some((value) => chosen.has(value))) ? 1 : 0;
    }
    filter.hidden = filter.pass.length - filter.pass.reduce((sum, one) => sum + one, 0);
  };

  /** For each value of a key: how many of these events would have it, all other filters staying as they are. */
  filter.counts = (key, choices, numbers) => {
    const others = FILTER_KEYS.filter((other) => other !== key && choices[other]).map((other) => [
      valuesOf[other],
      new Set(choices[other].split(",")),
    ]);
    const counts = new Map(all[key].map((value) => [value, 0]));
    for (const i of numbers) {
      if (!others.every(([values, chosen]) => values(i).some((value) => chosen.has(value)))) continue;
      for (const value of valuesOf[key](i)) counts.set(value, counts.get(value) + 1);
    }
    return counts;
  };

  /** Values that any event of the record has, in their order. */
  filter.options = (key) => {
    const used = new Set(events.id.flatMap((_, i) => valuesOf[key](i)));
    return all[key].filter((value) => used.has(value));
  };

  return filter;
}

/** A choice with a value put in or taken out, in the order of the options; null when nothing is chosen. */
export function toggled(choice, value, options) {
  const chosen = new Set(choice ? choice.split(",") : []);
  if (!chosen.delete(value)) chosen.add(value);
  return options.filter((option) => chosen.has(option)).join(",") || null;
}
