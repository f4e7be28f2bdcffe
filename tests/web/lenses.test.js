import assert from "node:assert/strict";
import { test } from "node:test";
import { isOverlapping } from "../../geo/browser/web/drawing/label_places.js";
import { isTelling } from "../../geo/browser/web/engine/area_style.js";
import { endOf, isCrossing } from "../../geo/browser/web/lens/callout_lines.js";
import { calloutPlaces, cornerOf } from "../../geo/browser/web/lens/callout_places.js";
import { Coverage } from "../../geo/browser/web/lens/coverage.js";
import { headPlace } from "../../geo/browser/web/lens/head_places.js";
import { lensLayout, viewIn } from "../../geo/browser/web/lens/layout.js";
import { boxesBetween, outerCorners } from "../../geo/browser/web/lens/leaders.js";
import { lensesOn, readLenses } from "../../geo/browser/web/lens/lenses.js";
import { tellingOn } from "../../geo/browser/web/lens/telling.js";
import { tinyRecord } from "./tiny_record.js";

const GROUND = { areas: [[20, 20, 30, 30]], points: [[25, 25]], country: [0, 0, 60, 40] };
const LENS = { number: 0, shown: [18, 18, 32, 32], leastScale: 20 };
const view = (width, height, scale = 10) => ({ width, height, scale, x: 0, y: 0 });

test("what can be read on the map itself has no lens", () => {
  assert.deepEqual(lensLayout(view(900, 500, 20), [LENS], GROUND), []);
  assert.equal(lensLayout(view(900, 500, 19.9), [LENS], GROUND).length, 1);
});

test("a lens is large enough, on the map, and hides no area that it shows", () => {
  const [{ stands, scale, covers }] = lensLayout(view(900, 700), [LENS], GROUND);
  assert.ok(scale >= LENS.leastScale && !covers);
  assert.ok(stands[0] >= 0 && stands[1] >= 0 && stands[2] <= 900 && stands[3] <= 700);
  assert.ok(!isOverlapping(stands, [200, 200, 300, 300]));
});

test("lenses keep off each other and off what is occupied", () => {
  const occupied = [[1300, 800, 1400, 900]];
  const [one, other] = lensLayout(view(1400, 900), [LENS, { ...LENS, number: 1 }], GROUND, occupied);
  assert.ok(!isOverlapping(one.stands, other.stands));
  for (const { stands } of [one, other]) assert.ok(!isOverlapping(stands, occupied[0]));
});

test("of places where it hides as little a lens takes the one nearest to what it shows", () => {
  const wide = view(1400, 900);
  const spread = (box) => [[...Array(20).keys()].map((n) => [box[0] + n, box[1] + n])].flat();
  const ground = { areas: [], points: spread([40, 30, 60, 50]), country: [30, 20, 70, 60] };
  const at = (x, y) => lensLayout(wide, [{ number: 0, shown: [x, y, x + 4, y + 4], leastScale: 20 }], ground)[0].stands;
  const [west, north, south] = [at(32, 40), at(60, 24), at(66, 50)];
  assert.ok(west[2] < 320 && north[3] < 240 && south[1] > 540);
  for (const box of [west, north, south])
    assert.ok(!ground.points.some(([x, y]) => isOverlapping(box, [x * 10, y * 10, x * 10 + 1, y * 10 + 1])));
});

test("the head of a small lens hides neither areas nor other lenses, and stands on the map", () => {
  const head = { width: 120, height: 24 };
  const lens = [100, 200, 160, 260];
  const boxAt = ([x, y]) => [lens[0] + x, lens[1] + y, lens[0] + x + head.width, lens[1] + y + head.height];
  const map = (...shown) => ({ width: 360, height: 400, shown, points: [], canHide: true });
  const right = [165, 190, 300, 270];
  assert.deepEqual(headPlace(lens, head, map()), [60, 0]);
  assert.deepEqual(headPlace(lens, head, { ...map(), points: [[170, 210]] }), [60, 36]);
  assert.deepEqual(boxAt(headPlace(lens, head, map(right))), [40, 260, 160, 284]); // on its left it would leave the map
  assert.deepEqual(boxAt(headPlace(lens, head, map(right, [0, 262, 300, 300]))), [40, 176, 160, 200]);
});

test("on a narrow map the first lens takes its place, with the country as a locator in it", () => {
  const [cover, locator] = lensLayout(view(350, 380), [LENS], GROUND);
  assert.deepEqual([cover.covers, cover.stands, cover.number], [true, [0, 0, 350, 380], 0]);
  assert.ok(cover.scale >= LENS.leastScale);
  assert.equal(locator.number, -1);
  const inside = viewIn(cover, LENS.shown);
  assert.equal(25 * inside.scale + inside.x, 175); // its middle in the middle
});

test("a day has the lenses that hold it", () => {
  const row = (first, last) => [first, last, 69, 35, 70, 36, 1000, [0], [[69.2, 35.2, 69.8, 35.8]]];
  const lenses = readLenses({ lenses: [row(0, 20), row(15, 40)] });
  const numbers = (day) => lensesOn(lenses, day).map(({ number }) => number);
  assert.deepEqual([numbers(0), numbers(15), numbers(20), numbers(21), numbers(41)], [[0], [0, 1], [0, 1], [1], []]);
  const [{ shown, bounds }] = lenses;
  assert.ok(shown[0] < shown[2] && shown[1] < shown[3]);
  assert.deepEqual(bounds, [
    [35, 69],
    [36, 70],
  ]);
});

