/** Where a first or last day is only known to lie between two days. In Python: `geo/control/edges.py`. */

/** @import { ControlState, RecordPayload, RibbonSpan } from "../types.js" */

/**
 * The last day on which a state can have begun that is told since a day; null where no claim of it names a span.
 * @param {Pick<RecordPayload, "edges">} raw
 * @param {ControlState} state
 * @param {number} since
 */
export function begunBy({ edges }, state, since) {
  for (const id of state.claims) {
    const [from, latest] = edges?.[id] ?? [];
    if (from === since && latest != null) return latest;
  }
  return null;
}

/**
 * The spans of days in which the edges of a part of a row lie, first and last day of each.
 * @param {Pick<RecordPayload, "edges">} raw
 * @param {RibbonSpan} span
 * @returns {[number, number][]}
 */
export function edgesOf(raw, { first, last, state }) {
  if (!state) return [];
  const begun = begunBy(raw, state, first);
  /** @type {[number, number][]} */
  const found = begun === null ? [] : [[first, begun]];
  for (const id of state.claims) {
    const [, , to, latest] = raw.edges?.[id] ?? [];
    if (to === last + 1 && latest != null) found.push([to, latest]);
  }
  return found;
}

/**
 * The days within which an area may have changed hands already or not yet, first and last of each: what the record begins
 * with has changed from nothing that is known.
 * @param {Pick<RecordPayload, "edges">} raw
 * @param {ControlState[]} states
 * @param {number[]} numbers first day, state, since, first day, …
 * @returns {[number, number][]}
 */
export function changingDays(raw, states, numbers) {
  /** @type {[number, number][]} */
  const found = [];
  for (let at = 3; at < numbers.length; at += 3) {
    const [first, number, since] = numbers.slice(at, at + 3);
    if (first !== since) continue;
    const begun = states[number] ? begunBy(raw, states[number], since) : null;
    if (begun !== null) found.push([first, begun]);
    for (const id of states[numbers[at - 2]]?.claims ?? []) {
      const [, , to, latest] = raw.edges?.[id] ?? [];
      if (to === first && latest != null) found.push([first, latest]);
    }
  }
  return found;
}
