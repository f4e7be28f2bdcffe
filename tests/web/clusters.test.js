import assert from "node:assert/strict";
import { test } from "node:test";
import { clustersOf, groupBy } from "../../geo/browser/web/drawing/clusters.js";

const VIEW = { scale: 2, x: 10, y: 0 };

test("points nearer than the reach are one, others their own", () => {
  const points = { x: [0, 4, 50], y: [0, 0, 0] };
  const clusters = clustersOf([0, 1, 2], points, VIEW, 20);
  assert.deepEqual(
    clusters.map(({ members }) => members),
    [[0, 1], [2]],
  );
  assert.deepEqual([clusters[0].x, clusters[1].x], [10, 110]); // in pixels of the view
});

test("neighbours are found over the edge of a cell of the grid, on every side", () => {
  const ways = [-3, 0, 3].flatMap((dx) => [-3, 0, 3].map((dy) => [dx, dy]));
  for (const at of [-0.5, 0.5])
    for (const [dx, dy] of ways) {
      const points = { x: [100, 100 + dx], y: [100, 100 + dy] };
      assert.equal(clustersOf([0, 1], points, { scale: 1, x: at, y: at }, 10).length, 1, `${at} ${dx} ${dy}`);
    }
});

test("every point is in one cluster", () => {
  const numbers = Array.from({ length: 500 }, (_, i) => i);
  const points = { x: numbers.map((i) => (i * 37) % 400), y: numbers.map((i) => (i * 91) % 300) };
  const members = clustersOf(numbers, points, VIEW, 20).flatMap((cluster) => cluster.members);
  assert.deepEqual(
    [...members].sort((a, b) => a - b),
    numbers,
  );
});

test("numbers by what is said of them", () => {
  assert.deepEqual(
    [...groupBy([0, 2, 3], [7, 9, 7, 9])],
    [
      [7, [0, 2]],
      [9, [3]],
    ],
  );
});
