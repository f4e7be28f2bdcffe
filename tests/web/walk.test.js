import assert from "node:assert/strict";
import { test } from "node:test";
import { districtLinks } from "../../geo/browser/web/map/district_links.js";

const square = (x, y) => ({ box: [x, y, x + 1, y + 1] });

test("an arrow leads to the neighbour that lies there, and nowhere else", () => {
  const areas = [square(0, 0), square(1, 0), square(-1, 0), square(0, -1), square(0, -2)];
  const [first] = districtLinks(areas, [[1, 2, 3], [0], [0], [0, 4], [3]]);
  assert.deepEqual(first, { ArrowLeft: 2, ArrowRight: 1, ArrowUp: 3, ArrowDown: -1 });
});

test("every district is led to, also one that lies behind another in each direction", () => {
  const areas = [square(0, 0), square(2, 0), square(2, 0.6)]; // two in the east of one
  const links = districtLinks(areas, [[1, 2], [0], [0]]);
  const led = links.flatMap((one) => Object.values(one));
  assert.deepEqual(
    [0, 1, 2].filter((number) => !led.includes(number)),
    [],
  );
});
