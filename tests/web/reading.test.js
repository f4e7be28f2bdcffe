import assert from "node:assert/strict";
import { test } from "node:test";
import { compareKeys, fallsNext, sortKey } from "../../geo/browser/web/reading/reading.js";

const sorted = (cells, falls) =>
  cells
    .map((text) => ({ text, key: sortKey({ text, order: null }) }))
    .sort((one, other) => compareKeys(one.key, other.key, falls))
    .map((cell) => cell.text);

test("numbers are sorted as numbers, what is not there stands last in either order", () => {
  const cells = ["9", "–", "1,024", "", "13"];
  assert.deepEqual(sorted(cells, true), ["1,024", "13", "9", "–", ""]);
  assert.deepEqual(sorted(cells, false), ["9", "13", "1,024", "–", ""]);
});

test("texts are sorted by their letters", () => {
  assert.deepEqual(sorted(["Takhar", "Kabul", "Baghlan"], false), ["Baghlan", "Kabul", "Takhar"]);
});

test("a cell is sorted by its order where it states one", () => {
  assert.equal(sortKey({ text: "5 September 2021", order: "2021-09-05" }), "2021-09-05");
  assert.equal(sortKey({ text: "3 of 7", order: "3" }), 3);
});

test("a first click lets numbers fall and texts rise, the next turns them", () => {
  assert.equal(fallsNext(null, true), true);
  assert.equal(fallsNext(null, false), false);
  assert.equal(fallsNext("ascending", true), true);
  assert.equal(fallsNext("descending", false), false);
});
