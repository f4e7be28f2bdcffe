import assert from "node:assert/strict";
import { test } from "node:test";
import { Days } from "../../geo/browser/web/engine/days.js";

const days = new Days("2021-08-15", 400);

test("a day and its number are the same thing, over the end of a year", () => {
  assert.equal(days.iso(0), "2021-08-15");
  assert.equal(days.iso(139), "2022-01-01");
  for (const day of [0, 1, 138, 139, 399]) assert.equal(days.dayNumber(days.iso(day)), day);
});

test("what is no day of the replay has no number", () => {
  for (const iso of ["2021-08-14", "2022-09-19", "2021-02-30", "2021-8-15", "", "yesterday"])
    assert.equal(days.dayNumber(iso), null, iso);
});

test("the same day of another month is that month's last where it has fewer days", () => {
  assert.equal(days.iso(days.addMonths(days.dayNumber("2021-08-31"), 1)), "2021-09-30");
  assert.equal(days.iso(days.addMonths(days.dayNumber("2022-01-31"), 1)), "2022-02-28");
  assert.equal(days.addMonths(3, -1), 0); // before the replay: its first day
});

test("a window of a week holds seven days, 'all' everything", () => {
  assert.equal(days.windowStart(10, "7"), 4);
  assert.equal(days.windowStart(3, "7"), 0);
  assert.equal(days.windowStart(300, "all"), 0);
});
