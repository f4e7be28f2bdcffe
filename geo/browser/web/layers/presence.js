/**
 * Where somebody is said to be present or absent, and by whom: lists of claimants, and events of the window as one
 * voice. In Python: `geo/queries/layers/presence_map.py`.
 */

import { PRESENCE_LEVELS } from "../engine/constants.js";
import { LAYER_STYLE, PRESENCE_LEVEL_OF } from "../engine/map_constants.js";
import { eventsOf } from "./presence_counts.js";

/** @import { ListedRow, PresenceOn, Shown, State, Voice } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

export const EVENTS = "events";

/**
 * Who is said to be where on the day on show, as strictly as is asked; the filters hold for events and for lists.
 * @param {Pick<Shown, "record" | "state">} shown
 * @returns {PresenceOn}
 */
export function presenceOn({ record, state }) {
  const actors = actorsOf(record, state);
  const oldest = state.day + 1 - LAYER_STYLE.listDays;
  const rows = lastLists(record, state, actors);
  /** @type {Voice[][]} */
  const voices = record.provinces.map(() => []);
  for (const { claimant, day, province, present } of rows.filter((row) => row.day >= oldest)) {
    const isKnown = voices[province].some((v) => v.claimant === claimant && v.day === day && v.present === present);
    if (!isKnown) voices[province].push({ claimant, day, present, count: 0 });
  }
  eventsOf(record, state, actors).forEach((count, province) => {
    if (count) voices[province].push({ claimant: EVENTS, day: state.day, present: true, count });
  });
  const old = rows.filter((row) => row.day < oldest).map(({ claimant, day }) => `${claimant} ${day}`);
  const outdated = [...new Set(old)].map((key) => {
    const [claimant, day] = key.split(" ");
    return { claimant, day: Number(day) };
  });
  return { actors, voices, outdated };
}

/**
 * How many name a province as one of presence, and how many say that there is none.
 * @param {PresenceOn} presence
 * @param {number} province
 */
export function countsOf({ voices }, province) {
  const named = voices[province].filter(({ present }) => present).length;
  return { named, denied: voices[province].length - named };
}

/**
 * Whose presence is shown: the chosen actors, otherwise all of whom a list speaks.
 * @param {Record} record
 * @param {State} state
 */
function actorsOf({ raw }, { actor }) {
  if (actor) return actor.split(",");
  const ids = Object.keys(raw.actors);
  return [...new Set(raw.presence.map((row) => ids[row[2]]))].sort();
}

/**
 * The rows of the last list of each kind of claimant and actor that level and filters let through, old ones too.
 * @param {Record} record
 * @param {State} state
 * @param {string[]} actors
 * @returns {ListedRow[]}
 */
function lastLists({ raw, provinces }, state, actors) {
  const ids = Object.keys(raw.actors);
  const { claimants, kinds } = raw.lists;
  const upTo = raw.presence.filter(([day]) => day <= state.day);
  /** @type {Map<string, number>} */
  const latest = new Map();
  for (const [day, claimant, actor] of upTo) {
    const key = `${claimant} ${actor}`;
    latest.set(key, Math.max(latest.get(key) ?? -Infinity, day));
  }
  const levels = PRESENCE_LEVELS.slice(0, PRESENCE_LEVELS.indexOf(state.presence) + 1);
  /** @type {(key: "area" | "claimant" | "kind", held: string[]) => boolean} */
  const isLet = (key, held) => !state[key] || state[key].split(",").some((value) => held.includes(value));
  const rows = upTo.filter(
    ([day, claimant, actor, province, , kind]) =>
      day === latest.get(`${claimant} ${actor}`) &&
      actors.includes(ids[actor]) &&
      levels.includes(PRESENCE_LEVEL_OF[claimants[claimant]]) &&
      isLet("area", [provinces[province].id]) &&
      isLet("claimant", [claimants[claimant]]) &&
      isLet(
        "kind",
        kind.map((number) => kinds[number]),
      ),
  );
  return rows
    .sort((a, b) => a[1] - b[1] || a[0] - b[0])
    .map(([day, claimant, , province, present]) => ({
      day,
      claimant: claimants[claimant],
      province,
      present: Boolean(present),
    }));
}
