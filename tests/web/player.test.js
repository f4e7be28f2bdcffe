import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Player } from "../../geo/browser/web/timeline/player.js";
import { DAYS } from "./tiny_record.js";
import { fakeFrames, tinyStore } from "./tiny_store.js";

let frames;
let now;
beforeEach(() => {
  frames = fakeFrames();
  now = 0;
  performance.now = () => now;
});

async function playerOn(state, settings = {}) {
  const store = await tinyStore(frames, state);
  const player = Object.assign(new Player(store, () => {}), { speed: 10, slow: false, ...settings });
  store.player = player;
  return { store, player };
}
/** So many frames, each a tenth of a second after the one before. */
function pass(count, ms = 100) {
  for (let i = 0; i < count; i++) {
    now += ms;
    frames.next(now);
  }
}

test("ten steps a second are one step in a tenth of a second", async () => {
  const { store, player } = await playerOn({ day: 0 });
  player.play();
  pass(5);
  assert.equal(store.state.day, 5);
});

test("a frame that comes late does not leap", async () => {
  const { store, player } = await playerOn({ day: 0 });
  player.play();
  pass(1, 60_000);
  assert.equal(store.state.day, 2); // a quarter of a second's steps
});

test("it stops at the end and reports once", async () => {
  const { store, player } = await playerOn({ day: DAYS - 3 });
  const reports = [];
  store.onCommit = (view) => reports.push(view.date);
  player.play();
  pass(10);
  assert.deepEqual([store.state.day, player.playing, reports.length], [DAYS - 1, false, 1]);
});

test("at the end it begins anew: when it is told to play, or loops", async () => {
  const { store, player } = await playerOn({ day: DAYS - 1 }, { loop: true });
  player.play();
  assert.equal(store.state.day, 0);
  store.set({ day: DAYS - 2 });
  pass(1);
  assert.deepEqual([store.state.day, player.playing], [0, true]);
});

test("backwards, by weeks and months", async () => {
  const { store, player } = await playerOn({ day: 40 }, { reverse: true, step: "week" });
  player.play();
  pass(1);
  assert.equal(store.state.day, 33);
  player.step = "month";
  pass(1);
  assert.equal(store.state.day, 2); // 3 September → 3 August
});

test("a day of change stays on show, and no step goes past it", async () => {
  const { store, player } = await playerOn({ day: 12 }, { slow: true, step: "week", speed: 6 });
  player.play();
  pass(6); // a day near a change is on show for 0.55 s
  assert.equal(store.state.day, 15);
  pass(17);
  assert.equal(store.state.day, 15);
  pass(2);
  assert.equal(store.state.day, 22);
});

test("far from changes, or told not to slow, it plays at the usual speed", async () => {
  const { player } = await playerOn({ day: 0 }, { slow: true, speed: 6 });
  const seconds = (day) => Number(player.secondsOn(day).toFixed(3));
  assert.deepEqual([seconds(9), seconds(10), seconds(15), seconds(20), seconds(21)], [0.167, 0.55, 1.8, 0.55, 0.167]);
  player.speed = 60;
  assert.deepEqual([seconds(9), seconds(14), seconds(15)], [0.017, 0.055, 0.18]);
  player.speed = 1.5; // calm: never faster near a change than elsewhere
  assert.deepEqual([seconds(9), seconds(14), seconds(15)], [0.667, 0.667, 1.8]);
  player.slow = false;
  assert.equal(seconds(15), 0.667);
});

test("paused it asks for no frame", async () => {
  const { player } = await playerOn({ day: 0 });
  player.play();
  pass(2);
  player.pause();
  frames.next(); // what the last step asked for, and the rest
  frames.next();
  assert.equal(frames.waiting, 0);
});
