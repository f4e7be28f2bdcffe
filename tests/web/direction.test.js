import assert from "node:assert/strict";
import { test } from "node:test";
import {
  changeRows,
  changeTag,
  directedChanges,
  directionOf,
  momentsOf,
} from "../../geo/browser/web/changes/direction.js";
import { extentOfDifference } from "../../geo/browser/web/compare/extent.js";
import { Record } from "../../geo/browser/web/engine/record.js";
import { payload, tinyRecord } from "./tiny_record.js";

const record = tinyRecord();
const t = (key, values = {}) => [key, ...Object.values(values)].join(" ");
const at = (day, perspective = "assessed") => ({ day, perspective });
const holds = (controller, status = "control") => ({ controller, status });

test("who gained, and who lost", () => {
  const found = directedChanges(record, [at(3), at(20)]);
  assert.deepEqual(
    found.map(({ direction }) => direction),
    [0, 1].map(() => ({ kind: "gained", side: "taliban", other: "nrf", status: "control" })),
  );
  assert.equal(changeTag(record, found[0].direction), "+T");
  assert.deepEqual(changeRows({ record, t }, found), [
    { text: "change.gained Taliban NRF", tag: "+T", direction: found[0].direction, count: 2 },
  ]);
});

test("back in time it is told the same", () => {
  const ways = (moments) => directedChanges(record, moments).map(({ direction }) => direction);
  assert.deepEqual(ways([at(20), at(3)]), ways([at(3), at(20)]));
});

test("a state that only runs out is not gained by anybody", () => {
  const raw = payload();
  for (const rows of Object.values(raw.changes)) rows[0][1][0][3] = 1;
  const [first, second] = directedChanges(new Record(raw), [at(3), at(20)]);
  assert.deepEqual([first.direction.kind, first.direction.side], ["ended", "nrf"]);
  assert.equal(second.direction.kind, "gained");
});

test("between two views nothing is gained", () => {
  const raw = payload();
  raw.intervals.taliban = raw.intervals.taliban.map(() => [0, 0, 0]);
  const found = directedChanges(new Record(raw), [at(3, "nrf"), at(3, "taliban")]);
  assert.deepEqual(
    found.map(({ direction }) => direction.kind),
    ["differs", "differs"],
  );
});

test("a contest begins, ends, or is no longer reported", () => {
  const open = holds("nrf", "contested");
  assert.equal(directionOf(holds("nrf"), open).kind, "contested");
  assert.equal(directionOf(open, holds("nrf")).kind, "settled");
  assert.deepEqual(directionOf(open, holds("nrf"), true), {
    kind: "ended",
    side: "nrf",
    other: "nrf",
    status: "contested",
  });
  assert.equal(changeTag(record, directionOf(open, holds("nrf"), true)), "–×");
  assert.equal(directionOf(null, null).kind, "ended");
});

test("a map sets its two days in the order of time, two maps their own", () => {
  const state = { day: 3, perspective: "nrf", since: 20 };
  assert.deepEqual(momentsOf(state), [at(3, "nrf"), at(20, "nrf")]);
  assert.equal(momentsOf({ ...state, since: null }), null);
  const comparedMaps = { a: at(20), b: at(3) };
  assert.deepEqual(momentsOf({ ...state, comparedMaps }), [at(20), at(3)]);
});

test("two maps look at what differs, and at nothing where nothing does", () => {
  const extent = (a, b) => extentOfDifference(record, { comparedMaps: { a, b } });
  const [[south, west], [north, east]] = extent(at(3), at(20));
  for (const { lat, lon } of record.districts.slice(0, 2))
    assert.ok(south < lat && lat < north && west < lon && lon < east);
  assert.ok(north < record.districts[2].lat); // it does not change
  assert.equal(extent(at(3), at(4)), null);
});
