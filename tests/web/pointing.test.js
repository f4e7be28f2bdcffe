import assert from "node:assert/strict";
import { test } from "node:test";
import { nearestBox, partAfter } from "../../geo/browser/web/reading/pointing.js";

const box = (left, top) => ({ left, right: left + 10, top, bottom: top + 10 });

test("a finger gets the part that it lies on, else the nearest", () => {
  const boxes = [box(0, 0), box(20, 0), box(20, 40)];
  assert.equal(nearestBox(boxes, 5, 5), 0);
  assert.equal(nearestBox(boxes, 18, 5), 1);
  assert.equal(nearestBox(boxes, 25, 38), 2);
  assert.equal(nearestBox([], 5, 5), -1);
});

test("keys go along the parts as they stand, and not beyond the last", () => {
  assert.equal(partAfter("ArrowRight", -1, 3, false), 0);
  assert.equal(partAfter("ArrowRight", 2, 3, false), 2);
  assert.equal(partAfter("ArrowLeft", 2, 3, false), 1);
  assert.equal(partAfter("End", 0, 3, false), 2);
  assert.equal(partAfter("Home", 2, 3, false), 0);
});

test("where the first part stands at the right the arrows are turned", () => {
  assert.equal(partAfter("ArrowLeft", -1, 3, true), 0);
  assert.equal(partAfter("ArrowRight", 2, 3, true), 1);
});

test("other keys are the page's", () => {
  assert.equal(partAfter("Tab", 1, 3, false), null);
  assert.equal(partAfter("ArrowDown", 1, 3, false), null);
});
