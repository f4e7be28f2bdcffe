import assert from "node:assert/strict";
import { test } from "node:test";
import { mountOnce } from "../../geo/browser/web/mounting/mounted.js";

/** An element, and a log of what was done with it. */
function element() {
  const log = [];
  const view = { update: (options) => log.push(["update", options]), remove: () => log.push(["remove"]) };
  const mount = (_, options) => {
    log.push(["mount", options]);
    return view;
  };
  return { parent: { isConnected: true }, log, mount };
}

/** Until all promises that are settled have been heard. */
const heard = () => new Promise((resolve) => setTimeout(resolve));

test("a call that a newer one overtook takes nothing away", async () => {
  const { parent, log, mount } = element();
  const endOfFirst = mountOnce(parent, 1, mount);
  mountOnce(parent, 2, mount);
  endOfFirst(); // Streamlit calls it once the first call is through, though the element stands
  mountOnce(parent, 3, mount);
  await heard();
  assert.deepEqual(log, [
    ["mount", 1],
    ["update", 2],
    ["update", 3],
  ]);
});

test("what stands in an element goes with it, once", async () => {
  const { parent, log, mount } = element();
  const first = mountOnce(parent, 1, mount);
  const second = mountOnce(parent, 2, mount);
  parent.isConnected = false;
  second();
  first();
  await heard();
  assert.deepEqual(log, [["mount", 1], ["update", 2], ["remove"]]);
});

test("an element that is gone before its view is ready is left empty", async () => {
  const { parent, log, mount } = element();
  let ready;
  const end = mountOnce(parent, 1, (...given) => new Promise((resolve) => (ready = () => resolve(mount(...given)))));
  parent.isConnected = false;
  end();
  ready();
  await heard();
  assert.deepEqual(log, [["mount", 1], ["remove"]]);
});

test("what shows another record is mounted anew, once the former is gone", async () => {
  const { parent, log, mount } = element();
  const of = (record) => ({ assets: { record } });
  mountOnce(parent, of("now"), mount);
  mountOnce(parent, of("then"), mount);
  mountOnce(parent, of("then"), mount);
  await heard();
  assert.deepEqual(log, [["mount", of("now")], ["remove"], ["mount", of("then")], ["update", of("then")]]);
});
