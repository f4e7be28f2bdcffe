import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Delayed, Outstanding } from "../../geo/browser/web/engine/outstanding.js";

test("none() waits for the last, also for what followed from it", async () => {
  const outstanding = new Outstanding();
  outstanding.begin("one");
  let isOver = false;
  const none = outstanding.none().then(() => {
    isOver = true;
  });
  outstanding.begin("two");
  outstanding.end("one");
  await Promise.resolve();
  assert.equal(isOver, false);
  outstanding.end("two");
  await none;
  assert.deepEqual(outstanding.names, []);
});

test("a promise is outstanding until it is kept or broken", async () => {
  const outstanding = new Outstanding();
  const broken = outstanding.during("broken", Promise.reject(new Error("no")));
  assert.deepEqual(outstanding.names, ["broken"]);
  await assert.rejects(broken, /no/);
  assert.deepEqual(outstanding.names, []);
});

test("delayed work is done once, after it was last asked for", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const outstanding = new Outstanding();
    let done = 0;
    const delayed = new Delayed(outstanding, "work", () => {
      done += 1;
    });
    delayed.after(100);
    mock.timers.tick(80);
    delayed.after(100);
    mock.timers.tick(80);
    assert.deepEqual([done, delayed.waits, outstanding.names], [0, true, ["work"]]);
    mock.timers.tick(20);
    assert.deepEqual([done, delayed.waits, outstanding.names], [1, false, []]);
  } finally {
    mock.timers.reset();
  }
});

test("what is cancelled is not done", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const outstanding = new Outstanding();
    const delayed = new Delayed(outstanding, "work", () => assert.fail("done"));
    delayed.after(10);
    delayed.cancel();
    mock.timers.tick(100);
    assert.deepEqual(outstanding.names, []);
  } finally {
    mock.timers.reset();
  }
});
