import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { fakeFrames, STATE, tinyStore } from "./tiny_store.js";

/** A view that remembers what it was told. */
function recorder() {
  const drawn = [];
  return { drawn, draw: (state, changed) => drawn.push([state.day, [...changed].sort()]) };
}

test("many changes within a frame are drawn once, with all that has changed", async () => {
  const frames = fakeFrames();
  const store = await tinyStore(frames);
  const view = recorder();
  store.attach("view", view);
  view.drawn.length = 0;
  for (let day = 4; day < 20; day++) store.set({ day });
  store.set({ window: "7" });
  assert.equal(frames.waiting, 1);
  assert.deepEqual(view.drawn, []);
  frames.next();
  assert.deepEqual(view.drawn, [[19, ["day", "window"]]]);
});

test("what stays the same asks for no frame", async () => {
  const frames = fakeFrames();
  const store = await tinyStore(frames);
  store.set({ day: STATE.day, window: STATE.window });
  assert.equal(frames.waiting, 0);
});

test("a view that comes late is drawn at once with everything, one that has gone no more", async () => {
  const frames = fakeFrames();
  const store = await tinyStore(frames);
  const [view, newer] = [recorder(), recorder()];
  store.attach("view", view);
  assert.ok(view.drawn[0][1].includes("perspective"));
  store.attach("view", newer); // takes the other's place
  store.detach("view", view); // says nothing of the newer one
  store.set({ day: 9 });
  frames.next();
  assert.equal(view.drawn.length, 1);
  assert.equal(newer.drawn.at(-1)[0], 9);
});

test("a day outside of the replay is its nearest one; an address of none is refused", async () => {
  const frames = fakeFrames();
  const store = await tinyStore(frames);
  store.set({ day: 9999 });
  assert.equal(store.day, "2021-09-29");
  assert.equal(store.setDay("2021-08-02"), true);
  assert.equal(store.state.day, 1);
  assert.equal(store.setDay("2020-01-01"), false);
  assert.equal(store.state.day, 1);
});

test("a filter that changes is asked before the views are drawn", async () => {
  const frames = fakeFrames();
  const store = await tinyStore(frames);
  let hidden = null;
  store.attach("view", {
    draw: () => {
      ({ hidden } = store.record.filter);
    },
  });
  store.set({ type: "battles" });
  frames.next();
  assert.equal(hidden, 3);
});

test("nothing is reported while a handle is held, then once", async () => {
  const frames = fakeFrames();
  const store = await tinyStore(frames);
  const reports = [];
  store.onCommit = (view) => reports.push(view.date);
  store.move(true);
  store.set({ day: 8 });
  store.commit();
  assert.deepEqual(reports, []);
  store.move(false);
  assert.deepEqual(reports, ["2021-08-09"]);
});

test("jumps in a row are reported once, when they are over", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const frames = fakeFrames();
    const store = await tinyStore(frames);
    const reports = [];
    store.onCommit = (view) => reports.push(view.date);
    for (const day of [4, 5, 6]) store.jump(day);
    assert.deepEqual(reports, []);
    mock.timers.tick(1000);
    assert.deepEqual(reports, ["2021-08-07"]);
  } finally {
    mock.timers.reset();
  }
});

test("a view of the address and the state are the same thing", async () => {
  const frames = fakeFrames();
  const store = await tinyStore(frames, { since: 2 });
  const view = store.view();
  assert.deepEqual([view.date, view.since], ["2021-08-04", "2021-08-03"]);
  assert.deepEqual(store.stateOf(view), { ...STATE, since: 2 });
});

test("settled() waits for the frame and for the map's picture", async () => {
  const frames = fakeFrames();
  const store = await tinyStore(frames);
  store.attach("map", { draw: (state) => store.painted(state.day) });
  store.set({ day: 7 });
  let isSettled = false;
  const settled = store.settled().then(() => {
    isSettled = true;
  });
  await Promise.resolve();
  assert.equal(isSettled, false);
  frames.next(); // draws
  frames.next(); // the picture is there
  await settled;
  assert.equal(store.lastPaint.day, "2021-08-08");
});

test("a page with two maps is live when both have painted", async () => {
  const frames = fakeFrames();
  const store = await tinyStore(frames);
  const side = { day: 3, perspective: "nrf" };
  store.set({ comparedMaps: { a: side, b: side } });
  let isLive = false;
  const live = store.live.then(() => {
    isLive = true;
  });
  for (const map of ["a", "a"]) {
    store.painted(3, map);
    frames.next();
    await new Promise((resolve) => setImmediate(resolve)); // whatever follows has followed
    assert.equal(isLive, false);
  }
  store.painted(3, "b");
  frames.next();
  await live;
});
