import assert from "node:assert/strict";
import { test } from "node:test";
import { keyHandler } from "../../geo/browser/web/timeline/keys.js";
import { fakeFrames, tinyStore } from "./tiny_store.js";

/** An element that is one of these: 'input', 'button' … */
const element = (kind) => ({ matches: (selector) => selector.split(", ").includes(kind) });

const timeline = element(".timeline");

/** A key that is pressed while the focus is in the timeline, or in another place. */
function press(store, key, { target = element("div"), around = timeline, isMap = false, ...more } = {}) {
  const event = {
    key,
    target,
    defaultPrevented: false,
    composedPath: () => [target, around],
    preventDefault() {
      this.defaultPrevented = true;
    },
    stopPropagation() {},
    ...more,
  };
  keyHandler(store, isMap)(event);
  return event.defaultPrevented;
}
const storeAt = (day, more = {}) => tinyStore(fakeFrames(), { day, ...more });

test("arrows move a day, with shift a week, and the ends are the record's", async () => {
  const store = await storeAt(20);
  press(store, "ArrowRight");
  assert.equal(store.state.day, 21);
  press(store, "ArrowLeft", { shiftKey: true });
  assert.equal(store.state.day, 14);
  press(store, "End");
  assert.equal(store.state.day, 59);
  press(store, "Home");
  assert.equal(store.state.day, 0);
});

test("brackets go to the next change and the next event", async () => {
  const store = await storeAt(3);
  press(store, "}");
  assert.equal(store.state.day, 10);
  press(store, "]");
  assert.equal(store.state.day, 15);
  press(store, "[");
  assert.equal(store.state.day, 15); // there is none before
  press(store, "{");
  assert.equal(store.state.day, 10);
});

test("digits say according to whom", async () => {
  const store = await storeAt(3);
  const reports = [];
  store.onCommit = (view) => reports.push(view.perspective);
  for (const key of "4213") press(store, key);
  assert.deepEqual(reports, ["both", "nrf", "assessed", "taliban"]);
});

test("a field that somebody types in keeps its keys, a button its space", async () => {
  const store = await storeAt(3);
  assert.equal(press(store, "ArrowRight", { target: element("input") }), false);
  assert.equal(press(store, " ", { target: element("button") }), false);
  assert.equal(store.state.day, 3);
});

test("a key that is not ours, or with a modifier, is let be", async () => {
  const store = await storeAt(3);
  for (const [key, more] of [["x"], ["toString"], ["ArrowRight", { ctrlKey: true }], ["1", { altKey: true }]])
    assert.equal(press(store, key, more), false, key);
  assert.equal(store.state.day, 3);
});

test("Escape closes one thing at a time", async () => {
  const store = await storeAt(3, { event: "EV-1", province: "AF-ONE" });
  store.help = { root: { hidden: false }, toggle: () => (store.help.root.hidden = true) };
  press(store, "Escape");
  assert.deepEqual([store.help.root.hidden, store.state.event], [true, "EV-1"]);
  press(store, "Escape");
  assert.deepEqual([store.state.event, store.state.province], [null, "AF-ONE"]);
  press(store, "Escape");
  assert.equal(store.state.province, null);
});

test("a slash leads to the search, where there is one and nobody types", async () => {
  const store = await storeAt(3);
  assert.equal(press(store, "/"), false);
  let count = 0;
  store.search = { focus: () => count++ };
  assert.equal(press(store, "/"), true);
  assert.equal(press(store, "/", { target: element("input") }), false);
  assert.equal(count, 1);
});

test("elsewhere than in the timeline or the map only left, right and Escape are the replay's", async () => {
  const elsewhere = { around: element("main") };
  const store = await storeAt(20, { province: "AF-ONE" });
  store.search = { focus: () => assert.fail() };
  const left = ["PageUp", "PageDown", "Home", "End", " ", "ArrowUp", "ArrowDown", ..."[]{},.1234mz/?"];
  for (const key of left) assert.equal(press(store, key, elsewhere), false, key);
  assert.equal(store.state.day, 20);
  press(store, "ArrowRight", elsewhere);
  press(store, "Escape", elsewhere);
  assert.deepEqual([store.state.day, store.state.province], [21, null]);
  assert.equal(press(store, "PageUp", { ...elsewhere, isMap: true }), true);
});

test("what scrolls sideways keeps left and right", async () => {
  const store = await storeAt(20);
  const wide = { ...element("[tabindex]"), scrollWidth: 900, clientWidth: 300 };
  assert.equal(press(store, "ArrowRight", { around: wide }), false);
  assert.equal(press(store, "ArrowRight", { around: { ...wide, scrollWidth: 300 } }), true);
});

test("letters, digits and signs can be switched off; keys with names stay", async () => {
  const store = await storeAt(3);
  store.characterKeys = false;
  for (const key of "[]{},.1234mz/?") assert.equal(press(store, key), false, key);
  press(store, "End");
  assert.equal(store.state.day, 59);
});

test("up and down are the slider's: up is later", async () => {
  const store = await storeAt(3);
  const slider = { target: element("[role='slider']") };
  press(store, "ArrowUp", slider);
  assert.equal(store.state.day, 4);
  press(store, "ArrowDown", { ...slider, shiftKey: true });
  assert.equal(store.state.day, 0);
});
