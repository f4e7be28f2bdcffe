import assert from "node:assert/strict";
import { test } from "node:test";
import { areaStyle, signOf } from "../../geo/browser/web/engine/area_style.js";
import { STYLE } from "../../geo/browser/web/engine/constants.js";

const { holders } = STYLE.signs;
const KNOWN = {
  controller: "nrf",
  status: "control",
  basis: "assessed",
  certainty: "B",
  lastConfirmed: 10,
  partial: false,
  disputed: [],
  active: [],
};
const said = (controller, status = "control") => ({ controller, status, claimant: controller, certainty: "D" });
const drawn = (more, day = 10) => areaStyle({ ...KNOWN, ...more }, day);

test("a contested area has its dispute as the other side's band, and the outline of who held it last", () => {
  const nrf = drawn({ status: "contested", disputed: [said("taliban")] });
  const taliban = drawn({ controller: "taliban", status: "contested", disputed: [said("nrf")] });
  assert.deepEqual([nrf.against, nrf.disputed], ["taliban", null]);
  for (const [style, last, other] of [
    [nrf, holders.nrf, holders.taliban],
    [taliban, holders.taliban, holders.nrf],
  ]) {
    const { ground, strokes, edge } = signOf(style);
    assert.deepEqual([ground, edge.colour, edge.line], [last.colour, last.edge, "solid"]);
    assert.deepEqual(
      strokes.map(({ pattern, colour }) => [pattern, colour]),
      [["contested", other.band]],
    );
  }
});

test("grounds fade with age, patterns less, outlines not at all", () => {
  const fresh = signOf(drawn({ status: "contested" }));
  const old = signOf(drawn({ status: "contested" }, 2000));
  assert.ok(old.opacity < fresh.opacity);
  assert.ok(old.strokes[0].opacity >= STYLE.signs.patternLeastOpacity);
  assert.deepEqual(old.edge, fresh.edge);
});

test("the ground has no outline, unless somebody claims it", () => {
  const ground = { controller: "taliban" };
  assert.equal(signOf(drawn(ground)).edge, null);
  assert.equal(signOf(drawn({ ...ground, active: [said("mahdi_front", "present")] })).edge, null);
  const denied = signOf(drawn({ ...ground, disputed: [said("nrf")] }));
  assert.deepEqual([denied.edge.line, denied.edge.colour], ["dashed", holders.nrf.edge]);
});

test("who has a stronger sign is not also shown as active", () => {
  const active = [said("nrf", "present"), said("aff", "present")];
  assert.equal(drawn({ controller: "taliban", active }).active, "nrf");
  assert.equal(drawn({ controller: "taliban", active, disputed: [said("nrf")] }).active, "aff");
  assert.equal(drawn({ status: "contested", active: [said("taliban", "advancing")] }).active, null);
});

test("a pattern is made once for its colour and its size", async () => {
  const made = [];
  const pen = new Proxy({}, { get: () => () => {}, set: () => true });
  globalThis.document = { createElement: () => ({ getContext: () => pen }) };
  globalThis.Path2D = class {
    moveTo() {}
    lineTo() {}
    arc() {}
  };
  const { patternOf } = await import("../../geo/browser/web/drawing/patterns.js");
  const ctx = { createPattern: (canvas) => made.push(canvas) && { canvas } };
  const strokes = { pattern: "contested", colour: "#123456", cased: false };
  const first = patternOf(ctx, strokes, 1);
  assert.equal(patternOf(ctx, { ...strokes }, 1), first);
  assert.equal(first.canvas.width, STYLE.signs.patterns.contested.step);
  assert.notEqual(patternOf(ctx, strokes, 2), first);
  assert.notEqual(patternOf(ctx, { ...strokes, colour: "#654321" }, 1), first);
  assert.equal(made.length, 3);
});
