import assert from "node:assert/strict";
import { test } from "node:test";
import { coverage } from "../../geo/browser/web/added/rows.js";
import { kindsOf } from "../../geo/browser/web/parts/precision_kinds.js";
import { gaps } from "../../geo/browser/web/reference/bars.js";

test("how much of a window lies in months that are covered whole", () => {
  const spans = [
    [10, 19],
    [20, 29],
    [40, 49],
  ];
  assert.equal(coverage(spans, 12, 25), "whole");
  assert.equal(coverage(spans, 25, 34), "part");
  assert.equal(coverage(spans, 30, 39), "none");
  assert.equal(coverage([], 0, 5), "none");
  assert.equal(coverage(spans, 29, 29), "whole");
});

test("rows are counted by how exactly their place is known; what is not drawn is told apart", () => {
  const tally = kindsOf([1, 2, 3, 4, 5, 1], [1, 1, 1, 1, 1, 0], [0, 1, 2, 3, 4, 5]);
  assert.deepEqual(tally, { point: 2, district_precision: 1, province_precision: 1, not_drawn: 2 });
});

test("what no release covers whole is what is left between the spans that one does", () => {
  const spans = [
    [10, 19],
    [40, 49],
  ];
  assert.deepEqual(gaps(spans, [0, 60]), [
    [0, 10],
    [20, 40],
    [50, 60],
  ]);
  assert.deepEqual(gaps(spans, [12, 18]), []);
  assert.deepEqual(gaps(spans, [15, 45]), [[20, 40]]);
  assert.deepEqual(gaps([], [3, 9]), [[3, 9]]);
});