test("telling is what is off the ground, or claimed by somebody who is contradicted", () => {
  const state = (controller, more) => ({ controller, status: "control", basis: "assessed", disputed: [], ...more });
  assert.equal(isTelling(state("taliban")), false);
  assert.equal(isTelling(undefined), false);
  assert.equal(isTelling(state("nrf")), true);
  assert.equal(isTelling(state("taliban", { status: "contested" })), true);
  assert.equal(isTelling(state("taliban", { basis: "claimed" })), true);
  assert.equal(isTelling(state("taliban", { disputed: [{ certainty: "D" }] })), true);
  assert.equal(isTelling(state("taliban", { disputed: [{ certainty: "B" }] })), false);
  assert.deepEqual(tellingOn(tinyRecord(), 20, "assessed").districts, []);
  assert.deepEqual(tellingOn(tinyRecord(), 3, "assessed").districts, [0, 1]);
});

test("coverage is the covered share of a box", () => {
  const mask = [1, 1, 0, 0, 1, 1, 0, 0]; // the left half of four by two cells
  const ground = new Coverage(mask, 4, 2, 10);
  assert.equal(ground.share([0, 0, 20, 20]), 1);
  assert.equal(ground.share([20, 0, 40, 20]), 0);
  assert.equal(ground.share([0, 0, 40, 20]), 0.5);
  assert.equal(ground.share([100, 100, 120, 120]), 0); // outside
});

test("callouts stand on ground that has nothing to tell, apart from each other", () => {
  const covered = ([left, , right]) => Math.max(0, Math.min(right, 200) - Math.max(left, 100)) / (right - left);
  const wanted = [110, 150, 190].flatMap((x) => [60, 100, 140].map((y) => ({ width: 60, height: 15, x, y })));
  const boxes = calloutPlaces(300, 200, wanted, covered, [[0, 0, 60, 24]]);
  assert.equal(boxes.length, wanted.length);
  boxes.forEach((box, at) => {
    assert.equal(covered(box), 0);
    assert.ok(box[0] >= 0 && box[1] >= 0 && box[2] <= 300 && box[3] <= 200);
    assert.ok(!isOverlapping(box, [0, 0, 60, 24]));
    for (const other of boxes.slice(at + 1)) assert.ok(!isOverlapping(box, other));
  });
  assert.deepEqual(calloutPlaces(300, 200, wanted, covered, [[0, 0, 60, 24]]), boxes); // the same again
});

test("leader lines of callouts cross nowhere, however close what they name lies together", () => {
  let seed = 7;
  const next = (most) => {
    seed = (seed * 48271) % 2147483647;
    return seed % most;
  };
  for (let round = 0; round < 12; round++) {
    const wanted = Array.from({ length: 11 }, () => ({
      width: 50 + next(60),
      height: 15,
      x: 90 + next(120),
      y: 70 + next(90),
    }));
    const covered = ([left, top, right, bottom]) => Number(left < 210 && right > 90 && top < 160 && bottom > 70);
    const boxes = calloutPlaces(340, 260, wanted, covered, []);
    const lines = boxes.map((box, at) => [[wanted[at].x, wanted[at].y], endOf(wanted[at], box)]);
    for (const [at, one] of lines.entries())
      for (const other of lines.slice(at + 1)) assert.ok(!isCrossing(...one, ...other), `round ${round}`);
  }
});

test("a head takes the corner in which it hides the least", () => {
  const inRight = ([left]) => Number(left > 50);
  assert.deepEqual(cornerOf(200, 100, { width: 60, height: 20 }, inRight, [[0, 0, 30, 30]]), [0, 80, 60, 100]);
});

test("names keep clear of the lines between a frame and its lens", () => {
  const [frame, stands] = [
    [0, 0, 20, 20],
    [100, 60, 140, 100],
  ];
  const boxes = boxesBetween(frame, stands);
  for (const [x, y, toX, toY] of outerCorners(frame, stands))
    for (const part of [0, 0.13, 0.5, 0.87, 1]) {
      const [at, down] = [x + (toX - x) * part, y + (toY - y) * part];
      assert.ok(boxes.some(([left, top, right, bottom]) => left <= at && at <= right && top <= down && down <= bottom));
    }
  assert.ok(!boxes.some(([left, top, right, bottom]) => left < 120 && right > 110 && top < 90 && bottom > 70));
});

test("leader lines go to the facing edge, or to like corners", () => {
  const frame = [10, 10, 20, 20];
  assert.deepEqual(outerCorners(frame, [100, 5, 200, 25]), [
    [20, 10, 100, 5],
    [20, 20, 100, 25],
  ]);
  assert.deepEqual(outerCorners(frame, [0, 50, 40, 90]), [
    [10, 20, 0, 50],
    [20, 20, 40, 50],
  ]);
  assert.deepEqual(outerCorners(frame, [100, 50, 200, 90]), [
    [20, 10, 200, 50],
    [10, 20, 100, 90],
  ]);
});
