import assert from "node:assert/strict";
import { test } from "node:test";
import { Record } from "../../geo/browser/web/engine/record.js";
import { Store } from "../../geo/browser/web/store/store.js";
import { payload } from "./tiny_record.js";

/** The record as a page gets it: its first part, and the names. */
function parts() {
  const { names, edges, ...first } = structuredClone(payload());
  const { title, ...events } = first.events;
  return { first: { ...first, events }, names: { titles: title, names: names ?? [], edges } };
}

test("without its names the record draws the same events", () => {
  const [whole, first] = [new Record(payload()), new Record(parts().first)];
  assert.deepEqual(first.eventsIn(0, first.days), whole.eventsIn(0, whole.days));
  assert.ok(first.events.title.every((title) => title === ""));
  first.complete(parts().names);
  assert.deepEqual(first.events.title, whole.events.title);
  assert.deepEqual(first.names, whole.names);
});

test("the names are asked for when the map has painted, and are waited for", async () => {
  globalThis.requestAnimationFrame ??= (call) => setTimeout(call, 0);
  const { first, names } = parts();
  const store = new Store({ record: first, names, texts: {}, cards: {} });
  await store.loaded;
  await new Promise((resolve) => setTimeout(resolve));
  assert.ok(store.record.events.title.every((title) => title === ""));
  store.mapPainted(store);
  await store.whole;
  assert.deepEqual(store.record.events.title, names.titles);
});

test("a record that brings its names is whole when it is loaded", async () => {
  const store = new Store({ record: payload(), texts: {}, cards: {} });
  await store.whole;
  assert.deepEqual(store.record.events.title, payload().events.title);
});
