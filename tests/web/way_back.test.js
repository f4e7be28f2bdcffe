/** The way back from an event's card: the day is put back only where the choice itself has moved it. */

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { wayBack } from "../../geo/browser/web/parts/way_back.js";
import { fakeFrames, tinyStore } from "./tiny_store.js";

const ROW = {
  dataset: { event: "EV-1" },
  getRootNode: () => ({ querySelectorAll: () => [] }),
};

before(() => {
  globalThis.Element = class {};
  globalThis.ShadowRoot = class {};
  globalThis.CSS = { escape: String };
});

/** A store with an event that was chosen in a list on day 3, and `change(state)`, which draws. */
async function chosen(ledTo = 3) {
  const frames = fakeFrames();
  const store = await tinyStore(frames, { day: 3 });
  const change = (state) => {
    store.set(state);
    frames.next();
  };
  wayBack(store).leave(ROW, "list", ledTo);
  change({ event: "EV-1", day: ledTo });
  return { store, change, way: wayBack(store) };
}

test("the day that the reader went to since stays", async () => {
  const { store, change, way } = await chosen();
  change({ day: 20 });
  way.back();
  assert.deepEqual([store.state.event, store.state.day], [null, 20]);
});

test("the day that the choice moved is put back", async () => {
  const { store, way } = await chosen(10);
  way.back();
  assert.equal(store.state.day, 3);
});

test("not when the reader has moved it since, also to where it was led", async () => {
  const { store, change, way } = await chosen(10);
  change({ day: 11 });
  change({ day: 10 });
  way.back();
  assert.equal(store.state.day, 10);
});

test("an event that was closed otherwise, or changed for another, has no way back", async () => {
  for (const other of [null, "EV-2"]) {
    const { change, way } = await chosen();
    change({ event: other });
    change({ event: "EV-1", day: 20 }); // chosen on the map
    assert.equal(way.from("EV-1"), null);
  }
});
