/** Layers of activity and presence on the tiny record, and where their numbers stand. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Record } from "../../geo/browser/web/engine/record.js";
import { activityOn, changeOf, countedOf } from "../../geo/browser/web/layers/activity.js";
import { placed } from "../../geo/browser/web/layers/numbers.js";
import { activityPlan, planOn } from "../../geo/browser/web/layers/plan.js";
import { presenceOn } from "../../geo/browser/web/layers/presence.js";
import { isShaded } from "../../geo/browser/web/layers/shaded.js";
import { tellersOn } from "../../geo/browser/web/layers/tellers.js";
import { payload, tinyRecord } from "./tiny_record.js";

const STATE = { day: 41, window: "all", layer: "activity", presence: "claims" };
const on = (record, change = {}) => ({ record, state: { ...STATE, ...change } });
/** The events that are counted in the window on show, one by one. */
const countedEvents = ({ record, state }) =>
  record.eventsIn(record.windowStart(state.day, state.window), state.day).filter((i) => countedOf(record, state)[i]);

test("districts hold what is known so well, provinces the rest", () => {
  const record = tinyRecord();
  const found = activityOn(on(record));
  assert.deepEqual(found.districts, [1, 1, 2]);
  assert.deepEqual(found.provinces, [0, 0]);
  assert.deepEqual(found.totals, [2, 2]);
  assert.equal(found.count, 4);
  assert.equal(countedEvents(on(record)).length, 4); // no protest
});

test("a step back takes out what had entered, and filters count anew", () => {
  const record = tinyRecord();
  for (const day of [41, 0, 20, 39, 41]) {
    const { count } = activityOn(on(record, { day, window: "7" }));
    assert.equal(count, countedEvents(on(record, { day, window: "7" })).length, `day ${day}`);
  }
  const state = { ...STATE, area: "AF-TWO" };
  record.filter.choose(state);
  assert.deepEqual(activityOn({ record, state }).totals, [0, 2]);
  record.filter.choose({});
  assert.deepEqual(activityOn(on(record)).totals, [2, 2]);
});

test("who tells of them is counted for the same events, whichever way one steps", () => {
  const record = tinyRecord();
  const { verification, kinds } = record.events;
  for (const [day, window] of [
    [41, "all"],
    [0, "7"],
    [20, "7"],
    [39, "all"],
    [9, "7"],
    [41, "7"],
  ]) {
    const numbers = countedEvents(on(record, { day, window }));
    const found = tellersOn(on(record, { day, window }));
    assert.deepEqual(
      found.grades,
      found.grades.map((_, grade) => numbers.filter((i) => verification[i] === grade).length),
    );
    assert.deepEqual(
      found.kinds,
      found.kinds.map((_, kind) => numbers.filter((i) => kinds[i].includes(kind)).length),
    );
  }
});

test("protests count when they are chosen, in their province", () => {
  const record = tinyRecord();
  const state = { ...STATE, type: "protests" };
  record.filter.choose(state);
  assert.deepEqual(activityOn({ record, state }).provinces, [0, 1]);
  assert.equal(activityPlan(activityOn({ record, state })).provinces[1].lines, "coarse");
});

test("the window before is compared only where it lies whole in the record, and not with silence", () => {
  const record = tinyRecord();
  const found = activityOn(on(record, { window: "7" })); // days 35 to 41, before them 28 to 34
  assert.deepEqual(found.before, [1, 0]);
  assert.equal(changeOf(found, 1), "first");
  assert.equal(activityOn(on(record, { day: 12, window: "7" })).before, null);
  const silent = new Record({ ...payload(), silence: [[30, 31]] });
  assert.equal(activityOn(on(silent, { window: "7" })).before, null);
  const whole = new Record({ ...payload(), silence: [[50, 59]] });
  const { provinces } = planOn(on(whole, { day: 59, window: "7" }));
  assert.deepEqual(provinces[1], { step: -1, lines: "silence", label: "" });
});

test("to be called absent is more than not to be named, and old lists are told only", () => {
  const raw = payload();
  raw.presence = [
    [3, 0, 1, 0, 1, [1]],
    [4, 1, 1, 0, 0, [1]],
  ];
  const record = new Record(raw);
  const state = { ...STATE, day: 9, window: "7" };
  const { voices, outdated } = presenceOn({ record, state });
  assert.deepEqual(
    voices.map((list) => list.map(({ claimant, present }) => [claimant, present])),
    [
      [
        ["nrf", true],
        ["taliban", false],
        ["events", true],
      ],
      [],
    ],
  );
  assert.deepEqual(outdated, []);
  const { provinces } = planOn({ record, state: { ...state, layer: "presence" } });
  assert.deepEqual(provinces[0], { step: 1, lines: "contradicted", label: "+2 −1" });
});

test("who steps to and fro is told of the same events as who comes from afar", () => {
  const record = tinyRecord();
  const told = (from, change) => presenceOn(on(from, { actor: "nrf,taliban", ...change })).voices;
  const counts = new Set();
  for (const presence of ["claims", "reports", "claims"])
    for (const window of ["all", "7"])
      for (const day of [41, 0, 9, 20, 39, 3, 41]) {
        const change = { day, window, presence };
        assert.deepEqual(told(record, change), told(tinyRecord(), change), JSON.stringify(change));
        counts.add(JSON.stringify(told(record, change).map((voices) => voices.map(({ count }) => count))));
      }
  assert.ok(counts.size > 2, "they do differ");
  const state = { ...STATE, actor: "nrf,taliban", area: "AF-TWO" };
  record.filter.choose(state);
  assert.deepEqual(presenceOn({ record, state }).voices[0], []);
});

test("every number is written, also where many want one place; names give way", () => {
  const wanted = [...Array(9).keys()].map((number) => ({ number, label: "12", name: `Name ${number}`, x: 50, y: 50 }));
  const written = placed(wanted, (text) => 7 * text.length, 1, null);
  const labels = written.filter(({ isLabel }) => isLabel);
  assert.equal(labels.length, 9);
  const overlaps = (a, b) => a.box[0] < b.box[2] && b.box[0] < a.box[2] && a.box[1] < b.box[3] && b.box[1] < a.box[3];
  for (const [at, one] of labels.entries())
    for (const other of labels.slice(at + 1)) assert.ok(!overlaps(one, other), `${one.number} and ${other.number}`);
  for (const name of written.filter(({ isLabel }) => !isLabel))
    assert.ok(labels.every((label) => !overlaps(name, label)));
});

test("control is no layer of shades", () => {
  assert.deepEqual(
    ["control", "activity", "presence", undefined].map((layer) => isShaded({ layer })),
    [false, true, true, false],
  );
});
