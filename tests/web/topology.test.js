import assert from "node:assert/strict";
import { before, test } from "node:test";
import { local } from "../../geo/browser/web/engine/mercator.js";
import { decode, linesOf, outlinesOf } from "../../geo/browser/web/engine/topology.js";

/** Remembers what is drawn. */
class FakePath {
  lines = [];
  closed = 0;
  moveTo(x, y) {
    this.lines.push([[x, y]]);
  }
  lineTo(x, y) {
    this.lines.at(-1).push([x, y]);
  }
  closePath() {
    this.closed += 1;
  }
}
before(() => {
  globalThis.Path2D = FakePath;
});

// Two squares beside each other, in degrees: A west, B east; arc 0 is the line between them, from south to north.
const SQUARES = {
  arcs: [
    [
      [1, 0],
      [1, 1],
    ],
    [
      [1, 1],
      [0, 1],
      [0, 0],
      [1, 0],
    ],
    [
      [1, 0],
      [2, 0],
      [2, 1],
      [1, 1],
    ],
  ],
  objects: {
    districts: {
      geometries: [
        { type: "Polygon", id: "B", arcs: [[2, -1]] },
        { type: "MultiPolygon", id: "A", arcs: [[[0, 1]]] },
      ],
    },
  },
};

test("areas come in the order of the record, closed, with their boxes", () => {
  const { areas } = decode(SQUARES, ["A", "B"], [0, 1]);
  const [west, south] = local(0, 0);
  const [middle, north] = local(1, 1);
  assert.deepEqual(areas[0].box, [west, north, middle, south]);
  assert.equal(areas[1].box[0], middle);
  assert.deepEqual([areas[0].path.closed, areas[0].path.lines.length], [1, 1]);
});

test("an arc that is shared is walked the other way, and its ends stand once", () => {
  const { areas } = decode(SQUARES, ["A", "B"], [0, 1]);
  const [ring] = areas[1].path.lines;
  assert.deepEqual(
    ring,
    [
      [1, 0],
      [2, 0],
      [2, 1],
      [1, 1],
      [1, 0],
    ].map(([lon, lat]) => local(lon, lat)),
  );
});

test("borders are sorted by what they divide", () => {
  const lengths = ({ country, province, district }) => [country, province, district].map(({ lines }) => lines.length);
  assert.deepEqual(lengths(decode(SQUARES, ["A", "B"], [0, 1]).borders), [2, 1, 0]);
  assert.deepEqual(lengths(decode(SQUARES, ["A", "B"], [7, 7]).borders), [2, 0, 1]);
});

test("a quantised arc is a sum of steps", () => {
  const quantised = {
    transform: { scale: [0.5, 0.25], translate: [60, 30] },
    arcs: [
      [
        [2, 4],
        [2, 0],
        [0, 4],
        [-2, -4],
      ],
    ],
    objects: { districts: { geometries: [{ type: "Polygon", properties: { admin2_id: "A" }, arcs: [[0]] }] } },
  };
  const [{ path }] = decode(quantised, ["A"], [0]).areas;
  assert.deepEqual(
    path.lines[0],
    [
      [61, 31],
      [62, 31],
      [62, 32],
      [61, 31],
    ].map(([lon, lat]) => local(lon, lat)),
  );
});

test("a district without an outline is said by name", () => {
  assert.throws(() => decode(SQUARES, ["A", "C"], [0, 0]), /no district C/);
});

test("rivers are lines of one path, quantised as arcs are", () => {
  const transform = { scale: [0.5, 0.25], translate: [60, 30] };
  const rivers = [
    [
      [0, 0],
      [2, 4],
    ],
    [
      [4, 0],
      [0, 4],
    ],
  ];
  assert.deepEqual(linesOf(rivers, transform).lines, [
    [local(60, 30), local(61, 31)],
    [local(62, 30), local(62, 31)],
  ]);
});

test("an area of the first picture is its rings, under the district that stands for it", () => {
  const rings = [
    [
      [67000, 34000],
      [1000, 0],
      [0, 1000],
      [-1000, -1000],
    ],
  ];
  const outlines = outlinesOf({ areas: [[7, rings]], transform: { scale: [0.001, 0.001], translate: [0, 0] } });
  assert.deepEqual([...outlines.keys()], [7]);
  assert.deepEqual(outlines.get(7), [[local(67, 34), local(68, 34), local(68, 35), local(67, 34)]]);
});
