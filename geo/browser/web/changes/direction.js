/**
 * Which way districts changed between two states: who gained, who lost, contested, or only no longer reported; Python's
 * twins are `geo/control/direction.py` and `geo/wording/change.py`.
 */

import { MAP_STYLE } from "../engine/map_constants.js";
import { heldBy } from "../wording/sentence.js";

/** @import { Change, ChangeDirection, ControlState, DirectedChange, MapMoment, Shown, State, Translate } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

const DISAGREED = "disagreed";
const OPEN = ["contested", "besieged", DISAGREED];

/**
 * The two states that a map sets against each other, in their order; null where it shows one only. Two days of one
 * perspective come in the order of time, but for the two maps of a page: those keep their own.
 * @param {State} state
 * @returns {[MapMoment, MapMoment] | null}
 */
export function momentsOf({ comparedMaps, day, perspective, since, sincePerspective }) {
  if (comparedMaps) return [comparedMaps.a, comparedMaps.b];
  if (since === null) return null;
  /** @type {[MapMoment, MapMoment]} */
  const both = [
    { day: since, perspective: sincePerspective ?? perspective },
    { day, perspective },
  ];
  return since > day ? [both[1], both[0]] : both;
}

/**
 * What differs between two states, with its direction: in the order of time; none between two views.
 * @param {Record} record
 * @param {[MapMoment, MapMoment]} moments
 * @returns {DirectedChange[]}
 */
export function directedChanges(record, [a, b]) {
  const changes = record.difference(a.day, b.day, b.perspective, a.perspective);
  if (a.perspective !== b.perspective) return changes.map((change) => ({ ...change, direction: betweenViews(change) }));
  const isBack = a.day > b.day;
  const [first, last] = isBack ? [b.day, a.day] : [a.day, b.day];
  const ended = endsBetween(record, first, last, a.perspective);
  return changes.map((change) => {
    const { before, after, district } = change;
    const [was, is] = isBack ? [after, before] : [before, after];
    return { ...change, direction: directionOf(was, is, ended.has(district)) };
  });
}

/**
 * @param {ControlState | null} before
 * @param {ControlState | null} after
 * @param {boolean} runsOut the earlier state is only no longer reported
 * @returns {ChangeDirection}
 */
export function directionOf(before, after, runsOut = false) {
  const [was, is] = [known(before), known(after)];
  if (was && (runsOut || !is))
    return { kind: "ended", side: was.controller, other: is?.controller ?? null, status: was.status };
  if (!is) return { kind: "ended", side: "unknown", other: null, status: "unknown" };
  if (OPEN.includes(is.status))
    return { kind: "contested", side: (was ?? is).controller, other: is.controller, status: is.status };
  if (was && (was.controller === is.controller || was.status === DISAGREED))
    return { kind: "settled", side: is.controller, other: null, status: was.status };
  return { kind: "gained", side: is.controller, other: was?.controller ?? null, status: is.status };
}

/**
 * @param {Change} change
 * @returns {ChangeDirection}
 */
function betweenViews({ before, after }) {
  const [one, other] = [known(before), known(after)];
  return {
    kind: "differs",
    side: other?.controller ?? "unknown",
    other: one?.controller ?? null,
    status: other?.status ?? "unknown",
  };
}

/** @param {ControlState | null} state */
const known = (state) => (state && state.controller !== "unknown" ? state : null);

/**
 * The districts whose later state only begins because the one before is no longer reported.
 * @param {Record} record
 * @param {number} first
 * @param {number} last
 * @param {MapMoment["perspective"]} perspective
 */
function endsBetween(record, first, last, perspective) {
  /** @type {Set<number>} */
  const found = new Set();
  for (const [day, rows] of record.raw.changes[perspective]) {
    if (day <= first || day > last) continue;
    for (const [district, , , runsOut] of rows) {
      if (runsOut) found.add(district);
      else found.delete(district);
    }
  }
  return found;
}

/**
 * 'Taliban gained, NRF lost'; of two views what each says.
 * @param {{record: Record, t: Translate}} shown
 * @param {DirectedChange} change
 */
export function changeWords({ record, t }, { direction, before, after }) {
  const { kind, side, other, status } = direction;
  if (kind === "differs")
    return t("change.differs", { before: stateWords(record, t, before), after: stateWords(record, t, after) });
  if (kind === "ended") return t("change.ended", { side: stateWords(record, t, { controller: side, status }) });
  const names = { side: record.actorName(side), other: other ? record.actorName(other) : "" };
  if (status === DISAGREED) return t(`change.disagreed.${kind}`, names);
  return t(kind === "gained" && !other ? "change.gained_first" : `change.${kind}`, names);
}

/**
 * 'Taliban, control'.
 * @param {Record} record
 * @param {Translate} t
 * @param {{controller: string, status: string} | null} state
 */
export function stateWords(record, t, state) {
  if (!state || state.controller === "unknown") return t("state.unknown");
  return heldBy(record, state, t);
}

/**
 * The side whose letter and ink stand for a change; null where nobody's do.
 * @param {ChangeDirection} direction
 */
export function signSide({ kind, side, status }) {
  if (kind === "contested" || kind === "differs") return null;
  return kind === "ended" && OPEN.includes(status) ? null : side;
}

/**
 * The sign of a change on a map: '+T' where the Taliban gained.
 * @param {Record} record
 * @param {ChangeDirection} direction
 */
export function changeTag(record, direction) {
  const { signs } = MAP_STYLE.change;
  const side = signSide(direction);
  const letter = side ? record.actorLetter(side) : "";
  const rest = direction.kind === "ended" && !side ? signs.contested : letter;
  return signs[direction.kind] + rest;
}

/**
 * What changed, put together where sign and words are the same; most districts first.
 * @param {Pick<Shown, "record" | "t">} shown
 * @param {DirectedChange[]} changes
 */
export function changeRows(shown, changes) {
  /** @type {Map<string, {text: string, tag: string, direction: ChangeDirection, count: number}>} */
  const rows = new Map();
  for (const change of changes) {
    const { direction } = change;
    const text = changeWords(shown, change);
    const row = rows.get(text) ?? { text, tag: changeTag(shown.record, direction), direction, count: 0 };
    row.count += 1;
    rows.set(text, row);
  }
  return [...rows.values()].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}
