/** The record in the browser: which state on a day, which events in a window, what changed when. */

import { NamedRecord } from "./named_record.js";
import { lastAtOrBefore, spanAt } from "./sorted.js";

/** @import { Change, Control, ControlState, Group, OtherClaim, OtherClaimRow, Perspective, RecordPayload, StateRow, Zone, ZoneOnDay } from "../types.js" */

export class Record extends NamedRecord {
  /** @type {Map<string, Control>} */
  #controls = new Map();

  /** @param {RecordPayload} raw */
  constructor(raw) {
    super(raw);
    this.version = raw.version;
    this.states = raw.states.map(readState);
    this.turning = turningDays(raw.groups);
    /** By another definition there is one answer, whoever speaks. @type {{perspective?: Perspective}} */
    this.only = raw.definition ? { perspective: "assessed" } : {};
  }

  /**
   * The state number and first day of the state of every district.
   * @param {number} day
   * @param {Perspective} perspective
   * @returns {Control}
   */
  control(day, perspective) {
    const turn = lastAtOrBefore(this.turning[perspective], day);
    const key = `${perspective} ${turn}`;
    const known = this.#controls.get(key);
    if (known) return known;
    const control = this.#control(day, perspective);
    this.#controls.set(key, control);
    return control;
  }

  /**
   * @param {number} day
   * @param {Perspective} perspective
   */
  #control(day, perspective) {
    const spans = this.raw.intervals[perspective];
    const state = new Int16Array(spans.length).fill(-1);
    const since = new Int32Array(spans.length);
    spans.forEach((span, number) => {
      const at = spanAt(span, day);
      if (at >= 0) [state[number], since[number]] = [span[at + 1], span[at + 2]];
    });
    return { state, since };
  }

  /**
   * The named places with a state of their own on a day.
   * @param {number} day
   * @param {Perspective} perspective
   */
  zonesOn(day, perspective) {
    /** @type {ZoneOnDay[]} */
    const found = [];
    for (const zone of this.zones) {
      const span = zone.intervals[perspective];
      const at = spanAt(span, day);
      if (at >= 0 && span[at + 1] >= 0) found.push({ zone, state: this.states[span[at + 1]], since: span[at + 2] });
    }
    return found;
  }

  /**
   * The state of a named place on a day, as `states` has it; null when nobody says anything of it.
   * @param {Zone} zone
   * @param {number} day
   * @param {Perspective} perspective
   */
  zoneState(zone, day, perspective) {
    const span = zone.intervals[perspective];
    const at = spanAt(span, day);
    return at < 0 ? null : (this.states[span[at + 1]] ?? null);
  }

  /**
   * Who tells a state: the kinds of claimants of its claims, each once.
   * @param {ControlState} state
   */
  claimantsOf(state) {
    return [...new Set(state.claims.map((id) => this.raw.lists.claimants[this.raw.claimants[id]]))].filter(Boolean);
  }

  /**
   * What differs from the base on a day.
   * @param {number} day
   * @param {Perspective} perspective
   * @returns {Group[]}
   */
  groups(day, perspective) {
    const list = this.raw.groups[perspective];
    const turn = lastAtOrBefore(this.turning[perspective], day);
    if (turn < 0) return [];
    return list[turn][1].map(([province, state, whole, ...districts]) => ({
      province,
      state: this.states[state],
      whole: Boolean(whole),
      districts,
    }));
  }

  /**
   * The districts whose holder or status differs between two days (or two perspectives).
   * @param {number} first
   * @param {number} second
   * @param {Perspective} perspective
   * @param {Perspective} firstPerspective
   */
  difference(first, second, perspective, firstPerspective = perspective) {
    const [was, is] = [this.control(first, firstPerspective).state, this.control(second, perspective).state];
    /** @type {Change[]} */
    const found = [];
    was.forEach((number, district) => {
      const change = this.#change(district, number, is[district]);
      const { before, after } = change;
      if (before?.controller !== after?.controller || before?.status !== after?.status) found.push(change);
    });
    return found;
  }

  /**
   * What changed on a day; `runsOut` where a state is only no longer reported.
   * @param {number} day
   * @param {Perspective} perspective
   */
  changesOn(day, perspective) {
    const found = this.raw.changes[perspective].find(([changed]) => changed === day);
    return (found?.[1] ?? []).map(([district, before, after, runsOut]) => ({
      ...this.#change(district, before, after),
      runsOut: Boolean(runsOut),
    }));
  }

  /**
   * @param {number} district
   * @param {number} before number of the state
   * @param {number} after
   * @returns {Change}
   */
  #change(district, before, after) {
    return { district, before: this.states[before] ?? null, after: this.states[after] ?? null };
  }

  /**
   * The days on which control changes, and in how many districts.
   * @param {Perspective} perspective
   */
  changeDays(perspective) {
    return this.#daysOf(perspective, 0);
  }

  /**
   * The days from which a state is only no longer reported, and in how many districts.
   * @param {Perspective} perspective
   */
  endDays(perspective) {
    return this.#daysOf(perspective, 1);
  }

  /**
   * @param {Perspective} perspective
   * @param {0 | 1} runsOut
   */
  #daysOf(perspective, runsOut) {
    return this.raw.changes[perspective]
      .map(([day, rows]) => ({ day, count: rows.filter((row) => row[3] === runsOut).length }))
      .filter(({ count }) => count > 0);
  }

  /**
   * The nearest day after (or before) a day on which control changes; the day itself when there is none.
   * @param {number} day
   * @param {1 | -1} direction
   * @param {Perspective} perspective
   */
  nextChangeDay(day, direction, perspective) {
    const days = this.changeDays(perspective).map((change) => change.day);
    return (direction > 0 ? days.find((other) => other > day) : days.findLast((other) => other < day)) ?? day;
  }
}

/**
 * By perspective the days on which what differs from the base changes.
 * @param {RecordPayload["groups"]} groups
 * @returns {{[key in Perspective]: number[]}}
 */
function turningDays({ assessed, nrf, taliban, both }) {
  /** @param {[number, number[][]][]} list */
  const days = (list) => list.map(([day]) => day);
  return { assessed: days(assessed), nrf: days(nrf), taliban: days(taliban), both: days(both) };
}

/**
 * @param {StateRow} row
 * @returns {ControlState}
 */
function readState([controller, status, basis, certainty, lastConfirmed, claims, toldBy, partial, disputed, active]) {
  return {
    controller,
    status,
    basis,
    certainty,
    lastConfirmed,
    claims,
    toldBy,
    partial: Boolean(partial),
    disputed: disputed.map(readClaim),
    active: active.map(readClaim),
  };
}

/**
 * @param {OtherClaimRow} row
 * @returns {OtherClaim}
 */
function readClaim([claim, controller, status, claimant, certainty]) {
  return { claim, controller, status, claimant, certainty };
}
