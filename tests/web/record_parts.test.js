import assert from "node:assert/strict";
import { test } from "node:test";
import { Record } from "../../geo/browser/web/engine/record.js";
import { Store } from "../../geo/browser/web/store/store.js";
import { payload } from "./tiny_record.js";

/** The record as a page gets it: its first part, what the marks need, and the names. */
function parts() {
  const { names, ...first } = structuredClone(payload());
  const { title, start, end, datePrecision, verification, ...events } = first.events;
  const districts = first.districts.map((row) => row.slice(3));
  return {
    first: {
      ...first,
      events: { start, end, datePrecision, verification },
      districts: first.districts.map((row) => row.slice(0, 3)),
    },
    marks: { events, districts },
    names: { titles: title, names: names ?? [] },
  };
}

test("before its marks the record counts the same events, and after them it is the whole", () => {
  const [whole, first] = [new Record(payload()), new Record(parts().first)];
  assert.deepEqual(first.eventsIn(0, first.days), whole.eventsIn(0, whole.days));
  assert.deepEqual(first.histogram(), whole.histogram());
  assert.ok(!first.isMarked && first.districts.every(({ lon }) => Number.isNaN(lon)));
  first.mark(parts().marks);
  first.complete(parts().names);
  assert.ok(first.isMarked && whole.isMarked);
  assert.deepEqual(first.districts, whole.districts);
  assert.deepEqual(first.events, whole.events);
  assert.deepEqual(first.filter.pass, whole.filter.pass);
});

test("what asks for more than the first part waits for the marks, and only that", async () => {
  globalThis.requestAnimationFrame ??= (call) => setTimeout(call, 0);
  const { first, marks, names } = parts();
  const store = new Store({ record: first, marks, names, hasLateMarks: true, texts: {}, cards: {} });
  await store.loaded;
  store.set({ day: 3 });
  assert.equal(store.state.day, 3);
  assert.ok(!store.record.isMarked);
  store.set({ type: "battles" });
  assert.equal(store.state.type, undefined);
  await store.marked();
  assert.equal(store.state.type, "battles");
});

test("elsewhere the marks come with the record", async () => {
  const { first, marks, names } = parts();
  const store = new Store({ record: first, marks, names, texts: {}, cards: {} });
  await store.loaded;
  assert.ok(store.record.isMarked);
});

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
