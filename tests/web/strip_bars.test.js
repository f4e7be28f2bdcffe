import assert from "node:assert/strict";
import { test } from "node:test";
import { columnsOf } from "../../geo/browser/web/drawing/columns.js";
import { isLight } from "../../geo/browser/web/drawing/strip_bars.js";
import { centreOf } from "../../geo/browser/web/viewport/viewport.js";

test("days share a column of two pixels, and have one of their own when they are wider", () => {
  const counts = [Float64Array.of(1, 2, 3, 4), Float64Array.of(0, 0, 5, 0)];
  const narrow = columnsOf(counts, { range: [0, 3], xOf: (day) => day, width: 4 });
  assert.deepEqual(
    [narrow.wide, [...narrow.columns]],
    [
      2,
      [
        [0, [1, 0]],
        [1, [5, 5]],
        [2, [4, 0]],
      ],
    ],
  );
  const wide = columnsOf(counts, { range: [0, 3], xOf: (day) => 10 * day, width: 40 });
  assert.deepEqual(
    [...wide.columns.values()],
    [
      [1, 0],
      [2, 0],
      [3, 5],
      [4, 0],
    ],
  );
});

test("light ink is told from dark", () => {
  assert.deepEqual(["rgb(250, 250, 250)", "rgb(31, 27, 22)"].map(isLight), [true, false]);
});

test("the address says where a map looks in one way", () => {
  assert.deepEqual(centreOf("35.300,69.800,8.50"), { centre: { lat: 35.3, lng: 69.8 }, zoom: 8.5 });
});
