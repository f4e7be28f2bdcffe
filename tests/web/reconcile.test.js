import assert from "node:assert/strict";
import { test } from "node:test";
import { setText } from "../../geo/browser/web/engine/elements.js";
import { ElementCache, reconcile } from "../../geo/browser/web/engine/reconcile.js";

/** What `reconcile` needs of an element; counts what is moved. */
class FakeParent {
  childNodes = [];
  moved = 0;
  get lastChild() {
    return this.childNodes.at(-1) ?? null;
  }
  insertBefore(child, next) {
    this.moved += 1;
    this.childNodes = this.childNodes.filter((other) => other !== child);
    const at = next ? this.childNodes.indexOf(next) : this.childNodes.length;
    this.childNodes.splice(at, 0, child);
  }
}
function children(parent, names) {
  return names.map((name) => {
    const child = { name };
    child.remove = () => {
      parent.childNodes = parent.childNodes.filter((other) => other !== child);
    };
    return child;
  });
}
const names = (parent) => parent.childNodes.map(({ name }) => name).join("");

test("children come into their order, and what should not be there goes", () => {
  const parent = new FakeParent();
  const [a, b, c, d] = children(parent, ["a", "b", "c", "d"]);
  for (const order of [[a, b, c], [c, a, b], [d], [a, d, b], []]) {
    reconcile(parent, order);
    assert.equal(names(parent), order.map(({ name }) => name).join(""));
  }
});

test("what stands where it should is not touched", () => {
  const parent = new FakeParent();
  const [a, b, c] = children(parent, ["a", "b", "c"]);
  reconcile(parent, [a, b, c]);
  parent.moved = 0;
  reconcile(parent, [a, b, c]);
  assert.equal(parent.moved, 0);
  reconcile(parent, [a, b]);
  assert.equal(parent.moved, 0);
});

test("a text is set when it is another one", () => {
  let set = 0;
  const element = {
    text: "old",
    get textContent() {
      return this.text;
    },
    set textContent(text) {
      set += 1;
      this.text = text;
    },
  };
  setText(element, "old");
  assert.equal(set, 0);
  setText(element, "new");
  assert.deepEqual([set, element.text], [1, "new"]);
});

test("an element is made once, kept for two rounds, and then made anew", () => {
  const cache = new ElementCache();
  const ask = () => cache.keep("key", () => ({}));
  const first = ask();
  assert.equal(ask(), first);
  cache.round();
  assert.equal(ask(), first);
  cache.round();
  cache.round();
  assert.notEqual(ask(), first);
});
