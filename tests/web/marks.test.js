import assert from "node:assert/strict";
import { test } from "node:test";
import { EventPainter } from "../../geo/browser/web/drawing/events.js";
import { byWeight, declutter, labelsOf } from "../../geo/browser/web/drawing/label_places.js";
import { formOf } from "../../geo/browser/web/drawing/mark_forms.js";
import { isInAny, ProvinceGround } from "../../geo/browser/web/drawing/province_ground.js";
import { MAP_STYLE } from "../../geo/browser/web/engine/map_constants.js";
import { tinyRecord } from "./tiny_record.js";

const VIEW = { scale: 1, x: 5000, y: 5000, ratio: 1, width: 10000, height: 10000, zoom: 6 };
const ctx = { font: "", measureText: (text) => ({ width: 10 * text.length }) };

/** A painter over days 0 to 45: one event of each precision, and one more on day 40. */
function painter() {
  const record = tinyRecord();
  const ground = new ProvinceGround([], []);
  ground.contains = () => true;
  const events = new EventPainter(record, ground);
  events.show(0, 45, []);
  return { record, events };
}

/** The middle of where the count of the second province is hit. */
function badgeOf(events) {
  const [x, y] = events.provinceSpots[1];
  const ways = Array.from({ length: 121 }, (_, at) => at - 60);
  const hits = ways.flatMap((dx) => ways.map((dy) => [x + dx, y + dy])).filter(([a, b]) => isBadge(events, a, b));
  assert.ok(hits.length > 100);
  return [0, 1].map((axis) => hits.reduce((sum, hit) => sum + hit[axis], 0) / hits.length);
}

const isBadge = (events, x, y) => events.at(x + VIEW.x, y + VIEW.y).includes(2);

test("marks yield below district zoom and in lenses, and only those that have a small form", () => {
  const [yielding, full] = [{ small: () => null }, {}];
  const [far, near] = [{ zoom: MAP_STYLE.small.belowZoom - 0.25 }, { zoom: MAP_STYLE.small.belowZoom }];
  assert.notEqual(formOf(yielding, far), formOf(yielding, near));
  assert.equal(formOf(yielding, { ...near, inLens: true }), formOf(yielding, far));
  assert.equal(formOf(full, far), formOf(full, near));
});

test("every event of the window is in one mark; what is told elsewhere is in none", () => {
  const { events } = painter();
  events.lay(VIEW);
  assert.deepEqual(events.clusters(), [1, 1, 1, 1]);
  events.leftOut = (i) => i === 0;
  events.isToldElsewhere = () => true;
  events.lay(VIEW);
  assert.deepEqual(events.clusters(), [1, 1]);
  assert.equal(events.visible().length, 4); // the window is the same
});

test("a small mark is hit from as far as a large one", () => {
  const { record, events } = painter();
  const [x, y] = [record.events.x[0] + VIEW.x, record.events.y[0] + VIEW.y];
  for (const zoom of [6, 9]) {
    events.lay({ ...VIEW, zoom });
    assert.deepEqual(events.at(x + 11, y), [0]);
    assert.deepEqual(events.at(x + 13, y), []);
  }
});

test("the count of a province stands outside of what is kept free", () => {
  const { events } = painter();
  const [x, y] = events.provinceSpots[1];
  events.keptFree = [[x - 12, y - 8, x + 12, y + 30]];
  events.lay(VIEW);
  assert.ok(!isInAny(...badgeOf(events), 0, events.keptFree));
});

test("provinces that have something to tell are named first, then those with the most events", () => {
  const record = tinyRecord();
  const labels = labelsOf(record, []);
  const first = (telling, shown) => byWeight(labels, record, telling, shown)[0].text;
  assert.equal(first([], [0, 1]), "One");
  assert.equal(first([], [2, 3]), "Two");
  assert.equal(first([2], [0, 1]), "Two");
  assert.equal(first([0], [2, 3]), "One");
});

test("no name stands in what is kept free", () => {
  const labels = labelsOf(tinyRecord(), []).slice(0, 1);
  const [{ x, y }] = labels;
  const box = [x + VIEW.x - 3, y + VIEW.y - 40, x + VIEW.x + 3, y + VIEW.y + 40];
  assert.equal(declutter(labels, ctx, VIEW, []).length, 1);
  assert.equal(declutter(labels, ctx, VIEW, [], [box]).length, 0);
});

test("the count of another set stands beside ours", () => {
  const [{ events }, { events: other }] = [painter(), painter()];
  events.lay(VIEW);
  other.lay(VIEW);
  assert.deepEqual(badgeOf(other), badgeOf(events));
  other.yieldsTo = events;
  other.lay(VIEW);
  const [[x, y], [a, b]] = [badgeOf(other), badgeOf(events)];
  assert.ok(Math.hypot(x - a, y - b) > 18);
});
