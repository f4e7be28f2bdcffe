import assert from "node:assert/strict";
import { test } from "node:test";
import { Record } from "../../geo/browser/web/engine/record.js";
import { lastAtOrBefore, lowerBound, spanAt } from "../../geo/browser/web/engine/sorted.js";
import { DAYS, payload, tinyRecord } from "./tiny_record.js";

const record = tinyRecord();

/** Every event looked at one by one. */
const oneByOne = (first, last) =>
  record.events.id.flatMap((_, i) => (record.events.start[i] <= last && record.events.end[i] >= first ? [i] : []));

test("every window holds the events that touch it, the long ones too", () => {
  for (let first = 0; first < DAYS; first++)
    for (let last = first; last < DAYS; last++) assert.deepEqual(record.eventsIn(first, last), oneByOne(first, last));
});

test("the count that chooses how to draw is never too low", () => {
  for (let first = 0; first < DAYS; first++)
    assert.ok(record.mostEventsIn(first, first + 5) >= record.eventsIn(first, first + 5).length);
});

test("control changes on its day and not before", () => {
  assert.deepEqual([...record.control(14, "assessed").state], [1, 1, 0]);
  assert.deepEqual([...record.control(15, "assessed").state], [0, 0, 0]);
  assert.deepEqual([...record.control(15, "assessed").since], [15, 15, 0]);
  assert.equal(record.control(3, "nrf"), record.control(14, "nrf")); // worked out once between two turning days
});

test("the difference of two days names what changed, once", () => {
  const named = record
    .difference(3, 20, "assessed")
    .map(({ district, before, after }) => [district, before.controller, after.controller]);
  assert.deepEqual(named, [
    [0, "nrf", "taliban"],
    [1, "nrf", "taliban"],
  ]);
  assert.deepEqual(record.difference(3, 14, "assessed"), []);
});

test("the nearest change and the nearest event, or the day itself", () => {
  assert.equal(record.nextChangeDay(3, 1, "assessed"), 15);
  assert.equal(record.nextChangeDay(15, 1, "assessed"), 15);
  assert.equal(record.nextChangeDay(20, -1, "assessed"), 15);
  assert.equal(record.nextEventDay(1, 1), 10);
  assert.equal(record.nextEventDay(40, 1), 40); // the one on day 41 is known to the year only
  assert.equal(record.nextEventDay(10, -1), 1);
});

test("an event known to its district only stands where the district's name does", () => {
  const { placed, x, y, drawn } = record.events;
  assert.deepEqual([...placed], [1, 3, 0, 2, 1]);
  assert.deepEqual([...drawn], [1, 1, 1, 1, 0]);
  assert.ok(x[1] > 0 && y[1] < 0); // north-east of the middle of the country
});

test("the histogram counts by verification on the first day, what is drawn only", () => {
  const counts = record.histogram();
  assert.equal(counts[0][0], 1);
  assert.equal(counts[1][1], 1);
  assert.equal(counts[0][41], 0);
  assert.equal(
    counts.reduce((all, days) => all + days.reduce((a, b) => a + b), 0),
    4,
  );
});

test("positions in sorted numbers", () => {
  const sorted = [1, 3, 3, 7];
  assert.deepEqual(
    [0, 1, 2, 3, 4, 8].map((value) => lowerBound(sorted, value)),
    [0, 0, 1, 1, 3, 4],
  );
  assert.deepEqual(
    [0, 1, 3, 6, 7].map((value) => lastAtOrBefore(sorted, value)),
    [-1, 0, 2, 2, 3],
  );
  assert.deepEqual(
    [4, 5, 9, 10].map((day) => spanAt([5, 0, 5, 10, 1, 10], day)),
    [-1, 0, 0, 3],
  );
});

test("a state that only runs out is no change: neither a day of one nor the next one", () => {
  const raw = payload();
  raw.changes.assessed = [...raw.changes.assessed];
  raw.changes.assessed.push(
    [20, [[2, 0, 1, 1]]],
    [
      30,
      [
        [2, 1, 0, 0],
        [0, 0, 1, 1],
      ],
    ],
  );
  const other = new Record(raw);
  assert.deepEqual(other.changeDays("assessed"), [
    { day: 15, count: 2 },
    { day: 30, count: 1 },
  ]);
  assert.deepEqual(other.endDays("assessed"), [
    { day: 20, count: 1 },
    { day: 30, count: 1 },
  ]);
  assert.equal(other.nextChangeDay(15, 1, "assessed"), 30);
  assert.deepEqual(
    other.changesOn(20, "assessed").map(({ district, runsOut }) => [district, runsOut]),
    [[2, true]],
  );
});
