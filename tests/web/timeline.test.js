import assert from "node:assert/strict";
import { test } from "node:test";
import { isTelling } from "../../geo/browser/web/engine/area_style.js";
import { Record } from "../../geo/browser/web/engine/record.js";
import { joined } from "../../geo/browser/web/handle/axis_drawing.js";
import { AxisScale } from "../../geo/browser/web/handle/axis_scale.js";
import { fadeSpans } from "../../geo/browser/web/handle/ribbon.js";
import { districtsOnly, ribbonGroups, spanOn } from "../../geo/browser/web/handle/ribbon_rows.js";
import { dayLines, rowLines } from "../../geo/browser/web/timeline/day_hint.js";
import { momentsOf, momentWords, namesWithRoom } from "../../geo/browser/web/timeline/moments.js";
import { payload, tinyRecord } from "./tiny_record.js";

const t = (key, values) => (values ? `${key} ${JSON.stringify(values)}` : key);

/** The tiny record with two named days and a place of its own. */
function namedRecord() {
  const raw = payload();
  const place = { id: "PL-1", name: "Pass", province: 1, lon: 68, lat: 36, radiusKm: 2.5 };
  const held = [0, -1, 0, 5, 1, 5];
  raw.zones = [{ ...place, intervals: { assessed: held, nrf: held, taliban: held, both: held } }];
  raw.moments = [
    [3, 3, "First", 2, -1, ["EV-1"]],
    [15, 17, "Side one claims it", 1, 0, ["EV-2"]],
  ];
  raw.silence = [[0, 20]];
  return new Record(raw);
}

test("crosses closer than a mark is wide are put together", () => {
  assert.deepEqual(joined([], 6), []);
  assert.deepEqual(joined([10], 6), [[10, 10]]);
  assert.deepEqual(joined([10, 15, 20.9, 30, 36], 6), [
    [10, 20.9],
    [30, 30],
    [36, 36],
  ]);
});

test("a telling state is off the ground, or claimed by somebody who is contradicted", () => {
  const ground = { controller: "taliban", status: "control", basis: "assessed", disputed: [] };
  assert.equal(isTelling(null), false);
  assert.equal(isTelling(ground), false);
  assert.equal(isTelling({ ...ground, controller: "nrf" }), true);
  assert.equal(isTelling({ ...ground, status: "contested" }), true);
  assert.equal(isTelling({ ...ground, basis: "claimed" }), true);
  assert.equal(isTelling({ ...ground, disputed: [{ certainty: "D" }] }), true);
  assert.equal(isTelling({ ...ground, disputed: [{ certainty: "C" }] }), false);
});

test("the ribbon has a row for each area that is ever telling, by province; whole spans", () => {
  const groups = ribbonGroups(namedRecord(), "assessed");
  assert.deepEqual(
    groups.map(({ province, rows }) => [province, rows.map(({ name }) => name)]),
    [
      [0, ["Alpha", "Beta"]],
      [1, ["Pass"]],
    ],
  );
  const [alpha] = groups[0].rows;
  assert.deepEqual(
    alpha.spans.map(({ first, last, state }) => [first, last, state.controller]),
    [
      [0, 14, "nrf"],
      [15, 59, "taliban"],
    ],
  );
  assert.equal(spanOn(alpha, 14).state.controller, "nrf");
  assert.equal(spanOn(alpha, 60), null);
  assert.equal(groups[1].rows[0].spans[0].state, null);
  assert.deepEqual(districtsOnly(groups).length, 1);
});

test("a span is cut where its fill fades", () => {
  assert.deepEqual(fadeSpans(0, 20, 5), [[0, 20]]);
  assert.deepEqual(fadeSpans(0, 300, 5), [
    [0, 35],
    [36, 185],
    [186, 300],
  ]);
});

test("names stand where they lie over no mark and no other name, the most important first", () => {
  const mark = (x, rank) => ({ x, rank, wide: 50 });
  assert.deepEqual(namesWithRoom([mark(100, 1)], 0, 300), ["after"]);
  assert.deepEqual(namesWithRoom([mark(280, 1)], 0, 300), ["before"]);
  assert.deepEqual(namesWithRoom([mark(30, 1)], 0, 60), [null]);
  assert.deepEqual(namesWithRoom([mark(100, 2), mark(120, 1)], 0, 300), ["before", "after"]);
  assert.deepEqual(namesWithRoom([mark(100, 3), mark(120, 1), mark(140, 2)], 0, 300), ["before", null, "after"]);
});

test("few or no rows of UCDP say nothing where no release covers the month whole", () => {
  const store = { record: namedRecord(), t, state: { day: 0, perspective: "assessed" } };
  const told = (reference) => dayLines(store, 30, { events: 0, moment: null, reference }).slice(2).join();
  assert.equal(told(null), "", "they are not shown");
  assert.equal(told({ count: 0, covered: true }), "hint.reference_none");
  assert.equal(told({ count: 0, covered: false }), "hint.reference_not_known");
  assert.match(told({ count: 2, covered: true }), /^hint.reference .*2/);
  assert.match(told({ count: 2, covered: false }), /^hint.reference_part .*2/);
});

test("the name of the moment nearest to the day is written in any case, also over other marks", () => {
  const mark = (x, rank) => ({ x, rank, wide: 50 });
  const crowd = [mark(100, 3), mark(108, 1), mark(116, 2)];
  assert.deepEqual(namesWithRoom(crowd, 0, 300), ["before", null, "after"]);
  assert.deepEqual(namesWithRoom(crowd, 0, 300, 1), ["before", "after", null]);
  assert.deepEqual(namesWithRoom([mark(40, 2)], 0, 60, 0), ["before"]); // cut where it has no room
});

test("a moment that only a party claims says so", () => {
  const record = namedRecord();
  const [first, second] = momentsOf(record);
  assert.match(momentWords(first, record, t), /^moment.told.*4 August 2021/);
  assert.match(momentWords(second, record, t), /^moment.claimed.*16 August 2021.*18 August 2021.*claimant.nrf/);
});

test("a day is told before one goes there: name, events, changes, silence", () => {
  const record = namedRecord();
  const store = { record, t, state: { day: 0, perspective: "assessed" } };
  const moment = momentsOf(record)[1];
  const keys = (lines) => lines.slice(1).map((line) => line.split(" ")[0]);
  assert.deepEqual(keys(dayLines(store, 15, { events: 2, moment })), [
    "moment.claimed",
    "hint.events",
    "hint.changes",
    "hint.silence",
  ]);
  assert.deepEqual(keys(dayLines(store, 30, { events: 0, moment: null })), ["hint.no_events"]);
  const [row] = ribbonGroups(record, "assessed")[0].rows;
  assert.match(rowLines(store, row, 3)[2], /hint.span.*1 August 2021.*15 August 2021/);
  assert.match(rowLines(store, row, 30)[2], /hint.since.*16 August 2021/);
});

test("days and places on the axis are each other's inverse, with and without room for names", () => {
  const scale = new AxisScale(tinyRecord());
  for (const width of [390, 900]) {
    scale.width = width;
    for (const day of [0, 7, 59]) assert.equal(scale.dayAt(scale.xOf(day)), day);
    assert.equal(scale.stripDayAt(scale.stripX(33)), 33);
    assert.equal(scale.partAt(100, -5, false), "ribbon");
    assert.equal(scale.partAt(100, 5, false), "strip"); // no height yet
  }
});
