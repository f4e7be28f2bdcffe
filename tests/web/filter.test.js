import assert from "node:assert/strict";
import { test } from "node:test";
import { toggled } from "../../geo/browser/web/engine/filter.js";
import { tinyRecord } from "./tiny_record.js";

test("values of one key widen, another key narrows", () => {
  const { filter } = tinyRecord();
  filter.choose({ type: "battles,protests" });
  assert.deepEqual([...filter.pass], [1, 1, 1, 0, 0]);
  assert.equal(filter.hidden, 2);
  filter.choose({ type: "battles,protests", actor: "nrf" });
  assert.deepEqual([...filter.pass], [1, 1, 0, 0, 0]);
  assert.deepEqual(filter.active, ["type", "actor"]);
});

test("nothing chosen lets everything through", () => {
  const { filter } = tinyRecord();
  filter.choose({ area: "AF-ONE" });
  filter.choose({ area: null });
  assert.deepEqual([...filter.pass], [1, 1, 1, 1, 1]);
  assert.deepEqual([filter.hidden, filter.active.length], [0, 0]);
});

test("the counts of a key leave that key's own choice out", () => {
  const { filter } = tinyRecord();
  const counts = filter.counts("type", { type: "riots", area: "AF-TWO" }, [0, 1, 2, 3, 4]);
  assert.equal(counts.get("explosions"), 2);
  assert.equal(counts.get("protests"), 1);
  assert.equal(counts.get("battles"), 0);
});

test("the options of a key are the values that an event has, in the record's order", () => {
  const { filter } = tinyRecord();
  assert.deepEqual(filter.options("type"), ["battles", "explosions", "protests"]);
  assert.deepEqual(filter.options("claimant"), ["nrf", "taliban"]);
});

test("a filter hides events from every question", () => {
  const record = tinyRecord();
  record.filter.choose({ grade: "verified" });
  assert.deepEqual(record.eventsIn(0, 59), [0, 3, 4]);
  assert.equal(record.nextEventDay(1, 1), 40);
});

test("a value is put in and taken out in the order of the options", () => {
  const options = ["a", "b", "c"];
  assert.equal(toggled(null, "c", options), "c");
  assert.equal(toggled("c", "a", options), "a,c");
  assert.equal(toggled("a,c", "c", options), "a");
  assert.equal(toggled("a", "a", options), null);
});
