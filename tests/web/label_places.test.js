import assert from "node:assert/strict";
import { test } from "node:test";
import { declutter, isOverlapping, labelsOf, overlapOf } from "../../geo/browser/web/drawing/label_places.js";
import { tinyRecord } from "./tiny_record.js";

const VIEW = { scale: 1, x: 0, y: 0, ratio: 1, width: 1000, height: 1000, zoom: 8 };
/** Ten pixels a letter. */
const ctx = { font: "", measureText: (text) => ({ width: 10 * text.length }) };
const label = (rank, text, x, y, people = 0) => ({ rank, text, x, y, people });
const shown = (labels, { obstacles = [], view = VIEW } = {}) => declutter(labels, ctx, view, obstacles);
const texts = (labels, of) => shown(labels, of).map((name) => name.label.text);

test("of two names that would touch the first stays", () => {
  const labels = [label("province", "Kabul", 500, 500), label("province", "Logar", 520, 505)];
  assert.deepEqual(texts(labels), ["Kabul"]);
});

test("no two names that are shown overlap", () => {
  const labels = Array.from({ length: 200 }, (_, i) => label("province", `P${i}`, (i * 37) % 1000, (i * 91) % 1000));
  const names = shown(labels);
  assert.ok(names.length > 50);
  for (const one of names) for (const other of names) assert.ok(one === other || !isOverlapping(one.box, other.box));
});

test("a name steps out from under an obstacle, and is left out where every place is hidden", () => {
  const [still] = shown([label("province", "Kabul", 500, 500)]);
  const [moved] = shown([label("province", "Kabul", 500, 500)], { obstacles: [{ x: 500, y: 506, radius: 9 }] });
  assert.equal(still.y, 500);
  assert.ok(moved.y < 500);
  assert.deepEqual(texts([label("province", "Kabul", 500, 500)], { obstacles: [{ x: 500, y: 500, radius: 200 }] }), []);
});

test("names come and go with the zoom, towns by their people", () => {
  const labels = [
    label("province", "P", 100, 100),
    label("district", "D", 300, 300),
    label("town", "Big", 500, 500, 3e6),
    label("town", "Small", 700, 700, 500),
  ];
  assert.deepEqual(texts(labels, { view: { ...VIEW, zoom: 5 } }), ["P", "Big"]);
  assert.deepEqual(texts(labels, { view: { ...VIEW, zoom: 8 } }), ["P", "D", "Big"]);
  assert.deepEqual(texts(labels, { view: { ...VIEW, zoom: 11 } }), ["D", "Big", "Small"]);
});

test("what lies outside of the view is not written", () => {
  assert.deepEqual(texts([label("province", "Far", -50, 100), label("province", "Near", 100, 100)]), ["Near"]);
});

test("an obstacle covers as much of a name as its disc does at that height", () => {
  assert.equal(overlapOf({ x: 50, y: 0, radius: 10 }, [0, -5, 100, 5]), 20);
  assert.equal(overlapOf({ x: 0, y: 0, radius: 10 }, [0, -5, 100, 5]), 10);
  assert.equal(overlapOf({ x: 50, y: 20, radius: 10 }, [0, -5, 100, 5]), 0);
});

test("provinces with more events are first among equals", () => {
  const labels = labelsOf(tinyRecord(), [["Town", 69, 35, 1000]]);
  assert.deepEqual(
    labels.map(({ text }) => text),
    ["Two", "One", "Alpha", "Beta", "Gamma", "Town"],
  );
});
