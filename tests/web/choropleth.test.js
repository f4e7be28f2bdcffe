import assert from "node:assert/strict";
import { test } from "node:test";
import { WindowCounts } from "../../geo/browser/web/added/window_counts.js";
import { CLASSES, classLimits, classOf, colourNumber } from "../../geo/browser/web/userdata/choropleth.js";

test("limits begin at one, grow, are round, and no class is empty for want of numbers", () => {
  for (let most = 0; most < 3000; most += 7) {
    const limits = classLimits(most);
    assert.equal(limits[0], 1);
    assert.ok(
      limits.every((limit, n) => !n || limit > limits[n - 1]),
      String(limits),
    );
    assert.ok(limits.length <= CLASSES && limits.at(-1) <= Math.max(1, most), String(limits));
  }
  assert.deepEqual(classLimits(1000), [1, 3, 10, 50, 200]);
  assert.deepEqual(classLimits(3), [1, 2, 3]);
});

test("a count is in the class whose limit it reaches, none in none", () => {
  const limits = [1, 5, 20];
  assert.deepEqual(
    [0, 1, 4, 5, 19, 20, 900].map((count) => classOf(count, limits)),
    [-1, 0, 0, 1, 1, 2, 2],
  );
});

test("few classes take the ramp's ends", () => {
  const ramp = ["a", "b", "c", "d", "e"];
  assert.deepEqual(
    [0, 1].map((n) => colourNumber(n, [1, 2], ramp)),
    [0, 4],
  );
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((n) => colourNumber(n, [1, 2, 3, 4, 5], ramp)),
    [0, 1, 2, 3, 4],
  );
  assert.equal(colourNumber(0, [1], ramp), 3);
});

const CELLS = 4;
const DAYS = 50;
/** Three hundred items with days, cells and weights that look like chance and are the same each time. */
function items() {
  const start = Int32Array.from({ length: 300 }, (_, i) => (i * 7919) % DAYS).sort();
  const end = start.map((day, i) => day + ((i * 31) % 9));
  const cell = Uint16Array.from(start, (_, i) => (i * 13) % CELLS);
  const weight = Float64Array.from(start, (_, i) => 1 + (i % 3));
  return { start, end, cell, weight };
}
function oneByOne({ start, end, cell, weight }, first, last, pass) {
  const counts = new Array(CELLS).fill(0);
  for (let i = 0; i < start.length; i++)
    if (start[i] <= last && end[i] >= first && (!pass || pass[i])) counts[cell[i]] += weight[i];
  return counts;
}

test("a window that moves to and fro counts what one that begins anew counts", () => {
  const all = items();
  const counts = new WindowCounts(all, CELLS);
  for (const day of [0, 1, 5, 4, 30, 29, 49, 10, 0, 49])
    assert.deepEqual([...counts.show(day - 6, day)], oneByOne(all, day - 6, day), `day ${day}`);
});

test("a filter begins anew", () => {
  const all = items();
  const counts = new WindowCounts(all, CELLS);
  counts.show(10, 20);
  const pass = all.start.map((_, i) => i % 2);
  counts.filter(pass);
  assert.deepEqual([...counts.show(10, 20)], oneByOne(all, 10, 20, pass));
});

test("the most of any day is the largest that a walk over all days meets, in the watched cells only", () => {
  const all = items();
  const counts = new WindowCounts(all, CELLS);
  const walk = Array.from({ length: DAYS }, (_, day) => oneByOne(all, day - 6, day).slice(0, 2)).flat();
  assert.equal(
    counts.most("7", (day) => day - 6, DAYS, 2),
    Math.max(...walk),
  );
});
